/**
 * A private database server for a bank without DATABASE_URL: found or fetched, set up, started,
 * restarted when it dies, and stopped with the bot. Only processes of this user can reach it.
 */
import { access, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { lockFolder } from '../../lib/folder-lock.ts';
import { backOff } from '../../lib/retry.ts';
import type { DatabaseAddress } from '../../lib/database-address.ts';
import { choosePrograms, type ProgramChoice } from './choose.ts';
import { initialise } from './initialise.ts';
import * as place from './place.ts';
import { lastComplaint, startServerProcess, type ServerProcess } from './process.ts';
import type { DatabaseProgram } from './program.ts';
import { LocalServerError, type ReportStep } from './reports.ts';
import { createPool } from '../pool.ts';

export interface LocalServerOptions extends ProgramChoice {
  /** Holds the data, the log and, if the path is short enough, the socket. */
  readonly folder: string;
  readonly schema: string;
  /** Relaxed may lose data when the machine crashes; for tests. */
  readonly durability: 'strict' | 'relaxed';
  /** How long a start may take; two minutes unless given. */
  readonly readyWithinMs?: number;
  /** Called when the server has died and will be restarted, and when it is back. */
  readonly onChange?: (change: 'died' | 'restarted') => void;
}

export interface LocalServer {
  readonly address: DatabaseAddress;
  readonly program: DatabaseProgram;
  stop(): Promise<void>;
}

const lockWaitMs = 1_500;
const usualReadyMs = 120_000;
const reportEveryMs = 5_000;
const restartPauses = { baseMs: 100, capMs: 5_000 };

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function socketAddress(socket: string, schema: string): DatabaseAddress {
  const local = { host: 'localhost', port: 3306, user: 'root', password: '', tls: 'off' } as const;
  return { ...local, socketPath: socket, schema };
}

/** Waits until it answers a statement; throws if it exits first or takes too long. */
async function ready(
  server: ServerProcess,
  setting: {
    readonly address: DatabaseAddress;
    readonly folder: string;
    readonly progress: ReportStep;
    readonly readyMs: number;
  },
): Promise<void> {
  const { address, folder, progress, readyMs } = setting;
  const pool = createPool(address, { schema: null, limits: { connections: 1, acquireMs: 2_000 } });
  const begun = performance.now();
  let reportedAt = begun;
  let isOver = false;
  void server.exited.then(() => {
    isOver = true;
  });
  try {
    for (;;) {
      const answers = await pool.rows('SELECT 1').catch(() => null);
      if (answers !== null) return;
      const now = performance.now();
      if (isOver || now - begun > readyMs) {
        const code = isOver ? 'ended' : 'silent';
        throw new LocalServerError({ code, complaint: await lastComplaint(folder) });
      }
      if (now - reportedAt > reportEveryMs) {
        progress({ code: 'starting' });
        reportedAt = now;
      }
      await sleep(20);
    }
  } finally {
    await pool.close();
  }
}

interface Running {
  readonly program: DatabaseProgram;
  readonly address: DatabaseAddress;
  readonly launch: () => Promise<ServerProcess>;
  readonly first: ServerProcess;
}

/**
 * Sets up and starts the first program that works. With no data yet, a program that fails is
 * skipped.
 */
async function startWith(
  program: DatabaseProgram,
  folder: string,
  options: LocalServerOptions,
): Promise<Running> {
  const { progress, schema, durability, readyWithinMs: readyMs = usualReadyMs } = options;
  if (!(await isThere(join(folder, 'data')))) {
    progress({ code: 'setting-up', family: program.family, version: program.version });
    await initialise(program, folder);
    await place.writeMark(folder, program);
  }
  const socket = await place.socketPath(folder);
  const address = socketAddress(socket, schema);
  const launch = async () => {
    const server = await startServerProcess(program, { folder, socket, durability });
    try {
      await ready(server, { address, folder, progress, readyMs });
    } catch (error) {
      await server.stop('at once');
      throw error;
    }
    return server;
  };
  const first = await launch();
  await place.writeMark(folder, program);
  return { program, address, launch, first };
}

/** Restarts the server whenever it exits unexpectedly, until `stop` is called. */
function supervise(running: Running, onChange: NonNullable<LocalServerOptions['onChange']>) {
  const stopping = new AbortController();
  let current: ServerProcess | null = running.first;
  const restart = async () => {
    for (let attempt = 0; !stopping.signal.aborted; attempt += 1) {
      try {
        current = await running.launch();
        return onChange('restarted');
      } catch {
        onChange('died');
        await backOff(attempt, restartPauses, stopping.signal);
      }
    }
  };
  const watch = async () => {
    while (!stopping.signal.aborted && current !== null) {
      await current.exited;
      if (stopping.signal.aborted) return;
      onChange('died');
      current = null;
      await restart();
    }
  };
  const watching = watch();
  return async () => {
    stopping.abort();
    await current?.stop('gently');
    await watching;
    // A restart may have succeeded in the meantime.
    await current?.stop('gently');
  };
}

/** Throws LocalServerError if another bot uses the folder or no server can be found. */
export async function startLocalServer(options: LocalServerOptions): Promise<LocalServer> {
  const folder = await place.makePrivateFolder(options.folder);
  // A bot that was just killed may hold the lock until the system has removed its process.
  const lock = await lockFolder(folder, lockWaitMs);
  if (lock === null) throw new LocalServerError({ code: 'folder-taken', folder });
  try {
    await place.endLeftover(folder, options.progress);
    await mkdir(join(folder, 'tmp'), { recursive: true });
    const hasData = await isThere(join(folder, 'data'));
    const mark = hasData ? await place.readMark(folder) : null;
    const programs = await choosePrograms(mark, options);
    let failure: unknown;
    for (const program of programs) {
      try {
        const running = await startWith(program, folder, options);
        const stop = supervise(running, options.onChange ?? (() => {}));
        return {
          program,
          address: running.address,
          stop: async () => {
            await stop();
            await place.removeSocketFolder(folder);
            await lock.release();
          },
        };
      } catch (error) {
        failure = error;
        if (hasData) break;
        await rm(join(folder, 'data'), { recursive: true, force: true });
      }
    }
    throw failure;
  } catch (error) {
    await lock.release();
    throw error;
  }
}
