import type { Pool } from '../../src/db/pool.ts';
import { bigintOf } from '../../src/db/rows.ts';

/**
 * The ids of other connections to the schema. `SHOW` works on every server; MySQL's
 * `information_schema.processlist` fails (3854) while a statement contains bytes that are not text.
 */
export async function connectionsTo(pool: Pool, schema: string): Promise<bigint[]> {
  const rows = await pool.rows('SHOW PROCESSLIST');
  return rows
    .filter((row) => row['db'] === schema && row['Command'] !== 'Killed')
    .filter((row) => row['Info'] !== 'SHOW PROCESSLIST')
    .map((row) => bigintOf(row, 'Id'));
}
