import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The nearest folder above this module that has `name` in it, in the source and in a build. */
export function folderWith(name: string): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, name))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`No folder above the program has ${name}`);
    folder = parent;
  }
  return folder;
}

export const projectFolder = folderWith('package.json');
