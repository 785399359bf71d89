/** Standing orders from a shared account: role, allowance and approvals decide when they are due. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mayAsMember, sharedRoles } from '../../src/bank/model/index.ts';
import type * as m from '../../src/bank/model/index.ts';
import { dayMs, hourMs } from '../../src/lib/durations.ts';
import {
  balanceOf,
  newRequestId,
  openBank,
  openPerson,
  pay,
  type Person,
  type TestBank,
} from '../support/bank.ts';
import { closesBalanced } from '../support/books.ts';
import { testDatabase } from '../support/database.ts';
import { charge, freshFees } from '../support/fees.ts';
import { testTime, type TestTime } from '../support/jobs.ts';
import { messagesTo, sendAll } from '../support/notices.ts';
import { makeOrder, monthlyTerms, ordersProcess, outcomesOf, waitFor } from '../support/orders.ts';
import {
  changeRole,
  closeShared,
  grantOf,
  joinShared,
  leaveShared,
  openShared,
  removeFrom,
  setRule,
} from '../support/shared.ts';
import { refusal } from '../support/staff.ts';

const database = testDatabase();
let bank: TestBank;
let time: TestTime;
/** Manages the account with Cleo. */
let anna: Person;
/** May spend 50.00 a month. */
let ben: Person;
let cleo: Person;
let dora: Person;
let club: m.AccountNumber;
let jobs: ReturnType<typeof ordersProcess>;

beforeEach(async () => {
  time = testTime();
  const settings = { jobsEveryMs: dayMs, ...freshFees };
  bank = await openBank(database.botPool, { settings, jobTime: () => time.now() });
  anna = await openPerson(bank, 30_000n);
  [ben, cleo, dora] = [await openPerson(bank), await openPerson(bank), await openPerson(bank)];
  club = await openShared(bank, anna);
  await pay(bank, anna, { accountNumber: club } as Person, 20_000n);
  await joinShared(bank, club, { by: anna, person: cleo, ...grantOf('MANAGER') });
  await joinShared(bank, club, { by: anna, person: ben, ...grantOf('SPENDER') });
  jobs = ordersProcess(database.botPool, time);
});
afterEach(async () => jobs.close());
closesBalanced(database, () => bank);

const daily = { unit: 'DAY', every: 1 } as const;
const fixed = (units: bigint): m.OrderAmount => ({ kind: 'FIXED', amount: units as m.Amount });
const make = async (by: Person, units = 1_000n) =>
  makeOrder(bank, { from: by, to: dora }, { ...daily, from: club, amount: fixed(units) });
const due = async (order: m.OrderView, number = 0, laterMs = 0) => {
  waitFor(time, order, { number, laterMs });
  await jobs.round();
};
const outcomes = async (order: m.OrderView) => outcomesOf(database.pool, order);
const orderOf = async (by: Person) => bank.orders.view(by.session, 1);
const clubFunds = async () => {
  const found = await bank.shared.find(anna.session, { accountNumber: club }, 'READ');
  return [found.balance, found.held];
};
const spentBy = async (person: Person) => {
  const { members } = await bank.shared.members(anna.session, club);
  return members.find(({ member }) => member === person.discordUserId)?.spent;
};
const quote = async (by: Person, amount: m.OrderAmount) =>
  bank.orders.quote(by.session, {
    ...monthlyTerms,
    from: club,
    amount,
    payee: { accountNumber: dora.accountNumber },
  });
const asked = async (by: Person) => bank.shared.approvals(by.session);
const noticesTo = async (person: Person) =>
  (await messagesTo(bank, person)).map((one) => one.notice);

