/** Fees are charged beside the payment, as its card showed them, and given back with it. */
import { describe, expect, test } from 'vitest';
import { verifyBooks } from '../../src/bank/index.ts';
import type * as m from '../../src/bank/model/index.ts';
import { balancesOf, openAnotherAccount } from '../support/accounts.ts';
import { exactly, newRequestId, shareOf } from '../support/bank.ts';
import { charge, freshFees } from '../support/fees.ts';
import { makeRequest, wanted } from '../support/requests.ts';
import { openPot, roundUpInto } from '../support/pots.ts';
import { openShared } from '../support/shared.ts';
import { reason, refusal } from '../support/staff.ts';
import { withBank } from '../support/with-bank.ts';

const { database, bank, anna, ben, staff } = withBank({
  hasStaff: true,
  settings: { ...freshFees, fourEyesAbove: 10_000n },
  balances: { anna: 2_500n, ben: 500n },
});

const quote = async (amount: bigint | m.AmountWish, accountNumber = ben.accountNumber) =>
  bank.payments.quoteTransfer(anna.session, {
    target: { accountNumber },
    wish: typeof amount === 'bigint' ? exactly(amount) : amount,
    memo: null,
  });
const transfer = async (
  amount: bigint | m.AmountWish,
  more: {
    readonly fee?: bigint;
    readonly requestId?: m.RequestId;
    readonly roundUp?: m.RoundUp;
  } = {},
) =>
  bank.payments.transfer(anna.session, {
    requestId: newRequestId(),
    accountNumber: ben.accountNumber,
    wish: typeof amount === 'bigint' ? exactly(amount) : amount,
    memo: null,
    ...more,
    fee: more.fee as m.Balance | undefined,
  });
const feesBalance = async () => {
  const { lines } = await bank.books.trialBalance();
  return lines.find(({ kind }) => kind === 'FEES')!.balance;
};
const kindsOf = async () =>
  (await bank.statements.page(anna.session, { filter: {}, size: 9 })).entries.map(
    ({ kind, amount }) => `${kind} ${amount}`,
  );
const refuses = async (code: m.ErrorCode, work: Promise<unknown>) =>
  expect(await refusal(work)).toBe(code);

