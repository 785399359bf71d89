/** The checker on transactions of several postings, holds, the sums of the day, and jobs. */
import { describe, expect, test } from 'vitest';
import type { Answer, FeeTerms, Operation, Payment } from '../history/model.ts';
import { brokenInvariants, check } from './check.ts';
import {
  anna,
  annaSession,
  ben,
  deposit,
  pay,
  receipt,
  type Tale,
  timeOf,
  transfer,
  trueTale,
} from './crafted.ts';

const broken = ({ script, books }: Tale) => brokenInvariants(check(script.history, books));

function told(...changes: ((tale: Tale) => void)[]): Tale {
  const tale = trueTale();
  for (const change of changes) change(tale);
  return tale;
}

const ending = (how: string | null): Answer => ({ outcome: 'ok', ending: how });
const declined: Answer = { outcome: 'declined', code: 'HOLD_ENDED' };

const ok: Answer = { outcome: 'ok' };

/** Anna sends Ben 10, with a fee of 2. */
const withFee: Payment = { ...transfer(anna, ben, '10'), fee: '2' };
const terms: FeeTerms = {
  movement: 'TRANSFER',
  flat: 2,
  perMille: 0,
  least: 0,
  most: null,
  free: 0,
  from: timeOf('103'),
};
const paidWithFee = ({ script, books }: Tale) => {
  books.open(null, 'FEES');
  script.did('the bank', { kind: 'fee', terms }, ok);
  script.did(anna, pay('103', withFee), receipt(10, 60, 48));
  books.book('103', withFee);
};
const changeFirst = (key: bigint, change: object) => (tale: Tale) => {
  const index = tale.books.transactions.findIndex(({ id }) => id === key);
  tale.books.transactions[index] = { ...tale.books.transactions[index]!, ...change };
};

describe('transactions of several postings', () => {
  test('one that is booked as asked is accepted', () => {
    expect(broken(told(paidWithFee))).toEqual([]);
  });

  test('I4 and I7: finds one without its second posting, or with another amount in it', () => {
    const without = told(paidWithFee, changeFirst(103n, { further: [] }));
    expect(broken(without)).toEqual(['I4', 'I7', 'I21']);
    const other = told(paidWithFee);
    const [fee] = other.books.transactions.at(-1)!.further;
    changeFirst(103n, { further: [{ ...fee!, amount: 3n }] })(other);
    expect(broken(other)).toEqual(['I4', 'I7', 'I21']);
  });

  test('I4: finds a payment of an order that is booked as one of the bank', () => {
    const order: Payment = { ...transfer(anna, ben, '10'), initiator: 'ORDER' };
    const tale = told(({ script, books }) => {
      script.did(anna, pay('103', order), receipt(10, 60, 50));
      books.book('103', order);
    });
    expect(broken(tale)).toEqual([]);
    changeFirst(103n, { initiator: 'BANK' })(tale);
    expect(broken(tale)).toContain('I4');
  });

  test('I4: finds a share that is not the one that was shown, or not of the available balance', () => {
    const share = (shown: string): Payment => ({ ...transfer(anna, ben, 'half'), shown });
    const booked = (payment: Payment, amount: bigint) =>
      told(held, later, ({ script, books }) => {
        script.did(anna, pay('250', payment), receipt(Number(amount), 60, 60 - Number(amount)));
        books.book('250', payment, amount);
      });
    expect(broken(booked(share('15'), 15n))).toEqual([]);
    expect(broken(booked(share('14'), 15n))).toEqual(['I4']);
    expect(broken(booked(share('30'), 30n))).toEqual(['I4']);
  });
});

const ofHold = transfer(anna, ben, '30');
const authorise: Operation = {
  kind: 'authorise',
  key: '200',
  session: annaSession,
  payment: ofHold,
  expiresInMs: 500,
};
const held = ({ script, books }: Tale) => {
  script.did(anna, authorise, ending(null));
  books.hold('200', ofHold, 30n);
};
const capture = (key: string, wish: string): Operation =>
  pay(key, { ...ofHold, wish, captures: '200' });
const captured =
  (key: string, amount: number) =>
  ({ script, books }: Tale) => {
    script.did(anna, capture(key, `${amount}`), receipt(amount, 60, 60 - amount));
    books.end('200', 'CAPTURED', key);
    books.book(key, { ...ofHold, wish: `${amount}` });
  };
const ended =
  (how: string, at: string, answer = how) =>
  ({ script, books }: Tale) => {
    script.did(anna, { kind: 'end', hold: '200', how: 'void' }, ending(answer));
    books.end('200', how, at);
  };
const later = ({ books }: Tale) => {
  books.overdueBefore = '2026-01-31 09:00:00.000000';
};

