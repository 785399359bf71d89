/** The log file. On a full disk, lines are lost; this is reported once, and the bank continues. */
import { closeSync, mkdirSync, openSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { appendWhole } from '../lib/append-whole.ts';
import { fileTrouble } from '../lib/file-trouble.ts';
import { terminal } from '../words/index.ts';

export interface LogFile {
  write(line: string): void;
  end(): void;
}

/** Writes each line immediately, so that `kill -9` loses none; starts a new file when full. */
export function openLogFile(folder: string, bytesMax: number): LogFile {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'passbook.log');
  let bytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  const open = () => openSync(path, 'a', 0o600);
  let file = open();
  let isLosing = false;
  const append = (line: string): void => {
    if (bytes > bytesMax) {
      renameSync(path, join(folder, 'passbook.old.log'));
      closeSync(file);
      file = open();
      bytes = 0;
    }
    appendWhole(file, line);
    bytes += Buffer.byteLength(line);
  };
  return {
    write: (line) => {
      try {
        append(line);
        isLosing = false;
      } catch (error) {
        if (isLosing) return;
        isLosing = true;
        const reason = fileTrouble(error)?.reason ?? null;
        process.stderr.write(`${terminal.files.logLost(path, reason)}\n`);
      }
    },
    end: () => closeSync(file),
  };
}
