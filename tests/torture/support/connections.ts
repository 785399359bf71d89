import type { Pool } from '../../../src/db/pool.ts';
import { bigintOf, textOf, textOrNull } from '../../../src/db/rows.ts';

export interface ConnectionInfo {
  readonly id: bigint;
  readonly user: string;
  readonly command: string;
  readonly state: string;
  /** The running statement; null while the connection is idle. */
  readonly statement: string | null;
}

const showAll = 'SHOW FULL PROCESSLIST';

/**
 * The connections to a schema, without the one that asks. MySQL's table
 * `information_schema.processlist` fails with 3854 while a statement contains bytes that are not
 * text; `SHOW` works on every server.
 */
export async function connectionsTo(pool: Pool, schema: string): Promise<ConnectionInfo[]> {
  const rows = await pool.rows(showAll);
  return rows
    .filter((row) => row['db'] === schema && row['Info'] !== showAll)
    .map((row) => ({
      id: bigintOf(row, 'Id'),
      user: textOf(row, 'User'),
      command: textOf(row, 'Command'),
      state: textOrNull(row, 'State') ?? '',
      statement: textOrNull(row, 'Info'),
    }));
}
