/** The checker on fees, round-ups, reversals, own limits and interest. */
import { describe, expect, test } from 'vitest';
import type { Answer, FeeTerms, Operation, Payment } from '../../history/model.ts';
import { brokenInvariants, check } from '../check.ts';
import {
  anna,
  ben,
  type BookScript,
  deposit,
  pay,
  receipt,
  type Tale,
  timeOf,
  transfer,
  trueTale,
} from '../crafted.ts';

const broken = ({ script, books }: Tale) => brokenInvariants(check(script.history, books));

function told(...changes: ((tale: Tale) => void)[]): Tale {
  const tale = trueTale();
  for (const change of changes) change(tale);
  return tale;
}

const ok: Answer = { outcome: 'ok' };
const does =
  (operation: Operation, answer: Answer = ok) =>
  ({ script }: Tale) =>
    script.did('someone', operation, answer);
const changeBooked = (key: string, change: object) => (tale: Tale) => {
  const index = tale.books.transactions.findIndex(({ id }) => id === BigInt(key));
  tale.books.transactions[index] = { ...tale.books.transactions[index]!, ...change };
};

/** Anna has 60 after the true tale. */
const paid =
  (key: string, payment: Payment, [before, after]: readonly [number, number]) =>
  ({ script, books }: Tale) => {
    script.did(anna, pay(key, payment), receipt(Number(payment.wish), before, after));
    books.book(key, payment);
  };
const feesOpen = ({ books }: Tale) => books.open(null, 'FEES');
const announced = (terms: Partial<FeeTerms>) =>
  does({
    kind: 'fee',
    terms: {
      movement: 'TRANSFER',
      flat: 0,
      perMille: 0,
      least: 0,
      most: null,
      free: 0,
      from: timeOf('103'),
      ...terms,
    },
  });
const withFee = (fee: string): Payment => ({ ...transfer(anna, ben, '19'), fee });

describe('I21: fees', () => {
  const terms = announced({ flat: 1, perMille: 100, most: 3 });

  test('one by the table in force is accepted, rounded down', () => {
    expect(broken(told(feesOpen, terms, paid('103', withFee('2'), [60, 39])))).toEqual([]);
  });

  test.each(['0', '1', '3'])('finds a fee of %s where the table says 2', (fee) => {
    const after = 41 - Number(fee);
    expect(broken(told(feesOpen, terms, paid('103', withFee(fee), [60, after])))).toEqual(['I21']);
  });

  test('finds a fee that holds only later', () => {
    const later = announced({ flat: 2, from: timeOf('900') });
    expect(broken(told(feesOpen, later, paid('103', withFee('2'), [60, 39])))).toEqual(['I21']);
    expect(broken(told(feesOpen, later, paid('103', withFee('0'), [60, 41])))).toEqual([]);
  });

  test('finds more free movements than there are, and a count that is not theirs', () => {
    const free = announced({ flat: 1, free: 1 });
    const twice = told(
      feesOpen,
      free,
      paid('103', withFee('0'), [60, 41]),
      paid('104', withFee('0'), [41, 22]),
    );
    expect(broken(twice)).toEqual(['I21']);
    const used = (count: number) => (tale: Tale) => {
      const month = timeOf('103').slice(0, 7);
      tale.books.freeUses = [{ account: BigInt(anna), kind: 'TRANSFER', month, used: count }];
    };
    const once = [feesOpen, free, paid('103', withFee('0'), [60, 41])] as const;
    expect(broken(told(...once, used(1)))).toEqual([]);
    expect(broken(told(...once, used(0)))).toEqual(['I21']);
  });
});

describe('I26: round-ups', () => {
  const rounding = does({ kind: 'roundUps', account: anna, pot: '3000000003', units: 1 });
  const aside = (amount: string): Payment => ({
    ...transfer(anna, ben, '25'),
    roundUp: { amount, pot: '3000000003' },
  });
  const open = ({ books }: Tale) => {
    books.open('3000000003');
    books.change('3000000003', () => ({ customerId: BigInt(anna) + 5n }));
  };
  const rich = paid('103', deposit(anna, '100'), [60, 160]);

  test('the rest to the next unit is accepted', () => {
    expect(broken(told(open, rounding, rich, paid('104', aside('75'), [160, 60])))).toEqual([]);
  });

  test('finds another sum, and one that nobody has set', () => {
    const other = paid('104', aside('74'), [160, 61]);
    expect(broken(told(open, rounding, rich, other))).toEqual(['I26']);
    expect(broken(told(open, rich, paid('104', aside('75'), [160, 60])))).toEqual(['I26']);
  });
});

