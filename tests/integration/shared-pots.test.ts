/** Pots of shared accounts: managers fill and empty them, all members see them. */
import { describe, expect, test } from 'vitest';
import { verifyBooks } from '../../src/bank/audit/index.ts';
import { sharedRoles } from '../../src/bank/model/index.ts';
import type * as m from '../../src/bank/model/index.ts';
import { exactly, gems, newRequestId, pay, type Person } from '../support/bank.ts';
import { expectBooksBalanced } from '../support/books.ts';
import { bookedAt, creditAt, openedAt, setRate } from '../support/interest.ts';
import { withLedger } from '../support/ledger.ts';
import { messagesTo, sendAll } from '../support/notices.ts';
import { addTo, lockPot, openPot, releasePot, roundUpInto, takeFrom } from '../support/pots.ts';
import {
  agreeRule,
  askWithdrawal,
  closeShared,
  grantOf,
  joinShared,
  openShared,
  removeFrom,
} from '../support/shared.ts';
import { reason, refusal } from '../support/staff.ts';
import { withBank } from '../support/with-bank.ts';

const { database, bank, anna, ben, cleo, staff } = withBank({
  hasStaff: true,
  balances: { anna: 100_000n, ben: 500n, cleo: 0n },
});
const ledger = withLedger(database);

const fill = async (account: m.AccountNumber, sum: bigint) =>
  pay(bank, anna, { accountNumber: account } as Person, sum);

/** An account of Anna's with money, and a pot of it. */
async function saving(): Promise<{ account: m.AccountNumber; pot: m.AccountNumber }> {
  const account = await openShared(bank, anna);
  await fill(account, 5_000n);
  return { account, pot: await openPot(bank, anna, { of: account, goal: 90_000n as m.Amount }) };
}
const join = async (account: m.AccountNumber, person: Person, role: m.SharedRole) =>
  joinShared(bank, account, { by: anna, person, ...grantOf(role) });
const closePot = async ({ session }: Person, pot: m.AccountNumber) =>
  bank.pots.close(session, { pot, requestId: newRequestId() });

/** What the person sees of the account and of its pots. */
async function seen({ session }: Person): Promise<{ account: bigint; pots: readonly bigint[] }> {
  const [account] = await bank.shared.list(session);
  const { pots } = await bank.pots.shared(session);
  return { account: account!.balance, pots: pots.map(({ balance }) => balance) };
}

