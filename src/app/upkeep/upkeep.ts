/** Backs up, copies, removes outdated backups and tries restoring, each when it is due. */
import { access } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { copyBackup, type UpkeepTask } from '../../bank/index.ts';
import type { Config } from '../../config/config.ts';
import { accessDenied, DatabaseError } from '../../db/errors.ts';
import { type Clock, instant } from '../../lib/clock.ts';
import { dayMs, hourMs, minuteMs } from '../../lib/durations.ts';
import { startWorker, type Worker } from '../../lib/worker.ts';
import type { Logger } from '../../log/logger.ts';
import { type BooksDatabase, openBooks } from '../books-database.ts';
import { backUp, backupPath, removeOutdated } from './back-up.ts';
import { backupsIn, listBackups } from './backup-files.ts';
import { drill, type DrillResult, lastDrill, noteDrill } from './drill.ts';

export interface UpkeepTools {
  readonly config: Config;
  readonly logger: Logger;
  readonly clock: Clock;
  /** Tells staff of a task that failed several times in a row. */
  readonly tell: (task: UpkeepTask) => Promise<void>;
}

/** A bank that has just started first serves its customers. */
const firstAfterMs = 10 * minuteMs;
/** Failures in a row after which staff are told, once; the first four attempts take 7 minutes. */
const toldAfter = 4;

type Work = (now: number) => Promise<void>;

/** One task: after failures it pauses longer each time, for at most an hour. */
function task(name: UpkeepTask, { logger, tell }: UpkeepTools, work: Work): Work {
  let failures = 0;
  let notBefore = 0;
  let isTold = false;
  return async (now) => {
    if (now < notBefore) return;
    try {
      await work(now);
      failures = 0;
      isTold = false;
    } catch (error) {
      failures += 1;
      notBefore = now + Math.min(minuteMs * 2 ** (failures - 1), hourMs);
      logger.event('upkeep.failed', { name, attempts: failures }, error);
      if (failures < toldAfter || isTold) return;
      // Staff are told in the database, which may be away too: then it is tried again.
      await tell(name);
      isTold = true;
    }
  };
}

const exists = async (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

async function resultOf(books: BooksDatabase, path: string): Promise<DrillResult> {
  try {
    const { findings } = await drill(books.address, path);
    return findings.length === 0 ? 'correct' : 'wrong';
  } catch (error) {
    // The database user may not create a schema; trying again would not change that.
    if (error instanceof DatabaseError && accessDenied(error)) return 'refused';
    throw error;
  }
}

/** Null when the settings want no backups. */
export function startUpkeep(tools: UpkeepTools, checkEveryMs = minuteMs): Worker | null {
  const { config, logger, clock, tell } = tools;
  const { dataFolder, backups } = config;
  const { everyMs, copyTo, keep, drillEveryMs } = backups;
  if (everyMs === null) return null;
  const folder = backupsIn(dataFolder);
  const startedAt = clock.now();
  const newest = async () => (await listBackups(folder))[0] ?? null;
  // A folder that cannot be read is a failure of the task BACKUP alone.
  const newestSeen = async () => newest().catch(() => null);
  const withBooks = async <Value>(work: (books: BooksDatabase) => Promise<Value>) => {
    const books = await openBooks(config, { mayBeNew: false, progress: () => {} });
    try {
      return await work(books);
    } finally {
      await books.close();
    }
  };
  const backup = task('BACKUP', tools, async (now) => {
    const last = await newest();
    const dueAt = last === null ? startedAt + firstAfterMs : last.at.getTime() + everyMs;
    if (now < dueAt) return;
    const path = backupPath(dataFolder, instant(now));
    const { rows, bytes } = await withBooks(async ({ pool }) => backUp(pool, path));
    logger.event('upkeep.backed-up', { count: rows, bytes, ms: Math.round(clock.now() - now) });
    await removeOutdated(folder, keep);
  });
  const copy = task('COPY', tools, async () => {
    const last = await newestSeen();
    if (copyTo === null || last === null) return;
    if (await exists(join(copyTo, basename(last.path)))) return;
    await copyBackup(last.path, copyTo);
    logger.event('upkeep.copied', {});
    await removeOutdated(copyTo, keep);
  });
  const restore = task('RESTORE', tools, async (now) => {
    const last = await newestSeen();
    if (drillEveryMs === null || last === null) return;
    const done = await lastDrill(dataFolder);
    if (done !== null && now < done.at.getTime() + drillEveryMs) return;
    const result = await withBooks(async (books) => resultOf(books, last.path));
    // Before the note, after which the next trial is a week away.
    if (result === 'wrong') await tell('RESTORE');
    await noteDrill(dataFolder, { at: instant(now), path: last.path, result });
    logger.event(`upkeep.drill-${result}`, { ms: Math.round(clock.now() - now) });
  });
  return startWorker({
    everyMs: checkEveryMs,
    work: async () => {
      for (const work of [backup, copy, restore]) await work(clock.now());
      return false;
    },
    // Each task reports its own failures; this is one of telling staff.
    failed: (error, attempts) => logger.event('upkeep.failed', { name: 'TELL', attempts }, error),
  });
}

/** A backup older than this means that one was missed. */
export const overdueAfterMs = ({ backups: { everyMs } }: Config): number =>
  everyMs === null ? 2 * dayMs : 2 * everyMs;
