import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, found from both source and build. */
function projectFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('The project has no package.json');
    folder = parent;
  }
  return folder;
}

/** The folders of the page's files: HTML and styles in the source, modules in the build. */
export interface PageFolders {
  readonly source: string;
  readonly built: string;
  /** The folder of an installed package. */
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
