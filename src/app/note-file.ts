/** A small JSON file in the data folder, replaced as a whole. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { replaceFile } from '../lib/replace-file.ts';

export interface NoteFile<Note> {
  /** Null when there is none, or it is damaged. */
  read(dataFolder: string): Promise<Note | null>;
  write(dataFolder: string, note: Note): Promise<void>;
}

export const noteFile = <Note>(name: string, form: z.ZodType<Note>): NoteFile<Note> => ({
  read: async (dataFolder) => {
    try {
      return form.parse(JSON.parse(await readFile(join(dataFolder, name), 'utf8')));
    } catch (error) {
      const isAbsent = (error as NodeJS.ErrnoException).code === 'ENOENT';
      if (isAbsent || error instanceof z.ZodError || error instanceof SyntaxError) return null;
      throw error;
    }
  },
  write: async (dataFolder, note) =>
    replaceFile(join(dataFolder, name), `${JSON.stringify(note)}\n`),
});
