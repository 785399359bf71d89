/** Reads a backup file line by line and refuses an incomplete one. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { fileTrouble } from '../../lib/file-trouble.ts';
import { BackupError, formatVersion, type Head, type Line, type Tail } from './format.ts';

function checkHead(line: Line): Head {
  if (line.kind !== 'passbook backup') throw new BackupError({ code: 'not-a-backup' });
  const format: number = line.format;
  if (format !== formatVersion) {
    throw new BackupError({ code: 'format', format });
  }
  return line;
}

function parsed(text: string): Line {
  try {
    return JSON.parse(text) as Line;
  } catch {
    throw new BackupError({ code: 'damaged' });
  }
}

function checkTail(tail: Tail | null, seen: { readonly lines: number; readonly sha256: string }) {
  if (tail === null) throw new BackupError({ code: 'cut-off' });
  if (tail.lines !== seen.lines || tail.sha256 !== seen.sha256) {
    throw new BackupError({ code: 'damaged' });
  }
}

/** Yields each line in order; throws BackupError, at the latest after the last line. */
export async function* readBackup(path: string): AsyncGenerator<Line> {
  const file = createReadStream(path);
  const gunzip = createGunzip();
  file.on('error', (error) => gunzip.destroy(error));
  file.pipe(gunzip);
  const hash = createHash('sha256');
  let lines = 0;
  let tail: Tail | null = null;
  try {
    for await (const text of createInterface({ input: gunzip, crlfDelay: Infinity })) {
      const line = parsed(text);
      if (lines === 0) checkHead(line);
      if (tail !== null) throw new BackupError({ code: 'damaged' });
      if (line.kind === 'end') {
        tail = line;
        continue;
      }
      hash.update(`${text}\n`);
      lines += 1;
      yield line;
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code?.startsWith('Z_')) {
      throw new BackupError({ code: 'damaged' }, { cause: error });
    }
    const file = fileTrouble(error);
    if (file !== null) throw new BackupError({ code: 'not-read', file }, { cause: error });
    throw error;
  } finally {
    file.destroy();
    gunzip.destroy();
  }
  checkTail(tail, { lines, sha256: hash.digest('hex') });
}

/** Reads the whole file and returns its head. */
export async function checkBackup(path: string): Promise<Head> {
  let head: Head | null = null;
  for await (const line of readBackup(path)) head ??= checkHead(line);
  if (head === null) throw new BackupError({ code: 'empty' });
  return head;
}
