/** Folders of the project. */
import { access, constants } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from '../lib/project-folder.ts';

export const migrationsFolder = join(projectFolder, 'migrations');

/** Fetched programs work for every data folder, so they are kept with the project if possible. */
export async function cacheFolder(dataFolder: string): Promise<string> {
  const home = await access(projectFolder, constants.W_OK).then(
    () => join(projectFolder, '.local'),
    () => dataFolder,
  );
  return join(home, 'cache');
}
