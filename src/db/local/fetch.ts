/**
 * Fetches Debian's (or Ubuntu's) MariaDB server with the system's own `apt-get`, which checks the
 * signatures, into a private folder. Runs without root and changes nothing else on the system.
 */
import { execFile } from 'node:child_process';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fetchedProgram, type DatabaseProgram } from './program.ts';
import type { FetchTrouble, ReportStep } from './reports.ts';

export class FetchError extends Error {
  override readonly name = 'FetchError';
  readonly trouble: FetchTrouble;

  constructor(trouble: FetchTrouble, options?: ErrorOptions) {
    super(trouble.code, options);
    this.trouble = trouble;
  }
}

const run = promisify(execFile);
const stepMs = 300_000;

function aptOptions(folder: string): string[] {
  const settings = [
    `Dir::State::Lists=${folder}/lists`,
    `Dir::Cache=${folder}`,
    `Dir::Cache::archives=${folder}/archives`,
    'Debug::NoLocking=1',
    'Acquire::Languages=none',
    'Acquire::Retries=3',
    // When run as root, apt would otherwise switch to a user who cannot write here.
    ...(process.getuid?.() === 0 ? ['APT::Sandbox::User=root'] : []),
  ];
  return ['-qq', ...settings.flatMap((setting) => ['-o', setting])];
}

/** `mariadb-server-core`, or the newest numbered one, such as `mariadb-server-core-10.6`. */
async function packageName(options: readonly string[]): Promise<string> {
  const { stdout } = await run('apt-cache', [...options, 'pkgnames', 'mariadb-server-core'], {
    timeout: stepMs,
  });
  const known = stdout.split('\n').filter((name) => /^mariadb-server-core(-[\d.]+)?$/.test(name));
  const [best] = known.sort((one, other) =>
    other.localeCompare(one, 'en', { numeric: true, sensitivity: 'base' }),
  );
  if (best === undefined) throw new FetchError({ code: 'no-package' });
  return known.includes('mariadb-server-core') ? 'mariadb-server-core' : best;
}

async function download(apt: string): Promise<string[]> {
  await mkdir(join(apt, 'lists/partial'), { recursive: true });
  await mkdir(join(apt, 'archives/partial'), { recursive: true });
  const options = aptOptions(apt);
  await run('apt-get', [...options, 'update'], { timeout: stepMs });
  const name = await packageName(options);
  const install = ['install', '-y', '--no-install-recommends', '--download-only', name];
  await run('apt-get', [...options, ...install], { timeout: stepMs });
  const files = await readdir(join(apt, 'archives'));
  return files.filter((file) => file.endsWith('.deb')).map((file) => join(apt, 'archives', file));
}

function troubleOf(error: unknown): FetchTrouble {
  if (error instanceof FetchError) return error.trouble;
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
    return { code: 'no-apt' };
  }
  const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
  const text = said || (error instanceof Error ? error.message : String(error));
  return { code: 'failed', detail: text.split('\n').at(-1)!.slice(0, 200) };
}

/** Throws FetchError. */
export async function fetchProgram(
  cacheFolder: string,
  progress: ReportStep,
): Promise<DatabaseProgram> {
  const target = join(cacheFolder, 'mariadb');
  const fresh = `${target}.new`;
  const apt = join(cacheFolder, 'apt');
  try {
    progress({ code: 'fetching' });
    const packages = await download(apt);
    await rm(fresh, { recursive: true, force: true });
    for (const file of packages) await run('dpkg-deb', ['-x', file, fresh], { timeout: stepMs });
    await rm(target, { recursive: true, force: true });
    await rename(fresh, target);
    await rm(apt, { recursive: true, force: true });
  } catch (error) {
    throw new FetchError(troubleOf(error), { cause: error });
  }
  const program = await fetchedProgram(target);
  if (program === null) throw new FetchError({ code: 'does-not-run' });
  return program;
}
