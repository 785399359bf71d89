/** Large payments, first payments and staff acts that move money need a proof. */
import { expect, test } from 'vitest';
import type * as m from '../../src/bank/model/index.ts';
import {
  allOf,
  balanceOf,
  discordId,
  exactly,
  newRequestId,
  openBank,
  password,
  place,
} from '../support/bank.ts';
import { openStaff, reason, refusal, type Staff } from '../support/staff.ts';
import { withBank } from '../support/with-bank.ts';

const above = 1_000n;
const { database, bank, anna, ben } = withBank({
  settings: { stepUpAbove: above, fourEyesAbove: 0n },
  balances: { anna: 50_000n, ben: 0n },
});

const order = (amount: bigint) => ({ wish: exactly(amount), memo: null });
const withdraw = async (amount: bigint, isProved = false) =>
  bank.payments.withdraw(anna.session, { requestId: newRequestId(), isProved, ...order(amount) });
const card = async (needsProof = true) =>
  bank.pending.open({
    discordUserId: anna.discordUserId,
    kind: 'CONFIRM',
    command: 'transfer',
    payload: '{}',
    needsProof,
  });
const take = async (id: m.RequestId, session = anna.session) =>
  bank.pending.take(id, anna.discordUserId, session);

test('quotes ask for a proof above the limit and for a first payment, not for a deposit', async () => {
  const target = { accountNumber: ben.accountNumber };
  const session = { ...anna.session, ageMs: 300_000 };
  const needs = async (amount: bigint) =>
    (await bank.payments.quoteTransfer(session, { ...order(amount), target })).needsProof;
  expect(await needs(1n)).toBe(true);
  await bank.payments.transfer(anna.session, {
    requestId: newRequestId(),
    ...order(1n),
    accountNumber: ben.accountNumber,
  });
  expect(await needs(above)).toBe(false);
  expect(await needs(above + 1n)).toBe(true);
  const large = order(above + 1n);
  expect((await bank.payments.quoteWithdrawal(anna.session, large)).needsProof).toBe(true);
  expect((await bank.payments.quoteDeposit(anna.session, large)).needsProof).toBe(false);
});

test('booking above the limit without a proof is refused under the lock, even for a share', async () => {
  expect(await refusal(withdraw(above))).toBeNull();
  expect(await refusal(withdraw(above + 1n))).toBe('STEP_UP_NEEDED');
  const wish = await allOf(bank, anna);
  const all = { requestId: newRequestId(), wish, memo: null };
  expect(await refusal(bank.payments.withdraw(anna.session, all))).toBe('STEP_UP_NEEDED');
  expect(await refusal(withdraw(50_000n))).toBe('FUNDS_INSUFFICIENT');
  expect(await refusal(withdraw(above + 1n, true))).toBeNull();
  expect(await balanceOf(bank, anna)).toBe(50_000n - above - above - 1n);
});

test('a card that needs a proof is not taken without one, and a proof is valid for one card', async () => {
  const [first, second] = [await card(), await card()];
  expect((await take(first.requestId))?.action.state).toBe('OPEN');
  await bank.pending.prove(first.requestId, anna.session, password);
  expect((await take(second.requestId))?.action.state).toBe('OPEN');
  const taken = await take(first.requestId);
  expect(taken).toMatchObject({ takenNow: true, action: { state: 'TAKEN', isProved: true } });
});

test('a wrong proof takes no card and delays the next guess', async () => {
  const { requestId } = await card();
  const prove = async (guess: string) => bank.pending.prove(requestId, anna.session, guess);
  expect(await refusal(prove('not my password'))).toBe('PASSWORD_WRONG');
  expect(await refusal(prove(password))).toBe('LOCKED_OUT');
  expect((await take(requestId))?.action.state).toBe('OPEN');
});

test('a proof of an ended session is not valid in a later one', async () => {
  const { requestId } = await card();
  await bank.pending.prove(requestId, anna.session, password);
  const { discordUserId, accountNumber } = anna;
  const later = await bank.sessions.login({ discordUserId, place, accountNumber, password });
  expect((await take(requestId, later))?.action.state).toBe('OPEN');
  expect(await refusal(bank.pending.prove(requestId, anna.session, password))).toBe(
    'SESSION_EXPIRED',
  );
});

test('another person’s session cannot prove for a card', async () => {
  const { requestId } = await card();
  await bank.pending.prove(requestId, ben.session, password);
  expect((await take(requestId))?.action.state).toBe('OPEN');
  expect((await card(false)).needsProof).toBe(false);
  expect(await bank.pending.take(requestId, discordId(), ben.session)).toBeNull();
});

test('twenty simultaneous right proofs count as one, and none is reported as wrong', async () => {
  const other = await openBank(database.pool, { settings: { stepUpAbove: above } });
  const { requestId } = await card();
  const found = await Promise.all(
    Array.from({ length: 20 }, async (_, at) =>
      refusal((at % 2 === 0 ? bank : other).pending.prove(requestId, anna.session, password)),
    ),
  );
  expect(new Set(found)).toEqual(new Set([null]));
  expect((await take(requestId))?.takenNow).toBe(true);
  // A later duplicate is not checked, so that no code is used up and nothing is counted.
  expect(await refusal(bank.pending.prove(requestId, anna.session, 'not my password'))).toBeNull();
  expect(await database.pool.rows('SELECT subject FROM login_counters')).toEqual([]);
  await other.close();
});

test('twenty simultaneous presses with one proof take the card once', async () => {
  const { requestId } = await card();
  await bank.pending.prove(requestId, anna.session, password);
  const taken = await Promise.all(Array.from({ length: 20 }, async () => take(requestId)));
  expect(taken.filter((one) => one?.takenNow === true)).toHaveLength(1);
});

test('staff need a proof for every act that moves money, and for approving one', async () => {
  const staff: Staff = await openStaff(bank);
  const { accountNumber } = anna;
  const { session } = staff.mona;
  const served = { accountNumber, ...order(5n) };
  expect((await bank.counter.quoteDeposit(session, served)).needsProof).toBe(true);
  const give = async (isProved: boolean) =>
    bank.counter.deposit(session, { ...served, requestId: newRequestId(), isProved });
  expect(await refusal(give(false))).toBe('STEP_UP_NEEDED');
  expect(await refusal(give(true))).toBeNull();
  const asked = { accountNumber, amount: 7n as m.Amount, side: 'credit', reason } as const;
  const adjust = async (isProved: boolean) =>
    bank.corrections.adjust(session, { ...asked, requestId: newRequestId(), isProved });
  expect(await refusal(adjust(false))).toBe('STEP_UP_NEEDED');
  const adjusted = await adjust(true);
  if (adjusted.kind !== 'asked') throw new Error('nobody was asked');
  const { id } = adjusted.approval;
  const approve = async (isProved: boolean) =>
    bank.approvals.decide(staff.max.session, { id, verdict: 'APPROVED', isProved });
  expect(await refusal(approve(false))).toBe('STEP_UP_NEEDED');
  expect(await refusal(approve(true))).toBeNull();
});
