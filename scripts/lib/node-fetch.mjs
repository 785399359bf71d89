/** Fetches another version of Node from the npm packages that contain it. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './machine.mjs';

const versionOf = (file) =>
  execFileSync(file, ['--version'], { encoding: 'utf8' }).trim().replace('v', '');

/** `20`, `22` or a whole version; throws with a one-line reason if it is not available. */
export function fetchNode(wanted) {
  const own = process.versions.node;
  if (own === wanted || own.startsWith(`${wanted}.`))
    return { file: process.execPath, version: own };
  const name = `node-${process.platform}-${process.arch}`;
  const folder = join(root, '.local/nodes', wanted);
  const file = join(folder, 'node_modules', name, 'bin/node');
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    const npm = join(dirname(process.execPath), 'npm');
    const args = ['install', '--no-audit', '--no-fund', '--loglevel=error', `${name}@${wanted}`];
    const program = existsSync(npm) ? npm : 'npm';
    try {
      execFileSync(program, args, { cwd: folder, stdio: 'pipe' });
    } catch (error) {
      const output = String(error.stderr ?? error.message).trim();
      throw new Error(output.split('\n')[0], { cause: error });
    }
  }
  return { file, version: versionOf(file) };
}
