/** Folders of the project, found both from `src` and from the compiled `dist/src`. */
import { existsSync } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

function findRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) {
    folder = dirname(folder);
  }
  return folder;
}

export const projectFolder = findRoot();
export const migrationsFolder = join(projectFolder, 'migrations');

/** Fetched programs work for every data folder, so they are kept with the project if possible. */
export async function cacheFolder(dataFolder: string): Promise<string> {
  const home = await access(projectFolder, constants.W_OK).then(
    () => join(projectFolder, '.local'),
    () => dataFolder,
  );
  return join(home, 'cache');
}
