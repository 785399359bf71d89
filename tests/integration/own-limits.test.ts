/** Customers limit their own payments: lowered at once, raised a day later and with a proof. */
import { describe, expect, test } from 'vitest';
import { BankError, type ErrorData } from '../../src/bank/index.ts';
import type * as m from '../../src/bank/model/index.ts';
import { hourMs } from '../../src/lib/durations.ts';
import { openAnotherAccount } from '../support/accounts.ts';
import { exactly, newRequestId, password } from '../support/bank.ts';
import { reason, refusal } from '../support/staff.ts';
import { withBank } from '../support/with-bank.ts';

const { database, bank, anna, ben, staff } = withBank({
  hasStaff: true,
  settings: { fourEyesAbove: 10_000n },
  balances: { anna: 2_500n, ben: 500n },
});

const set = async (
  period: m.LimitPeriod,
  amount: bigint | null,
  more: { readonly isProved?: boolean; readonly requestId?: m.RequestId } = {},
) =>
  bank.limits.set(anna.session, {
    requestId: newRequestId(),
    period,
    amount: amount as m.Amount | null,
    ...more,
  });
const pay = async (amount: bigint, from?: m.AccountNumber) =>
  bank.payments.transfer(anna.session, {
    requestId: newRequestId(),
    accountNumber: ben.accountNumber,
    wish: exactly(amount),
    memo: null,
    from,
  });
const useOf = async (period: m.LimitPeriod) =>
  (await bank.limits.overview(anna.session)).uses.find((one) => one.period === period)!;
const refuses = async (code: m.ErrorCode, work: Promise<unknown>) =>
  expect(await refusal(work)).toBe(code);
/** What the refusal says. */
async function limited(work: Promise<unknown>): Promise<ErrorData['OWN_LIMIT_REACHED']> {
  const error: unknown = await work.catch((thrown: unknown) => thrown);
  if (error instanceof BankError && error.refused.code === 'OWN_LIMIT_REACHED') {
    return error.refused.data;
  }
  throw error;
}
/** As if so many hours had passed since the change. */
const wait = async (hours: number) =>
  database.pool.write('UPDATE personal_limits SET next_from = next_from - INTERVAL ? HOUR', [
    hours,
  ]);
const setSums = async (sums: string) =>
  database.pool.write(`UPDATE accounts SET ${sums} WHERE account_number = ?`, [anna.accountNumber]);

describe('a limit', () => {
  test('holds at once, for each payment, and says what it is', async () => {
    await set('PAYMENT', 300n);
    await expect(pay(301n)).rejects.toThrow('OWN_LIMIT_REACHED');
    const data = await limited(pay(301n));
    expect(data).toMatchObject({ period: 'PAYMENT', limit: { units: 300n }, freeAt: null });
    await pay(300n);
    await pay(300n);
    expect(await useOf('PAYMENT')).toMatchObject({ amount: 300n, used: 0n, freeAt: null });
  });

  test('of a day, a week and a month refuses with what is left and when it is free', async () => {
    await pay(100n);
    await set('DAY', 300n);
    await set('WEEK', 600n);
    await set('MONTH', 900n);
    const data = await limited(pay(201n));
    expect(data).toMatchObject({ period: 'DAY', limit: { units: 300n }, left: { units: 200n } });
    expect(data.freeAt!.getUTCHours()).toBe(0);
    await pay(200n);
    await setSums('paid_out_that_day = 0');
    await expect(pay(301n)).rejects.toThrow('OWN_LIMIT_REACHED');
    await pay(300n);
    await setSums('paid_out_that_day = 0');
    expect(await limited(pay(1n))).toMatchObject({ period: 'WEEK' });
    await setSums('paid_out_that_day = 0, paid_out_that_week = 0');
    expect(await limited(pay(301n))).toMatchObject({ period: 'DAY' });
    await pay(300n);
    await setSums('paid_out_that_day = 0, paid_out_that_week = 0');
    const month = await limited(pay(1n));
    expect(month).toMatchObject({ period: 'MONTH', left: { units: 0n } });
    expect(month.freeAt!.getUTCDate()).toBe(1);
  });

  test('is of the customer: another account has no limit of its own', async () => {
    const other = await openAnotherAccount(database, anna);
    await bank.payments.deposit(anna.session, {
      requestId: newRequestId(),
      into: other,
      wish: exactly(500n),
      memo: null,
    });
    await set('DAY', 300n);
    await pay(200n);
    await expect(pay(101n, other)).rejects.toThrow('OWN_LIMIT_REACHED');
    await pay(100n, other);
    expect(await useOf('DAY')).toMatchObject({ used: 300n });
  });

  test('counts withdrawals, also at the counter, and a quote refuses as a booking does', async () => {
    await set('WEEK', 300n);
    await bank.payments.withdraw(anna.session, {
      requestId: newRequestId(),
      wish: exactly(200n),
      memo: null,
    });
    const { accountNumber } = anna;
    const atCounter = { requestId: newRequestId(), accountNumber, wish: exactly(101n), memo: null };
    await refuses('OWN_LIMIT_REACHED', bank.counter.withdraw(staff.teller.session, atCounter));
    await refuses(
      'OWN_LIMIT_REACHED',
      bank.payments.quoteWithdrawal(anna.session, { wish: exactly(101n), memo: null }),
    );
  });

  test('does not hold for corrections of staff', async () => {
    const { reference: _, requestId } = await pay(400n);
    await set('DAY', 1n);
    await bank.corrections.reverse(staff.mona.session, {
      requestId: newRequestId(),
      transaction: requestId,
      reason,
    });
    expect((await bank.accounts.overview(anna.session))[0]?.balance).toBe(2_500n);
  });
});

