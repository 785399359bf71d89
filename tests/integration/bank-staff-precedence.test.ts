/** Faults are fixed one after another: staff see them in the order of docs/errors.md. */
import { beforeEach, expect, test } from 'vitest';
import type * as m from '../../src/bank/model/index.ts';
import { exactly, newRequestId, type Person } from '../support/bank.ts';
import { reason, refusal } from '../support/staff.ts';
import { withBank } from '../support/with-bank.ts';

const limit = 1_000n;
const nowhere = '0000000000' as m.AccountNumber;
const { bank, staff, anna, gone, database } = withBank({
  settings: { fourEyesAbove: limit },
  hasStaff: true,
  balances: { anna: 500n, gone: 0n },
});

beforeEach(async () => {
  await bank.sessions.logout(gone.session);
});

const adjust = async (by: Person, accountNumber: m.AccountNumber, amount = 600n) =>
  bank.corrections.adjust(by.session, {
    requestId: newRequestId(),
    accountNumber,
    amount: amount as m.Amount,
    side: 'debit',
    reason,
  });
const reverse = async (by: Person, transaction: m.RequestId) =>
  bank.corrections.reverse(by.session, { requestId: newRequestId(), transaction, reason });
const decide = async (by: Person, id: m.RequestId) =>
  bank.approvals.decide(by.session, { id, verdict: 'APPROVED' });
const pay = async (amount: bigint) =>
  bank.payments.withdraw(anna.session, {
    requestId: newRequestId(),
    wish: exactly(amount),
    memo: null,
  });

async function walk(steps: readonly (readonly [code: string, work: () => Promise<unknown>])[]) {
  const heard = [];
  for (const [, work] of steps) heard.push(await refusal(work()));
  expect(heard).toEqual(steps.map(([code]) => code));
}

test('an adjustment', async () => {
  const mine = staff.mona.accountNumber;
  await walk([
    ['CUSTOMER_UNKNOWN', async () => adjust(gone, nowhere)],
    ['SESSION_EXPIRED', async () => adjust(gone, gone.accountNumber)],
    ['STAFF_RIGHT_MISSING', async () => adjust(staff.teller, staff.teller.accountNumber)],
    ['STAFF_SELF', async () => adjust(staff.mona, mine)],
    ['FUNDS_INSUFFICIENT', async () => adjust(staff.mona, anna.accountNumber)],
  ]);
  await adjust(staff.mona, anna.accountNumber, limit + 1n);
});

test('a reversal', async () => {
  const { requestId: taken } = await pay(100n);
  const done = await reverse(staff.mona, taken);
  if (done.kind !== 'booked') throw new Error('not booked');
  const given = await bank.payments.deposit(anna.session, {
    requestId: newRequestId(),
    wish: exactly(400n),
    memo: null,
  });
  await pay(800n);
  await walk([
    ['TRANSACTION_UNKNOWN', async () => reverse(gone, 1n as m.RequestId)],
    ['REVERSAL_IMPOSSIBLE', async () => reverse(gone, done.receipt.requestId)],
    ['SESSION_EXPIRED', async () => reverse(gone, taken)],
    ['STAFF_RIGHT_MISSING', async () => reverse(staff.teller, taken)],
    ['REVERSAL_DONE', async () => reverse(staff.mona, taken)],
    ['REVERSAL_SHORT', async () => reverse(staff.mona, given.requestId)],
  ]);
});

test('a decision', async () => {
  const ask = async (amount: bigint): Promise<m.RequestId> => {
    const asked = await adjust(staff.mona, anna.accountNumber, amount);
    if (asked.kind !== 'asked') throw new Error('nobody was asked');
    return asked.approval.id;
  };
  const [expired, decided, open] = [
    await ask(limit + 1n),
    await ask(limit + 2n),
    await ask(1_003n),
  ];
  await database.pool.write('UPDATE approvals SET expires_at = NOW(6) WHERE id = ?', [expired]);
  await bank.approvals.decide(staff.max.session, { id: decided, verdict: 'DECLINED' });
  await walk([
    ['APPROVAL_UNKNOWN', async () => decide(gone, 1n as m.RequestId)],
    ['SESSION_EXPIRED', async () => decide(gone, expired)],
    ['STAFF_RIGHT_MISSING', async () => decide(staff.teller, expired)],
    ['APPROVAL_EXPIRED', async () => decide(staff.mona, expired)],
    ['APPROVAL_DECIDED', async () => decide(staff.mona, decided)],
    ['APPROVAL_OWN', async () => decide(staff.mona, open)],
    ['FUNDS_INSUFFICIENT', async () => decide(staff.max, open)],
  ]);
});

test('freezing, relinking and roles', async () => {
  const about = (accountNumber: m.AccountNumber) => ({ accountNumber, reason });
  const freeze = async (by: Person, number: m.AccountNumber) =>
    bank.counter.freeze(by.session, about(number));
  const relink = async (by: Person, number: m.AccountNumber, member: m.DiscordUserId) =>
    bank.counter.relink(by.session, { ...about(number), member });
  await freeze(staff.teller, anna.accountNumber);
  await walk([
    ['CUSTOMER_UNKNOWN', async () => freeze(gone, nowhere)],
    ['SESSION_EXPIRED', async () => freeze(gone, gone.accountNumber)],
    ['STAFF_RIGHT_MISSING', async () => freeze(staff.auditor, staff.auditor.accountNumber)],
    ['STAFF_SELF', async () => freeze(staff.teller, staff.teller.accountNumber)],
    ['STATE_UNCHANGED', async () => freeze(staff.teller, anna.accountNumber)],
    ['STAFF_SELF', async () => relink(staff.mona, staff.mona.accountNumber, anna.discordUserId)],
    ['MEMBER_HAS_ACCOUNT', async () => relink(staff.mona, anna.accountNumber, gone.discordUserId)],
    [
      'ROLE_UNCHANGED',
      async () => bank.staff.revokeRole(staff.mona.session, { member: anna.discordUserId, reason }),
    ],
  ]);
});