describe('holds', () => {
  test('one that is active, captured in part, voided or expired is accepted', () => {
    expect(broken(told(held, later))).toEqual([]);
    expect(broken(told(held, captured('210', 20)))).toEqual([]);
    expect(broken(told(held, ended('VOIDED', '210')))).toEqual([]);
    expect(broken(told(held, ended('EXPIRED', '700')))).toEqual([]);
  });

  test('I16: finds one that is not there, was refused, or was never asked for', () => {
    const missing = told(({ script }) => script.did(anna, authorise, ending(null)));
    expect(broken(missing)).toEqual(['I16']);
    const refused = told(later, ({ script, books }) => {
      script.did(anna, authorise, declined);
      books.hold('200', ofHold, 30n);
    });
    expect(broken(refused)).toEqual(['I16']);
    expect(broken(told(later, ({ books }) => books.hold('200', ofHold, 30n)))).toEqual(['I16']);
  });

  test('I16: finds held money that no active hold explains, and a hold that never ended', () => {
    const more = told(held, later, ({ books }) => books.change(anna, () => ({ held: 31n })));
    expect(broken(more)).toEqual(['I16']);
    expect(broken(told(held))).toEqual(['I16']);
  });

  test('I16: finds a capture above its hold, and a second one', () => {
    expect(broken(told(held, captured('210', 40)))).toEqual(['I16']);
    const twice = told(held, captured('210', 20), ({ script, books }) => {
      script.did(anna, capture('211', '5'), receipt(5, 40, 35));
      books.book('211', { ...ofHold, wish: '5' });
    });
    expect(broken(twice)).toContain('I16');
  });

  test('I16: finds an ending before or after its time, or another one than was answered', () => {
    expect(broken(told(held, ended('EXPIRED', '210')))).toEqual(['I16']);
    expect(broken(told(held, ended('VOIDED', '710')))).toEqual(['I16']);
    expect(broken(told(held, ended('VOIDED', '210', 'CAPTURED')))).toEqual(['I16']);
  });

  test('I5: finds a capture that was refused and is booked', () => {
    const tale = told(held, ended('VOIDED', '210'), ({ script, books }) => {
      script.did(anna, capture('211', '5'), declined);
      books.book('211', { ...ofHold, wish: '5' });
    });
    expect(broken(tale)).toEqual(['I5', 'I16']);
  });

  test('I3: finds a payment from money that was held at that time', () => {
    const all = transfer(anna, ben, '40');
    const tale = told(
      held,
      ({ script, books }) => {
        script.did(anna, pay('210', all), receipt(40, 60, 20));
        books.book('210', all);
      },
      ended('VOIDED', '220'),
    );
    expect(broken(tale)).toEqual(['I3']);
  });
});

describe('the sums of the day', () => {
  test('I17: finds a sum that misses a payment, and one above the lowered limit', () => {
    const missed = told(({ books }) => books.change(anna, () => ({ paidOut: 0n })));
    expect(broken(missed)).toEqual(['I17']);
    const ofMonth = told(({ books }) => books.change(anna, () => ({ paidOutMonth: 1n })));
    expect(broken(ofMonth)).toEqual(['I17']);
    const [much, out] = [deposit(anna, '90000000'), transfer(anna, ben, '30000000')];
    const above = told(({ script, books }) => {
      script.did(anna, pay('103', much), receipt(90_000_000, 60, 90_000_060));
      books.book('103', much);
      script.did(anna, pay('104', out), receipt(30_000_000, 90_000_060, 60_000_060));
      books.book('104', out);
    });
    expect(broken(above)).toEqual([]);
    above.books.change(anna, () => ({ isLimited: true }));
    expect(broken(above)).toEqual(['I17']);
    above.books.change(anna, () => ({ isLimited: false, weekLimit: 30_000_040n }));
    expect(broken(above)).toEqual([]);
    above.books.change(anna, () => ({ weekLimit: 30_000_039n }));
    expect(broken(above)).toEqual(['I17']);
  });
});

describe('jobs', () => {
  const job: Operation = { kind: 'enqueue', key: '77', account: anna };
  const paid =
    (key: string) =>
    ({ books }: Tale) => {
      books.book(key, { ...deposit(anna, '1'), initiator: 'BANK' });
      books.entries[books.entries.length - 1] = { ...books.entries.at(-1)!, memo: 'job 77' };
    };
  const asked = ({ script }: Tale) => script.did(anna, job, ok);

  test('one effect is accepted, whatever its key', () => {
    expect(broken(told(asked, paid('900')))).toEqual([]);
  });

  test('I18: finds a job with two effects, with none, and an effect without a job', () => {
    expect(broken(told(asked, paid('900'), paid('901')))).toEqual(['I18']);
    expect(broken(told(asked))).toEqual(['I18']);
    expect(broken(told(paid('900')))).toEqual(['I18']);
  });
});

describe('standing orders', () => {
  const wanted = { own: anna, payee: ben, amount: '5' };
  const order: Operation = { kind: 'schedule', key: '88', ...wanted };
  const paid =
    (key: string, amount = '5') =>
    ({ books }: Tale) => {
      books.book(key, { ...transfer(anna, ben, amount), initiator: 'ORDER' });
      const paid = books.entries.slice(-2).map((entry) => ({ ...entry, memo: 'standing 88' }));
      books.entries.splice(-2, 2, ...paid);
    };
  const asked = ({ script }: Tale) => script.did(anna, order, ok);
  const found = (state: string | null) => (tale: Tale) => {
    tale.books.occurrences = new Map([['88', state]]);
  };

  test('one payment is accepted, whatever its key, and none where money was short', () => {
    expect(broken(told(asked, paid('900'), found('PAID')))).toEqual([]);
    expect(broken(told(asked, found('WAITING')))).toEqual([]);
  });

  test('I19: finds an occurrence paid twice, otherwise, never, or by no order', () => {
    expect(broken(told(asked, paid('900'), paid('901'), found('PAID')))).toEqual(['I19']);
    expect(broken(told(asked, paid('900', '6'), found('PAID')))).toEqual(['I19']);
    expect(broken(told(asked, found('PAID')))).toEqual(['I19']);
    expect(broken(told(asked, found(null)))).toEqual(['I19']);
    expect(broken(told(paid('900')))).toEqual(['I19']);
  });
});
