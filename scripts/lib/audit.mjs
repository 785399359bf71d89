/** Checks known vulnerabilities and licences of every package in the lockfile. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, say } from './machine.mjs';

/** Licences that allow use, change and redistribution in a project under the MIT licence. */
const free = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'MIT-0',
  // Covers its own files only; we use them unchanged.
  'MPL-2.0',
  // The SIL Open Font License: fonts may be embedded and passed on, not sold alone.
  'MIT AND OFL-1.1',
];
/** Packages with a licence text of their own, each of which we have read. */
const read = new Map([
  ['dejavu-fonts-ttf', 'Bitstream Vera: free to use, embed and pass on'],
  ['png-js', 'MIT, in its file LICENSE'],
]);

const nameOf = (path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** `name: licence` of each package whose licence is not allowed. */
export function strangeLicences({ packages }) {
  return Object.entries(packages)
    .filter(([path]) => path !== '')
    .filter(([path, { license }]) => !free.includes(license) && !read.has(nameOf(path)))
    .map(([path, { license = 'none' }]) => `${nameOf(path)}: ${license}`);
}

/** The registry's audit report; null if it offers none or does not answer in time. */
async function askRegistry() {
  const args = ['audit', '--json', '--fetch-retries=0', '--fetch-timeout=20000'];
  const output = await new Promise((resolve) => {
    const options = { cwd: root, timeout: 60_000, maxBuffer: 50_000_000 };
    execFile('npm', args, options, (_, stdout) => resolve(stdout));
  });
  try {
    const report = JSON.parse(output);
    return report.vulnerabilities === undefined ? null : report;
  } catch {
    return null;
  }
}

const grave = ['high', 'critical'];

/** Fails on a serious vulnerability or a licence that is not allowed. */
export async function audit() {
  const strange = strangeLicences(
    JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')),
  );
  for (const line of strange) say(`Licence not allowed: ${line}`);
  if (strange.length === 0) say('ok     licences');
  const report = await askRegistry();
  if (report === null) {
    say('NOT CHECKED for known vulnerabilities: the registry offers no audit or did not answer.');
    return strange.length === 0 ? 0 : 1;
  }
  const faults = Object.values(report.vulnerabilities);
  for (const { name, severity } of faults) say(`${severity}: ${name}`);
  const isGrave = faults.some(({ severity }) => grave.includes(severity));
  say(isGrave ? 'FAILED known vulnerabilities' : 'ok     known vulnerabilities');
  return isGrave || strange.length > 0 ? 1 : 0;
}
