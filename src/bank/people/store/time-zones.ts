/** Where customers live, as they chose it. */
import type { Reader } from '../../../db/pool.ts';
import { textOrNull } from '../../../db/rows.ts';
import type { Tx } from '../../../db/transaction.ts';
import { type CustomerId, type TimeZone, timeZoneIn } from '../../model/index.ts';

const selectOne = `
  SELECT time_zone
  FROM customers
  WHERE id = ?`;
const updateOne = `
  UPDATE customers
  SET time_zone = ?
  WHERE id = ?`;

/** Null: the customer has chosen none. */
export async function findTimeZone(reader: Reader, id: CustomerId): Promise<TimeZone | null> {
  const [row] = await reader.rows(selectOne, [id]);
  const stored = row === undefined ? null : textOrNull(row, 'time_zone');
  return stored === null ? null : timeZoneIn(stored);
}

/** The customer's row must be locked. */
export async function saveTimeZone(tx: Tx, id: CustomerId, zone: TimeZone): Promise<void> {
  await tx.write(updateOne, [zone, id]);
}
