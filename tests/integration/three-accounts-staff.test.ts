/** Staff serve a customer of three accounts: a number names the customer, and one account. */
import { beforeEach, describe, expect, test } from 'vitest';
import type * as m from '../../src/bank/model/index.ts';
import { accountFacts, balancesOf, openAnotherAccount, openThree } from '../support/accounts.ts';
import { discordId, exactly, newRequestId, password, pay, place } from '../support/bank.ts';
import { takeAll, takeMessages, told } from '../support/messages.ts';
import { reason, refusal } from '../support/staff.ts';
import { withBank } from '../support/with-bank.ts';

const { database, bank, staff, anna, ben } = withBank({
  hasStaff: true,
  settings: { fourEyesAbove: 5_000n },
  balances: { anna: 10_000n, ben: 0n },
});
let main: m.AccountNumber;
let second: m.AccountNumber;
let third: m.AccountNumber;
let all: readonly m.AccountNumber[];

beforeEach(async () => {
  all = [main, second, third] = await openThree(database, anna);
});

const order = (amount: bigint) => ({ wish: exactly(amount), memo: null });
const counter = async (way: 'deposit' | 'withdraw', accountNumber: m.AccountNumber, sum: bigint) =>
  bank.counter[way](staff.teller.session, {
    requestId: newRequestId(),
    accountNumber,
    ...order(sum),
  });
const adjust = async (accountNumber: m.AccountNumber, amount: bigint) =>
  bank.corrections.adjust(staff.mona.session, {
    requestId: newRequestId(),
    accountNumber,
    amount: amount as m.Amount,
    side: 'credit',
    reason,
  });
const logIn = async (discordUserId = anna.discordUserId, accountNumber = main) =>
  bank.sessions.login({ discordUserId, place, accountNumber, password });
const statuses = async () =>
  (await accountFacts(database, anna)).map(({ status, locked }) =>
    locked ? `${status} LOCKED` : status,
  );
const tails = async (actions: readonly ['COUNTER_DEPOSIT' | 'ADJUST_BOOKED' | 'REVERSE_BOOKED']) =>
  (
    await bank.oversight.audit(staff.auditor.session, { filter: { actions }, size: 10 })
  ).entries.map(({ about }) => about?.numberTail);

describe('looking', () => {
  test('finds the customer once, with each account, and notes one look', async () => {
    await counter('deposit', third, 30n);
    const { session } = staff.auditor;
    const numbers = (one: { readonly accounts: readonly m.AccountView[] }) =>
      one.accounts.map(({ accountNumber }) => accountNumber);
    const wanted = [
      { member: anna.discordUserId },
      { query: anna.details.email },
      { query: anna.details.phone },
      { query: second },
    ];
    for (const one of wanted) {
      const found = await bank.counter.find(session, one);
      expect(found.map(({ member }) => member)).toEqual([anna.discordUserId]);
      expect(numbers(found[0]!)).toEqual(all);
    }
    const byName = await bank.counter.find(session, { query: 'Anna Miller' });
    expect(byName).toHaveLength(6);
    const [byNumber] = await bank.counter.find(session, { query: third });
    expect(byNumber).toMatchObject({
      account: { accountNumber: third, balance: 30n },
      holder: { numberTail: third.slice(-4) },
    });
    const sql = "SELECT target_customer_id FROM audit WHERE action = 'CUSTOMER_FOUND'";
    expect(await database.pool.rows(sql)).toHaveLength(4 + 6 + 1);
  });

  test('shows the account that was asked for, and the others', async () => {
    await counter('deposit', second, 30n);
    const view = await bank.counter.view(staff.teller.session, { accountNumber: second });
    expect(view.account).toMatchObject({ accountNumber: second, balance: 30n });
    expect(view.accounts.map(({ balance }) => balance)).toEqual([10_000n, 30n, 0n]);
    const shown = await bank.counter.details(staff.teller.session, { accountNumber: third });
    expect(shown.details.fullName).toBe(anna.details.fullName);
    expect(shown.accounts).toHaveLength(3);
  });
});

