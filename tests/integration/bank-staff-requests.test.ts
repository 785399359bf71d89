/** Staff see customers' requests and cancel one with a reason, of which all sides read. */
import { beforeEach, describe, expect, test } from 'vitest';
import type * as m from '../../src/bank/model/index.ts';
import { balanceOf, newRequestId } from '../support/bank.ts';
import { inboxOf, messagesTo, sendAll } from '../support/notices.ts';
import { makeRequest, payDue, wanted } from '../support/requests.ts';
import { reason, refusal } from '../support/staff.ts';
import { withBank } from '../support/with-bank.ts';

const { database, bank, anna, ben, cem, staff } = withBank({
  hasStaff: true,
  asBot: true,
  balances: { anna: 0n, ben: 1_000n, cem: 1_000n },
});

let request: m.RequestView;
beforeEach(async () => {
  request = await makeRequest(bank, anna, wanted([ben, cem], { each: 300n }, { memo: 'club' }));
  for (const one of [anna, ben, cem]) await sendAll(bank, one);
});

const cancel = async (by = staff.teller, id = request.id) =>
  bank.customerRequests.cancel(by.session, { id, reason });
const payBen = async (amount: bigint) =>
  payDue(bank, ben, { asker: anna, due: request.dues[0]!.id, amount });

describe('staff see', () => {
  test('what a customer asked for and is asked for, and each view is an audit row', async () => {
    const { teller, auditor } = staff;
    const { accountNumber } = anna;
    const ofAnna = await bank.customerRequests.list(teller.session, { accountNumber });
    expect(ofAnna.made).toMatchObject([{ id: request.id, peopleOpen: 2 }]);
    expect(ofAnna.got).toEqual([]);
    const about = { accountNumber: ben.accountNumber };
    const ofBen = await bank.customerRequests.list(auditor.session, about);
    expect(ofBen.made).toEqual([]);
    expect(ofBen.got).toMatchObject([{ request: { id: request.id }, due: { amount: 300n } }]);
    const shown = await bank.customerRequests.show(teller.session, request.id);
    expect(shown.dues.map(({ state }) => state)).toEqual(['OPEN', 'OPEN']);
    const seen = await bank.accounts.accessLog(anna.session, { size: 5 });
    expect(seen.entries.map(({ action }) => action)).toEqual([
      'REQUESTS_VIEWED',
      'REQUESTS_VIEWED',
    ]);
  });

  test('also those that have ended', async () => {
    await payBen(300n);
    const about = { accountNumber: ben.accountNumber };
    const { got } = await bank.customerRequests.list(staff.teller.session, about);
    expect(got).toMatchObject([{ due: { state: 'PAID' } }]);
  });

  test('nothing without the right, nor of an unknown customer or reference', async () => {
    const { accountNumber } = anna;
    const list = bank.customerRequests.list(ben.session, { accountNumber });
    expect(await refusal(list)).toBe('STAFF_RIGHT_MISSING');
    const show = bank.customerRequests.show(ben.session, request.id);
    expect(await refusal(show)).toBe('STAFF_RIGHT_MISSING');
    const unknown = { accountNumber: '1000000009' as m.AccountNumber };
    const ofNone = bank.customerRequests.list(staff.teller.session, unknown);
    expect(await refusal(ofNone)).toBe('CUSTOMER_UNKNOWN');
    const none = bank.customerRequests.show(staff.teller.session, newRequestId());
    expect(await refusal(none)).toBe('REQUEST_REFERENCE_UNKNOWN');
  });
});

