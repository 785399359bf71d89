/** Writes to a full disk: all or nothing, with an explanation. */
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { explain } from '../../../src/app/explain.ts';
import { appendWhole } from '../../../src/lib/append-whole.ts';
import { fileTrouble } from '../../../src/lib/file-trouble.ts';
import { replaceFile } from '../../../src/lib/replace-file.ts';
import { Journal } from '../../../src/sandbox/world/journal.ts';
import { linkToFullDisk, smallDisk } from '../../support/full-disk.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'passbook-files-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const caught = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return error;
  }
  return null;
};

test('an append that does not fit leaves the file unchanged, and the next one works', () => {
  const disk = smallDisk(8);
  // Needs the right to mount a memory disk.
  if (disk === null) return;
  try {
    const path = join(disk.folder, 'lines');
    const file = openSync(path, 'a');
    appendWhole(file, `${'a'.repeat(5_000)}\n`);
    const error = caught(() => appendWhole(file, 'b'.repeat(5_000)));
    expect(fileTrouble(error)).toMatchObject({ isWriting: true, reason: 'ENOSPC' });
    appendWhole(file, 'c\n');
    closeSync(file);
    expect(readFileSync(path, 'utf8')).toBe(`${'a'.repeat(5_000)}\nc\n`);
  } finally {
    disk.remove();
  }
});

test('a replacement that does not fit leaves the old file and no temporary file', async () => {
  const path = join(folder, 'secrets.json');
  writeFileSync(path, 'before');
  linkToFullDisk(`${path}.new`);
  await expect(replaceFile(path, 'after')).rejects.toThrow('ENOSPC');
  expect(readFileSync(path, 'utf8')).toBe('before');
  expect(existsSync(`${path}.new`)).toBe(false);
});

test('the sandbox keeps its old journal if rewriting fails', () => {
  const journal = new Journal(folder);
  journal.rewrite([['people', '1', { name: 'Anna' }]]);
  linkToFullDisk(join(folder, 'world.jsonl.new'));
  expect(caught(() => journal.rewrite([['people', '2', {}]]))).toMatchObject({ code: 'ENOSPC' });
  journal.append(['people', '3', { name: 'Ben' }]);
  journal.close();
  expect(new Journal(folder).read().map(([, id]) => id)).toEqual(['1', '3']);
});

test('a file error becomes one sentence for the terminal', () => {
  const path = join(folder, 'none', 'x');
  expect(explain(caught(() => readFileSync(path)))).toEqual([
    `Cannot open ${path}: no such file or folder.`,
  ]);
  expect(explain(caught(() => writeFileSync('/dev/full', 'x')))[0]).toContain(
    'no space left on the disk',
  );
  expect(fileTrouble(new Error('another'))).toBeNull();
});

test('a folder that cannot be made is on a read-only disk', () => {
  const error = Object.assign(new Error('refused'), {
    code: 'ENOENT',
    syscall: 'mkdir',
    path: '/x',
  });
  expect(fileTrouble(error)).toEqual({ path: '/x', isWriting: true, reason: 'EROFS' });
});
