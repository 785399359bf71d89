/** Writes a backup from one snapshot, without blocking the running bank. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Pool, Reader } from '../../db/pool.ts';
import { withSnapshot } from '../../db/snapshot.ts';
import { databaseNow } from '../../db/time.ts';
import { completeFile } from './complete-file.ts';
import { formatVersion, type Line, toJson } from './format.ts';
import { readPage, readShapes, type TableShape } from './store/tables.ts';

export interface BackupReport {
  readonly tables: number;
  readonly rows: number;
  readonly takenAt: string;
}

const pageSize = 2_000;
const statementMs = 600_000;

type Write = (line: Line) => Promise<void>;

async function writeTable(reader: Reader, shape: TableShape, write: Write): Promise<number> {
  const { name, columns, ddl } = shape;
  await write({ kind: 'table', name, columns, ddl });
  let count = 0;
  let after: Parameters<typeof readPage>[2]['after'] = null;
  for (;;) {
    const rows = await readPage(reader, shape, { after, size: pageSize });
    if (rows.length === 0) return count;
    await write({ kind: 'rows', rows: rows.map((row) => row.map(toJson)) });
    count += rows.length;
    after = rows.at(-1)!;
  }
}

/** Lines into a compressed file; `write` rejects as soon as the file cannot take them. */
function openFile(path: string) {
  const gzip = createGzip();
  const written = pipeline(gzip, createWriteStream(path, { mode: 0o600 }));
  const failure = written.then(async () => new Promise<never>(() => {}));
  // Both are awaited below; this keeps an early failure from being an unhandled rejection.
  written.catch(() => {});
  failure.catch(() => {});
  return {
    write: async (text: string): Promise<void> => {
      if (gzip.write(text)) return;
      await Promise.race([once(gzip, 'drain'), failure]);
    },
    end: async (): Promise<void> => {
      gzip.end();
      await written;
    },
    abandon: async (): Promise<void> => {
      gzip.destroy();
      await written.catch(() => {});
    },
  };
}

async function writeAll(pool: Pool, path: string): Promise<BackupReport> {
  const file = openFile(path);
  const hash = createHash('sha256');
  let lines = 0;
  const write: Write = async (line) => {
    const text = `${JSON.stringify(line)}\n`;
    hash.update(text);
    lines += 1;
    await file.write(text);
  };
  try {
    const report = await withSnapshot(
      pool,
      async (reader) => {
        const takenAt = `${(await databaseNow(reader)).replace(' ', 'T')}Z`;
        await write({ kind: 'passbook backup', format: formatVersion, takenAt });
        const shapes = await readShapes(reader);
        let rows = 0;
        for (const shape of shapes) rows += await writeTable(reader, shape, write);
        return { tables: shapes.length, rows, takenAt };
      },
      statementMs,
    );
    await file.write(`${JSON.stringify({ kind: 'end', lines, sha256: hash.digest('hex') })}\n`);
    await file.end();
    return report;
  } catch (error) {
    await file.abandon();
    throw error;
  }
}

/** Throws BackupError when the file cannot be written. */
export const writeBackup = async (pool: Pool, path: string): Promise<BackupReport> =>
  completeFile(path, async (unfinished) => writeAll(pool, unfinished));
