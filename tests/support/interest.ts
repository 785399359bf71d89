/** Interest with rates that hold already, and with a time that the test sets. */
import { createInterest } from '../../src/bank/payments/interest/interest.ts';
import { insertRate } from '../../src/bank/payments/interest/store/rates.ts';
import {
  type InterestTools,
  interestCrediting,
} from '../../src/bank/payments/interest/crediting.ts';
import type * as m from '../../src/bank/model/index.ts';
import type { Pool } from '../../src/db/pool.ts';
import { withTransaction } from '../../src/db/transaction.ts';
import { newRequestId } from './bank.ts';
import { rules } from './ledger.ts';

type Database = { readonly pool: Pool };

/** `day` is YYYY-MM-DD in UTC. */
export async function setRate(
  { pool }: Database,
  type: m.InterestType,
  { basisPoints, day }: { readonly basisPoints: bigint; readonly day: string },
): Promise<void> {
  const rate = { id: newRequestId(), type, basisPoints, from: new Date(`${day}T00:00:00Z`) };
  await withTransaction(pool, async (tx) => insertRate(tx, rate));
}

/** One process of the bank that credits interest, as if it were this time. */
export async function creditAt(tools: InterestTools, moment: string): Promise<void> {
  const kind = interestCrediting({ ...tools, time: () => new Date(`${moment}Z`) });
  await kind.run({} as Parameters<typeof kind.run>[0]);
}

export const interestAt = (pool: Pool, moment: string) =>
  createInterest({ pool, limits: rules, time: () => new Date(`${moment}Z`) });

/** As if the newest entries of the account, from `seq` on, had been booked at this time. */
export async function bookedAt(
  { pool }: Database,
  { id, seq }: { readonly id: m.AccountId; readonly seq: bigint },
  moment: string,
): Promise<void> {
  const sql = 'UPDATE entries SET booked_at = ? WHERE account_id = ? AND seq >= ?';
  await pool.write(sql, [moment.replace('T', ' '), id, seq]);
}

/** As if the account had been opened then. */
export async function openedAt(
  { pool }: Database,
  number: m.AccountNumber,
  day: string,
): Promise<m.AccountId> {
  await pool.write('UPDATE accounts SET opened_at = ? WHERE account_number = ?', [day, number]);
  const [row] = await pool.rows('SELECT id FROM accounts WHERE account_number = ?', [number]);
  return BigInt(String(row!['id'])) as m.AccountId;
}

export const creditsOf = async ({ pool }: Database, id: m.AccountId) =>
  (
    await pool.rows(
      `SELECT credit_month, amount, carried FROM interest_credits
       WHERE account_id = ? ORDER BY credit_month`,
      [id],
    )
  ).map((row) => `${String(row['credit_month'])} ${String(row['amount'])}`);
