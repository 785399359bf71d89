/** Members pay from a shared account and deposit into it, each by their role. */
import { describe, expect, test } from 'vitest';
import {
  mayAsMember,
  type SharedAction,
  sharedActions,
  sharedRoles,
} from '../../src/bank/model/index.ts';
import type * as m from '../../src/bank/model/index.ts';
import { accountFacts } from '../support/accounts.ts';
import { exactly, newRequestId, pay, type Person } from '../support/bank.ts';
import { messagesTo, sendAll } from '../support/notices.ts';
import { openPot } from '../support/pots.ts';
import {
  agreeRule,
  askWithdrawal,
  changeRole,
  closeShared,
  grantOf,
  inviteTo,
  joinShared,
  leaveShared,
  openShared,
  removeFrom,
  setRule,
} from '../support/shared.ts';
import { reason, refusal } from '../support/staff.ts';
import { withBank } from '../support/with-bank.ts';

const { database, bank, anna, ben, cleo, staff } = withBank({
  hasStaff: true,
  balances: { anna: 100_000n, ben: 500n, cleo: 0n },
});

const fill = async (account: m.AccountNumber, sum: bigint) =>
  pay(bank, anna, { accountNumber: account } as Person, sum);
const payFrom = async (
  from: m.AccountNumber,
  { by, sum, requestId = newRequestId() }: { by: Person; sum: bigint; requestId?: m.RequestId },
) =>
  bank.payments.transfer(by.session, {
    requestId,
    from,
    accountNumber: cleo.accountNumber,
    wish: exactly(sum),
    memo: 'rent',
  });
const withdraw = async (from: m.AccountNumber, by: Person, sum: bigint) =>
  bank.payments.withdraw(by.session, {
    requestId: newRequestId(),
    from,
    wish: exactly(sum),
    memo: null,
  });
const deposit = async (into: m.AccountNumber, by: Person, sum: bigint) =>
  bank.payments.deposit(by.session, {
    requestId: newRequestId(),
    into,
    wish: exactly(sum),
    memo: null,
  });
const spentBy = async (account: m.AccountNumber, person: Person): Promise<bigint | undefined> => {
  const { members } = await bank.shared.members(anna.session, account);
  return members.find(({ member }) => member === person.discordUserId)?.spent;
};

describe('role and action', () => {
  /** Each action of the registry, as a member would do it. */
  const acts: Readonly<
    Record<SharedAction, (account: m.AccountNumber, by: Person) => Promise<unknown>>
  > = {
    READ: async (account, by) => bank.shared.members(by.session, account),
    DEPOSIT: async (account, by) => deposit(account, by, 1n),
    PAY: async (account, by) => withdraw(account, by, 1n),
    LEAVE: async (account, by) => leaveShared(bank, account, by),
    INVITE: async (account, by) =>
      inviteTo(bank, account, { by, person: cleo, ...grantOf('VIEWER') }),
    CHANGE_ROLE: async (account, by) =>
      changeRole(bank, account, { by, person: anna, ...grantOf('VIEWER') }),
    APPROVE: async (account, by) => {
      await joinShared(bank, account, { by: anna, person: staff.max, ...grantOf('MANAGER') });
      await joinShared(bank, account, { by: anna, person: cleo, ...grantOf('SPENDER') });
      await fill(account, 100n);
      await agreeRule(bank, account, { by: anna, approver: staff.max, above: 10n });
      const { id } = await askWithdrawal(bank, account, { by: cleo, sum: 50n });
      return bank.shared.decide(by.session, id, 'APPROVED');
    },
    SAVE: async (account, by) => openPot(bank, by, { of: account }),
    SET_RULE: async (account, by) => setRule(bank, account, { by, above: 10n }),
    REMOVE: async (account, by) => removeFrom(bank, account, { by, person: anna }),
    CLOSE: async (account, by) => closeShared(bank, account, by),
  };

  test.each(sharedRoles)('of the registry hold for a %s', async (role) => {
    const found: Partial<Record<SharedAction, boolean>> = {};
    const wanted: Partial<Record<SharedAction, boolean>> = {};
    for (const action of Object.keys(sharedActions) as SharedAction[]) {
      const account = await openShared(bank, anna, action.replace('_', ' '));
      if (action === 'PAY') await fill(account, 100n);
      await joinShared(bank, account, { by: anna, person: ben, ...grantOf(role) });
      const code = await refusal(acts[action](account, ben));
      expect([action, code === null || code === 'SHARED_ROLE']).toEqual([action, true]);
      found[action] = code === null;
      wanted[action] = mayAsMember(role, action);
    }
    expect(found).toEqual(wanted);
  });

  test('nothing is allowed to a person who is no member', async () => {
    const account = await openShared(bank, anna);
    for (const act of Object.values(acts)) {
      expect(await refusal(act(account, ben))).toBe('SHARED_ROLE');
    }
  });
});

