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
/** Written last, so a cut-off installation is never taken for a whole one. */
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
  // Somebody ran npm by hand: believe npm's own list when it is newer than ours.
  const list = statSync(installed, { throwIfNoEntry: false });
  return list !== undefined && list.mtimeMs >= statSync(lockFile).mtimeMs;
}

/** npm empties the folder before it fills it, and would do so through a link to somebody else's. */
function refuseLink() {
  const link = lstatSync(modules, { throwIfNoEntry: false });
  if (link?.isSymbolicLink() !== true) return;
  fail(
    'node_modules is a link and not the packages of the lockfile. Nothing was installed, because ' +
      'that would empty the folder it points to. Remove the link and try again.',
  );
}

/** npm removes the folder and makes it anew, and would say in many lines that it cannot. */
function refuseReadOnly() {
  const probe = join(root, `.passbook-probe-${process.pid}`);
  refuseUnwritable('node_modules', 'The packages are not those of the lockfile', () => {
    writeFileSync(probe, '');
    rmSync(probe);
    if (existsSync(modules)) accessSync(modules, constants.W_OK);
  });
}

/** `npm ci` when the packages are missing or are not those of the lockfile. */
export async function install() {
  const hash = createHash('sha256').update(readFileSync(lockFile)).digest('hex');
  if (isCurrent(hash)) return;
  await alone('set-up', async () => {
    if (isCurrent(hash)) return;
    refuseLink();
    refuseReadOnly();
    const begun = performance.now();
    say('Installing packages (once; a minute on a slow line)…');
    const code = await npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
    if (code !== 0) {
      fail('The packages could not be installed; what npm says above tells why. Then try again.');
    }
    writeFileSync(stamp, hash);
    phase('packages', begun);
  });
}
