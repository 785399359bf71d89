import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { projectFolder } from '../../lib/project-folder.ts';

/** The folders of the page's files: HTML and styles in the source, modules in the build. */
export interface PageFolders {
  readonly source: string;
  readonly built: string;
  /** The folder of an installed package. */
  readonly library: (name: string) => string;
}

export function pageFolders(): PageFolders {
  const require = createRequire(import.meta.url);
  return {
    source: join(projectFolder, 'src', 'sandbox', 'page'),
    built: join(projectFolder, 'dist', 'src', 'sandbox', 'page'),
    library: (name) => dirname(require.resolve(`${name}/package.json`)),
  };
}
