/** The restore drill: fills a scratch schema from a backup, verifies the books, and drops it. */
import { basename } from 'node:path';
import { performance } from 'node:perf_hooks';
import { z } from 'zod';
import {
  type BooksFinding,
  type RestoreReport,
  restoreBackup,
  verifyBooks,
} from '../../bank/index.ts';
import { migrate } from '../../db/migrate.ts';
import { createPool } from '../../db/pool.ts';
import { withScratchSchema } from '../../db/scratch.ts';
import { instant, systemClock } from '../../lib/clock.ts';
import type { DatabaseAddress } from '../../lib/database-address.ts';
import { firstIdAt } from '../../lib/ids.ts';
import { noteFile } from '../note-file.ts';
import { migrationsFolder } from '../places.ts';

export interface DrillReport extends RestoreReport {
  readonly path: string;
  readonly transactions: string;
  /** Empty if the restored books are correct. */
  readonly findings: readonly BooksFinding[];
  readonly restoreMs: number;
  readonly verifyMs: number;
}

/** Throws BackupError, and DatabaseError without the rights for a scratch schema. */
export async function drill(address: DatabaseAddress, path: string): Promise<DrillReport> {
  return withScratchSchema(address, async (scratch) => {
    const pool = createPool(scratch, { limits: { connections: 2 } });
    try {
      const begun = performance.now();
      const restored = await restoreBackup(pool, path, firstIdAt(systemClock.now()));
      await migrate(pool, { folder: migrationsFolder, schema: scratch.schema });
      const filled = performance.now();
      const { findings, transactions } = await verifyBooks(pool);
      const restoreMs = Math.round(filled - begun);
      const verifyMs = Math.round(performance.now() - filled);
      return { ...restored, path, findings, transactions, restoreMs, verifyMs };
    } finally {
      await pool.close();
    }
  });
}

/** `refused`: the database user may not create a schema. */
export type DrillResult = 'correct' | 'wrong' | 'refused';

const note = noteFile(
  'drilled.json',
  z.object({
    at: z.iso.datetime(),
    file: z.string(),
    result: z.enum(['correct', 'wrong', 'refused']),
  }),
);

/** The last restore drill of a data folder. */
export interface DrillNote {
  readonly at: Date;
  /** The backup's name. */
  readonly file: string;
  readonly result: DrillResult;
}

export async function noteDrill(
  dataFolder: string,
  done: { readonly at: Date; readonly path: string; readonly result: DrillResult },
): Promise<void> {
  const { at, path, result } = done;
  await note.write(dataFolder, { at: at.toISOString(), file: basename(path), result });
}

/** Null when there was none, or its note is damaged. */
export async function lastDrill(dataFolder: string): Promise<DrillNote | null> {
  const found = await note.read(dataFolder);
  return found && { ...found, at: instant(Date.parse(found.at)) };
}
