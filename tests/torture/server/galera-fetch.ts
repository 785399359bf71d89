/**
 * Fetches Debian's Galera library into the project's cache, without root and without installing.
 */
import { execFile } from 'node:child_process';
import { access, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder } from '../support/folders.ts';

const run = promisify(execFile);
const stepMs = 300_000;
const library = 'usr/lib/galera/libgalera_smm.so';

function aptOptions(folder: string): string[] {
  const settings = [
    `Dir::State::Lists=${folder}/lists`,
    `Dir::Cache=${folder}`,
    `Dir::Cache::archives=${folder}/archives`,
    'Debug::NoLocking=1',
    'Acquire::Languages=none',
    'Acquire::Retries=3',
    ...(process.getuid?.() === 0 ? ['APT::Sandbox::User=root'] : []),
  ];
  return ['-qq', ...settings.flatMap((setting) => ['-o', setting])];
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** Path of the library; throws with the reason if it is not available. */
export async function galeraLibrary(): Promise<string> {
  const target = join(cacheFolder, 'galera');
  const file = join(target, library);
  if (await isThere(file)) return file;
  const apt = join(cacheFolder, 'galera-apt');
  const fresh = `${target}.new`;
  await mkdir(join(apt, 'lists/partial'), { recursive: true });
  await mkdir(join(apt, 'archives/partial'), { recursive: true });
  const options = aptOptions(apt);
  // Otherwise nothing would be fetched if the system has the package.
  const install = ['install', '-y', '--reinstall', '--no-install-recommends', '--download-only'];
  await run('apt-get', [...options, 'update'], { timeout: stepMs });
  await run('apt-get', [...options, ...install, 'galera-4'], { timeout: stepMs });
  await rm(fresh, { recursive: true, force: true });
  const archives = join(apt, 'archives');
  for (const name of (await readdir(archives)).filter((one) => one.endsWith('.deb'))) {
    await run('dpkg-deb', ['-x', join(archives, name), fresh], { timeout: stepMs });
  }
  await rm(target, { recursive: true, force: true });
  await rename(fresh, target);
  await rm(apt, { recursive: true, force: true });
  return file;
}
