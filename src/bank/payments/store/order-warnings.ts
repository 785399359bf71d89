/** Whose orders are looked at before their time, and which warnings were sent. */
import type { Reader } from '../../../db/pool.ts';
import { bigintOf } from '../../../db/rows.ts';
import type { Tx } from '../../../db/transaction.ts';
import type * as m from '../../model/index.ts';

const updateWarned = `
  UPDATE orders
  SET warned_number = ?
  WHERE id = ? AND (warned_number IS NULL OR warned_number < ?)`;
const selectPayers = `
  SELECT DISTINCT customer_id
  FROM orders
  WHERE state = 'ACTIVE' AND next_at < ? AND customer_id > ?
  ORDER BY customer_id
  LIMIT ?`;

/** False when the customer was warned of it or of a later one before. */
export async function saveWarned(tx: Tx, id: m.RequestId, number: number): Promise<boolean> {
  return (await tx.write(updateWarned, [number, id, number])).affectedRows > 0;
}

/** Customers with an order that is due before this time, by their ids. */
export async function payersBefore(
  reader: Reader,
  { until, after, limit }: { readonly until: Date; readonly after: bigint; readonly limit: number },
): Promise<m.CustomerId[]> {
  const rows = await reader.rows(selectPayers, [until, after, limit]);
  return rows.map((row) => bigintOf(row, 'customer_id') as m.CustomerId);
}
