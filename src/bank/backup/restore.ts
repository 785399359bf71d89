/** Fills an empty schema from a backup; ends the sessions and cards that were open in it. */
import { inParts } from '../../db/parts.ts';
import type { Pool } from '../../db/pool.ts';
import type { DatabaseSession } from '../../db/session.ts';
import { BackupError, fromJson, type TableLine } from './format.ts';
import { checkBackup, readBackup } from './read.ts';
import * as store from './store/tables.ts';

export interface RestoreReport {
  readonly tables: number;
  readonly rows: number;
  readonly takenAt: string;
}

/** Well below the placeholders that one statement may have. */
const cellsAtOnce = 6_000;

async function load(
  session: DatabaseSession,
  path: string,
): Promise<{ tables: number; rows: number }> {
  let table: TableLine | null = null;
  const count = { tables: 0, rows: 0 };
  for await (const line of readBackup(path)) {
    if (line.kind === 'table') {
      table = line;
      count.tables += 1;
      await store.createTable(session, line.ddl);
    } else if (line.kind === 'rows') {
      if (table === null) throw new BackupError({ code: 'damaged' });
      const atOnce = Math.max(1, Math.floor(cellsAtOnce / table.columns.length));
      const rows = line.rows.map((row) => row.map(fromJson));
      for (const part of inParts(rows, atOnce)) await store.insertRows(session, table, part);
      count.rows += rows.length;
    }
  }
  return count;
}

/**
 * The schema must exist and have no tables. The whole file is checked before the first table is
 * created. Live sessions are ended and open cards cancelled: what customers did after the backup is
 * missing from these books.
 */
export async function restoreBackup(
  pool: Pool,
  path: string,
  auditId: bigint,
): Promise<RestoreReport> {
  if ((await store.countTables(pool)) > 0) {
    throw new BackupError({ code: 'database-in-use' });
  }
  const { takenAt } = await checkBackup(path);
  return store.withLoading(pool, async (session) => {
    const count = await load(session, path);
    const details = JSON.stringify({ takenAt, rows: `${count.rows}` });
    await store.closeTheDay(session, { id: auditId, details });
    return { ...count, takenAt };
  });
}