describe('reversals', () => {
  const asked = does({ kind: 'reverse', key: '200', transaction: '103' });
  const fee = announced({ flat: 2 });
  const reversed =
    (parts: readonly { from: string; to: string; amount: bigint }[]) =>
    ({ books }: Tale) => {
      const postings = parts.map((one) => books.post(200n, 'REVERSAL', one, one.amount));
      const [first, ...further] = postings;
      books.transactions.push({
        id: 200n,
        customerId: null,
        initiator: 'STAFF',
        sessionId: 99n,
        reverses: 103n,
        ...first!,
        bookedAt: timeOf('200'),
        further,
      });
    };
  const charged = paid('103', withFee('2'), [60, 39]);
  const back = { from: ben, to: anna, amount: 19n };
  const feeBack = { from: 'FEES', to: anna, amount: 2n };

  test('of all postings, asked for and once, are accepted', () => {
    expect(broken(told(feesOpen, fee, charged, asked, reversed([back, feeBack])))).toEqual([]);
  });

  test('I7: finds one that keeps the fee', () => {
    expect(broken(told(feesOpen, fee, charged, asked, reversed([back])))).toEqual(['I7']);
  });

  test('I8: finds one that nobody asked for; I4: misses one that was acknowledged', () => {
    const unasked = told(feesOpen, fee, charged, reversed([back, feeBack]));
    expect(broken(unasked)).toEqual(['I8']);
    expect(broken(told(feesOpen, fee, charged, asked))).toEqual(['I4']);
  });
});

describe('I24: own limits', () => {
  const limit = (amount: string | null) => does({ kind: 'ownLimit', account: anna, amount });
  const spent = paid('103', transfer(anna, ben, '10'), [60, 50]);

  test('a payment within the limit is accepted, and one above it before it was set', () => {
    expect(broken(told(limit('50'), spent))).toEqual([]);
    expect(broken(told(spent, limit('40')))).toEqual([]);
  });

  test('finds one above it, until the limit is raised', () => {
    expect(broken(told(limit('49'), spent))).toEqual(['I24']);
    expect(broken(told(limit('49'), limit(null), spent))).toEqual([]);
  });

  test('what is set aside counts when it is asked for, and its payment does not', () => {
    const payment = transfer(anna, ben, '10');
    const setAside = ({ script, books }: Tale) => {
      const operation = { kind: 'authorise', key: '200', session: '71', payment } as const;
      script.did(anna, { ...operation, expiresInMs: 60_000 }, { outcome: 'ok', ending: null });
      books.hold('200', payment, 10n);
    };
    const captured = (tale: Tale) => {
      paid('203', { ...payment, captures: '200' }, [60, 50])(tale);
      tale.books.end('200', 'CAPTURED', '203');
    };
    expect(broken(told(setAside, limit('40'), captured))).toEqual([]);
    expect(broken(told(limit('49'), setAside, captured))).toEqual(['I24']);
  });
});

describe('I25: interest', () => {
  /** 60 from the end of January on, read in March: 28 days of 2026. */
  const saved =
    (basisPoints: number) =>
    ({ script, books }: Tale) => {
      books.open(null, 'INTEREST');
      books.change(anna, () => ({ type: 'SAVINGS' }));
      books.readAt = '2026-03-02 12:00:00.000000';
      const terms = { type: 'SAVINGS', basisPoints, from: '2026-02-01 00:00:00.000000' } as const;
      script.did('the bank', { kind: 'rate', terms }, ok);
    };
  /** 60 × 28 days at 100 % a year are 4.6. */
  const credited =
    (amount: bigint, month = '2026-02-01', isBooked = true) =>
    ({ books }: Tale) => {
      books.credits.push({ account: BigInt(anna), month, amount, transactionId: 300n });
      if (isBooked) bookInterest(books, amount);
    };
  function bookInterest(books: BookScript, amount: bigint) {
    const ends = { from: 'INTEREST', to: anna };
    books.transactions.push({
      id: 300n,
      customerId: null,
      initiator: 'BANK',
      sessionId: null,
      reverses: null,
      ...books.post(300n, 'INTEREST', ends, amount),
      bookedAt: '2026-03-01 00:03:00.000000',
      further: [],
    });
  }

  test('what is owed, rounded down, is accepted', () => {
    expect(broken(told(saved(10_000), credited(4n)))).toEqual([]);
    expect(broken(told(saved(0)))).toEqual([]);
  });

  test('finds more, less, nothing, another month, and a second booking', () => {
    expect(broken(told(saved(10_000), credited(5n)))).toEqual(['I25']);
    expect(broken(told(saved(10_000), credited(3n)))).toEqual(['I25']);
    expect(broken(told(saved(10_000)))).toEqual(['I25']);
    expect(broken(told(saved(10_000), credited(4n, '2026-01-01')))).toEqual(['I25']);
    const twice = told(saved(10_000), credited(4n), ({ books }) => {
      books.credits.push({ ...books.credits[0]!, transactionId: null });
    });
    expect(broken(twice)).toContain('I25');
  });

  test('finds a month without its booking, and a booking without its month', () => {
    expect(broken(told(saved(10_000), credited(4n, '2026-02-01', false)))).toEqual(['I25']);
    const alone = told(saved(0), ({ books }) => bookInterest(books, 4n));
    expect(broken(alone)).toEqual(['I8', 'I25']);
  });
});

test('a transaction that is booked as another one is found in any case', () => {
  const tale = told(feesOpen, announced({}), paid('103', withFee('0'), [60, 41]));
  expect(broken(tale)).toEqual([]);
  changeBooked('103', { initiator: 'BANK' })(tale);
  expect(broken(tale)).toContain('I4');
});
