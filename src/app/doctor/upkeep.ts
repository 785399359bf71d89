/** Checks of what the operator does regularly: verifying the books, and backing up. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { checkBackup } from '../../bank/index.ts';
import type { Config } from '../../config/config.ts';
import { dayMs } from '../../lib/durations.ts';
import { failure, type Finding, warning, well } from '../../lib/finding.ts';
import { words } from '../../words/index.ts';
import { formatMoment } from '../../words/text/date.ts';
import { explain } from '../explain.ts';
import { backupsIn, namesIn } from '../upkeep/backup-files.ts';
import { lastDrill } from '../upkeep/drill.ts';
import { overdueAfterMs } from '../upkeep/upkeep.ts';
import { lastVerification } from '../verification.ts';

const say = words.replies.doctor.books;

const verifiedWithinMs = 8 * dayMs;
const drilledWithinMs = 30 * dayMs;

export async function checkVerification({ dataFolder }: Config, nowMs: number): Promise<Finding> {
  const check = 'verification';
  const last = await lastVerification(dataFolder);
  if (last === null) return warning(check, say.verified.never);
  const when = formatMoment(last.at);
  if (!last.isCorrect) return failure(check, say.verified.wrong(when));
  if (nowMs - last.at.getTime() > verifiedWithinMs) return warning(check, say.verified.old(when));
  return well(check, say.verified.well(when));
}

async function newestBackup(folder: string): Promise<{ path: string; at: Date } | null> {
  const names = await namesIn(folder);
  const files = names.filter((name) => name.endsWith('.backup')).map((name) => join(folder, name));
  const dated = await Promise.all(
    files.map(async (path) => ({ path, at: (await stat(path)).mtime })),
  );
  return dated.toSorted((a, b) => b.at.getTime() - a.at.getTime())[0] ?? null;
}

/** Reads the whole of the newest backup in a folder. */
async function checkNewest(
  { check, folder, texts }: { check: string; folder: string; texts: typeof say.backup },
  { now, overdueMs }: { readonly now: number; readonly overdueMs: number },
): Promise<Finding> {
  const newest = await newestBackup(folder);
  if (newest === null) return warning(check, texts.none);
  try {
    await checkBackup(newest.path);
  } catch (error) {
    return failure(check, texts.unreadable(explain(error).join(' ')));
  }
  const when = formatMoment(newest.at);
  if (now - newest.at.getTime() > overdueMs) return warning(check, texts.old(when));
  return well(check, texts.well(when));
}

/** The newest backup in the data folder, and its copy in the second folder. */
export async function checkBackups(config: Config, now: number): Promise<readonly Finding[]> {
  const { dataFolder, backups } = config;
  const age = { now, overdueMs: overdueAfterMs(config) };
  const own = { check: 'backup', folder: backupsIn(dataFolder), texts: say.backup };
  const found = [await checkNewest(own, age)];
  if (backups.copyTo === null) return found;
  const second = { check: 'backup-copy', folder: backups.copyTo, texts: say.copy };
  return [...found, await checkNewest(second, age)];
}

/** The last time that a backup was restored for a trial. */
export async function checkDrill(config: Config, now: number): Promise<Finding> {
  const check = 'restore';
  const last = await lastDrill(config.dataFolder);
  if (last === null) return warning(check, say.drill.never);
  const when = formatMoment(last.at);
  if (last.result === 'wrong') return failure(check, say.drill.wrong(last.file));
  if (last.result === 'refused') return warning(check, say.drill.refused);
  if (now - last.at.getTime() > drilledWithinMs) return warning(check, say.drill.old(when));
  return well(check, say.drill.well(when));
}
