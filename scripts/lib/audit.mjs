/** Known faults and licences of everything that the lockfile names. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, say } from './machine.mjs';

/** Free to use, change and pass on with a project under the MIT licence. */
const free = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'MIT-0',
  // Of the file alone: used as it comes, never changed here.
  'MPL-2.0',
];
/** Licences in words of their own, each read. */
const read = new Map([['dejavu-fonts-ttf', 'Bitstream Vera: free to use, embed and pass on']]);

const nameOf = (path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** `name: licence` of each package that may not be used. */
export function strangeLicences({ packages }) {
  return Object.entries(packages)
    .filter(([path]) => path !== '')
    .filter(([path, { license }]) => !free.includes(license) && !read.has(nameOf(path)))
    .map(([path, { license = 'none' }]) => `${nameOf(path)}: ${license}`);
}

/** What the registry says of the lockfile; null where it does not offer that, or not in time. */
async function askRegistry() {
  const words = ['audit', '--json', '--fetch-retries=0', '--fetch-timeout=20000'];
  const output = await new Promise((resolve) => {
    const options = { cwd: root, timeout: 60_000, maxBuffer: 50_000_000 };
    execFile('npm', words, options, (_, stdout) => resolve(stdout));
  });
  try {
    const report = JSON.parse(output);
    return report.vulnerabilities === undefined ? null : report;
  } catch {
    return null;
  }
}

const grave = ['high', 'critical'];

/** Fails for a grave known fault or a strange licence; says so when nobody could be asked. */
export async function audit() {
  const strange = strangeLicences(
    JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')),
  );
  for (const line of strange) say(`Licence not among those that may be used: ${line}`);
  if (strange.length === 0) say('ok     licences');
  const report = await askRegistry();
  if (report === null) {
    say('NOT CHECKED for known faults: the registry offers no audit, or did not answer.');
    return strange.length === 0 ? 0 : 1;
  }
  const faults = Object.values(report.vulnerabilities);
  for (const { name, severity } of faults) say(`${severity}: ${name}`);
  const isGrave = faults.some(({ severity }) => grave.includes(severity));
  say(isGrave ? 'FAILED known faults' : 'ok     known faults');
  return isGrave || strange.length > 0 ? 1 : 0;
}
