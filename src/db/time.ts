import type { Reader } from './pool.ts';
import { textOf } from './rows.ts';

const selectNow = `SELECT NOW(6) AS now_at`;

/** The database's time, which decides all expiry, as DATETIME(6) text in UTC. */
export async function databaseNow(reader: Reader): Promise<string> {
  const [row] = await reader.rows(selectNow);
  return textOf(row ?? {}, 'now_at');
}
