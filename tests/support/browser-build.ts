import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './source.ts';

/** Compiles the page if its source is newer than the build. */
export function buildPage(): void {
  const built = join(root, 'dist/src/sandbox/page/main.js');
  const source = join(root, 'src/sandbox/page');
  const newest = Math.max(
    ...readdirSync(source, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs),
  );
  if (existsSync(built) && statSync(built).mtimeMs >= newest) return;
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [compiler, '-p', source], { cwd: root, stdio: 'inherit' });
}
