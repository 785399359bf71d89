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
import { bundle } from './bundle.mjs';
import { alone, fail, phase, refuseUnwritable, root, say } from './machine.mjs';
import { tool } from './tool.mjs';
import { writeVerifierPage } from './verifier-page.mjs';

const output = join(root, 'dist');
const stamp = join(output, '.stamp');
const inputs = ['src', 'commands', 'tsconfig.json', 'package-lock.json'];
/** Compiled for browsers, one file per module. */
const pages = ['src/page/browser', 'src/sandbox/page'];
const pageFolders = [...pages, 'src/sandbox/protocol'];

/** A program that is running may still load a part of the build before. */
const partsStayMs = 7 * 24 * 3_600_000;

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

/** Removes what no source file has made, and parts of earlier builds after a week. */
function removeOrphans(written) {
  for (const { path, stat } of filesBelow(output)) {
    const name = relative(output, path).replaceAll('\\', '/');
    if (path === stamp || written.has(name)) continue;
    const source = join(root, name).replace(/\.js(\.map)?$/, '');
    const isPage = pageFolders.some((folder) => name.startsWith(`${folder}/`));
    if (isPage && (existsSync(`${source}.ts`) || existsSync(`${source}.tsx`))) continue;
    if (name.startsWith('chunks/') && Date.now() - stat.mtimeMs < partsStayMs) continue;
    rmSync(path);
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

/** The files written, or null after printing what is wrong. */
async function bundled() {
  try {
    await writeVerifierPage();
    return [...(await bundle(output)), 'verifier.html'];
  } catch (error) {
    say(error.message);
    return null;
  }
}

/** Types are not checked. */
export const compile = async (project) => (await tool('tsc', ['-p', project, '--noCheck'])) === 0;

/** Builds when something changed since the last time. Types are checked by `types`. */
export async function build() {
  if (isCurrent(inputsHash())) return;
  await alone('set-up', async () => {
    const hash = inputsHash();
    if (isCurrent(hash)) return;
    refuseReadOnly();
    const begun = performance.now();
    say('Building…');
    const [written, ...compiled] = await Promise.all([bundled(), ...pages.map(compile)]);
    if (written === null || compiled.includes(false)) {
      fail('The build failed. See the errors above.');
    }
    removeOrphans(new Set(written));
    writeFileSync(stamp, hash);
    phase('build', begun);
  });
}

const checked = async (project) => tool('tsc', ['-p', project, '--noEmit']);

/** Checks the types of the program and of its pages; answers the exit code. */
export async function types() {
  const projects = ['.', ...pages, 'src/verifier/page'];
  return Math.max(...(await Promise.all(projects.map(checked))));
}
