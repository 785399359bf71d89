/** Makes one backup: writes it, reads it back, and copies it to a second folder. */
import { copyFile, mkdir, open, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { BackupError, type BackupReport, checkBackup, writeBackup } from '../../bank/index.ts';
import type { Pool } from '../../db/pool.ts';
import { fileTrouble } from '../../lib/file-trouble.ts';
import { moveInto } from '../../lib/replace-file.ts';
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

async function flush(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Copies a backup into another folder and reads the copy. Throws BackupError. */
export async function copyBackup(path: string, folder: string): Promise<string> {
  const copy = join(folder, basename(path));
  const unfinished = `${copy}.unfinished`;
  try {
    await mkdir(folder, { recursive: true });
    await copyFile(path, unfinished);
    await flush(unfinished);
    await moveInto(unfinished, copy);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => {});
    const file = fileTrouble(error);
    if (file === null) throw error;
    throw new BackupError({ code: 'not-written', file }, { cause: error });
  }
  await checkBackup(copy);
  return copy;
}

/** Removes outdated backups from a folder; how many. */
export async function removeOutdated(folder: string, keep: Retention): Promise<number> {
  const old = outdated(await listBackups(folder), keep);
  for (const { path } of old) await rm(path, { force: true });
  return old.length;
}