describe('paying', () => {
  test('names the member in history and receipt, and counts towards their own day', async () => {
    const account = await openShared(bank, anna);
    await fill(account, 9_000n);
    await joinShared(bank, account, { by: anna, person: ben, ...grantOf('SPENDER') });
    const receipt = await payFrom(account, { by: ben, sum: 1_000n });
    expect(receipt).toMatchObject({ from: { name: 'Chess club' }, balanceAfter: 8_000n });
    const { entries } = await bank.statements.page(anna.session, { account, filter: {}, size: 5 });
    expect(entries[0]).toMatchObject({ amount: 1_000n, actor: 'Anna M.', memo: 'rent' });
    expect(entries[1]?.actor).toBeUndefined();
    const issued = await bank.receipts.of(anna.session, receipt.requestId);
    expect(issued.actor).toBe('Anna M.');
    expect(await refusal(bank.receipts.of(staff.mona.session, receipt.requestId))).toBe(
      'TRANSACTION_UNKNOWN',
    );
    const [own] = await accountFacts(database, ben);
    expect(own).toMatchObject({ paidOut: 1_000n });
    expect(await spentBy(account, ben)).toBe(1_000n);
  });

  test('managers and the member who paid get a message', async () => {
    const account = await openShared(bank, anna);
    await fill(account, 9_000n);
    await joinShared(bank, account, { by: anna, person: ben, ...grantOf('SPENDER') });
    for (const person of [anna, ben, cleo]) await sendAll(bank, person);
    await payFrom(account, { by: ben, sum: 100n });
    const [message] = await messagesTo(bank, anna);
    expect(message?.notice).toMatchObject({
      kind: 'SHARED_MOVED',
      direction: 'out',
      actor: 'Anna M.',
      memo: 'rent',
    });
    const kinds = await database.pool.rows(`SELECT kind FROM outbox WHERE channel <> 'INBOX'`);
    expect(kinds.map(({ kind }) => kind)).not.toContain('MONEY_SENT');
  });

  test('stops at the allowance of the month, and says what is left', async () => {
    const account = await openShared(bank, anna);
    await fill(account, 9_000n);
    await joinShared(bank, account, { by: anna, person: ben, ...grantOf('SPENDER') });
    await payFrom(account, { by: ben, sum: 3_000n });
    expect(await refusal(withdraw(account, ben, 2_001n))).toBe('SHARED_ALLOWANCE');
    await withdraw(account, ben, 2_000n);
    expect(await refusal(payFrom(account, { by: ben, sum: 1n }))).toBe('SHARED_ALLOWANCE');
    await database.pool.write(`UPDATE shared_members SET spent_month = '2020-01'`);
    await payFrom(account, { by: ben, sum: 1n });
    expect(await spentBy(account, ben)).toBe(1n);
  });

  test('64 payments at once never exceed the allowance', async () => {
    const account = await openShared(bank, anna);
    await fill(account, 90_000n);
    await joinShared(bank, account, { by: anna, person: ben, ...grantOf('SPENDER') });
    const tries = await Promise.all(
      Array.from({ length: 64 }, async () => refusal(payFrom(account, { by: ben, sum: 100n }))),
    );
    expect(tries.filter((code) => code === null)).toHaveLength(50);
    expect(tries.filter((code) => code === 'SHARED_ALLOWANCE')).toHaveLength(14);
    expect(await spentBy(account, ben)).toBe(5_000n);
  });

  test('is booked once per request, also when the member was removed since', async () => {
    const account = await openShared(bank, anna);
    await fill(account, 9_000n);
    await joinShared(bank, account, { by: anna, person: ben, ...grantOf('SPENDER') });
    const requestId = newRequestId();
    await payFrom(account, { by: ben, sum: 100n, requestId });
    await removeFrom(bank, account, { by: anna, person: ben });
    expect(await payFrom(account, { by: ben, sum: 100n, requestId })).toMatchObject({
      replayed: true,
    });
    expect(await refusal(payFrom(account, { by: ben, sum: 100n }))).toBe('SHARED_ROLE');
  });
});