describe('a fee', () => {
  test('is on the card, and booked as a posting of its own in one transaction', async () => {
    await charge(database, 'TRANSFER', { flat: 10n, perMille: 5n });
    const card = await quote(1_000n);
    expect(card).toMatchObject({ amount: 1_000n, fee: 15n, balanceAfter: 1_485n });
    const requestId = newRequestId();
    const receipt = await transfer(1_000n, { fee: card.fee, requestId });
    expect(receipt).toMatchObject({ amount: 1_000n, fee: 15n, balanceAfter: 1_485n });
    expect(await transfer(1_000n, { fee: card.fee, requestId })).toEqual({
      ...receipt,
      replayed: true,
    });
    expect(await kindsOf()).toEqual(['FEE 15', 'TRANSFER 1000', 'DEPOSIT 2500']);
    expect(await balancesOf(bank, ben)).toEqual([1_500n]);
    expect(await feesBalance()).toBe(15n);
    expect((await verifyBooks(database.pool)).findings).toEqual([]);
  });

  test('that is not what the card showed asks again, and nothing moves', async () => {
    const card = await quote(1_000n);
    expect(card.fee).toBe(0n);
    await charge(database, 'TRANSFER', { flat: 10n });
    await refuses('FEE_CHANGED', transfer(1_000n));
    await charge(database, 'TRANSFER', { flat: 0n }, new Date(Date.now() - 500));
    await refuses('FEE_CHANGED', transfer(1_000n, { fee: 10n }));
    expect(await balancesOf(bank, anna)).toEqual([2_500n]);
    await transfer(1_000n);
    expect(await feesBalance()).toBe(0n);
  });

  test('that exceeds the amount, or with it the money, is refused and named', async () => {
    await charge(database, 'TRANSFER', { flat: 20n });
    await refuses('FEE_ABOVE_AMOUNT', quote(19n));
    await refuses('FUNDS_INSUFFICIENT', quote(2_481n));
    await refuses('FUNDS_INSUFFICIENT', transfer(2_500n, { fee: 20n }));
    await transfer(2_480n, { fee: 20n });
    expect(await balancesOf(bank, anna)).toEqual([0n]);
  });

  test('of all that there is leaves room for itself', async () => {
    await charge(database, 'TRANSFER', { flat: 3n, perMille: 10n });
    const card = await quote({ kind: 'all' });
    expect(card.amount + card.fee).toBe(2_500n);
    expect(card.amount).toBe(2_473n);
    await transfer(shareOf('all', card.amount), { fee: card.fee });
    expect(await balancesOf(bank, anna)).toEqual([0n]);
  });

  test('is free as often as the allowance of the month says', async () => {
    await charge(database, 'TRANSFER', { flat: 10n, free: 2 });
    const [view] = await bank.fees.overview(anna.session);
    expect(view).toMatchObject({ kind: 'TRANSFER', freeLeft: 2, now: { flat: 10n } });
    await transfer(100n);
    await transfer(100n);
    expect((await quote(100n)).fee).toBe(10n);
    await refuses('FEE_CHANGED', transfer(100n));
    await transfer(100n, { fee: 10n });
    expect((await bank.fees.overview(anna.session))[0]).toMatchObject({ freeLeft: 0 });
    await database.pool.write("UPDATE fee_counts SET counted_month = '2020-01'");
    await transfer(100n);
    expect(await feesBalance()).toBe(10n);
  });

  test('is charged once of many that use the last free one at once', async () => {
    await charge(database, 'TRANSFER', { flat: 1n, free: 5 });
    const done = await Promise.allSettled(Array.from({ length: 20 }, async () => transfer(10n)));
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    expect(await feesBalance()).toBe(0n);
  });

  test('is not charged between accounts of one customer, into pots, or on corrections', async () => {
    await charge(database, 'TRANSFER', { flat: 10n });
    const own = await openAnotherAccount(database, anna);
    expect((await quote(100n, own)).fee).toBe(0n);
    const pot = await openPot(bank, anna);
    expect((await bank.pots.quoteAdd(anna.session, { pot, wish: exactly(100n) })).fee).toBe(0n);
  });

  test('goes back with the payment, together with its round-up', async () => {
    await charge(database, 'TRANSFER', { flat: 10n });
    const pot = await openPot(bank, anna);
    await roundUpInto(bank, anna, pot);
    const card = await quote(1_230n);
    const { isSkipped: _, ...roundUp } = card.roundUp!;
    const { requestId } = await transfer(1_230n, { fee: card.fee, roundUp });
    expect(await balancesOf(bank, anna)).toEqual([1_190n, 70n]);
    await bank.corrections.reverse(staff.mona.session, {
      requestId: newRequestId(),
      transaction: requestId,
      reason,
    });
    expect(await balancesOf(bank, anna)).toEqual([2_500n, 0n]);
    expect(await balancesOf(bank, ben)).toEqual([500n]);
    expect(await feesBalance()).toBe(0n);
    expect((await verifyBooks(database.pool)).findings).toEqual([]);
  });

  test('of withdrawals, deposits and the counter', async () => {
    await charge(database, 'WITHDRAWAL', { least: 5n, perMille: 1n });
    await charge(database, 'DEPOSIT', { flat: 2n });
    const order = { wish: exactly(100n), memo: null };
    expect((await bank.payments.quoteWithdrawal(anna.session, order)).fee).toBe(5n);
    const confirmed = { ...order, requestId: newRequestId() };
    await refuses('FEE_CHANGED', bank.payments.withdraw(anna.session, confirmed));
    await bank.payments.withdraw(anna.session, { ...confirmed, fee: 5n as m.Balance });
    const deposited = await bank.payments.deposit(anna.session, {
      ...order,
      requestId: newRequestId(),
      fee: 2n as m.Balance,
    });
    expect(deposited).toMatchObject({ fee: 2n, balanceAfter: 2_493n });
    await refuses(
      'FEE_ABOVE_AMOUNT',
      bank.payments.quoteDeposit(anna.session, { ...order, wish: exactly(1n) }),
    );
    const { accountNumber } = anna;
    const counter = { ...order, accountNumber };
    const card = await bank.counter.quoteDeposit(staff.teller.session, counter);
    expect(card.fee).toBe(2n);
    await bank.counter.deposit(staff.teller.session, {
      ...counter,
      requestId: newRequestId(),
      fee: card.fee,
    });
    expect(await balancesOf(bank, anna)).toEqual([2_591n]);
    expect(await feesBalance()).toBe(9n);
  });

  test('the books are found wrong where a fee is not among the fees', async () => {
    await charge(database, 'TRANSFER', { flat: 10n });
    await transfer(100n, { fee: 10n });
    await database.pool.write("UPDATE postings SET kind = 'ROUND_UP'");
    const { findings } = await verifyBooks(database.pool);
    expect(findings).toContainEqual({ code: 'FEES_DIFFER', balance: 10n, charged: 0n });
    await database.pool.write("UPDATE postings SET kind = 'FEE'");
  });

  test('is charged of a payment that a request asks for', async () => {
    await charge(database, 'TRANSFER', { flat: 10n });
    await makeRequest(bank, ben, wanted([anna], { each: 100n }));
    const { id } = (await bank.requests.toPay(anna.session))[0]!.due;
    const card = await bank.payments.quoteTransfer(anna.session, {
      target: { payerOf: id },
      wish: exactly(100n),
      memo: null,
    });
    expect(card.fee).toBe(10n);
  });
});

