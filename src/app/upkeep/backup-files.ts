/** The backup files of a folder. Their names hold the time at which each backup began, in UTC. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { instant } from '../../lib/clock.ts';

export interface BackupFile {
  readonly path: string;
  readonly at: Date;
}

const form = /^passbook-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)\.backup$/;

export const backupsIn = (dataFolder: string): string => join(dataFolder, 'backups');

export function backupName(at: Date): string {
  return `passbook-${at.toISOString().slice(0, 19).replaceAll(':', '-')}.backup`;
}

function timeIn(name: string): Date | null {
  const [, day, hour, minute, second] = form.exec(name) ?? [];
  if (day === undefined) return null;
  const ms = Date.parse(`${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(ms) ? null : instant(ms);
}

/** Empty for a folder that does not exist. */
export const namesIn = async (folder: string): Promise<readonly string[]> =>
  readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });

/** Newest first. Files that the operator named are not listed, nor ones that are not finished. */
export async function listBackups(folder: string): Promise<readonly BackupFile[]> {
  return (await namesIn(folder))
    .flatMap((name) => {
      const at = timeIn(name);
      return at === null ? [] : [{ path: join(folder, name), at }];
    })
    .toSorted((a, b) => b.at.getTime() - a.at.getTime());
}

/** The age of the newest backup; null when there is none, or the folder cannot be read. */
export async function backupAgeMs(dataFolder: string, now: number): Promise<number | null> {
  const [newest] = await listBackups(backupsIn(dataFolder)).catch(() => []);
  return newest === undefined ? null : now - newest.at.getTime();
}
