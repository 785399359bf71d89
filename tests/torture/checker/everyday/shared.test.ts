/** The checker on shared accounts: members, allowances, and payments that wait for managers. */
import { describe, expect, test } from 'vitest';
import type { Answer, Operation, Payment } from '../../history/model.ts';
import { brokenInvariants, check } from '../check.ts';
import {
  anna,
  ben,
  deposit,
  pay,
  receipt,
  type Tale,
  timeOf,
  transfer,
  trueTale,
} from '../crafted.ts';

const broken = ({ script, books }: Tale) => brokenInvariants(check(script.history, books));

const club = '5000000005';
const holder = BigInt(club) + 5n;
const annaId = BigInt(anna) + 5n;
const benId = BigInt(ben) + 5n;
const ok: Answer = { outcome: 'ok' };

type Role = Extract<Operation, { kind: 'grant' }>['role'];
const grant =
  (member: string, role: Role, allowance: string | null = null) =>
  ({ script }: Tale) =>
    script.did('someone', { kind: 'grant', shared: club, member, role, allowance }, ok);

/** A club that Anna manages, with 500 in it, and in which Ben may spend 100 a month. */
function told(...changes: ((tale: Tale) => void)[]): Tale {
  const tale = trueTale();
  const { books, script } = tale;
  books.open(club);
  books.change(club, () => ({ type: 'SHARED' }));
  const given: Payment = { ...deposit(club, '500'), initiator: 'BANK' };
  script.did('the bank', pay('103', given), receipt(500, 0, 500));
  books.book('103', given);
  grant(anna, 'MANAGER')(tale);
  grant(ben, 'SPENDER', '100')(tale);
  for (const change of changes) change(tale);
  return tale;
}

const ofBen = (wish: string): Payment => ({ ...transfer(club, anna, wish), of: ben });
const spent =
  (key: string, wish: string, [before, after]: readonly [number, number]) =>
  ({ script, books }: Tale) => {
    script.did(ben, pay(key, ofBen(wish)), receipt(Number(wish), before, after));
    books.book(key, ofBen(wish));
  };
const kept = (amount: bigint) => (tale: Tale) => {
  const month = timeOf('200').slice(0, 7);
  tale.books.members = [{ holder, customerId: benId, spent: amount, month }];
};

describe('I22: members', () => {
  test('a member who spends within the allowance is accepted, by name', () => {
    expect(broken(told(spent('200', '60', [500, 440]), kept(60n)))).toEqual([]);
  });

  test('finds the allowance passed by several payments, and a sum that misses one', () => {
    const twice = [spent('200', '60', [500, 440]), spent('201', '41', [440, 399])] as const;
    expect(broken(told(...twice, kept(101n)))).toEqual(['I22']);
    const within = [spent('200', '60', [500, 440]), spent('201', '40', [440, 400])] as const;
    expect(broken(told(...within, kept(100n)))).toEqual([]);
    expect(broken(told(...within, kept(60n)))).toEqual(['I22']);
  });

  test('finds a payment after the removal, or in a role that does not pay', () => {
    const paying = spent('200', '60', [500, 440]);
    expect(broken(told(grant(ben, 'NONE'), paying))).toEqual(['I22']);
    expect(broken(told(grant(ben, 'VIEWER'), paying))).toEqual(['I22']);
    expect(broken(told(paying, grant(ben, 'NONE')))).toEqual([]);
    expect(broken(told(grant(ben, 'NONE'), grant(ben, 'SPENDER', '60'), paying))).toEqual([]);
  });

  test('a removal that is underway may come before or after the payment', () => {
    const operation = { kind: 'grant', shared: club, member: ben, role: 'NONE' } as const;
    const during = told(({ script, books }) => {
      const asked = script.ask('a manager', { ...operation, allowance: null });
      spent('200', '60', [500, 440])({ script, books });
      script.answer(asked, ok);
    });
    expect(broken(during)).toEqual([]);
  });

  test('finds an entry that names another member', () => {
    const tale = told(spent('200', '60', [500, 440]));
    const booked = tale.books.transactions.at(-1)!;
    tale.books.transactions[tale.books.transactions.length - 1] = { ...booked, customerId: annaId };
    expect(broken(tale)).toContain('I22');
  });
});

