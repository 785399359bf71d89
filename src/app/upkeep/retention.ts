/** Which backups are old enough to be removed. */
import { instant } from '../../lib/clock.ts';
import { dayMs } from '../../lib/durations.ts';
import type { BackupFile } from './backup-files.ts';

/** For how many of the latest days, weeks and months that have a backup one is kept. */
export interface Retention {
  readonly days: number;
  readonly weeks: number;
  readonly months: number;
}

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);
const monthOf = (at: Date): string => at.toISOString().slice(0, 7);
/** The Monday of its week, in UTC. */
const weekOf = (at: Date): string =>
  dayOf(instant(at.getTime() - ((at.getUTCDay() + 6) % 7) * dayMs));

/** The newest file of each of the latest periods. */
function newestOf(
  files: readonly BackupFile[],
  periodOf: (at: Date) => string,
  count: number,
): BackupFile[] {
  const newest = new Map<string, BackupFile>();
  for (const file of files) {
    const period = periodOf(file.at);
    if (!newest.has(period)) newest.set(period, file);
  }
  return [...newest.values()].slice(0, count);
}

/** `files` are newest first. The newest is always kept. */
export function outdated(files: readonly BackupFile[], keep: Retention): readonly BackupFile[] {
  const kept = new Set([
    ...files.slice(0, 1),
    ...newestOf(files, dayOf, keep.days),
    ...newestOf(files, weekOf, keep.weeks),
    ...newestOf(files, monthOf, keep.months),
  ]);
  return files.filter((file) => !kept.has(file));
}
