/** Limits on what may leave a customer's accounts: the owner's lock, a lowered daily limit. */
import type { Reader } from '../../../db/pool.ts';
import { bigintOf } from '../../../db/rows.ts';
import type { Tx } from '../../../db/transaction.ts';
import type { CustomerId } from '../../model/index.ts';

const lockAll = `
  UPDATE accounts
  SET locked_at = NOW(6)
  WHERE customer_id = ? AND locked_at IS NULL`;
const unlockAll = `
  UPDATE accounts
  SET locked_at = NULL
  WHERE customer_id = ? AND locked_at IS NOT NULL`;
const selectLocked = `
  SELECT COUNT(*) AS locked
  FROM accounts
  WHERE customer_id = ? AND locked_at IS NOT NULL`;
const limitAll = `
  UPDATE accounts
  SET limited_until = NOW(6) + INTERVAL ? MICROSECOND
  WHERE customer_id = ?`;

/** The customer's row must be locked; waits for payments under way. False when it was locked. */
export async function lockAccounts(tx: Tx, customerId: CustomerId): Promise<boolean> {
  const { affectedRows } = await tx.write(lockAll, [customerId]);
  return affectedRows > 0;
}

/** The customer's row must be locked. False when nothing was locked. */
export async function unlockAccounts(tx: Tx, customerId: CustomerId): Promise<boolean> {
  const { affectedRows } = await tx.write(unlockAll, [customerId]);
  return affectedRows > 0;
}

export async function hasLock(reader: Reader, customerId: CustomerId): Promise<boolean> {
  const [row] = await reader.rows(selectLocked, [customerId]);
  return bigintOf(row ?? {}, 'locked') > 0n;
}

/** Lowers the customer's daily outgoing limit for `forMs`. */
export async function lowerLimit(tx: Tx, customerId: CustomerId, forMs: number): Promise<void> {
  await tx.write(limitAll, [forMs * 1000, customerId]);
}
