import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'rolldown';
import { pageBundleFolder } from './page-files.ts';
import { root } from './source.ts';

const built = join(root, 'dist/src/sandbox/page/main.js');

/** Compiles the page if its source is newer than the build. */
function compilePage(): void {
  const source = join(root, 'src/sandbox/page');
  const newest = Math.max(
    ...readdirSync(source, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs),
  );
  if (existsSync(built) && statSync(built).mtimeMs >= newest) return;
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [compiler, '-p', source, '--noCheck'], {
    cwd: root,
    stdio: 'inherit',
  });
}

/** The page's modules, and all of them in one file (page-files.ts). */
export async function buildPage(): Promise<void> {
  compilePage();
  await build({
    input: built,
    platform: 'browser',
    // The page loads it when it is needed, through its import map.
    external: /^@highlightjs\//,
    output: { dir: pageBundleFolder, format: 'esm' },
  });
}