describe('a pot of a shared account', () => {
  test('is opened once, belongs to the account, and is no account of the manager', async () => {
    const account = await openShared(bank, anna);
    const order = { name: 'Trip', goal: null, goalDate: null, of: account };
    await bank.pots.judgeOpening(anna.session, order);
    const request = { ...order, requestId: newRequestId() };
    const made = await bank.pots.open(anna.session, request);
    expect(made).toMatchObject({ type: 'POT', potOf: { accountNumber: account } });
    expect(await bank.pots.open(anna.session, request)).toEqual(made);
    const own = await bank.accounts.overview(anna.session);
    expect(own.map(({ type }) => type)).toEqual(['CURRENT']);
    const meant = { name: 'Trip' };
    expect((await bank.pots.find(anna.session, meant)).accountNumber).toBe(made.accountNumber);
    expect(await refusal(openPot(bank, anna, { of: account }))).toBe('ACCOUNT_NAME_TAKEN');
    const past = { of: account, name: 'Other', goalDate: '2020-01-01' };
    expect(await refusal(openPot(bank, anna, past))).toBe('POT_DATE');
    expect(await refusal(openPot(bank, ben, { of: account }))).toBe('SHARED_ROLE');
  });

  test('takes and returns money of that account alone; entries name the manager', async () => {
    const { account, pot } = await saving();
    const move = { pot, wish: exactly(2_000n) };
    expect(await bank.pots.quoteAdd(anna.session, move)).toMatchObject({
      balanceAfter: 3_000n,
      from: { name: 'Chess club' },
      to: { name: 'Trip' },
    });
    await addTo(bank, anna, pot, 2_000n);
    await takeFrom(bank, anna, pot, 500n);
    expect(await seen(anna)).toEqual({ account: 3_500n, pots: [1_500n] });
    for (const number of [pot, account]) {
      const asked = { account: number, filter: {}, size: 5 };
      const { entries } = await bank.statements.page(anna.session, asked);
      expect(entries.slice(0, 2).map(({ kind, actor }) => [kind, actor])).toEqual([
        ['POT_TAKE', 'Anna M.'],
        ['POT_ADD', 'Anna M.'],
      ]);
    }
    const other = { ...move, account: anna.accountNumber, requestId: newRequestId() };
    expect(await refusal(bank.pots.add(anna.session, other))).toBe('POT_ONLY_SAVES');
    expect(await refusal(bank.pots.take(anna.session, other))).toBe('POT_ONLY_SAVES');
    expect(await refusal(addTo(bank, anna, pot, 3_501n))).toBe('FUNDS_INSUFFICIENT');
    const direct = { from: pot, wish: exactly(1n), memo: null };
    expect(await refusal(bank.payments.quoteWithdrawal(anna.session, direct))).not.toBeNull();
    await expectBooksBalanced(database.pool);
    expect((await verifyBooks(database.pool)).findings).toEqual([]);
  });

  test.each(sharedRoles)('is seen by a %s, and used by managers alone', async (role) => {
    const { account, pot } = await saving();
    await addTo(bank, anna, pot, 2_000n);
    await join(account, ben, role);
    expect(await seen(ben)).toEqual({ account: 3_000n, pots: [2_000n] });
    const acts = [
      async () => addTo(bank, ben, pot, 1n),
      async () => takeFrom(bank, ben, pot, 1n),
      async () => bank.pots.quoteTake(ben.session, { pot, wish: exactly(1n) }),
      async () => roundUpInto(bank, ben, pot),
      async () => lockPot(bank, ben, pot, { days: 9, waitHours: 0 }),
      async () => releasePot(bank, ben, pot),
      async () => takeFrom(bank, ben, pot, 2_000n),
      async () => closePot(ben, pot),
    ];
    const found = [];
    for (const act of acts) found.push(await refusal(act()));
    const isManager = role === 'MANAGER';
    expect(found).toEqual(acts.map(() => (isManager ? null : 'SHARED_ROLE')));
    expect((await seen(anna)).account).toBe(isManager ? 5_000n : 3_000n);
  });

  test('is read from joining on, by members who read the account so', async () => {
    const { account, pot } = await saving();
    await addTo(bank, anna, pot, 100n);
    await join(account, ben, 'VIEWER');
    await joinShared(bank, account, {
      by: anna,
      person: cleo,
      ...grantOf('VIEWER'),
      readsAll: true,
    });
    const early = await addTo(bank, anna, pot, 200n);
    const read = async ({ session }: Person) =>
      (await bank.statements.page(session, { account: pot, filter: {}, size: 5 })).entries.map(
        ({ amount }) => amount,
      );
    expect(await read(ben)).toEqual([200n]);
    expect(await read(cleo)).toEqual([200n, 100n]);
    const issued = await bank.receipts.of(ben.session, early.requestId);
    expect(issued.actor).toBe('Anna M.');
    expect(await refusal(read(staff.mona))).toBe('SESSION_EXPIRED');
  });
});

describe('a member who was removed', () => {
  test('neither sees nor moves the pot, also with an open card', async () => {
    const { account, pot } = await saving();
    await join(account, ben, 'MANAGER');
    await addTo(bank, ben, pot, 100n);
    const card = { pot, wish: exactly(50n), requestId: newRequestId() };
    await bank.pots.quoteTake(ben.session, card);
    await removeFrom(bank, account, { by: anna, person: ben });
    expect(await refusal(bank.pots.take(ben.session, card))).toBe('SHARED_ROLE');
    expect((await bank.pots.shared(ben.session)).pots).toEqual([]);
    expect(await refusal(bank.pots.find(ben.session, { accountNumber: pot }))).toBe('POT_UNKNOWN');
    expect(await refusal(closePot(ben, pot))).toBe('SHARED_ROLE');
  });

  test('frozen by staff: the manager, or the account with its pots', async () => {
    const { account, pot } = await saving();
    await addTo(bank, anna, pot, 100n);
    await bank.counter.freeze(staff.teller.session, { accountNumber: account, reason });
    expect(await refusal(takeFrom(bank, anna, pot, 1n))).toBe('ACCOUNT_FROZEN');
    expect(await refusal(addTo(bank, anna, pot, 1n))).toBe('ACCOUNT_FROZEN');
    expect(await refusal(lockPot(bank, anna, pot, { days: 9, waitHours: 0 }))).toBe(
      'ACCOUNT_FROZEN',
    );
  });
});

