/** When `npm run verify-ledger` last ran from this data folder, and what it found. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { instant } from '../lib/clock.ts';
import { replaceFile } from '../lib/replace-file.ts';

const fileIn = (dataFolder: string): string => join(dataFolder, 'verified.json');
const form = z.object({ at: z.iso.datetime(), isCorrect: z.boolean() });

export interface Verification {
  readonly at: Date;
  readonly isCorrect: boolean;
}

export async function noteVerification(dataFolder: string, done: Verification): Promise<void> {
  const text = JSON.stringify({ at: done.at.toISOString(), isCorrect: done.isCorrect });
  await replaceFile(fileIn(dataFolder), `${text}\n`);
}

/** Null when there was none, or its note is damaged. */
export async function lastVerification(dataFolder: string): Promise<Verification | null> {
  try {
    const { at, isCorrect } = form.parse(JSON.parse(await readFile(fileIn(dataFolder), 'utf8')));
    return { at: instant(Date.parse(at)), isCorrect };
  } catch (error) {
    const isAbsent = (error as NodeJS.ErrnoException).code === 'ENOENT';
    if (isAbsent || error instanceof z.ZodError || error instanceof SyntaxError) return null;
    throw error;
  }
}
