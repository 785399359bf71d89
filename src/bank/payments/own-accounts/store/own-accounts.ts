/** Changes of a customer's own accounts, and what stops the closing of one. */
import type { Reader } from '../../../../db/pool.ts';
import { bigintOf } from '../../../../db/rows.ts';
import type { Tx } from '../../../../db/transaction.ts';
import type * as m from '../../../model/index.ts';

const updateName = `
  UPDATE accounts
  SET account_name = ?
  WHERE id = ?`;
const updateMain = `
  UPDATE customers
  SET main_account_id = ?
  WHERE id = ?`;
const lockOne = `
  SELECT balance, held
  FROM accounts
  WHERE id = ?
  FOR UPDATE`;
const closeOne = `
  UPDATE accounts
  SET status = 'CLOSED'
  WHERE id = ?`;
const deleteOfPot = `
  DELETE FROM round_ups
  WHERE account_id = ?`;
const selectOrder = `
  SELECT id
  FROM orders
  WHERE customer_id = ? AND state IN ('ACTIVE', 'PAUSED')
    AND (source_account_id = ? OR target_account_id = ?)
  LIMIT 1`;
const selectRequest = `
  SELECT r.id
  FROM payment_requests AS r
  JOIN request_dues AS d ON d.request_id = r.id
  WHERE r.asker_customer_id = ? AND r.account_id = ? AND r.expires_at > NOW(6)
    AND d.state IN ('OPEN', 'PART_PAID') AND d.expires_at > NOW(6)
  LIMIT 1`;
// NULL is the customer's first account.
const selectDeposit = `
  SELECT p.id
  FROM approvals AS p
  WHERE p.target_customer_id = ? AND p.kind = 'DEPOSIT' AND p.state = 'OPEN'
    AND p.expires_at > NOW(6) AND COALESCE(p.account_id, (
      SELECT MIN(first.id) FROM accounts AS first
      WHERE first.customer_id = p.target_customer_id)) = ?
  LIMIT 1`;

export async function saveName(tx: Tx, id: m.AccountId, name: string): Promise<void> {
  await tx.write(updateName, [name, id]);
}

/** The customer's row must be locked. */
export async function saveMain(tx: Tx, customerId: m.CustomerId, id: m.AccountId): Promise<void> {
  await tx.write(updateMain, [id, customerId]);
}

/** Waits for payments under way. */
export async function lockMoney(
  tx: Tx,
  id: m.AccountId,
): Promise<{ readonly balance: bigint; readonly held: bigint }> {
  const [row] = await tx.rows(lockOne, [id]);
  return { balance: bigintOf(row ?? {}, 'balance'), held: bigintOf(row ?? {}, 'held') };
}

/** The row must be locked. */
export async function saveClosed(tx: Tx, id: m.AccountId): Promise<void> {
  await tx.write(closeOne, [id]);
}

/** Payments are no longer rounded up into this pot. */
export async function deleteRoundUps(tx: Tx, id: m.AccountId): Promise<void> {
  await tx.write(deleteOfPot, [id]);
}

/** What of the customer's own still needs the account; null: nothing. */
export async function useOf(
  reader: Reader,
  customerId: m.CustomerId,
  id: m.AccountId,
): Promise<'ORDER' | 'REQUEST' | 'DEPOSIT' | null> {
  if ((await reader.rows(selectOrder, [customerId, id, id])).length > 0) return 'ORDER';
  if ((await reader.rows(selectRequest, [customerId, id])).length > 0) return 'REQUEST';
  return (await reader.rows(selectDeposit, [customerId, id])).length > 0 ? 'DEPOSIT' : null;
}
