/**
 * Makes an empty data folder for a private server. It is built under another name and renamed
 * when complete.
 */
import { spawn } from 'node:child_process';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { programEnvironment, type DatabaseProgram } from './program.ts';
import { LocalServerError } from './reports.ts';

const limitMs = 120_000;

/** For MariaDB, the folder of its messages; for MySQL, no second port and no binary log. */
const familyOptions: Record<DatabaseProgram['family'], (share: string) => string[]> = {
  mariadb: (share) => [`--lc-messages-dir=${share}`, `--character-sets-dir=${share}/charsets`],
  mysql: () => ['--loose-mysqlx=OFF', '--skip-log-bin'],
};

/** Options needed at every start; `--no-defaults` must come first. */
export function commonOptions(program: DatabaseProgram, folder: string): string[] {
  const asRoot = process.getuid?.() === 0 ? ['--user=root'] : [];
  return [
    '--no-defaults',
    `--basedir=${program.base}`,
    `--tmpdir=${join(folder, 'tmp')}`,
    ...familyOptions[program.family](program.share),
    ...asRoot,
  ];
}

/** Creates the system tables. The only user is root through the socket, in a private folder. */
async function systemTables(program: DatabaseProgram): Promise<string> {
  const parts = ['system_tables', 'performance_tables', 'system_tables_data'];
  const prefix = program.share.endsWith('mariadb') ? 'mariadb' : 'mysql';
  const texts = await Promise.all(
    parts.map(async (part) => readFile(join(program.share, `${prefix}_${part}.sql`), 'utf8')),
  );
  return [
    'CREATE DATABASE IF NOT EXISTS mysql;',
    'USE mysql;',
    'SET @auth_root_socket=NULL;',
    ...texts,
    "DELETE FROM global_priv WHERE User='' OR Host<>'localhost';",
    '',
  ].join('\n');
}

function runOnce(program: DatabaseProgram, options: string[], input: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program.file, options, {
      env: programEnvironment(program.libraries),
      stdio: ['pipe', 'ignore', 'pipe'],
      timeout: limitMs,
      killSignal: 'SIGKILL',
    });
    let output = '';
    child.stderr.on('data', (data: Buffer) => {
      output = (output + data.toString()).slice(-4_000);
    });
    child.once('error', reject);
    // A program that exits early closes its input; its exit code is more useful than EPIPE.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
    child.once('close', (code) => {
      if (code === 0) return resolve();
      const line = output.split('\n').findLast((text) => /error/i.test(text)) ?? `code ${code}`;
      const detail = line.trim().slice(0, 300);
      return reject(new LocalServerError({ code: 'not-set-up', detail }));
    });
  });
}

export async function initialise(program: DatabaseProgram, folder: string): Promise<void> {
  const fresh = join(folder, 'data.new');
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { mode: 0o700 });
  const common = [...commonOptions(program, folder), `--datadir=${fresh}`];
  if (program.family === 'mysql') {
    await runOnce(program, [...common, '--initialize-insecure'], '');
  } else {
    const quick = ['--innodb-log-file-size=16M', '--innodb-flush-log-at-trx-commit=0'];
    const bootstrap = ['--bootstrap', '--enforce-storage-engine=', '--max-allowed-packet=8M'];
    const input = await systemTables(program);
    await runOnce(program, [...common, ...quick, ...bootstrap, '--log-warnings=0'], input);
  }
  await rename(fresh, join(folder, 'data'));
}
