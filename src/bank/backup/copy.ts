/** Copies a backup into another folder. */
import { copyFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { completeFile } from './complete-file.ts';
import { checkBackup } from './read.ts';

/** Reads the copy back; returns its path. Throws BackupError. */
export async function copyBackup(path: string, folder: string): Promise<string> {
  const copy = join(folder, basename(path));
  await completeFile(copy, async (unfinished) => copyFile(path, unfinished));
  await checkBackup(copy);
  return copy;
}