describe('between card and press', () => {
  const begun = async () => {
    const account = await openShared(bank, anna);
    await fill(account, 9_000n);
    await joinShared(bank, account, { by: anna, person: ben, ...grantOf('SPENDER') });
    const target = { accountNumber: cleo.accountNumber };
    const asked = { from: account, target, wish: exactly(100n), memo: null };
    await bank.payments.quoteTransfer(ben.session, asked);
    return account;
  };

  test('a removal holds at once', async () => {
    const account = await begun();
    await removeFrom(bank, account, { by: anna, person: ben });
    expect(await refusal(payFrom(account, { by: ben, sum: 100n }))).toBe('SHARED_ROLE');
  });

  test('a lower role, or a lower allowance, holds at once', async () => {
    const account = await begun();
    const lower = { role: 'SPENDER', allowance: 99n as m.Amount } as const;
    await changeRole(bank, account, { by: anna, person: ben, ...lower });
    expect(await refusal(payFrom(account, { by: ben, sum: 100n }))).toBe('SHARED_ALLOWANCE');
    await changeRole(bank, account, { by: anna, person: ben, ...grantOf('DEPOSITOR') });
    expect(await refusal(payFrom(account, { by: ben, sum: 1n }))).toBe('SHARED_ROLE');
  });

  test('a freeze of the account holds for all, one of a member for that member', async () => {
    const account = await begun();
    await bank.counter.freeze(staff.teller.session, { accountNumber: account, reason });
    expect(await refusal(payFrom(account, { by: ben, sum: 100n }))).toBe('ACCOUNT_FROZEN');
    expect(await refusal(withdraw(account, anna, 100n))).toBe('ACCOUNT_FROZEN');
    const other = await openShared(bank, anna, 'Tennis');
    await fill(other, 500n);
    await joinShared(bank, other, { by: anna, person: ben, ...grantOf('MANAGER') });
    const { accountNumber } = ben;
    await bank.counter.freeze(staff.teller.session, { accountNumber, reason });
    const { discordUserId } = ben;
    const session = await bank.sessions.login({
      discordUserId,
      accountNumber,
      password: 'quartz-lantern-voyage',
      place: ben.session.place,
    });
    const frozen = { ...ben, session };
    expect(await refusal(payFrom(other, { by: frozen, sum: 1n }))).toBe('ACCOUNT_FROZEN');
    await withdraw(other, anna, 1n);
  });

  test('a removal and payments at once: what is paid later is refused', async () => {
    const account = await begun();
    const [removed, ...paid] = await Promise.all([
      refusal(removeFrom(bank, account, { by: anna, person: ben })),
      ...Array.from({ length: 16 }, async () => refusal(payFrom(account, { by: ben, sum: 1n }))),
    ]);
    expect(removed).toBeNull();
    expect(paid.every((code) => code === null || code === 'SHARED_ROLE')).toBe(true);
    expect(await refusal(payFrom(account, { by: ben, sum: 1n }))).toBe('SHARED_ROLE');
  });
});

describe('staff', () => {
  test('see who holds which role, and never serve an account of their own', async () => {
    const account = await openShared(bank, anna);
    await fill(account, 900n);
    await joinShared(bank, account, { by: anna, person: staff.teller, ...grantOf('VIEWER') });
    const view = await bank.counter.view(staff.mona.session, { accountNumber: account });
    expect(view.members?.map(({ member, role }) => [member, role])).toEqual([
      [anna.discordUserId, 'MANAGER'],
      [staff.teller.discordUserId, 'VIEWER'],
    ]);
    const freeze = { accountNumber: account, reason };
    expect(await refusal(bank.counter.freeze(staff.teller.session, freeze))).toBe('STAFF_SELF');
    const taken = { accountNumber: account, isProved: true, wish: exactly(10n), memo: null };
    const withdrawBy = async (session: m.Session) =>
      bank.counter.withdraw(session, { ...taken, requestId: newRequestId() });
    expect(await refusal(withdrawBy(staff.teller.session))).toBe('STAFF_SELF');
    expect(await refusal(bank.counter.quoteWithdrawal(staff.teller.session, taken))).toBe(
      'STAFF_SELF',
    );
    await sendAll(bank, anna);
    await withdrawBy(staff.mona.session);
    const [moved] = await messagesTo(bank, anna);
    expect(moved?.notice).toMatchObject({ kind: 'MOVED_BY_STAFF', direction: 'out' });
    await bank.outbox.sent(moved!.ids);
    await bank.counter.freeze(staff.mona.session, freeze);
    const [frozen] = await messagesTo(bank, anna);
    expect(frozen?.notice).toMatchObject({ kind: 'SHARED_CHANGED', event: 'FROZEN', reason });
  });

  test('a member does not approve what was asked for their shared account', async () => {
    const account = await openShared(bank, anna);
    await joinShared(bank, account, { by: anna, person: staff.max, ...grantOf('VIEWER') });
    const asked = { accountNumber: account, reason };
    await bank.counter.freeze(staff.mona.session, asked);
    const unfrozen = await bank.counter.unfreeze(staff.mona.session, asked);
    if (unfrozen.kind !== 'asked') throw new Error('nobody was asked');
    const { id } = unfrozen.approval;
    const decide = async (verdict: 'APPROVED' | 'DECLINED') =>
      bank.approvals.decide(staff.max.session, { id, verdict });
    expect(await refusal(decide('APPROVED'))).toBe('APPROVAL_OWN');
    await decide('DECLINED');
  });
});