test('payments that managers approve wait also after the money was in a pot', async () => {
  const { account, pot } = await saving();
  await join(account, ben, 'MANAGER');
  await agreeRule(bank, account, { by: anna, approver: ben, above: 1_000n });
  await askWithdrawal(bank, account, { by: anna, sum: 4_000n });
  expect(await refusal(addTo(bank, anna, pot, 1_001n))).toBe('FUNDS_INSUFFICIENT');
  await addTo(bank, anna, pot, 1_000n);
  await takeFrom(bank, anna, pot, 1_000n);
  const order = { from: account, wish: exactly(1_000n), memo: null };
  const above = { ...order, wish: exactly(1_001n), requestId: newRequestId() };
  expect(await refusal(bank.payments.withdraw(anna.session, above))).not.toBeNull();
  const first = bank.payments.withdraw(anna.session, { ...order, requestId: newRequestId() });
  expect((await first).amount).toBe(1_000n);
});

test('the account is not closed before its pots', async () => {
  const account = await openShared(bank, anna);
  const pot = await openPot(bank, anna, { of: account });
  expect(await refusal(closeShared(bank, account, anna))).toBe('ACCOUNT_IN_USE');
  await fill(account, 10n);
  await addTo(bank, anna, pot, 10n);
  expect(await refusal(closePot(anna, pot))).toBe('POT_NOT_EMPTY');
  await lockPot(bank, anna, pot, { days: 5, waitHours: 0 });
  expect(await refusal(takeFrom(bank, anna, pot, 10n))).toBe('POT_LOCKED');
  await releasePot(bank, anna, pot);
  await takeFrom(bank, anna, pot, 10n);
  await bank.payments.withdraw(anna.session, {
    from: account,
    wish: exactly(10n),
    memo: null,
    requestId: newRequestId(),
  });
  await closePot(anna, pot);
  await closeShared(bank, account, anna);
});

describe('messages', () => {
  test('tell the other managers what was changed, and of each move', async () => {
    const { account, pot } = await saving();
    await join(account, ben, 'MANAGER');
    await join(account, cleo, 'VIEWER');
    for (const person of [anna, ben, cleo]) await sendAll(bank, person);
    await lockPot(bank, anna, pot, { days: 9, waitHours: 1 });
    const [locked] = await messagesTo(bank, ben);
    expect(locked?.notice).toMatchObject({
      kind: 'SHARED_CHANGED',
      event: 'POT_LOCKED',
      actor: 'Anna M.',
    });
    await bank.outbox.sent(locked!.ids);
    await addTo(bank, anna, pot, 5n);
    const [moved] = await messagesTo(bank, ben);
    expect(moved?.notice).toMatchObject({ kind: 'SHARED_MOVED', actor: 'Anna M.', amount: 5n });
    expect(await sendAll(bank, cleo)).toEqual([]);
  });

  test('of interest go to the managers, since the owner of the pot is no person', async () => {
    const { account, pot } = await saving();
    await join(account, cleo, 'VIEWER');
    const id = await openedAt(database, pot, '2023-12-31');
    await addTo(bank, anna, pot, 5_000n);
    await bookedAt(database, { id, seq: 1n }, '2023-12-31T12:00:00');
    await setRate(database, 'POT', { basisPoints: 366n, day: '2024-01-01' });
    for (const person of [anna, cleo]) await sendAll(bank, person);
    const tools = { pool: database.pool, ledger: ledger().ledger, currency: gems };
    await creditAt(tools, '2024-02-01T00:02:01');
    expect((await seen(anna)).pots).toEqual([5_015n]);
    const [message] = await messagesTo(bank, anna);
    expect(message?.notice).toMatchObject({
      kind: 'SHARED_MOVED',
      direction: 'in',
      amount: 15n,
      actor: null,
      account: { name: 'Chess club · Trip', numberTail: pot.slice(-4) },
    });
    await bank.outbox.sent(message!.ids);
    expect(await sendAll(bank, cleo)).toEqual([]);
    const left = await database.pool.rows(`SELECT kind FROM outbox WHERE channel <> 'INBOX'`);
    expect(left.map(({ kind }) => kind)).not.toContain('MONEY_RECEIVED');
  });
});
