/** Adjustments and reversals on the real database: mirrored, once, by two people above a limit. */
import { describe, expect, test } from 'vitest';
import type * as m from '../../src/bank/model/index.ts';
import { allOf, balanceOf, exactly, newRequestId, type Person, pay } from '../support/bank.ts';
import { reason, refusal } from '../support/staff.ts';
import { withBank } from '../support/with-bank.ts';

const limit = 10_000n;
const { bank, staff, anna, ben } = withBank({
  settings: { fourEyesAbove: limit },
  hasStaff: true,
  balances: { anna: 100_000n, ben: 0n },
});

const adjustment = (amount: bigint, side: 'credit' | 'debit' = 'credit') => ({
  accountNumber: anna.accountNumber,
  amount: amount as m.Amount,
  side,
  reason,
});
const adjust = async (amount: bigint, side: 'credit' | 'debit' = 'credit', by = staff.mona) =>
  bank.corrections.adjust(by.session, { ...adjustment(amount, side), requestId: newRequestId() });
const payBen = async (amount: bigint) => pay(bank, anna, ben, amount);
const reverse = async (transaction: m.RequestId, by = staff.mona) =>
  bank.corrections.reverse(by.session, { requestId: newRequestId(), transaction, reason });
const decide = async (by: Person, id: m.RequestId) =>
  bank.approvals.decide(by.session, { id, verdict: 'APPROVED' });
function idOf(corrected: Awaited<ReturnType<typeof adjust>>): m.RequestId {
  if (corrected.kind !== 'asked') throw new Error('nobody was asked');
  return corrected.approval.id;
}

describe('adjusting', () => {
  test('moves against SUSPENSE at once up to the limit, in both directions', async () => {
    const quote = await bank.corrections.quoteAdjustment(staff.mona.session, adjustment(limit));
    expect(quote).toMatchObject({ from: { name: 'Suspense' }, balanceAfter: 110_000n });
    expect(await adjust(limit)).toMatchObject({ kind: 'booked' });
    const taken = await adjust(5_000n, 'debit');
    expect(taken).toMatchObject({ receipt: { to: { name: 'Suspense' }, balanceAfter: 105_000n } });
    expect(await refusal(adjust(1n, 'credit', staff.teller))).toBe('STAFF_RIGHT_MISSING');
    const { lines } = await bank.books.trialBalance();
    expect(lines).toContainEqual({ kind: 'SUSPENSE', side: 'DEBIT', balance: 5_000n });
  });

  test('above the limit waits for a second manager and is booked once', async () => {
    const id = idOf(await adjust(limit + 1n));
    expect(await balanceOf(bank, anna)).toBe(100_000n);
    expect(await refusal(decide(staff.mona, id))).toBe('APPROVAL_OWN');
    expect(await refusal(decide(staff.teller, id))).toBe('STAFF_RIGHT_MISSING');
    const codes = await Promise.all(
      Array.from({ length: 10 }, async () => refusal(decide(staff.max, id))),
    );
    expect(new Set(codes)).toEqual(new Set([null]));
    expect(await balanceOf(bank, anna)).toBe(110_001n);
  });

  test('refuses one’s own account and a result below zero', async () => {
    const own = { ...adjustment(1n), accountNumber: staff.mona.accountNumber };
    const mine = bank.corrections.adjust(staff.mona.session, { ...own, requestId: newRequestId() });
    expect(await refusal(mine)).toBe('STAFF_SELF');
    await bank.payments.withdraw(anna.session, {
      requestId: newRequestId(),
      wish: exactly(95_000n),
      memo: null,
    });
    expect(await refusal(adjust(5_001n, 'debit'))).toBe('FUNDS_INSUFFICIENT');
  });
});

describe('reversing', () => {
  test('mirrors a transfer once for many requests', async () => {
    const { requestId } = await payBen(4_000n);
    const codes = await Promise.all(
      Array.from({ length: 6 }, async () => refusal(reverse(requestId))),
    );
    expect(codes.filter((code) => code === null)).toHaveLength(1);
    expect(new Set(codes)).toEqual(new Set([null, 'REVERSAL_DONE']));
    expect(await balanceOf(bank, anna)).toBe(100_000n);
    expect(await balanceOf(bank, ben)).toBe(0n);
  });

  test('mirrors deposits and withdrawals with the cash desk, also on a frozen account', async () => {
    const taken = await bank.payments.withdraw(anna.session, {
      requestId: newRequestId(),
      wish: exactly(3_000n),
      memo: null,
    });
    const given = await bank.payments.deposit(anna.session, {
      requestId: newRequestId(),
      wish: exactly(2_000n),
      memo: null,
    });
    const about = { accountNumber: anna.accountNumber, reason };
    await bank.counter.freeze(staff.teller.session, about);
    await reverse(taken.requestId);
    const done = await reverse(given.requestId);
    expect(done).toMatchObject({ receipt: { kind: 'REVERSAL', balanceAfter: 100_000n } });
    if (done.kind !== 'booked') throw new Error('not booked');
    expect(await refusal(reverse(done.receipt.requestId))).toBe('REVERSAL_IMPOSSIBLE');
    expect(await refusal(reverse(1n as m.RequestId))).toBe('TRANSACTION_UNKNOWN');
  });

  test('is refused at quote, request and booking if the payer has been erased', async () => {
    const [small, large] = [await payBen(4_000n), await payBen(20_000n)];
    const { requestId: late } = await payBen(21_000n);
    const asked = idOf(await reverse(late));
    await bank.payments.withdraw(anna.session, {
      requestId: newRequestId(),
      wish: await allOf(bank, anna),
      memo: null,
    });
    await bank.privacy.erase(anna.session, { requestId: newRequestId(), isProved: true });
    for (const { requestId: transaction } of [small, large]) {
      const quote = bank.corrections.quoteReversal(staff.mona.session, { transaction, reason });
      expect(await refusal(quote)).toBe('REVERSAL_CLOSED');
      expect(await refusal(reverse(transaction))).toBe('REVERSAL_CLOSED');
    }
    expect(await refusal(decide(staff.max, asked))).toBe('REVERSAL_CLOSED');
    expect(await balanceOf(bank, ben)).toBe(45_000n);
    expect(await bank.approvals.open(staff.max.session, { after: 0n, limit: 9 })).toEqual([]);
    expect(await refusal(decide(staff.max, asked))).toBe('APPROVAL_DECIDED');
  });

  test('reports that the money is gone, and needs two people above the limit', async () => {
    const { requestId } = await payBen(20_000n);
    const id = idOf(await reverse(requestId));
    await bank.payments.withdraw(ben.session, {
      requestId: newRequestId(),
      wish: exactly(1n),
      memo: null,
    });
    expect(await refusal(decide(staff.max, id))).toBe('REVERSAL_SHORT');
    await bank.payments.deposit(ben.session, {
      requestId: newRequestId(),
      wish: exactly(1n),
      memo: null,
    });
    expect(await decide(staff.max, id)).toMatchObject({ state: 'APPROVED' });
    expect(await balanceOf(bank, anna)).toBe(100_000n);
    expect(await refusal(reverse(requestId, staff.max))).toBe('REVERSAL_DONE');
  });
});
