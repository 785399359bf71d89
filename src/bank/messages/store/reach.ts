/** Whether Discord takes messages to a customer, and unsent notices of which no reply has told. */
import type { Pool, Writer } from '../../../db/pool.ts';
import { integerOf, textOrNull } from '../../../db/rows.ts';
import type { Tx } from '../../../db/transaction.ts';
import type * as m from '../../model/index.ts';

const addNews = `
  INSERT INTO inboxes (customer_id, news)
  VALUES :rows
  ON DUPLICATE KEY UPDATE news = news + VALUES(news)`;
const selectReach = `
  SELECT reach
  FROM inboxes
  WHERE customer_id = ?
  FOR UPDATE`;
const updateReach = `
  UPDATE inboxes
  SET reach = ?
  WHERE customer_id = ?`;
const clearReach = `
  UPDATE inboxes
  SET reach = NULL
  WHERE customer_id = ? AND reach IS NOT NULL`;
const takeNewsOf = `
  UPDATE inboxes
  SET news = 0
  WHERE customer_id = ? AND news = ?`;
const selectNews = `
  SELECT news
  FROM inboxes
  WHERE customer_id = ?`;

/** Counts notices of which the next reply tells. */
export async function countNews(
  writer: Writer,
  counts: ReadonlyMap<m.CustomerId, number>,
): Promise<void> {
  // In one order, so that two processes do not wait for each other.
  const rows = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  if (rows.length > 0) await writer.writeRows(addNews, rows);
}

/** Whether this is the first time since the customer last used the bank. */
export async function noteUnreached(
  tx: Tx,
  customerId: m.CustomerId,
  { reach, news }: { readonly reach: m.Unreached; readonly news: number },
): Promise<boolean> {
  await countNews(tx, new Map([[customerId, news]]));
  const [row] = await tx.rows(selectReach, [customerId]);
  const before = row === undefined ? null : textOrNull(row, 'reach');
  await tx.write(updateReach, [reach, customerId]);
  return before === null;
}

/** The next message is tried again. */
export async function forgetUnreached(writer: Writer, customerId: m.CustomerId): Promise<void> {
  await writer.write(clearReach, [customerId]);
}

/** The number of unsent notices since the last call, of all processes. */
export async function takeNews(pool: Pool, customerId: m.CustomerId): Promise<number> {
  const [row] = await pool.rows(selectNews, [customerId]);
  const news = row === undefined ? 0 : integerOf(row, 'news');
  if (news === 0) return 0;
  return (await pool.write(takeNewsOf, [customerId, news])).affectedRows === 1 ? news : 0;
}