describe('setting a fee', () => {
  const terms = { flat: 10n, perMille: 5n, least: 1n, most: 50n, free: 3 };
  const ask = async (from: string | null = null, more = {}) =>
    bank.staffFees.ask(staff.mona.session, {
      kind: 'TRANSFER',
      ...terms,
      from,
      reason,
      requestId: newRequestId(),
      ...more,
    });

  test('takes two managers, a week, and one notice to every customer', async () => {
    await openShared(bank, anna);
    const asked = await ask();
    if (asked.kind !== 'asked') throw new Error('one manager alone set a fee');
    const { id } = asked.approval;
    expect(
      await refusal(bank.approvals.decide(staff.mona.session, { id, verdict: 'APPROVED' })),
    ).toBe('APPROVAL_OWN');
    await refuses(
      'STAFF_RIGHT_MISSING',
      bank.approvals.decide(staff.teller.session, { id, verdict: 'APPROVED' }),
    );
    await bank.approvals.decide(staff.max.session, { id, verdict: 'APPROVED' });
    const [view] = await bank.fees.overview(anna.session);
    expect(view).toMatchObject({ kind: 'TRANSFER', now: null, coming: [terms] });
    expect(view!.coming[0]!.from.getTime() - Date.now()).toBeGreaterThan(7 * 24 * 3_600_000);
    expect((await quote(1_000n)).fee).toBe(0n);
    const told = async () =>
      database.pool.rows("SELECT customer_id FROM outbox WHERE kind = 'FEE_ANNOUNCED'");
    await expect.poll(async () => (await told()).length, { timeout: 10_000 }).toBe(6);
  });

  test('earlier than announced, or with a minimum above the maximum, is refused', async () => {
    await refuses(
      'FEE_TOO_SOON',
      ask(new Date(Date.now() + 8 * 24 * 3_600_000).toISOString().slice(0, 10)),
    );
    await refuses('FEE_RANGE', ask(null, { least: 60n }));
    const asked = {
      kind: 'TRANSFER',
      ...terms,
      from: null,
      reason,
      requestId: newRequestId(),
    } as const;
    await refuses('STAFF_RIGHT_MISSING', bank.staffFees.ask(staff.teller.session, asked));
  });
});