describe('an order from a shared account', () => {
  test('pays in the name of its owner, and counts towards their allowance', async () => {
    const order = await make(ben, 3_000n);
    expect(order).toMatchObject({ from: { name: 'Chess club' }, isFromOther: true });
    await sendAll(bank, anna);
    await due(order);
    expect(await outcomes(order)).toEqual(['PAID']);
    expect(await balanceOf(bank, dora)).toBe(3_000n);
    expect(await spentBy(ben)).toBe(3_000n);
    const page = await bank.statements.page(anna.session, { account: club, filter: {}, size: 1 });
    expect(page.entries[0]).toMatchObject({ initiator: 'ORDER', actor: 'Anna M.' });
    const claimed = await bank.outbox.claim(50);
    expect(claimed).toHaveLength(4);
    const told = claimed.map(({ recipient, notice }) => [recipient, notice.kind]);
    expect(told).toContainEqual([anna.discordUserId, 'SHARED_MOVED']);
    expect(told).toContainEqual([cleo.discordUserId, 'SHARED_MOVED']);
    expect(told).toContainEqual([ben.discordUserId, 'ORDER_OUTCOME']);
    expect(told).toContainEqual([dora.discordUserId, 'MONEY_RECEIVED']);
  });

  test.each(sharedRoles)('is made by a %s only where the role may pay', async (role) => {
    const person = await openPerson(bank);
    await joinShared(bank, club, { by: anna, person, ...grantOf(role) });
    const wanted = mayAsMember(role, 'PAY') ? null : 'SHARED_ROLE';
    expect(await refusal(make(person))).toBe(wanted);
    expect(await refusal(quote(person, fixed(1n)))).toBe(wanted);
  });

  test('is not made by a person who is no member', async () => {
    expect(await refusal(make(dora))).toBe('SESSION_EXPIRED');
  });

  test('says beforehand what allowance and approvals will ask of it', async () => {
    expect((await quote(ben, fixed(5_000n))).shared).toEqual({ allowance: null, approvals: 0 });
    expect((await quote(ben, fixed(5_001n))).shared?.allowance).toBe(5_000n);
    await setRule(bank, club, { by: anna, above: 1_000n }).then(async (rule) =>
      bank.shared.decide(cleo.session, rule!.id, 'APPROVED'),
    );
    expect((await quote(ben, fixed(1_001n))).shared).toEqual({ allowance: null, approvals: 1 });
    expect((await quote(ben, { kind: 'ABOVE', above: 1n })).shared?.approvals).toBe(0);
    const own = { ...monthlyTerms, payee: { accountNumber: dora.accountNumber } };
    expect((await bank.orders.quote(ben.session, own)).shared).toBeNull();
  });

  test('pays a fee also into an account of its owner, which is not the payer’s', async () => {
    await charge(database, 'TRANSFER', { flat: 20n });
    const terms = { ...daily, from: club, amount: fixed(1_000n) };
    const payee = { accountNumber: ben.accountNumber };
    const quoted = await bank.orders.quote(ben.session, { ...monthlyTerms, ...terms, payee });
    expect(quoted.fee).toBe(20n);
    const order = await makeOrder(bank, { from: ben, to: ben }, terms);
    await due(order);
    expect(await clubFunds()).toEqual([18_980n, 0n]);
    expect(await spentBy(ben)).toBe(1_000n);
  });
});

describe('when it is due', () => {
  test('an allowance that is used up is tried again, then missed', async () => {
    const order = await make(ben, 3_000n);
    await due(order);
    await due(order, 1);
    expect(await outcomes(order)).toEqual(['PAID', 'WAITING ALLOWANCE']);
    await due(order, 1, 7 * hourMs);
    await due(order, 2);
    expect(await outcomes(order)).toEqual(['PAID', 'MISSED ALLOWANCE', 'WAITING ALLOWANCE']);
    expect(await balanceOf(bank, dora)).toBe(3_000n);
  });

  test('an owner whose own account is frozen does not pay', async () => {
    const order = await make(ben);
    await database.pool.write("UPDATE accounts SET status = 'FROZEN' WHERE account_number = ?", [
      ben.accountNumber,
    ]);
    await due(order);
    expect(await outcomes(order)).toEqual(['SKIPPED FROZEN']);
    expect(await clubFunds()).toEqual([20_000n, 0n]);
  });
});

describe('a payment above the rule', () => {
  const ruled = async () => {
    const rule = await setRule(bank, club, { by: anna, above: 1_000n });
    await bank.shared.decide(cleo.session, rule!.id, 'APPROVED');
    const order = await make(ben, 2_000n);
    await sendAll(bank, ben);
    await due(order);
    return order;
  };

  test('asks the managers, sets its money aside, and is paid when they approve', async () => {
    const order = await ruled();
    expect(await outcomes(order)).toEqual(['ASKED']);
    expect(await clubFunds()).toEqual([20_000n, 2_000n]);
    expect(await spentBy(ben)).toBe(2_000n);
    const [told] = await noticesTo(ben);
    expect(told).toMatchObject({ kind: 'ORDER_OUTCOME', outcome: { state: 'ASKED' } });
    const [waiting] = await asked(anna);
    expect((await orderOf(ben)).past[0]).toMatchObject({ state: 'ASKED', amount: 2_000n });
    await bank.shared.decide(anna.session, waiting!.id, 'APPROVED');
    expect((await orderOf(ben)).past[0]).toMatchObject({ state: 'PAID', reason: null });
    expect(await balanceOf(bank, dora)).toBe(2_000n);
    expect(await clubFunds()).toEqual([18_000n, 0n]);
    await due(order, 1);
    expect(await outcomes(order)).toEqual(['ASKED', 'ASKED']);
  });

  test('is missed when they decline, and its money is available again', async () => {
    await ruled();
    const [waiting] = await asked(cleo);
    await bank.shared.decide(cleo.session, waiting!.id, 'DECLINED');
    expect((await orderOf(ben)).past[0]).toMatchObject({ state: 'MISSED', reason: 'NOT_APPROVED' });
    expect(await clubFunds()).toEqual([20_000n, 0n]);
    expect(await spentBy(ben)).toBe(0n);
  });

  test('is asked for once by two processes', async () => {
    const order = await ruled();
    const second = ordersProcess(database.botPool, time);
    waitFor(time, order, { number: 1 });
    await Promise.all([jobs.round(), second.round()]);
    await second.close();
    expect(await asked(anna)).toHaveLength(2);
    expect(await clubFunds()).toEqual([20_000n, 4_000n]);
  });

  test('waits for another day where too few managers can approve it', async () => {
    const rule = await setRule(bank, club, { by: anna, above: 1_000n });
    await bank.shared.decide(cleo.session, rule!.id, 'APPROVED');
    const order = await make(anna, 2_000n);
    await database.pool.write(
      'UPDATE shared_members SET manages_since = NOW(6) + INTERVAL 1 DAY WHERE customer_id = ?',
      [cleo.session.customerId],
    );
    await due(order);
    expect(await outcomes(order)).toEqual(['WAITING APPROVERS']);
    expect(await clubFunds()).toEqual([20_000n, 0n]);
  });
});

