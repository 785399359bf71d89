/** Where a private server keeps its files, and what an earlier run may have left there. */
import { createHash } from 'node:crypto';
import { chmod, lstat, mkdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DatabaseProgram } from './program.ts';
import { LocalServerError, type ReportStep } from './reports.ts';

/** Linux allows 107 bytes in the path of a socket, other systems 103. */
const socketPathMax = 100;
const pollMs = 50;

/** The private folder. Any user who can enter it is root in the database. */
export async function makePrivateFolder(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const real = await realpath(folder);
  const { uid } = await lstat(real);
  if (uid !== process.getuid?.() && process.getuid !== undefined) {
    throw new LocalServerError({ code: 'folder-of-others', folder: real });
  }
  await chmod(real, 0o700);
  return real;
}

/** In the data folder if the path is short enough, else in a private temporary folder. */
export async function socketPath(folder: string): Promise<string> {
  const near = join(folder, 'db.sock');
  if (Buffer.byteLength(near) <= socketPathMax) return near;
  const hash = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  return join(await makePrivateFolder(join(tmpdir(), `passbook-${hash}`)), 'db.sock');
}

/** Removes the temporary folder of the socket, if there is one. */
export async function removeSocketFolder(folder: string): Promise<void> {
  const socket = await socketPath(folder);
  if (dirname(socket) !== folder) await rm(dirname(socket), { recursive: true, force: true });
}

/** The server that wrote the data last, for example `mariadb 10.11`; null without data. */
export async function readMark(folder: string): Promise<string | null> {
  const text = await readFile(join(folder, 'version'), 'utf8').catch(() => '');
  return text.trim() || null;
}

export async function writeMark(folder: string, program: DatabaseProgram): Promise<void> {
  await writeFile(join(folder, 'version'), `${program.family} ${program.version}\n`);
}

/** An older program cannot read newer data, and MySQL and MariaDB cannot read each other's. */
export function fits(program: DatabaseProgram, mark: string | null): boolean {
  if (mark === null) return true;
  const [family, version = ''] = mark.split(' ');
  const order = program.version.localeCompare(version, 'en', { numeric: true });
  return program.family === family && order >= 0;
}

/** The process named in the pid file, if it still runs on this folder. */
async function leftoverPid(folder: string): Promise<number | null> {
  const text = await readFile(join(folder, 'db.pid'), 'utf8').catch(() => '');
  const pid = Number.parseInt(text, 10);
  if (!Number.isInteger(pid) || pid <= 1) return null;
  try {
    process.kill(pid, 0);
  } catch {
    return null;
  }
  // The process id may have been reused by another program.
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => null);
  return command === null || command.includes(join(folder, 'data')) ? pid : null;
}

async function gone(folder: string, withinMs: number): Promise<boolean> {
  for (let left = withinMs; left > 0; left -= pollMs) {
    if ((await leftoverPid(folder)) === null) return true;
    await sleep(pollMs);
  }
  return false;
}

/** Waits for the server of a killed bot to exit, and kills it if it does not. */
export async function endLeftover(folder: string, progress: ReportStep): Promise<void> {
  const pid = await leftoverPid(folder);
  if (pid !== null) {
    progress({ code: 'former-server' });
    const ended =
      (await gone(folder, 3_000)) ||
      (process.kill(pid, 'SIGTERM') && (await gone(folder, 20_000))) ||
      (process.kill(pid, 'SIGKILL') && (await gone(folder, 5_000)));
    if (!ended) throw new LocalServerError({ code: 'former-server', pid, folder });
  }
  await rm(join(folder, 'db.pid'), { force: true });
  await rm(await socketPath(folder), { force: true });
}
