/** Deposits that a teller decides: nothing moves before, and once after. */
import { expect, test } from 'vitest';
import type * as m from '../../src/bank/model/index.ts';
import { balanceOf, exactly, newRequestId, type Person } from '../support/bank.ts';
import { reason, refusal } from '../support/staff.ts';
import { withBank } from '../support/with-bank.ts';

const limitPerTransaction = 50_000n;
const { bank, staff, anna } = withBank({
  settings: { deposits: 'approval', limitPerTransaction },
  hasStaff: true,
  balances: { anna: 0n },
});

const order = (amount = 1_200n, memo: string | null = 'cash at the desk') => ({
  requestId: newRequestId(),
  wish: exactly(amount),
  memo,
});
const ask = async (by = anna, wanted = order()): Promise<m.RequestId> => {
  const { approval } = await bank.payments.askDeposit(by.session, wanted);
  return approval.id;
};
const decide = async (by: Person, id: m.RequestId, verdict: 'APPROVED' | 'DECLINED' = 'APPROVED') =>
  bank.approvals.decide(by.session, { id, verdict });
const told = async () => {
  const messages = await bank.outbox.claim(10);
  for (const { ids } of messages) await bank.outbox.sent(ids);
  return messages.filter(({ recipient }) => recipient === anna.discordUserId);
};

test('nothing moves until a teller approves, and the customer is notified', async () => {
  const wanted = order();
  const id = await ask(anna, wanted);
  expect(id).toBe(wanted.requestId);
  expect(await balanceOf(bank, anna)).toBe(0n);
  const [waiting] = await bank.approvals.open(staff.teller.session, { after: 0n, limit: 5 });
  expect(waiting).toMatchObject({ id, kind: 'DEPOSIT', maker: anna.discordUserId });
  expect(waiting?.content).toEqual({ amount: '1200', memo: 'cash at the desk' });
  expect(await decide(staff.teller, id)).toMatchObject({ state: 'APPROVED' });
  expect(await balanceOf(bank, anna)).toBe(1_200n);
  const notices = await told();
  expect(notices.map(({ notice }) => notice)).toMatchObject([
    { kind: 'MOVED_BY_STAFF', act: 'DEPOSIT_APPROVED', amount: 1_200n, role: 'TELLER' },
  ]);
  const log = await bank.accounts.accessLog(anna.session, { size: 5 });
  expect(log.entries.map(({ action }) => action)).toEqual(['DEPOSIT_APPROVED']);
});

test('a declined deposit moves nothing, and the customer is notified', async () => {
  const id = await ask();
  expect(await decide(staff.teller, id, 'DECLINED')).toMatchObject({ state: 'DECLINED' });
  expect(await refusal(decide(staff.max, id))).toBe('APPROVAL_DECIDED');
  expect(await balanceOf(bank, anna)).toBe(0n);
  expect((await told()).map(({ notice }) => notice)).toMatchObject([
    { kind: 'DEPOSIT_DECIDED', approved: false },
  ]);
});

test('ten simultaneous approvals book it once', async () => {
  const id = await ask();
  const codes = await Promise.all(
    Array.from({ length: 10 }, async (_, at) =>
      refusal(decide(at % 2 === 0 ? staff.teller : staff.max, id)),
    ),
  );
  // The first teller sees the result with each press, the other that it is decided.
  expect(codes.filter((code) => code === null)).toHaveLength(5);
  expect(new Set(codes)).toEqual(new Set([null, 'APPROVAL_DECIDED']));
  expect(await balanceOf(bank, anna)).toBe(1_200n);
});

test('a repeated request is the same one, in any state', async () => {
  const wanted = order();
  const ids = await Promise.all(Array.from({ length: 5 }, async () => ask(anna, wanted)));
  expect(new Set(ids)).toEqual(new Set([wanted.requestId]));
  expect(await bank.approvals.open(staff.teller.session, { after: 0n, limit: 9 })).toHaveLength(1);
  await decide(staff.teller, wanted.requestId);
  const again = await bank.payments.askDeposit(anna.session, wanted);
  expect(again.approval.state).toBe('APPROVED');
  expect(await balanceOf(bank, anna)).toBe(1_200n);
});

test('customers cannot approve their own deposit, and auditors cannot approve any', async () => {
  const own = await ask(staff.teller);
  expect(await refusal(decide(staff.teller, own))).toBe('APPROVAL_OWN');
  expect(await refusal(decide(staff.auditor, own))).toBe('STAFF_RIGHT_MISSING');
  expect(await refusal(decide(anna, own))).toBe('STAFF_RIGHT_MISSING');
});

test('direct booking is refused, and limits apply when requesting and when booking', async () => {
  expect(await refusal(bank.payments.deposit(anna.session, order()))).toBe(
    'DEPOSIT_NEEDS_APPROVAL',
  );
  expect(await refusal(ask(anna, order(limitPerTransaction + 1n)))).toBe('AMOUNT_ABOVE_LIMIT');
  const half = { ...order(), wish: { kind: 'half' } as const };
  expect(await refusal(bank.payments.askDeposit(anna.session, half))).toBe('AMOUNT_UNCLEAR');
  await bank.sessions.logout(anna.session);
  expect(await refusal(ask())).toBe('SESSION_EXPIRED');
});

test('a frozen account still receives what a teller approves', async () => {
  const id = await ask();
  const about = { accountNumber: anna.accountNumber, reason };
  await bank.counter.freeze(staff.teller.session, about);
  await decide(staff.teller, id);
  const view = await bank.counter.view(staff.teller.session, about);
  expect(view.account.balance).toBe(1_200n);
});

test('five requests can wait, and a sixth is refused until one is decided', async () => {
  const ids = [];
  for (let number = 0; number < 5; number += 1) ids.push(await ask(anna, order()));
  expect(await refusal(ask(anna, order()))).toBe('DEPOSITS_WAITING');
  await decide(staff.teller, ids[0]!, 'DECLINED');
  expect(await refusal(ask(anna, order()))).toBeNull();
});
