/** What owners and staff do to standing orders, what is refused, and what an erasure leaves. */
import { beforeEach, describe, expect, test } from 'vitest';
import type * as m from '../../src/bank/model/index.ts';
import { newRequestId, password } from '../support/bank.ts';
import { makeOrder, monthlyTerms } from '../support/orders.ts';
import { reason, refusal } from '../support/staff.ts';
import { withBank } from '../support/with-bank.ts';

const { bank, anna, ben, staff, database } = withBank({
  hasStaff: true,
  asBot: true,
  settings: { limitPerTransaction: 50_000n },
  balances: { anna: 5_000n, ben: 0n },
});
let order: m.OrderView;
beforeEach(async () => {
  order = await makeOrder(bank, { from: anna, to: ben }, { monthDay: 'last', memo: 'rent' });
});

const rowsOf = async (table: string): Promise<number> =>
  (await database.pool.rows(`SELECT 1 FROM ${table}`)).length;
const quote = async (terms: Partial<typeof monthlyTerms>, number = ben.accountNumber) =>
  bank.orders.quote(anna.session, {
    ...monthlyTerms,
    ...terms,
    payee: { accountNumber: number },
  });
const again = async (requestId: m.RequestId) =>
  bank.orders.create(anna.session, {
    requestId,
    isProved: true,
    accountNumber: ben.accountNumber,
    memo: null,
    amount: monthlyTerms.amount,
    calendar: order.calendar,
  });

describe('a new order', () => {
  test('is numbered, keeps the zone, and is made once per request', async () => {
    expect(order).toMatchObject({ number: 1, state: 'ACTIVE', memo: 'rent' });
    expect(await bank.timeZones.of(anna.session.customerId)).toBe('Europe/Berlin');
    const requestId = newRequestId();
    const second = await again(requestId);
    expect(await again(requestId)).toEqual(second);
    expect(second.number).toBe(2);
    expect(await rowsOf('orders')).toBe(2);
  });

  test('needs a proof, and a payee other than oneself', async () => {
    const unproved = bank.orders.create(anna.session, {
      requestId: newRequestId(),
      accountNumber: ben.accountNumber,
      memo: null,
      amount: monthlyTerms.amount,
      calendar: order.calendar,
    });
    expect(await refusal(unproved)).toBe('STEP_UP_NEEDED');
    expect(await refusal(quote({}, anna.accountNumber))).toBe('TARGET_SAME');
    expect(await refusal(quote({ first: '2020-01-01' }))).toBe('ORDER_FIRST_PAST');
    const ended = { first: '2099-02-01', last: '2099-01-31' };
    expect(await refusal(quote(ended))).toBe('ORDER_WITHOUT_DAYS');
    expect(await refusal(quote({}, '9999999999' as m.AccountNumber))).toBe('TARGET_UNAVAILABLE');
  });

  test('is refused above the limit of a payment, and beyond twenty', async () => {
    const amount = { kind: 'FIXED', amount: 50_001n as m.Amount } as const;
    expect(await refusal(quote({ amount }))).toBe('AMOUNT_ABOVE_LIMIT');
    for (let made = 1; made < 20; made += 1) await again(newRequestId());
    expect(await refusal(quote({}))).toBe('ORDERS_TOO_MANY');
    expect(await refusal(again(newRequestId()))).toBe('ORDERS_TOO_MANY');
    await bank.orders.cancel(anna.session, 1);
    expect((await again(newRequestId())).number).toBe(21);
  });

  test('needs a zone where none was chosen', async () => {
    const asked = bank.orders.quote(ben.session, {
      ...monthlyTerms,
      zone: null,
      payee: { accountNumber: anna.accountNumber },
    });
    expect(await refusal(asked)).toBe('TIME_ZONE_MISSING');
  });
});

