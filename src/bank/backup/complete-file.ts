/** A file gets its name when it is complete and on the disk; an incomplete one is removed. */
import { mkdir, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileTrouble } from '../../lib/file-trouble.ts';
import { moveInto } from '../../lib/replace-file.ts';
import { BackupError } from './format.ts';

async function flush(path: string): Promise<void> {
  const file = await open(path, 'r');
  await file.sync();
  await file.close();
}

/** `fill` writes the file under another name. Throws BackupError when it cannot be written. */
export async function completeFile<Value>(
  path: string,
  fill: (unfinished: string) => Promise<Value>,
): Promise<Value> {
  const unfinished = `${path}.unfinished`;
  try {
    await mkdir(dirname(path), { recursive: true });
    const value = await fill(unfinished);
    await flush(unfinished);
    await moveInto(unfinished, path);
    return value;
  } catch (error) {
    // If this fails too, the first error is the one to report.
    await rm(unfinished, { force: true }).catch(() => {});
    const trouble = fileTrouble(error);
    if (trouble === null) throw error;
    throw new BackupError({ code: 'not-written', file: trouble }, { cause: error });
  }
}
