/** The checker on requests for money, and on standing orders that are cancelled. */
import { describe, expect, test } from 'vitest';
import type { Answer, Operation, Payment } from '../history/model.ts';
import type { BookDue } from './books.ts';
import { brokenInvariants, check } from './check.ts';
import {
  anna,
  annaSession,
  ben,
  benSession,
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

const ok: Answer = { outcome: 'ok' };
const declined = (code: string): Answer => ({ outcome: 'declined', code });

/** Ben asks Anna for 30, until the time of key 700. */
const asking: Operation = {
  kind: 'request',
  key: '300',
  session: benSession,
  own: ben,
  dues: [{ payer: anna, amount: '30' }],
  expiresInMs: 400,
};
const dueOfAnna: BookDue = {
  id: 301n,
  request: 300n,
  payer: BigInt(anna) + 5n,
  account: BigInt(ben),
  amount: 30n,
  paid: 0n,
  state: 'OPEN',
  changedAt: timeOf('300'),
  expiresAt: timeOf('700'),
};
const made = ({ script }: Tale) =>
  script.did(ben, asking, { outcome: 'ok', dues: [`${dueOfAnna.id}`] });
const due =
  (change: Partial<BookDue> = {}) =>
  ({ books }: Tale) => {
    books.dues = [{ ...dueOfAnna, ...change }];
  };
const ofDue = (amount: number): Payment => ({ ...transfer(anna, ben, `${amount}`), pays: '301' });
const paid =
  (key: string, amount: number, before: number) =>
  ({ script, books }: Tale) => {
    script.did(anna, pay(key, ofDue(amount)), receipt(amount, before, before - amount));
    books.book(key, ofDue(amount));
    books.duePayments.push({ transactionId: BigInt(key), due: 301n, amount: BigInt(amount) });
  };
const refused = (key: string, amount: number, code: string) => (tale: Tale) =>
  tale.script.did(anna, pay(key, ofDue(amount)), declined(code));
const cancelled =
  (count: number) =>
  ({ script }: Tale) =>
    script.did(
      ben,
      { kind: 'cancel', request: '300', session: benSession },
      { outcome: 'ok', count },
    );
const declinedByAnna = ({ script }: Tale) =>
  script.did(anna, { kind: 'decline', due: '301', session: annaSession }, ok);

describe('requests', () => {
  test('one that is open, paid, declined, cancelled or over is accepted', () => {
    expect(broken(told(made, due()))).toEqual([]);
    const parts = [paid('400', 10, 60), paid('401', 20, 50)];
    const whole = due({ paid: 30n, state: 'PAID', changedAt: timeOf('401') });
    expect(broken(told(made, ...parts, whole, refused('402', 1, 'REQUEST_ENDED')))).toEqual([]);
    const ended = { changedAt: timeOf('500') };
    expect(broken(told(made, declinedByAnna, due({ state: 'DECLINED', ...ended })))).toEqual([]);
    expect(broken(told(made, cancelled(1), due({ state: 'CANCELLED', ...ended })))).toEqual([]);
    const part = due({ paid: 10n, state: 'EXPIRED', changedAt: timeOf('700') });
    expect(broken(told(made, paid('400', 10, 60), part))).toEqual([]);
  });

  test('I20: finds one that is not there, was refused, was never asked for, or is another', () => {
    expect(broken(told(made))).toEqual(['I20']);
    const against = ({ script }: Tale) => script.did(ben, asking, declined('REQUESTS_OPEN'));
    expect(broken(told(against, due()))).toEqual(['I20']);
    expect(broken(told(due()))).toEqual(['I20']);
    expect(broken(told(made, due({ amount: 31n })))).toEqual(['I20']);
    expect(broken(told(made, due({ id: 302n })))).toEqual(['I20']);
  });

  test('I20: finds one paid by more than it asks for, and a sum that no payment explains', () => {
    const twice = [paid('400', 30, 60), paid('401', 30, 30)];
    const whole = due({ paid: 30n, state: 'PAID', changedAt: timeOf('400') });
    expect(broken(told(made, ...twice, whole))).toEqual(['I20']);
    expect(broken(told(made, due({ paid: 10n, state: 'PART_PAID' })))).toEqual(['I20']);
    expect(broken(told(made, paid('400', 30, 60), due({ paid: 30n })))).toEqual(['I20']);
  });

  test('I20: finds a payment after its end, after its time, or of another due', () => {
    const late = { state: 'DECLINED', paid: 10n, changedAt: timeOf('399') };
    expect(broken(told(made, declinedByAnna, paid('400', 10, 60), due(late)))).toEqual(['I20']);
    const over = { state: 'PART_PAID', paid: 10n };
    expect(broken(told(made, paid('701', 10, 60), due(over)))).toEqual(['I20']);
    const unlinked = told(made, paid('400', 10, 60), due());
    unlinked.books.duePayments = [];
    expect(broken(unlinked)).toEqual(['I20']);
  });

  test('I20: finds an end that is not the one that was answered', () => {
    const whole = due({ paid: 30n, state: 'PAID', changedAt: timeOf('400') });
    expect(broken(told(made, declinedByAnna, paid('400', 30, 60), whole))).toEqual(['I20']);
    expect(broken(told(made, cancelled(1), paid('400', 30, 60), whole))).toEqual(['I20']);
    expect(broken(told(made, cancelled(0), due()))).toEqual(['I20']);
    expect(broken(told(made, due({ state: 'CANCELLED', changedAt: timeOf('500') })))).toEqual([
      'I20',
    ]);
  });

  test('I20: finds a refusal of what could be paid', () => {
    const open = due({ expiresAt: '2026-02-01 00:00:00.000000' });
    expect(broken(told(made, open, refused('400', 30, 'REQUEST_ENDED')))).toEqual(['I20']);
    expect(broken(told(made, open, refused('400', 30, 'REQUEST_EXCEEDED')))).toEqual(['I20']);
    expect(broken(told(made, open, refused('400', 31, 'REQUEST_EXCEEDED')))).toEqual([]);
  });
});

describe('standing orders that are cancelled', () => {
  const scheduled = ({ script, books }: Tale) => {
    const wanted = { own: anna, payee: ben, amount: '5' };
    script.did(anna, { kind: 'schedule', key: '88', ...wanted }, ok);
    books.occurrences = new Map([['88', null]]);
  };
  const cancelledOrder =
    (answer: Answer) =>
    ({ script }: Tale) =>
      script.did(anna, { kind: 'cancelOrder', key: '88', session: annaSession }, answer);
  const paidByOrder = ({ books }: Tale) => {
    books.book('900', { ...transfer(anna, ben, '5'), initiator: 'ORDER' });
    const entries = books.entries.slice(-2).map((entry) => ({ ...entry, memo: 'standing 88' }));
    books.entries.splice(-2, 2, ...entries);
    books.occurrences = new Map([['88', 'PAID']]);
  };

  test('one that never pays is accepted, and one that had paid before', () => {
    expect(broken(told(scheduled, cancelledOrder(ok)))).toEqual([]);
    const over = cancelledOrder(declined('ORDER_OVER'));
    expect(broken(told(scheduled, over, paidByOrder))).toEqual([]);
  });

  test('I19: finds one that pays all the same, and one that does nothing uncancelled', () => {
    expect(broken(told(scheduled, cancelledOrder(ok), paidByOrder))).toEqual(['I19']);
    expect(broken(told(scheduled, cancelledOrder(declined('ORDER_OVER'))))).toEqual(['I19']);
  });
});
