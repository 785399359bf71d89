/** I15: backups made under load, restored into a new server, and compared with the same history. */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { restoreBackup } from '../../../src/bank/backup/restore.ts';
import { writeBackup } from '../../../src/bank/backup/write.ts';
import { verifyBooks } from '../../../src/bank/audit/verifier-full.ts';
import { ensureSchema } from '../../../src/db/migrate.ts';
import { createPool } from '../../../src/db/pool.ts';
import { terminal } from '../../../src/words/index.ts';
import type { Arena } from '../arena/arena.ts';
import { brokenInvariants, checkRestored } from '../checker/check.ts';
import { readBooks } from '../checker/read-books.ts';
import { reportText } from '../checker/report.ts';
import { readHistory } from '../history/file.ts';
import type { TortureServer } from '../server/server.ts';
import { tortureFolder } from '../support/folders.ts';
import {
  atLeast,
  exactly,
  figure,
  population,
  seconds,
  underTorture,
  withServer,
  type Stage,
} from './stage.ts';

interface Taken {
  readonly path: string;
  /** Lines of the history when it began and when it had ended. */
  readonly begunAt: number;
  readonly endedAt: number;
  readonly ms: number;
}

const folder = join(tortureFolder, 'backups');

async function take(server: TortureServer, arena: Arena, number: number): Promise<Taken> {
  const path = join(folder, `${number}.backup`);
  const pool = createPool(server.address('torture_backups'), { limits: { connections: 1 } });
  const begunAt = arena.history.now;
  const begun = performance.now();
  await writeBackup(pool, path);
  const ms = performance.now() - begun;
  const endedAt = arena.history.now;
  arena.history.note(`backup ${number} was taken since line ${begunAt}`);
  await pool.close();
  return { path, begunAt, endedAt, ms };
}

/** Its faults, in words; null if there are none. */
async function drill(fresh: TortureServer, taken: Taken, arena: Arena): Promise<string | null> {
  const schema = `restored_${taken.begunAt}`;
  await ensureSchema(fresh.address(schema));
  const pool = fresh.pool(schema);
  try {
    await restoreBackup(pool, taken.path, 1n);
    const { findings } = await verifyBooks(pool);
    if (findings.length > 0) return findings.map(terminal.tools.verify.violated).join(' ');
    const history = readHistory(arena.history.path);
    const found = checkRestored(history, await readBooks(pool), taken);
    return brokenInvariants(found).length === 0 ? null : reportText(found, history);
  } finally {
    await pool.close();
  }
}

export const backups: Stage = {
  name: 'backups',
  about: 'backups under load, one of them across a crash, restored into a fresh server (I15)',
  run: async (context) => {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    const result = await withServer('backups', async (server) => {
      const count = context.isShort ? 2 : 5;
      const wishes = { name: 'backups', processes: 2, clients: 16, ...population(context) };
      return underTorture(context, server, wishes, async ({ arena }) => {
        const all: Taken[] = [];
        for (let number = 1; number <= count; number += 1) {
          await sleep(context.isShort ? 500 : 3_000);
          if (number === count) {
            await server.kill();
            await server.start();
          }
          all.push(await take(server, arena, number));
        }
        const problems = await withServer('restored', async (fresh) => {
          const found: string[] = [];
          for (const taken of all) {
            const problem = await drill(fresh, taken, arena);
            if (problem !== null) found.push(problem);
          }
          return found;
        });
        for (const problem of problems) context.log(problem);
        return [
          atLeast('backups restored', all.length, count),
          exactly('backups that differ from the history', problems.length, 0),
          figure('slowest backup, seconds', seconds(Math.max(...all.map(({ ms }) => ms)))),
        ];
      });
    });
    await rm(folder, { recursive: true, force: true });
    return result;
  },
};
