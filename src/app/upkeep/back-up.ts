/** Makes one backup, and removes outdated ones. */
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type BackupReport, checkBackup, writeBackup } from '../../bank/index.ts';
import type { Pool } from '../../db/pool.ts';
import { backupName, backupsIn, listBackups } from './backup-files.ts';
import { outdated, type Retention } from './retention.ts';

export interface MadeBackup extends BackupReport {
  readonly path: string;
  readonly bytes: number;
}

/** The file is complete when it has this path. Throws BackupError. */
export async function backUp(pool: Pool, path: string): Promise<MadeBackup> {
  const report = await writeBackup(pool, path);
  await checkBackup(path);
  const { size: bytes } = await stat(path);
  return { ...report, path, bytes };
}

export const backupPath = (dataFolder: string, at: Date): string =>
  join(backupsIn(dataFolder), backupName(at));

/** Removes outdated backups from a folder; how many. */
export async function removeOutdated(folder: string, keep: Retention): Promise<number> {
  const old = outdated(await listBackups(folder), keep);
  for (const { path } of old) await rm(path, { force: true });
  return old.length;
}