describe('freeze and lock', () => {
  test('a freeze by any number is of all accounts, and of those opened meanwhile', async () => {
    await counter('deposit', second, 500n);
    await bank.counter.freeze(staff.teller.session, { accountNumber: third, reason });
    expect(await statuses()).toEqual(['FROZEN', 'FROZEN', 'FROZEN']);
    const fourth = await openAnotherAccount(database, anna);
    await counter('deposit', fourth, 500n);
    for (const number of [main, second, fourth]) {
      expect(await refusal(counter('withdraw', number, 1n))).toBe('ACCOUNT_FROZEN');
    }
    const about = { accountNumber: second, reason };
    const again = bank.counter.freeze(staff.teller.session, about);
    expect(await refusal(again)).toBe('STATE_UNCHANGED');
    const asked = await bank.counter.unfreeze(staff.teller.session, about);
    if (asked.kind !== 'asked') throw new Error('nobody was asked');
    expect(asked.approval.holder.numberTail).toBe(second.slice(-4));
    // The same request by another number of the same customer.
    const twin = bank.counter.unfreeze(staff.mona.session, { accountNumber: main, reason });
    expect(await refusal(twin)).toBe('APPROVAL_WAITING');
    const { id } = asked.approval;
    await bank.approvals.decide(staff.mona.session, { id, verdict: 'APPROVED' });
    expect(await statuses()).toEqual(['OPEN', 'OPEN', 'OPEN', 'OPEN']);
    expect(await refusal(bank.counter.unfreeze(staff.teller.session, about))).toBe(
      'STATE_UNCHANGED',
    );
  });

  test('freezing while accounts are opened leaves none open', async () => {
    const about = { accountNumber: main, reason };
    await Promise.all([
      bank.counter.freeze(staff.teller.session, about),
      ...Array.from({ length: 8 }, async () => openAnotherAccount(database, anna)),
    ]);
    expect(new Set(await statuses())).toEqual(new Set(['FROZEN']));
    expect(await statuses()).toHaveLength(11);
  });

  test('the owner’s lock is of all accounts, and of those opened meanwhile', async () => {
    await counter('deposit', second, 500n);
    await bank.locks.lock({ discordUserId: anna.discordUserId, place });
    await openAnotherAccount(database, anna);
    expect(new Set(await statuses())).toEqual(new Set(['OPEN LOCKED']));
    expect(await refusal(counter('withdraw', second, 1n))).toBe('ACCOUNT_LOCKED');
    await bank.counter.unlock(staff.teller.session, { accountNumber: third, reason });
    expect(new Set(await statuses())).toEqual(new Set(['OPEN']));
    const session = await logIn();
    await bank.payments.withdraw(session, {
      requestId: newRequestId(),
      from: second,
      ...order(1n),
    });
  });
});