describe('staff cancel', () => {
  test('what can still be paid, with a reason; what was paid stays paid', async () => {
    await payBen(100n);
    await sendAll(bank, anna);
    await sendAll(bank, ben);
    expect(await cancel()).toBe(2);
    expect(await refusal(payBen(200n))).toBe('REQUEST_ENDED');
    expect(await balanceOf(bank, anna)).toBe(100n);
    const { dues } = await bank.requests.show(anna.session, request.id);
    expect(dues).toMatchObject([
      { state: 'CANCELLED', paid: 100n },
      { state: 'CANCELLED', paid: 0n },
    ]);
    const [toAnna] = await messagesTo(bank, anna);
    expect(toAnna?.notice).toMatchObject({
      kind: 'REQUEST_BY_STAFF',
      reason,
      request: { reference: request.reference, received: 100n },
    });
    expect((await inboxOf(bank, ben))[0]).toBe('REQUEST_WITHDRAWN SENT');
    expect((await inboxOf(bank, cem))[0]).toBe('REQUEST_WITHDRAWN SENT');
  });

  test('once: the second time there is nothing left, and no second message', async () => {
    expect([await cancel(), await cancel(staff.mona)]).toEqual([2, 0]);
    const rows = await database.pool.rows(
      "SELECT reason FROM audit WHERE action = 'REQUEST_CANCELLED_BY_STAFF'",
    );
    expect(rows).toEqual([{ reason }]);
    expect(await sendAll(bank, cem)).toEqual(['REQUEST_WITHDRAWN']);
  });

  test('at the same time as its payers pay: each is paid or cancelled, never both', async () => {
    const pay = async (who: typeof ben, place: number) =>
      refusal(payDue(bank, who, { asker: anna, due: request.dues[place]!.id, amount: 300n }));
    const [count, ...codes] = await Promise.all([cancel(), pay(ben, 0), pay(cem, 1)]);
    const paid = codes.filter((code) => code === null).length;
    expect(count).toBe(2 - paid);
    expect(codes.filter((code) => code === 'REQUEST_ENDED')).toHaveLength(2 - paid);
    expect(await balanceOf(bank, anna)).toBe(300n * BigInt(paid));
  });

  test('neither their own request nor one that they are asked to pay', async () => {
    const { teller, mona, auditor } = staff;
    const own = await makeRequest(bank, teller, wanted([ben], { each: 5n }));
    expect(await refusal(cancel(teller, own.id))).toBe('STAFF_SELF');
    const asked = await makeRequest(bank, anna, wanted([mona, ben], { each: 5n }));
    expect(await refusal(cancel(mona, asked.id))).toBe('STAFF_SELF');
    expect(await cancel(teller, asked.id)).toBe(2);
    expect(await refusal(cancel(auditor))).toBe('STAFF_RIGHT_MISSING');
    expect(await refusal(cancel(ben))).toBe('STAFF_RIGHT_MISSING');
    expect(await refusal(cancel(teller, newRequestId()))).toBe('REQUEST_REFERENCE_UNKNOWN');
  });
});

test('the report counts requests by payer: opened, paid and cancelled today, open now', async () => {
  await payBen(300n);
  await makeRequest(bank, ben, wanted([cem], { each: 10n }));
  await cancel();
  const { requests } = await bank.oversight.report(staff.mona.session);
  expect(requests).toEqual({ open: 1, opened: 3, paid: 1, cancelled: 1 });
  const earlier = 'SET created_at = created_at - INTERVAL 2 DAY';
  await database.pool.write(`UPDATE payment_requests ${earlier}`);
  await database.pool.write('UPDATE request_dues SET changed_at = changed_at - INTERVAL 2 DAY');
  const later = await bank.oversight.report(staff.mona.session);
  expect(later.requests).toEqual({ open: 1, opened: 0, paid: 0, cancelled: 0 });
});

test('the accounts that staff are offered are of customers whom they dealt with themselves', async () => {
  const { teller, auditor } = staff;
  const offered = async (by: typeof teller) => bank.counter.servedLately(by.session);
  expect(await offered(teller)).toEqual([]);
  await bank.counter.view(teller.session, { accountNumber: anna.accountNumber });
  await bank.counter.find(teller.session, { query: ben.accountNumber });
  expect((await offered(teller)).map(({ accountNumber }) => accountNumber)).toEqual([
    ben.accountNumber,
    anna.accountNumber,
  ]);
  expect(await offered(auditor)).toEqual([]);
  expect(await refusal(bank.counter.servedLately(anna.session))).toBe('STAFF_RIGHT_MISSING');
  await database.pool.write('UPDATE audit SET occurred_at = occurred_at - INTERVAL 2 DAY');
  expect(await offered(teller)).toEqual([]);
});