describe('its owner', () => {
  test('pauses, resumes, skips and cancels it, each of which may be repeated', async () => {
    const { session } = anna;
    expect(await bank.orders.pause(session, 1)).toMatchObject({ state: 'PAUSED', next: null });
    expect(await bank.orders.pause(session, 1)).toMatchObject({ state: 'PAUSED' });
    expect(await refusal(bank.orders.skip(session, 1, null))).toBe('ORDER_NOT_ACTIVE');
    expect((await bank.orders.resume(session, 1)).order.state).toBe('ACTIVE');
    const { next } = (await bank.orders.view(session, 1)).order;
    const skipped = await bank.orders.skip(session, 1, next!.date);
    expect(skipped.skipped.date).toBe(next!.date);
    const twice = await bank.orders.skip(session, 1, next!.date);
    expect(twice.order.next).toEqual(skipped.order.next);
    expect(await bank.orders.cancel(session, 1)).toMatchObject({ state: 'CANCELLED' });
    expect(await bank.orders.cancel(session, 1)).toMatchObject({ state: 'CANCELLED' });
    expect(await refusal(bank.orders.resume(session, 1))).toBe('ORDER_OVER');
  });

  test('sees and changes only their own', async () => {
    expect(await bank.orders.list(ben.session)).toEqual([]);
    for (const work of [bank.orders.view, bank.orders.pause, bank.orders.cancel]) {
      expect(await refusal(work(ben.session, 1))).toBe('ORDER_UNKNOWN');
    }
    await bank.sessions.logout(anna.session);
    expect(await refusal(bank.orders.list(anna.session))).toBe('SESSION_EXPIRED');
    expect(await refusal(bank.orders.pause(anna.session, 1))).toBe('SESSION_EXPIRED');
  });
});

describe('staff', () => {
  test('pause, resume and cancel it with a reason, which is audited', async () => {
    const change = { accountNumber: anna.accountNumber, number: 1, reason };
    const { mona } = staff;
    expect(await bank.customerOrders.list(mona.session, change)).toHaveLength(1);
    await bank.customerOrders.pause(mona.session, change);
    expect(await refusal(bank.orders.resume(anna.session, 1))).toBe('ORDER_PAUSED_BY_STAFF');
    await bank.customerOrders.resume(mona.session, change);
    await bank.customerOrders.cancel(mona.session, change);
    const rows = await database.pool.rows(
      "SELECT action, reason FROM audit WHERE action LIKE 'ORDER%BY_STAFF' ORDER BY id",
    );
    expect(rows.map(({ action }) => action)).toEqual([
      'ORDER_PAUSED_BY_STAFF',
      'ORDER_RESUMED_BY_STAFF',
      'ORDER_CANCELLED_BY_STAFF',
    ]);
    expect(rows.every((row) => row['reason'] === reason)).toBe(true);
    const report = await bank.oversight.report(mona.session);
    const counted = { active: 0, paused: 0, opened: 1, paid: 0, cancelled: 1 };
    expect(report.orders).toEqual(counted);
  });

  test('cannot touch their own', async () => {
    const { mona } = staff;
    await makeOrder(bank, { from: mona, to: ben });
    const own = { accountNumber: mona.accountNumber, number: 1, reason };
    expect(await refusal(bank.customerOrders.pause(mona.session, own))).toBe('STAFF_SELF');
    const byCustomer = { ...own, accountNumber: anna.accountNumber };
    expect(await refusal(bank.customerOrders.pause(ben.session, byCustomer))).toBe(
      'STAFF_RIGHT_MISSING',
    );
  });
});

test('an export has the orders; an erasure needs them cancelled, and removes them', async () => {
  const { json } = await bank.privacy.export(anna.session, password);
  expect(JSON.parse(json).standingOrders).toMatchObject([{ number: 1, memo: 'rent' }]);
  const proved = () => ({ requestId: newRequestId(), isProved: true });
  expect(await refusal(bank.privacy.erase(anna.session, proved()))).toBe('ERASURE_IMPOSSIBLE');
  await bank.orders.cancel(anna.session, 1);
  const wish = { kind: 'all', shown: 5_000n as m.Amount } as const;
  await bank.payments.withdraw(anna.session, { ...proved(), wish, memo: null });
  await bank.privacy.erase(anna.session, proved());
  expect(await rowsOf('orders')).toBe(0);
});