describe('changing a limit', () => {
  test('a raise needs a proof and holds 24 hours later; until then the former limit holds', async () => {
    await set('DAY', 300n);
    await refuses('STEP_UP_NEEDED', set('DAY', 500n));
    const before = Date.now();
    const { uses } = await set('DAY', 500n, { isProved: true });
    const { next, amount } = uses.find(({ period }) => period === 'DAY')!;
    expect(amount).toBe(300n);
    expect(next?.amount).toBe(500n);
    expect(next!.from.getTime() - before).toBeGreaterThan(24 * hourMs - 5_000);
    await refuses('OWN_LIMIT_REACHED', pay(301n));
    await wait(23);
    await refuses('OWN_LIMIT_REACHED', pay(301n));
    await wait(1);
    await pay(301n);
    expect(await useOf('DAY')).toMatchObject({ amount: 500n, next: null, used: 301n });
  });

  test('removing one is a raise', async () => {
    await set('MONTH', 300n);
    await refuses('STEP_UP_NEEDED', set('MONTH', null));
    await set('MONTH', null, { isProved: true });
    await refuses('OWN_LIMIT_REACHED', pay(301n));
    await wait(24);
    await pay(301n);
  });

  test('a lower limit replaces a raise that waits; the same one again only drops it', async () => {
    await set('DAY', 300n);
    await set('DAY', 500n, { isProved: true });
    await refuses('OWN_LIMIT_UNCHANGED', set('DAY', 500n, { isProved: true }));
    await set('DAY', 200n);
    expect(await useOf('DAY')).toMatchObject({ amount: 200n, next: null });
    await set('DAY', 500n, { isProved: true });
    await set('DAY', 200n);
    expect(await useOf('DAY')).toMatchObject({ amount: 200n, next: null });
    await refuses('OWN_LIMIT_UNCHANGED', set('DAY', 200n));
    await refuses('OWN_LIMIT_UNCHANGED', set('WEEK', null));
  });

  test('happens once per request, is audited and told to the owner', async () => {
    const requestId = newRequestId();
    await set('DAY', 300n, { requestId });
    await set('DAY', 400n, { isProved: true });
    const again = await set('DAY', 300n, { requestId });
    expect(again.uses.find(({ period }) => period === 'DAY')).toMatchObject({
      amount: 300n,
      next: { amount: 400n },
    });
    const rows = await database.pool.rows(
      "SELECT action FROM audit WHERE action = 'OWN_LIMIT_CHANGED'",
    );
    expect(rows).toHaveLength(2);
  });

  test('staff see it, and the export has it', async () => {
    await set('WEEK', 300n);
    const { limits } = await bank.counter.view(staff.teller.session, {
      accountNumber: anna.accountNumber,
    });
    expect(limits?.find(({ period }) => period === 'WEEK')).toMatchObject({ amount: 300n });
    const { json } = await bank.privacy.export(anna.session, password);
    const exported = JSON.parse(json) as { limits: readonly { period: string }[] };
    expect(exported.limits.find(({ period }) => period === 'WEEK')).toMatchObject({
      amount: expect.stringMatching(/^3(00|[.]00)/),
    });
  });
});
