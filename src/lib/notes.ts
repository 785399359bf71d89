/** Small texts that survive a crash of the process: one file each, in a folder of their own. */
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { replaceFile } from './replace-file.ts';

export interface Notes {
  /** On disk when this returns. Throws the system's error. */
  keep(name: string, text: string): Promise<void>;
  remove(name: string): Promise<void>;
  /** By name; empty if nothing was ever kept. */
  all(): Promise<ReadonlyMap<string, string>>;
}

const suffix = '.json';

/** Names must be valid in file names. */
export function notesIn(folder: string): Notes {
  const pathOf = (name: string): string => join(folder, `${name}${suffix}`);
  const namesIn = async (): Promise<string[]> => {
    try {
      return (await readdir(folder)).filter((name) => name.endsWith(suffix));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  };
  return {
    keep: async (name, text) => replaceFile(pathOf(name), text),
    remove: async (name) => rm(pathOf(name), { force: true }),
    all: async () => {
      const notes = new Map<string, string>();
      for (const file of await namesIn()) {
        notes.set(file.slice(0, -suffix.length), await readFile(join(folder, file), 'utf8'));
      }
      return notes;
    },
  };
}
