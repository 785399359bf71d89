import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { alone, fail, phase, refuseUnwritable, root, say } from './machine.mjs';
import { npm } from './tool.mjs';

const lockFile = join(root, 'package-lock.json');
const modules = join(root, 'node_modules');
const installed = join(modules, '.package-lock.json');
/** Written last, so that an interrupted installation never counts as complete. */
const stamp = join(modules, '.passbook-lock');

const read = (path) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
};

function isCurrent(hash) {
  const known = read(stamp);
  if (known !== null) return known === hash && read(installed) !== null;
  // npm was run by hand: trust its own list if that is newer than the lockfile.
  const list = statSync(installed, { throwIfNoEntry: false });
  return list !== undefined && list.mtimeMs >= statSync(lockFile).mtimeMs;
}

/** npm empties the folder before it fills it; through a link it would empty another project's. */
function refuseLink() {
  const link = lstatSync(modules, { throwIfNoEntry: false });
  if (link?.isSymbolicLink() !== true) return;
  fail(
    'node_modules is a link, and its packages do not match the lockfile. Nothing was installed, ' +
      'because that would empty the folder the link points to. Remove the link and try again.',
  );
}

/** npm recreates the folder; otherwise it would fail with many lines of errors. */
function refuseReadOnly() {
  const probe = join(root, `.passbook-probe-${process.pid}`);
  refuseUnwritable('node_modules', 'The installed packages do not match the lockfile', () => {
    writeFileSync(probe, '');
    rmSync(probe);
    if (existsSync(modules)) accessSync(modules, constants.W_OK);
  });
}

/** Runs `npm ci` when packages are missing or do not match the lockfile. */
export async function install() {
  const hash = createHash('sha256').update(readFileSync(lockFile)).digest('hex');
  if (isCurrent(hash)) return;
  await alone('set-up', async () => {
    if (isCurrent(hash)) return;
    refuseLink();
    refuseReadOnly();
    const begun = performance.now();
    say('Installing packages (once; about a minute on a slow connection)…');
    const code = await npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
    if (code !== 0) {
      fail('The packages could not be installed. See the npm errors above, then try again.');
    }
    writeFileSync(stamp, hash);
    phase('packages', begun);
  });
}
