/** Staff cannot move money for themselves, for each other, or above a limit. */
import { expect, test } from 'vitest';
import type * as m from '../../src/bank/model/index.ts';
import { exactly, newRequestId, type Person } from '../support/bank.ts';
import { reason, refusal } from '../support/staff.ts';
import { withBank } from '../support/with-bank.ts';

const limit = 10_000n;
const { bank, staff, anna } = withBank({
  settings: { staffLimitPerDay: limit, fourEyesAbove: 5_000n },
  hasStaff: true,
  balances: { anna: 1_000n },
});

const give = async (by: Person, to: Person, amount: bigint) =>
  bank.counter.deposit(by.session, {
    requestId: newRequestId(),
    accountNumber: to.accountNumber,
    wish: exactly(amount),
    memo: null,
  });
const adjust = async (by: Person, to: Person, amount: bigint) =>
  bank.corrections.adjust(by.session, {
    requestId: newRequestId(),
    accountNumber: to.accountNumber,
    amount: amount as m.Amount,
    side: 'credit',
    reason,
  });

test('the daily limit of a staff member covers counter acts and corrections together', async () => {
  await give(staff.mona, anna, 4_000n);
  await adjust(staff.mona, anna, 5_000n);
  expect(await refusal(give(staff.mona, anna, 1_001n))).toBe('STAFF_LIMIT_REACHED');
  expect(await refusal(give(staff.mona, anna, 1_000n))).toBeNull();
  expect(await refusal(give(staff.max, anna, 1_001n))).toBeNull();
});

test('a request for approval counts for the member who made it', async () => {
  expect((await adjust(staff.mona, anna, 6_000n)).kind).toBe('asked');
  expect(await refusal(give(staff.mona, anna, 4_001n))).toBe('STAFF_LIMIT_REACHED');
});

test('ten simultaneous acts do not pass the limit together', async () => {
  const codes = await Promise.all(
    Array.from({ length: 10 }, async () => refusal(give(staff.teller, anna, 3_000n))),
  );
  expect(codes.filter((code) => code === null)).toHaveLength(3);
  expect(new Set(codes)).toEqual(new Set([null, 'STAFF_LIMIT_REACHED']));
});

test('two members who serve each other are stopped, in both directions', async () => {
  await give(staff.mona, staff.max, 10n);
  expect(await refusal(give(staff.max, staff.mona, 10n))).toBe('STAFF_CYCLE');
  expect(await refusal(adjust(staff.max, staff.mona, 10n))).toBe('STAFF_CYCLE');
  expect(await refusal(adjust(staff.max, staff.mona, 6_000n))).toBe('STAFF_CYCLE');
  expect(await refusal(give(staff.teller, staff.mona, 10n))).toBeNull();
  expect(await refusal(give(staff.mona, staff.teller, 10n))).toBe('STAFF_CYCLE');
  expect(await refusal(give(staff.max, anna, 10n))).toBeNull();
});

test('staff cannot serve themselves', async () => {
  expect(await refusal(give(staff.mona, staff.mona, 1n))).toBe('STAFF_SELF');
  expect(await refusal(adjust(staff.mona, staff.mona, 6_000n))).toBe('STAFF_SELF');
});
