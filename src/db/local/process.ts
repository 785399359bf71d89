/** Runs one server process that ends when its owner ends, even by `kill -9`. */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { open } from 'node:fs/promises';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { commonOptions } from './initialise.ts';
import { programEnvironment, type DatabaseProgram } from './program.ts';

export interface ServerPlace {
  readonly folder: string;
  readonly socket: string;
  readonly durability: 'strict' | 'relaxed';
}

export interface ServerProcess {
  readonly exited: Promise<number | null>;
  /**
   * By default sends SIGTERM, and SIGKILL after 15 s. Use `at once` for a server that has never
   * answered: one that gets SIGTERM while it starts may hang for ever.
   */
  stop(how: 'gently' | 'at once'): Promise<void>;
}

const stopLimitMs = 15_000;

/**
 * For systems whose kernel cannot tie a child to its parent: stops the server when input closes.
 * Repeats the signal, because a server that is still starting may miss the first one.
 */
const watcher = `exec 3<&0
"$@" </dev/null 3<&- &
server=$!
(read -r _ <&3
 for _ in 1 2 3 4 5 6 7 8 9 10; do
   kill -TERM $server || exit
   sleep 0.5
 done
 kill -KILL $server) 2>/dev/null &
guard=$!
exec 3<&-
wait $server
code=$?
kill $guard 2>/dev/null
exit $code`;

/**
 * The kernel sends this signal once when the bot dies, and a server that is still starting can
 * miss SIGTERM. SIGKILL cannot be missed, and no acknowledged write is lost.
 */
const deathSignal = ['--pdeathsig', 'KILL'];

let deathSignalKnown: boolean | undefined;

/** Whether `setpriv` supports it: util-linux since 2.33; BusyBox and other systems do not. */
async function knowsDeathSignal(): Promise<boolean> {
  deathSignalKnown ??= await promisify(execFile)('setpriv', [...deathSignal, 'true']).then(
    () => true,
    () => false,
  );
  return deathSignalKnown;
}

const mebibyte = 2 ** 20;

/** MySQL before 8.0.30 does not have this option and keeps its default size. */
const redoLog: Record<DatabaseProgram['family'], string> = {
  mariadb: '--innodb-log-file-size',
  mysql: '--loose-innodb-redo-log-capacity',
};

/**
 * Sized for a ledger of millions of entries, where each batch writes to thousands of pages. The
 * buffer pool grows as it fills, to at most an eighth of the machine's memory; a larger redo log
 * lets changed pages be written later.
 */
function roomOptions({ family }: DatabaseProgram): string[] {
  const poolMiB = Math.floor(totalmem() / 8 / mebibyte);
  return [
    `--innodb-buffer-pool-size=${Math.min(Math.max(poolMiB, 128), 2_048)}M`,
    `${redoLog[family]}=256M`,
  ];
}

function serverOptions(program: DatabaseProgram, place: ServerPlace): string[] {
  const { folder, socket, durability } = place;
  const strict = durability === 'strict';
  return [
    ...commonOptions(program, folder),
    `--datadir=${join(folder, 'data')}`,
    `--socket=${socket}`,
    `--pid-file=${join(folder, 'db.pid')}`,
    `--log-error=${join(folder, 'db.log')}`,
    '--skip-networking',
    '--skip-name-resolve',
    '--character-set-server=utf8mb4',
    '--max-connections=200',
    '--max-allowed-packet=16M',
    `--innodb-flush-log-at-trx-commit=${strict ? 1 : 0}`,
    ...(strict ? roomOptions(program) : ['--innodb-doublewrite=0']),
  ];
}

/** The last error in the server's log; null when there is none. */
export async function lastComplaint(folder: string): Promise<string | null> {
  const file = await open(join(folder, 'db.log')).catch(() => null);
  if (file === null) return null;
  try {
    const { size } = await file.stat();
    const length = Math.min(size, 8_000);
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length);
    const lines = buffer.toString().split('\n');
    const line = lines.findLast((text) => /\[ERROR\]/.test(text) && !/Aborting/.test(text));
    return line?.replace(/^.*\[ERROR\]\s*/, '').slice(0, 300) ?? null;
  } finally {
    await file.close();
  }
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    child.once('error', () => resolve(null));
    child.once('exit', (code) => resolve(code));
  });
}

export async function startServerProcess(
  program: DatabaseProgram,
  place: ServerPlace,
  forceWatcher = false,
): Promise<ServerProcess> {
  const options = serverOptions(program, place);
  const byKernel = !forceWatcher && (await knowsDeathSignal());
  // In its own session, so that Ctrl-C reaches only the bot, which then stops the server.
  const settings = {
    cwd: place.folder,
    detached: true,
    env: { PATH: '/usr/bin:/bin', ...programEnvironment(program.libraries) },
  };
  const child = byKernel
    ? spawn('setpriv', [...deathSignal, program.file, ...options], {
        ...settings,
        stdio: 'ignore',
      })
    : spawn('sh', ['-c', watcher, 'sh', program.file, ...options], {
        ...settings,
        stdio: ['pipe', 'ignore', 'ignore'],
      });
  const exited = ended(child);
  child.stdin?.on('error', () => {});
  child.unref();
  return {
    exited,
    stop: async (how) => {
      // Kills the whole session: the server and, if there is one, the watcher.
      const force = () => {
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      };
      const isOver = child.exitCode !== null || child.signalCode !== null;
      if (!isOver && how === 'at once') force();
      else if (byKernel) child.kill('SIGTERM');
      else child.stdin?.end();
      const timer = setTimeout(force, stopLimitMs);
      child.ref();
      await exited;
      clearTimeout(timer);
    },
  };
}
