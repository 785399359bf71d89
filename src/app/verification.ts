/** When `npm run verify-ledger` last ran from this data folder, and what it found. */
import { z } from 'zod';
import { instant } from '../lib/clock.ts';
import { noteFile } from './note-file.ts';

const note = noteFile('verified.json', z.object({ at: z.iso.datetime(), isCorrect: z.boolean() }));

export interface Verification {
  readonly at: Date;
  readonly isCorrect: boolean;
}

export async function noteVerification(dataFolder: string, done: Verification): Promise<void> {
  await note.write(dataFolder, { at: done.at.toISOString(), isCorrect: done.isCorrect });
}

/** Null when there was none, or its note is damaged. */
export async function lastVerification(dataFolder: string): Promise<Verification | null> {
  const found = await note.read(dataFolder);
  return found && { ...found, at: instant(Date.parse(found.at)) };
}
