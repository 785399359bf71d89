import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, whether this runs as source or as built. */
function projectFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('The project has no package.json');
    folder = parent;
  }
  return folder;
}

/** Where the page's files lie: HTML and styles in the source, modules as built. */
export interface PageFolders {
  readonly source: string;
  readonly built: string;
  /** Where a package is installed. */
  readonly library: (name: string) => string;
}

export function pageFolders(): PageFolders {
  const project = projectFolder();
  const require = createRequire(import.meta.url);
  return {
    source: join(project, 'src', 'sandbox', 'page'),
    built: join(project, 'dist', 'src', 'sandbox', 'page'),
    library: (name) => dirname(require.resolve(`${name}/package.json`)),
  };
}
