/** Money saved in earlier months, and rates that held then. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from '../../../src/db/pool.ts';
import { bigintOf } from '../../../src/db/rows.ts';
import { pay } from '../crowd/acts.ts';
import type { Customer } from '../crowd/customer.ts';
import type { Payment, RateTerms } from '../history/model.ts';
import { timeText } from '../support/fee-table.ts';
import type { Random } from '../support/random.ts';
import type { Prepared } from './arena.ts';
import { setRate } from './bank-terms.ts';

// All that is in the books by now, as if so many days had passed since.
const ageBooks = [
  'UPDATE transactions SET booked_at = booked_at - INTERVAL ? DAY',
  'UPDATE entries SET booked_at = booked_at - INTERVAL ? DAY',
  `UPDATE accounts SET counted_day = counted_day - INTERVAL ? DAY
   WHERE counted_day > '2000-01-01'`,
];
const ageAccounts = 'UPDATE accounts SET opened_at = opened_at - INTERVAL ? DAY';

/** Days between the rounds of saving, and after the last one: the last is in an earlier month. */
const daysBetween = [23, 29, 38];
const daysInAll = daysBetween.reduce((sum, days) => sum + days, 0);

async function save(prepared: Prepared, chance: Random, customer: Customer): Promise<void> {
  const { tools, nextKey } = prepared;
  const { account, other, pot, session } = customer;
  const wish = `${chance.between(1_000, 900_000)}`;
  const plain = { payee: null, wish, memo: null };
  const given: Payment = { ...plain, kind: 'DEPOSIT', own: other, initiator: 'BANK' };
  const put: Payment = { ...plain, kind: 'POT_ADD', own: account, payee: pot, wish: '500' };
  for (const payment of [given, put]) {
    await pay(tools, customer, { key: nextKey(), session, payment });
  }
}

/** The first day of the month so many months ago. */
function monthBefore(count: number): string {
  const now = new Date();
  return timeText(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - count, 1));
}
/** So many days after that. */
const later = (time: string, days: number): string =>
  timeText(Date.parse(`${time.replace(' ', 'T')}Z`) + days * 86_400_000);

/** The rates of savings change in the middle of a month. */
const ratesSince = (months: number): readonly RateTerms[] => [
  { type: 'SAVINGS', basisPoints: 410, from: `${monthBefore(months)}000` },
  { type: 'POT', basisPoints: 333, from: `${later(monthBefore(months), 9)}000` },
  { type: 'SAVINGS', basisPoints: 725, from: `${later(monthBefore(2), 14)}000` },
];

export async function saveInEarlierMonths(prepared: Prepared, chance: Random): Promise<void> {
  const { tools, direct, customers, nextKey } = prepared;
  await direct.write(ageAccounts, [daysInAll]);
  for (const days of daysBetween) {
    await Promise.all(customers.map(async (one) => save(prepared, chance.fork(one.name), one)));
    for (const sql of ageBooks) await direct.write(sql, [days]);
  }
  // Their receipts say when they were booked, and would now say another day.
  for (const { acknowledged } of customers) acknowledged.length = 0;
  for (const terms of ratesSince(3)) {
    await setRate(tools, direct, { requestId: nextKey(), terms });
  }
}

const hurryCrediting = `
  UPDATE jobs
  SET due_at = LEAST(due_at, NOW(6)), claimed_until = LEAST(claimed_until, NOW(6))
  WHERE kind = 'CREDIT_INTEREST'`;
const selectRest = `
  SELECT COUNT(*) AS rested
  FROM jobs
  WHERE kind = 'CREDIT_INTEREST' AND claimed_by IS NULL AND attempts = 0
    AND due_at > NOW(6) + INTERVAL 1 MINUTE`;
const countCredits = `
  SELECT COUNT(*) AS credits
  FROM interest_credits`;

/** The bank looks every hour; and the claim of a killed process lasts ten minutes. */
export async function lookForInterest(pool: Pool): Promise<void> {
  await pool.write(hurryCrediting);
}

export async function creditCount(pool: Pool): Promise<number> {
  const [row] = await pool.rows(countCredits);
  return Number(bigintOf(row!, 'credits'));
}

/** Waits until the job has seen all accounts and rests for an hour; false if that takes too long. */
export async function allCredited(pool: Pool, withinMs: number): Promise<boolean> {
  const begun = performance.now();
  for (let round = 0; performance.now() - begun < withinMs; round += 1) {
    // Seldom, so that a run that takes long is not taken over again and again.
    if (round % 500 === 0) await lookForInterest(pool);
    await sleep(20);
    const [row] = await pool.rows(selectRest);
    if (bigintOf(row!, 'rested') === 1n) return true;
  }
  return false;
}

/** Waits until more months are credited than before; false where none are in time. */
export async function moreCredits(pool: Pool, than: number, withinMs: number): Promise<boolean> {
  const begun = performance.now();
  while (performance.now() - begun < withinMs) {
    if ((await creditCount(pool)) > than) return true;
    await sleep(8);
  }
  return false;
}
