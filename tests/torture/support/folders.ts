import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project folder, for code that runs as source or built below `.local`. */
function projectRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'migrations')) || !existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('The torture suite stands outside its project');
    folder = parent;
  }
  return folder;
}

export const root = projectRoot();
export const migrationsFolder = join(root, 'migrations');
export const cacheFolder = join(root, '.local/cache');
/** Everything the suite writes: servers, histories, figures. */
export const tortureFolder = join(root, '.local/torture');