describe('money', () => {
  test('over the counter reaches the account that is named, and the log names it', async () => {
    expect(await counter('deposit', second, 700n)).toMatchObject({
      to: { numberTail: second.slice(-4) },
      balanceAfter: 700n,
    });
    await counter('withdraw', second, 200n);
    expect(await balancesOf(bank, anna)).toEqual([10_000n, 500n, 0n]);
    expect(await tails(['COUNTER_DEPOSIT'])).toEqual([second.slice(-4)]);
    const acts = (await takeAll(bank.staffLog)).flatMap(({ notice }) =>
      notice.kind === 'STAFF_ACT' && notice.action.startsWith('COUNTER_')
        ? [notice.about?.numberTail]
        : [],
    );
    expect(acts).toEqual([second.slice(-4), second.slice(-4)]);
    const messages = (await takeMessages(bank)).flatMap(({ notice }) =>
      notice.kind === 'MOVED_BY_STAFF' ? [notice.numberTail] : [],
    );
    expect(messages).toEqual([second.slice(-4), second.slice(-4)]);
    const log = await bank.accounts.accessLog(anna.session, { size: 5 });
    expect(log.entries.map(({ action }) => action)).toEqual([
      'COUNTER_WITHDRAWAL',
      'COUNTER_DEPOSIT',
    ]);
  });

  test('an adjustment, alone or by two managers, is of the account that is named', async () => {
    await adjust(third, 800n);
    expect(await tails(['ADJUST_BOOKED'])).toEqual([third.slice(-4)]);
    const asked = await adjust(second, 6_000n);
    if (asked.kind !== 'asked') throw new Error('nobody was asked');
    expect(asked.approval.holder.numberTail).toBe(second.slice(-4));
    const { id } = asked.approval;
    await bank.approvals.decide(staff.max.session, { id, verdict: 'APPROVED' });
    expect(await balancesOf(bank, anna)).toEqual([10_000n, 6_000n, 800n]);
  });

  test('a reversal returns money to the account it left, and names it', async () => {
    await counter('deposit', second, 900n);
    const paid = await bank.payments.transfer(anna.session, {
      requestId: newRequestId(),
      from: second,
      accountNumber: ben.accountNumber,
      ...order(300n),
    });
    const own = await bank.payments.transfer(anna.session, {
      requestId: newRequestId(),
      from: second,
      accountNumber: third,
      ...order(100n),
    });
    expect(await balancesOf(bank, anna)).toEqual([10_000n, 500n, 100n]);
    for (const { requestId: transaction } of [paid, own]) {
      const reversal = { requestId: newRequestId(), transaction, reason };
      await bank.corrections.reverse(staff.mona.session, reversal);
    }
    expect(await balancesOf(bank, anna)).toEqual([10_000n, 900n, 0n]);
    expect(await tails(['REVERSE_BOOKED'])).toEqual([second.slice(-4), second.slice(-4)]);
    const moved = (await takeMessages(bank)).filter(
      ({ notice }) => told({ notice }) === 'MOVED_BY_STAFF',
    );
    const ofAnna = moved.filter(({ recipient }) => recipient === anna.discordUserId);
    // The deposit, and each reversal once, although the second one has her on both sides.
    expect(ofAnna).toHaveLength(3);
  });

  test('no one of staff serves their own further account', async () => {
    const own = await openAnotherAccount(database, staff.teller);
    expect(await refusal(counter('deposit', own, 1n))).toBe('STAFF_SELF');
    const mine = bank.counter.freeze(staff.teller.session, { accountNumber: own, reason });
    expect(await refusal(mine)).toBe('STAFF_SELF');
  });
});

test('the audit of a customer is found by each of their numbers', async () => {
  await counter('deposit', second, 5n);
  await counter('deposit', main, 6n);
  for (const target of all) {
    const filter = { target, actions: ['COUNTER_DEPOSIT'] as const };
    const page = await bank.oversight.audit(staff.auditor.session, { filter, size: 10 });
    const named = page.entries.map(({ about }) => about?.numberTail);
    expect(named).toEqual([main.slice(-4), second.slice(-4)]);
  }
});

test('the report counts customers once and accounts each', async () => {
  const before = await bank.oversight.report(staff.auditor.session);
  expect(before.customers).toBe(6);
  expect(before.accounts.OPEN).toBe(8);
});

test('a relinking by any number takes all accounts along', async () => {
  await pay(bank, anna, { ...anna, accountNumber: third }, 40n);
  const member = discordId();
  const asked = await bank.counter.relink(staff.mona.session, {
    accountNumber: third,
    member,
    reason,
  });
  if (asked.kind !== 'asked') throw new Error('nobody was asked');
  expect(asked.approval.holder.numberTail).toBe(third.slice(-4));
  const { id } = asked.approval;
  await bank.approvals.decide(staff.max.session, { id, verdict: 'APPROVED' });
  expect((await bank.access.identify(anna.discordUserId, place)).customerId).toBeNull();
  const session = await logIn(member, second);
  expect(await balancesOf(bank, { session })).toEqual([9_960n, 0n, 40n]);
});
