import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { alone, fail, phase, refuseUnwritable, root, say } from './machine.mjs';
import { tool } from './tool.mjs';
import { writeVerifierPage } from './verifier-page.mjs';

const output = join(root, 'dist');
const stamp = join(output, '.stamp');
const inputs = ['src', 'commands', 'tsconfig.json', 'package-lock.json'];
const projects = ['.', 'src/page/browser', 'src/sandbox/page', 'src/verifier/page'];

function filesBelow(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return [];
  if (stat.isFile()) return [{ path, stat }];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}

/**
 * Changes whenever an input is added, removed or edited, but not when the folder is copied or
 * another version of Node is used.
 */
function inputsHash() {
  const hash = createHash('sha256');
  for (const input of inputs) {
    for (const { path, stat } of filesBelow(join(root, input))) {
      hash.update(`${relative(root, path)} ${stat.size}\n`).update(readFileSync(path));
    }
  }
  return hash.digest('hex');
}

const isCurrent = (hash) => existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;

/** Removes compiled files whose source file no longer exists. */
function removeOrphans() {
  for (const { path } of filesBelow(output)) {
    const source = join(root, relative(output, path)).replace(/\.js(\.map)?$/, '');
    const isOrphan = path !== stamp && !existsSync(`${source}.ts`) && !existsSync(`${source}.tsx`);
    if (isOrphan) rmSync(path);
  }
}

/** Otherwise the compiler would report it once for each file. */
function refuseReadOnly() {
  refuseUnwritable('dist', 'The build is out of date', () => {
    mkdirSync(output, { recursive: true });
    const probe = join(output, '.probe');
    writeFileSync(probe, '');
    rmSync(probe);
    for (const { path } of filesBelow(output)) accessSync(path, constants.W_OK);
  });
}

/** Compiles when something changed since the last time. */
export async function build() {
  if (isCurrent(inputsHash())) return;
  await alone('set-up', async () => {
    const hash = inputsHash();
    if (isCurrent(hash)) return;
    refuseReadOnly();
    const begun = performance.now();
    say('Building…');
    const codes = await Promise.all(projects.map((project) => tool('tsc', ['-p', project])));
    if (codes.some((code) => code !== 0)) fail('The build failed. See the compiler errors above.');
    removeOrphans();
    writeVerifierPage();
    writeFileSync(stamp, hash);
    phase('build', begun);
  });
}
