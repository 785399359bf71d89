import type { Reader } from './pool.ts';
import { textOf } from './rows.ts';

const selectNow = `SELECT NOW(6) AS now_at`;

/** The database's clock, which decides all expiry, as the text of a DATETIME(6) in UTC. */
export async function databaseNow(reader: Reader): Promise<string> {
  const [row] = await reader.rows(selectNow);
  return textOf(row ?? {}, 'now_at');
}
