/**
 * Downloads a database server of another Debian release into its own folder, without root and
 * without changing the system. To use it, put `FOLDER/bin` first in PATH. It brings its own C
 * library, so it is started through its own loader.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { root } from './machine.mjs';

/** By the names `--only` accepts. The program itself reports its exact version. */
export const servers = {
  'mariadb-10.11': { release: 'bookworm', package: 'mariadb-server-core', program: 'mariadbd' },
  'mariadb-11.8': { release: 'trixie', package: 'mariadb-server-core', program: 'mariadbd' },
  mysql: { release: 'sid', package: 'mysql-server-core', program: 'mysqld' },
};

const stepMs = 600_000;

/** Throws with the last line of the program's output. */
function run(file, args) {
  try {
    return execFileSync(file, args, { stdio: 'pipe', timeout: stepMs, encoding: 'utf8' });
  } catch (error) {
    if (error.code === 'ENOENT') throw new Error(`${file} is not installed`, { cause: error });
    const output = String(error.stderr ?? error.message).trim();
    throw new Error(output.split('\n').at(-1), { cause: error });
  }
}

/** The package mirror that this system is configured to use. */
function mirror() {
  const targets = run('apt-get', ['indextargets', '--format', '$(REPO_URI) $(RELEASE)']);
  const [found] = /^https?:\S+(?= [a-z]+$)/m.exec(targets) ?? [];
  if (found === undefined) throw new Error('apt-get has no mirror configured');
  return found;
}

/** A separate apt configuration with one release and no installed packages. */
function aptOptions(apt, release) {
  mkdirSync(join(apt, 'lists/partial'), { recursive: true });
  mkdirSync(join(apt, 'cache/archives/partial'), { recursive: true });
  writeFileSync(join(apt, 'status'), '');
  const keys = '/usr/share/keyrings/debian-archive-keyring.gpg';
  writeFileSync(join(apt, 'sources'), `deb [signed-by=${keys}] ${mirror()} ${release} main\n`);
  const settings = [
    `Dir::Etc::SourceList=${apt}/sources`,
    'Dir::Etc::SourceParts=/dev/null',
    `Dir::State::Lists=${apt}/lists`,
    `Dir::State::status=${apt}/status`,
    `Dir::Cache=${apt}/cache`,
    'Debug::NoLocking=1',
    'Acquire::Languages=none',
    'Acquire::Retries=3',
    // When run as root, apt would otherwise switch to a user who cannot write here.
    ...(process.getuid?.() === 0 ? ['APT::Sandbox::User=root'] : []),
  ];
  return ['-qq', ...settings.flatMap((setting) => ['-o', setting])];
}

const filesBelow = (folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' });

/** MySQL needs the paths of its messages and plug-ins; for MariaDB Passbook passes them itself. */
const moreOptions = (folder) => ({
  mariadbd: [],
  mysqld: [
    `--lc-messages-dir=${folder}/share/mysql`,
    `--character-sets-dir=${folder}/share/mysql/charsets`,
    `--plugin-dir=${folder}/files/usr/lib/mysql/plugin`,
    '--secure-file-priv=NULL',
  ],
});

function makeProgram(folder, program) {
  const files = join(folder, 'files');
  const loader = filesBelow(files).find((path) => /-linux-gnu.*\/ld-linux[^/]*$/.test(path));
  if (loader === undefined) throw new Error('the packages contain no loader');
  const machine = basename(dirname(loader));
  const libraries = ['usr/lib', 'lib'].map((part) => join(files, part, machine));
  // MySQL keeps some of its own beside them.
  const paths = libraries.flatMap((path) => [path, `${path}/mysql/private`, `${path}/mysql`]);
  const start = [join(files, loader), '--library-path', paths.join(':')];
  const args = [...start, join(files, 'usr/sbin', program)].map((arg) => `'${arg}'`);
  const more = moreOptions(folder)[program].map((arg) => `'${arg}'`);
  symlinkSync('files/usr/share', join(folder, 'share'));
  mkdirSync(join(folder, 'bin'));
  const file = join(folder, 'bin', program);
  writeFileSync(file, `#!/bin/sh\nexec ${args.join(' ')} "$@" ${more.join(' ')}\n`);
  chmodSync(file, 0o755);
}

/** The folder with the program in it; throws with a one-line reason if it is not available. */
export function fetchServer(name) {
  const { release, package: wanted, program } = servers[name];
  const folder = join(root, '.local/servers', name);
  if (existsSync(join(folder, 'bin', program))) return join(folder, 'bin');
  rmSync(folder, { recursive: true, force: true });
  const apt = `${folder}.apt`;
  try {
    const options = aptOptions(apt, release);
    run('apt-get', [...options, 'update']);
    const install = ['install', '-y', '--no-install-recommends', '--download-only', wanted];
    run('apt-get', [...options, ...install]);
    mkdirSync(join(apt, 'new'));
    const archives = join(apt, 'cache/archives');
    for (const file of readdirSync(archives).filter((one) => one.endsWith('.deb'))) {
      run('dpkg-deb', ['-x', join(archives, file), join(apt, 'new/files')]);
    }
    renameSync(join(apt, 'new'), folder);
    makeProgram(folder, program);
    return join(folder, 'bin');
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  } finally {
    rmSync(apt, { recursive: true, force: true });
  }
}

/** For example `MySQL 9.7.4`, as the program reports it. */
export function versionOf(bin) {
  const [program] = readdirSync(bin);
  const output = run(join(bin, program), ['--no-defaults', '--version']);
  const [, number, isMariaDb] = /Ver (\d+(?:\.\d+)+)(-MariaDB)?/.exec(output) ?? [];
  if (number === undefined) throw new Error(`${basename(program)} does not run on this machine`);
  return `${isMariaDb === undefined ? 'MySQL' : 'MariaDB'} ${number}`;
}
