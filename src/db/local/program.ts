/**
 * Finds a database server program: on the machine, or fetched from Debian into a private folder.
 */
import { execFile } from 'node:child_process';
import { access, constants, readdir, realpath } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';

export interface DatabaseProgram {
  readonly file: string;
  readonly family: 'mariadb' | 'mysql';
  /** For example 10.11. */
  readonly version: string;
  /** The folder with the server's messages and, for MariaDB, the SQL of the system tables. */
  readonly share: string;
  readonly base: string;
  /** The folders of a fetched program's own libraries. */
  readonly libraries: string | null;
}

const run = promisify(execFile);
const names = ['mariadbd', 'mysqld'];
/** Server programs are often outside PATH. */
const usualFolders = [
  '/usr/sbin',
  '/usr/local/sbin',
  '/usr/libexec',
  '/usr/local/libexec',
  '/usr/local/mysql/bin',
  '/opt/homebrew/opt/mariadb/bin',
  '/opt/homebrew/opt/mysql/bin',
  '/usr/local/opt/mariadb/bin',
  '/usr/local/opt/mysql/bin',
];

async function isThere(path: string, mode = constants.R_OK): Promise<boolean> {
  return access(path, mode).then(
    () => true,
    () => false,
  );
}

async function firstThere(paths: readonly string[]): Promise<string | null> {
  for (const path of paths) if (await isThere(path)) return path;
  return null;
}

/** Fetched packages keep their libraries in `usr/lib/<architecture>`. */
async function librariesOf(base: string): Promise<string | null> {
  const folders = await readdir(join(base, 'lib')).catch(() => []);
  const found = folders.find((folder) => folder.endsWith('-linux-gnu'));
  return found === undefined ? null : join(base, 'lib', found);
}

export function programEnvironment(libraries: string | null): NodeJS.ProcessEnv {
  return libraries === null ? {} : { LD_LIBRARY_PATH: libraries };
}

/** Null if it does not run here, or is not a server that we can set up. */
async function inspect(file: string, isFetched: boolean): Promise<DatabaseProgram | null> {
  const base = dirname(dirname(await realpath(file)));
  const libraries = isFetched ? await librariesOf(base) : null;
  const env = programEnvironment(libraries);
  const output = await run(file, ['--no-defaults', '--version'], { env, timeout: 10_000 }).catch(
    () => null,
  );
  const version = /Ver (\d+\.\d+)\.\d+(-MariaDB)?/.exec(output?.stdout ?? '');
  if (version === null) return null;
  const family = version[2] === undefined ? 'mysql' : 'mariadb';
  const shares = [base, ...(isFetched ? [] : ['/usr', '/usr/local'])].flatMap((root) => [
    join(root, 'share/mysql'),
    join(root, 'share/mariadb'),
  ]);
  const marks = ['mysql_system_tables.sql', 'mariadb_system_tables.sql'];
  const needed =
    family === 'mysql'
      ? [join(base, 'share')]
      : shares.flatMap((share) => marks.map((mark) => join(share, mark)));
  const found = await firstThere(needed);
  if (found === null) return null;
  const share = family === 'mysql' ? found : dirname(found);
  return { file, family, version: version[1]!, share, base, libraries };
}

/** Programs on the machine, in the order of PATH; MariaDB before MySQL in the same folder. */
export async function machinePrograms(searchPath: string): Promise<DatabaseProgram[]> {
  const folders = [...searchPath.split(delimiter).filter(Boolean), ...usualFolders];
  const files = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  const programs: DatabaseProgram[] = [];
  const seen = new Set<string>();
  for (const file of files) {
    if (!(await isThere(file, constants.X_OK))) continue;
    const real = await realpath(file);
    const program = seen.has(real) ? null : await inspect(file, false);
    seen.add(real);
    if (program !== null) programs.push(program);
  }
  return programs;
}

/** The program that `fetchProgram` stored there, or null. */
export async function fetchedProgram(folder: string): Promise<DatabaseProgram | null> {
  const file = join(folder, 'usr/sbin/mariadbd');
  return (await isThere(file, constants.X_OK)) ? inspect(file, true) : null;
}
