/** Which backups are removed, over years of them. */
import { expect, test } from 'vitest';
import type { BackupFile } from '../../../src/app/upkeep/backup-files.ts';
import { backupName } from '../../../src/app/upkeep/backup-files.ts';
import { outdated } from '../../../src/app/upkeep/retention.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const keep = { days: 7, weeks: 4, months: 12 };
const fileAt = (at: Date): BackupFile => ({ path: backupName(at), at });

/** Newest first. */
const every = (ms: number, count: number, last = '2026-11-28T03:00:00Z'): BackupFile[] =>
  Array.from({ length: count }, (_, index) => fileAt(new Date(Date.parse(last) - index * ms)));

const kept = (files: readonly BackupFile[], rule = keep): string[] => {
  const old = new Set(outdated(files, rule));
  return files.filter((file) => !old.has(file)).map(({ at }) => at.toISOString().slice(0, 10));
};

test('two years of daily backups: seven days, four weeks, twelve months', () => {
  // 28 November 2026 is a Saturday; weeks end on Sundays.
  expect(kept(every(dayMs, 730))).toEqual([
    '2026-11-28',
    '2026-11-27',
    '2026-11-26',
    '2026-11-25',
    '2026-11-24',
    '2026-11-23',
    '2026-11-22',
    '2026-11-15',
    '2026-11-08',
    '2026-10-31',
    '2026-09-30',
    '2026-08-31',
    '2026-07-31',
    '2026-06-30',
    '2026-05-31',
    '2026-04-30',
    '2026-03-31',
    '2026-02-28',
    '2026-01-31',
    '2025-12-31',
  ]);
});

test('of several backups of a day the newest is kept', () => {
  const files = every(6 * hourMs, 8);
  const old = outdated(files, { days: 2, weeks: 0, months: 0 });
  expect(files.filter((file) => !old.includes(file)).map(({ path }) => path)).toEqual([
    'passbook-2026-11-28T03-00-00.backup',
    'passbook-2026-11-27T21-00-00.backup',
  ]);
});

test('removing each day, one by one, keeps the same as removing once', () => {
  let files: BackupFile[] = [];
  for (const file of every(dayMs, 500).toReversed()) {
    files = [file, ...files];
    const old = new Set(outdated(files, keep));
    files = files.filter((one) => !old.has(one));
  }
  expect(files).toHaveLength(20);
  expect(files.at(-1)?.at.toISOString()).toBe('2025-12-31T03:00:00.000Z');
});

test('the newest is kept whatever the settings say, and nothing is removed when there is none', () => {
  expect(outdated([], keep)).toEqual([]);
  expect(kept(every(dayMs, 3), { days: 0, weeks: 0, months: 0 })).toEqual(['2026-11-28']);
});

test('backups from before a pause are kept until newer ones replace them', () => {
  const files = [...every(dayMs, 2), ...every(dayMs, 9, '2026-01-10T03:00:00Z')];
  expect(outdated(files, { days: 7, weeks: 0, months: 0 })).toHaveLength(4);
});