describe('I23: payments that wait', () => {
  const asked = ({ script, books }: Tale) => {
    const session = '72';
    script.did(ben, { kind: 'askManagers', key: '300', session, payment: ofBen('80') }, ok);
    books.hold('300', ofBen('80'), 80n);
    books.overdueBefore = timeOf('400');
  };
  const isIn =
    (state: string, needed = 1) =>
    (tale: Tale) => {
      const about = { id: 300n, holder, customerId: benId, amount: 80n, needed };
      tale.books.approvals = [{ ...about, state, askedAt: timeOf('300') }];
    };
  const decided =
    (verdict: 'APPROVED' | 'DECLINED', state: string, by = anna) =>
    (tale: Tale) =>
      tale.script.did(
        'someone',
        { kind: 'decide', approval: '300', by, verdict },
        { outcome: 'ok', state },
      );
  const voided = ({ books }: Tale) => books.end('300', 'VOIDED', '310');
  const booked = ({ books }: Tale) => {
    books.end('300', 'CAPTURED', '300');
    books.book('300', ofBen('80'));
    const last = books.transactions.length - 1;
    const members = { initiator: 'MEMBERS', sessionId: null } as const;
    books.transactions[last] = { ...books.transactions[last]!, ...members };
  };

  test('one that waits, is declined, or is approved and booked is accepted', () => {
    expect(broken(told(asked, isIn('WAITING')))).toEqual([]);
    const no = [isIn('DECLINED'), decided('DECLINED', 'DECLINED'), voided] as const;
    expect(broken(told(asked, ...no))).toEqual([]);
    const yes = [isIn('APPROVED'), decided('APPROVED', 'APPROVED'), booked] as const;
    expect(broken(told(asked, ...yes))).toEqual([]);
  });

  test('finds a declined one that is booked, or whose money is still set aside', () => {
    const no = [isIn('DECLINED'), decided('DECLINED', 'DECLINED')] as const;
    expect(broken(told(asked, ...no, booked))).toEqual(['I23']);
    expect(broken(told(asked, ...no))).toEqual(['I23']);
  });

  test('finds an approved one that is not booked', () => {
    const yes = [isIn('APPROVED'), decided('APPROVED', 'APPROVED')] as const;
    expect(broken(told(asked, ...yes, voided))).toContain('I23');
  });

  test('finds too few approvals, and that of the one who asked', () => {
    const yes = [decided('APPROVED', 'APPROVED'), booked] as const;
    expect(broken(told(asked, isIn('APPROVED', 2), ...yes))).toEqual(['I23']);
    const own = [decided('APPROVED', 'APPROVED', ben), booked] as const;
    expect(broken(told(asked, isIn('APPROVED'), ...own))).toEqual(['I23']);
  });

  test('finds an end that was answered otherwise, and a missing approval', () => {
    const late = [isIn('DECLINED'), voided, decided('APPROVED', 'APPROVED')] as const;
    expect(broken(told(asked, ...late))).toEqual(['I23']);
    expect(broken(told(asked))).toContain('I23');
  });

  const inBackup = ({ script, books }: Tale) =>
    brokenInvariants(check(script.history, books, { unknownsAllowed: true }));

  test('one that is over by its time may be answered so before its end is noted', () => {
    const late = [isIn('WAITING'), decided('APPROVED', 'EXPIRED')] as const;
    expect(inBackup(told(asked, ...late))).toEqual([]);
    expect(broken(told(asked, ...late))).toEqual(['I23']);
    const declined = [isIn('WAITING'), decided('DECLINED', 'DECLINED')] as const;
    expect(inBackup(told(asked, ...declined))).toEqual(['I23']);
  });

  test('one that is over by its time counts in the month until its end is noted', () => {
    const over = ({ books }: Tale) => books.end('300', 'EXPIRED', '810');
    expect(inBackup(told(asked, isIn('WAITING'), over, kept(80n)))).toEqual([]);
    expect(inBackup(told(asked, isIn('WAITING'), over, kept(0n)))).toEqual(['I22']);
    expect(inBackup(told(asked, isIn('EXPIRED'), over, kept(80n)))).toEqual(['I22']);
  });

  test('finds one above the allowance', () => {
    const both = told(spent('200', '30', [500, 470]), asked, isIn('WAITING'));
    expect(broken(both)).toEqual(['I22']);
  });
});
