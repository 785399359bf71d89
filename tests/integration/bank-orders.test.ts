/** Standing orders pay by themselves: once each, late, again when money was short, or not at all. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type * as m from '../../src/bank/model/index.ts';
import { dayMs, hourMs } from '../../src/lib/durations.ts';
import {
  balanceOf,
  exactly,
  newRequestId,
  openBank,
  openPerson,
  pay,
  type Person,
  type TestBank,
} from '../support/bank.ts';
import { closesBalanced } from '../support/books.ts';
import { testDatabase } from '../support/database.ts';
import { charge } from '../support/fees.ts';
import { testTime, type TestTime } from '../support/jobs.ts';
import {
  bookingsOf,
  dueMs,
  makeOrder,
  monthlyTerms,
  ordersProcess,
  outcomesOf,
  waitFor,
} from '../support/orders.ts';
import { refusal } from '../support/staff.ts';

const database = testDatabase();
let bank: TestBank;
let time: TestTime;
let anna: Person;
let ben: Person;
let first: ReturnType<typeof ordersProcess>;
let second: ReturnType<typeof ordersProcess>;

beforeEach(async () => {
  time = testTime();
  const settings = { jobsEveryMs: dayMs };
  bank = await openBank(database.botPool, { settings, jobTime: () => time.now() });
  anna = await openPerson(bank, 5_000n);
  ben = await openPerson(bank);
  first = ordersProcess(database.botPool, time);
  second = ordersProcess(database.botPool, time);
});
afterEach(async () => {
  await first.close();
  await second.close();
});
closesBalanced(database, () => bank);

const make = async (terms: Parameters<typeof makeOrder>[2] = {}) =>
  makeOrder(bank, { from: anna, to: ben }, terms);
const fixed = (units: bigint): m.OrderAmount => ({ kind: 'FIXED', amount: units as m.Amount });
const daily = { unit: 'DAY', every: 1 } as const;
const state = async (number = 1) => (await bank.orders.view(anna.session, number)).order;
const outcomes = async (order: m.OrderView) => outcomesOf(database.pool, order);
const messages = async (): Promise<string[]> =>
  (await database.pool.rows('SELECT kind FROM outbox ORDER BY id')).map(({ kind }) => String(kind));

describe('an occurrence', () => {
  test('is paid when it is due, and the order goes on to the next', async () => {
    const order = await make({ monthDay: 'last', memo: 'rent' });
    expect(await first.round()).toBe(0);
    waitFor(time, order, { number: 0 });
    await first.round();
    expect(await balanceOf(bank, ben)).toBe(1_000n);
    expect(await outcomes(order)).toEqual(['PAID']);
    expect((await state()).next?.date).toBe('2040-02-29');
    const page = await bank.statements.page(anna.session, { filter: {}, size: 1 });
    expect(page.entries[0]).toMatchObject({ initiator: 'ORDER', memo: 'rent', amount: 1_000n });
    expect((await messages()).slice(-2)).toEqual(['MONEY_RECEIVED', 'ORDER_OUTCOME']);
  });

  test('is booked once by two processes, whichever finds it', async () => {
    const order = await make(daily);
    for (const number of [0, 1, 2]) {
      waitFor(time, order, { number });
      await Promise.all([first.round(), second.round()]);
    }
    expect(await bookingsOf(database.pool, order)).toBe(3n);
    expect(await balanceOf(bank, ben)).toBe(3_000n);
  });

  test('is not booked again when the clock is set back, or its job runs again', async () => {
    const order = await make(daily);
    waitFor(time, order, { number: 0 });
    await first.round();
    time.pass(-2 * dayMs);
    await first.round();
    await database.pool.write("UPDATE jobs SET state = 'DUE', finished_at = NULL WHERE kind = ?", [
      'ORDER_PAYMENT',
    ]);
    waitFor(time, order, { number: 0, laterMs: hourMs });
    await Promise.all([first.round(), second.round()]);
    expect(await bookingsOf(database.pool, order)).toBe(1n);
    waitFor(time, order, { number: 1 });
    await first.round();
    expect(await bookingsOf(database.pool, order)).toBe(2n);
  });

  test('is looked at again in time when the clock is behind the time it was due', async () => {
    const order = await make(daily);
    await database.pool.write("UPDATE jobs SET due_at = '2039-12-31' WHERE kind = ?", [
      'ORDER_PAYMENT',
    ]);
    expect(await first.round()).toBe(1);
    expect(await bookingsOf(database.pool, order)).toBe(0n);
    waitFor(time, order, { number: 0 });
    await first.round();
    expect(await outcomes(order)).toEqual(['PAID']);
  });

  test('of three that were due while the bank was down, the last is paid', async () => {
    const order = await make(daily);
    waitFor(time, order, { number: 2, laterMs: hourMs });
    await Promise.all([first.round(), second.round()]);
    expect(await outcomes(order)).toEqual(['MISSED BANK_DOWN', 'MISSED BANK_DOWN', 'PAID']);
    expect(await balanceOf(bank, ben)).toBe(1_000n);
    expect((await state()).next?.number).toBe(3);
    const { past } = await bank.orders.view(anna.session, 1);
    expect(past[0]).toMatchObject({ state: 'PAID', missedBefore: 2 });
  });

  test('pays all above a sum, and leaves that sum', async () => {
    const order = await make({ ...daily, amount: { kind: 'ABOVE', above: 1_200n } });
    waitFor(time, order, { number: 0 });
    await first.round();
    expect(await balanceOf(bank, anna)).toBe(1_200n);
    waitFor(time, order, { number: 1 });
    await first.round();
    expect(await outcomes(order)).toEqual(['PAID', 'SKIPPED NOTHING_ABOVE']);
    expect(await balanceOf(bank, anna)).toBe(1_200n);
  });

  test('is the last one where the number of payments is over', async () => {
    const order = await make({ ...daily, count: 2 });
    for (const number of [0, 1]) {
      waitFor(time, order, { number });
      await first.round();
    }
    time.pass(30 * dayMs);
    expect(await first.round()).toBeLessThanOrEqual(1);
    expect(await state()).toMatchObject({ state: 'ENDED', next: null });
    expect(await bookingsOf(database.pool, order)).toBe(2n);
  });
});

describe('when money is short', () => {
  test('it is tried again after 6 and 24 hours, then missed', async () => {
    const order = await make({ amount: fixed(6_000n) });
    waitFor(time, order, { number: 0 });
    await first.round();
    expect(await outcomes(order)).toEqual(['WAITING FUNDS']);
    time.pass(6 * hourMs - 1_000);
    expect(await first.round()).toBe(0);
    time.pass(2_000);
    expect(await first.round()).toBe(1);
    time.pass(18 * hourMs + 1_000);
    await first.round();
    expect(await outcomes(order)).toEqual(['MISSED FUNDS']);
    expect(await balanceOf(bank, anna)).toBe(5_000n);
    expect((await state()).next?.number).toBe(1);
  });

  test('a deposit in time lets the second try pay', async () => {
    const order = await make({ amount: fixed(6_000n) });
    waitFor(time, order, { number: 0 });
    await first.round();
    const wish = exactly(2_000n);
    await bank.payments.deposit(anna.session, { requestId: newRequestId(), wish, memo: null });
    time.pass(6 * hourMs);
    await Promise.all([first.round(), second.round()]);
    expect(await outcomes(order)).toEqual(['PAID']);
    expect(await bookingsOf(database.pool, order)).toBe(1n);
  });

  test('three missed in a row pause the order', async () => {
    const order = await make({ ...daily, amount: fixed(6_000n) });
    for (const number of [0, 1, 2, 3, 4]) {
      waitFor(time, order, { number });
      await first.round();
    }
    expect(await state()).toMatchObject({ state: 'PAUSED', reason: 'MISSED', next: null });
    expect((await outcomes(order)).slice(0, 3)).toEqual(Array(3).fill('MISSED FUNDS'));
    expect(await messages()).toContain('ORDER_STATE');
    time.pass(30 * dayMs);
    expect(await first.round()).toBeLessThanOrEqual(1);
    const resumed = await bank.orders.resume(anna.session, 1);
    expect(resumed.order).toMatchObject({ state: 'ACTIVE', retryAt: null });
    expect(resumed.order.next!.at > time.now()).toBe(true);
  });

  test('a limit of the day counts as short', async () => {
    const limited = ordersProcess(database.botPool, time, { limitPerDay: 1_500n });
    const order = await make(daily);
    await pay(bank, anna, ben, 1_000n);
    waitFor(time, order, { number: 0 });
    await limited.round();
    await limited.close();
    expect(await outcomes(order)).toEqual(['WAITING LIMIT']);
  });
});

describe('what stops a payment', () => {
  test('a frozen account skips it, with the reason', async () => {
    const order = await make(daily);
    await database.pool.write("UPDATE accounts SET status = 'FROZEN' WHERE account_number = ?", [
      anna.accountNumber,
    ]);
    waitFor(time, order, { number: 0 });
    await first.round();
    expect(await outcomes(order)).toEqual(['SKIPPED FROZEN']);
    await database.pool.write("UPDATE accounts SET status = 'OPEN' WHERE account_number = ?", [
      anna.accountNumber,
    ]);
    waitFor(time, order, { number: 1 });
    await first.round();
    expect(await outcomes(order)).toEqual(['SKIPPED FROZEN', 'PAID']);
  });

  test('the owner’s lock skips it, with the reason', async () => {
    const order = await make(daily);
    await database.pool.write('UPDATE accounts SET locked_at = NOW(6) WHERE account_number = ?', [
      anna.accountNumber,
    ]);
    waitFor(time, order, { number: 0 });
    await first.round();
    expect(await outcomes(order)).toEqual(['SKIPPED LOCKED']);
  });

  test('a closed payee pauses the order, and it cannot be resumed', async () => {
    const order = await make(daily);
    const proved = { requestId: newRequestId(), isProved: true };
    await bank.privacy.erase(ben.session, proved);
    waitFor(time, order, { number: 0 });
    await first.round();
    expect(await outcomes(order)).toEqual(['MISSED PAYEE_CLOSED']);
    expect(await state()).toMatchObject({ state: 'PAUSED', reason: 'PAYEE_CLOSED' });
    expect(await refusal(bank.orders.resume(anna.session, 1))).toBe('TARGET_UNAVAILABLE');
  });
});

describe('a fee', () => {
  test('is paid beside a fixed amount, and counted in the plan', async () => {
    await charge(database, 'TRANSFER', { flat: 20n });
    const order = await make({ ...daily, amount: fixed(2_490n) });
    // Without fees, the money would be enough for two.
    const plan = await bank.orders.plan(anna.session, { number: null });
    expect(plan.payments.map(({ suffices }) => suffices).slice(0, 2)).toEqual([true, false]);
    waitFor(time, order, { number: 0 });
    await first.round();
    expect(await outcomes(order)).toEqual(['PAID']);
    expect(await balanceOf(bank, anna)).toBe(2_490n);
    expect(await balanceOf(bank, ben)).toBe(2_490n);
  });

  test('is taken from what is above the sum that stays', async () => {
    await charge(database, 'TRANSFER', { flat: 20n });
    const order = await make({ ...daily, amount: { kind: 'ABOVE', above: 1_000n } });
    const plan = await bank.orders.plan(anna.session, { number: null });
    expect(plan.payments[0]).toMatchObject({ amount: 3_980n, suffices: true });
    waitFor(time, order, { number: 0 });
    await first.round();
    expect(await balanceOf(bank, anna)).toBe(1_000n);
    expect(await balanceOf(bank, ben)).toBe(3_980n);
  });
});

describe('the card of a new order', () => {
  const quote = async (amount: m.OrderAmount) =>
    bank.orders.quote(anna.session, {
      ...monthlyTerms,
      payee: { accountNumber: ben.accountNumber },
      memo: null,
      amount,
    });

  test('names the own limit that each payment would exceed, and refuses nothing', async () => {
    const limit = async (period: m.LimitPeriod, units: bigint) =>
      bank.limits.set(anna.session, {
        period,
        amount: units as m.Amount,
        requestId: newRequestId(),
      });
    await limit('WEEK', 900n);
    expect((await quote(fixed(900n))).limit).toBeNull();
    expect((await quote(fixed(901n))).limit).toEqual({ period: 'WEEK', amount: 900n });
    await limit('PAYMENT', 500n);
    expect((await quote(fixed(901n))).limit).toEqual({ period: 'PAYMENT', amount: 500n });
    expect((await quote({ kind: 'ABOVE', above: 1n })).limit).toBeNull();
    expect((await make({ amount: fixed(901n) })).state).toBe('ACTIVE');
  });

  test('shows what is charged of all above a sum, which is not known yet', async () => {
    await charge(database, 'TRANSFER', { flat: 20n, perMille: 5n });
    const above = await quote({ kind: 'ABOVE', above: 1_000n });
    expect(above).toMatchObject({ fee: 0n, charged: { flat: 20n, perMille: 5n } });
    expect(await quote(fixed(1_000n))).toMatchObject({ charged: null });
  });
});

describe('the weekly warning', () => {
  test('names the first payment that will fail, once', async () => {
    const order = await make({ ...daily, amount: fixed(2_000n) });
    const warned = async () => (await messages()).filter((kind) => kind === 'ORDER_SHORT').length;
    const run = async () => {
      const row = first.jobKinds.find(({ kind }) => kind === 'ORDER_WARNINGS')!;
      await row.run({} as never);
    };
    await run();
    expect(await warned()).toBe(1);
    await run();
    expect(await warned()).toBe(1);
    const [row] = await database.pool.rows(
      "SELECT subject_seq FROM outbox WHERE kind = 'ORDER_SHORT'",
    );
    expect(BigInt(String(row!['subject_seq']))).toBe(2n);
    const plan = await bank.orders.plan(anna.session, { number: null });
    expect(plan.payments.map(({ suffices }) => suffices).slice(0, 4)).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(dueMs(order, 2)).toBe(plan.payments[2]!.occurrence.at.getTime());
  });
});
