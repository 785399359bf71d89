/** Checks of what the operator does regularly: verifying the books, and backing up. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { checkBackup } from '../../bank/index.ts';
import type { Config } from '../../config/config.ts';
import { dayMs } from '../../lib/durations.ts';
import { failure, type Finding, warning, well } from '../../lib/finding.ts';
import { words } from '../../words/index.ts';
import { formatMoment } from '../../words/text/date.ts';
import { explain } from '../explain.ts';
import { lastVerification } from '../verification.ts';

const say = words.replies.doctor.books;

const verifiedWithinMs = 8 * dayMs;
const backedUpWithinMs = 2 * dayMs;

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
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const files = names.filter((name) => name.endsWith('.backup')).map((name) => join(folder, name));
  const dated = await Promise.all(
    files.map(async (path) => ({ path, at: (await stat(path)).mtime })),
  );
  return dated.toSorted((a, b) => b.at.getTime() - a.at.getTime())[0] ?? null;
}

/** Reads the whole of the newest backup in the data folder. */
export async function checkLastBackup({ dataFolder }: Config, nowMs: number): Promise<Finding> {
  const check = 'backup';
  const newest = await newestBackup(join(dataFolder, 'backups'));
  if (newest === null) return warning(check, say.backup.none);
  try {
    await checkBackup(newest.path);
  } catch (error) {
    return failure(check, say.backup.unreadable(explain(error).join(' ')));
  }
  const when = formatMoment(newest.at);
  if (nowMs - newest.at.getTime() > backedUpWithinMs) return warning(check, say.backup.old(when));
  return well(check, say.backup.well(when));
}
