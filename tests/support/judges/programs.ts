/** The accounting programs of Debian; a test is skipped, with a message, where one is missing. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pieces } from '../../../src/documents/index.ts';

export function isInstalled(program: string): boolean {
  const isThere = spawnSync('which', [program]).status === 0;
  if (!isThere) console.warn(`${program} is not installed, so its check is skipped.`);
  return isThere;
}

export const run = (program: string, ...args: readonly string[]): string =>
  execFileSync(program, args, { encoding: 'utf8', maxBuffer: 64_000_000 });

/** ofxdump ends with 1 also after a file that it has read. */
export const outputOf = (program: string, ...args: readonly string[]): string =>
  spawnSync(program, args, { encoding: 'utf8', maxBuffer: 64_000_000 }).stdout;

/** With the Python of the system, which has Debian's modules. */
export const runPython = (script: string, input: string): string =>
  execFileSync('/usr/bin/python3', [script], { input, encoding: 'utf8', maxBuffer: 64_000_000 });

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'passbook-judges-'));

export async function bytesOf(pieces: Pieces): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const piece of pieces) all.push(Buffer.from(piece as string));
  return Buffer.concat(all);
}

/** Returns the file's path. */
export async function write(folder: string, name: string, pieces: Pieces): Promise<string> {
  const path = join(folder, name);
  writeFileSync(path, await bytesOf(pieces));
  return path;
}