describe('the order ends, and its owner reads of it', () => {
  const ends: Readonly<Record<string, () => Promise<unknown>>> = {
    'when they are removed': async () => removeFrom(bank, club, { by: anna, person: ben }),
    'when they leave': async () => leaveShared(bank, club, ben),
    'when their role may not pay': async () =>
      changeRole(bank, club, { by: anna, person: ben, ...grantOf('DEPOSITOR') }),
  };

  test.each(Object.keys(ends))('%s', async (name) => {
    const order = await make(ben);
    await sendAll(bank, ben);
    await ends[name]!();
    expect((await orderOf(ben)).order).toMatchObject({ state: 'CANCELLED', reason: 'ROLE' });
    const notices = await noticesTo(ben);
    expect(notices).toContainEqual(
      expect.objectContaining({
        kind: 'ORDER_STATE',
        order: expect.objectContaining({ reason: 'ROLE' }) as unknown,
      }),
    );
    await joinShared(bank, club, { by: anna, person: dora, ...grantOf('VIEWER') });
    await due(order);
    expect(await outcomes(order)).toEqual([]);
    expect(await clubFunds()).toEqual([20_000n, 0n]);
  });

  test('at the latest when it is due, where they are a member no more', async () => {
    const order = await make(ben);
    await database.pool.write('DELETE FROM shared_members WHERE customer_id = ?', [
      ben.session.customerId,
    ]);
    await due(order);
    expect(await outcomes(order)).toEqual(['MISSED ROLE']);
    expect((await orderOf(ben)).order).toMatchObject({ state: 'CANCELLED', reason: 'ROLE' });
    expect(await clubFunds()).toEqual([20_000n, 0n]);
  });

  test('but not by another allowance, nor from their own account', async () => {
    await make(ben);
    await makeOrder(bank, { from: ben, to: dora }, daily);
    const lower = { role: 'SPENDER', allowance: 1n as m.Amount } as const;
    await changeRole(bank, club, { by: anna, person: ben, ...lower });
    expect((await orderOf(ben)).order.state).toBe('ACTIVE');
    await removeFrom(bank, club, { by: anna, person: ben });
    expect((await bank.orders.view(ben.session, 2)).order.state).toBe('ACTIVE');
  });

  test('a removal and the payment at once: paid or ended, never both left open', async () => {
    const order = await make(ben);
    waitFor(time, order, { number: 0 });
    await Promise.all([jobs.round(), removeFrom(bank, club, { by: anna, person: ben })]);
    const { order: after } = await orderOf(ben);
    expect(after).toMatchObject({ state: 'CANCELLED', reason: 'ROLE' });
    const paid = (await outcomes(order)).filter((one) => one === 'PAID').length;
    expect(await balanceOf(bank, dora)).toBe(BigInt(paid) * 1_000n);
  });
});

test('an account from which an order pays is not closed', async () => {
  const order = await make(anna);
  const withdraw = { requestId: newRequestId(), from: club, memo: null, isProved: true };
  await bank.payments.withdraw(anna.session, {
    ...withdraw,
    wish: { kind: 'exact', amount: 20_000n as m.Amount },
  });
  expect(await refusal(closeShared(bank, club, cleo))).toBe('ACCOUNT_IN_USE');
  await bank.orders.cancel(anna.session, order.number);
  await closeShared(bank, club, cleo);
});
