/**
 * A private database server that the suite can kill, pause and restart. It is set up
 * as by `npm start`, but only the stage that killed it restarts it.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DatabaseAddress } from '../../../src/lib/database-address.ts';
import { choosePrograms } from '../../../src/db/local/choose.ts';
import { commonOptions, initialise } from '../../../src/db/local/initialise.ts';
import { makePrivateFolder, socketPath } from '../../../src/db/local/place.ts';
import { lastComplaint } from '../../../src/db/local/process.ts';
import { programEnvironment, type DatabaseProgram } from '../../../src/db/local/program.ts';
import { ensureSchema, migrate } from '../../../src/db/migrate.ts';
import { createPool, type Pool } from '../../../src/db/pool.ts';
import { cacheFolder, migrationsFolder, tortureFolder } from '../support/folders.ts';

export interface TortureServer {
  readonly folder: string;
  readonly program: DatabaseProgram;
  /** Address of a schema over the private socket. */
  address(schema: string): DatabaseAddress;
  /** A new migrated schema. */
  freshSchema(schema: string): Promise<DatabaseAddress>;
  /** A direct connection without faults; the caller closes it. */
  pool(schema: string | null): Pool;
  readonly pid: number;
  readonly isRunning: boolean;
  /** SIGKILL, and waits until it is gone. */
  kill(): Promise<void>;
  /**
   * Starts it, optionally with more options, and waits until it answers; returns the milliseconds.
   */
  start(extra?: readonly string[]): Promise<number>;
  pause(): void;
  resume(): void;
  /** Stops it and waits. */
  stop(): Promise<void>;
  remove(): Promise<void>;
}

const readyMs = 60_000;
const stopMs = 30_000;

/** The options of a durable server, except those that a stage chooses. */
function optionsOf(program: DatabaseProgram, folder: string, socket: string): string[] {
  return [
    ...commonOptions(program, folder),
    `--datadir=${join(folder, 'data')}`,
    `--socket=${socket}`,
    `--pid-file=${join(folder, 'db.pid')}`,
    `--log-error=${join(folder, 'db.log')}`,
    '--skip-networking',
    '--skip-name-resolve',
    '--character-set-server=utf8mb4',
    '--max-connections=400',
    '--max-allowed-packet=16M',
    '--innodb-flush-log-at-trx-commit=1',
    '--innodb-buffer-pool-size=256M',
  ];
}

async function answers(address: DatabaseAddress): Promise<boolean> {
  const pool = createPool(address, {
    schema: null,
    limits: { connections: 1, acquireMs: 1_000, statementMs: 1_000 },
  });
  try {
    return await pool.rows('SELECT 1').then(
      () => true,
      () => false,
    );
  } finally {
    await pool.close();
  }
}

/**
 * The program for every stage, fetched once into the project's cache; MariaDB for a
 * Galera stage.
 */
export async function databaseProgram(wanted?: 'mariadb'): Promise<DatabaseProgram> {
  const chosen = programs.get(wanted) ?? chooseProgram(wanted);
  programs.set(wanted, chosen);
  return chosen;
}

/** Stages that run at the same time share one choice, and with it one download. */
const programs = new Map<'mariadb' | undefined, Promise<DatabaseProgram>>();

async function chooseProgram(wanted?: 'mariadb'): Promise<DatabaseProgram> {
  const oldest = wanted === undefined ? null : `${wanted} 10.6`;
  const [program] = await choosePrograms(oldest, {
    cacheFolder,
    searchPath: process.env['PATH'] ?? '',
    progress: ({ code }) => process.stderr.write(`database server: ${code}\n`),
  });
  return program!;
}

/** Sets up the data of a server that was never started, once per program. */
async function prepare(program: DatabaseProgram): Promise<string> {
  const kept = join(tortureFolder, 'prepared', `${program.family}-${program.version}`);
  if (!existsSync(join(kept, 'data'))) {
    await mkdir(join(kept, 'tmp'), { recursive: true });
    await initialise(program, kept);
  }
  return join(kept, 'data');
}

const prepared = new Map<DatabaseProgram, Promise<string>>();

/** Copies the prepared data: MySQL takes seconds to set it up, and every stage begins with one. */
async function setUp(program: DatabaseProgram, folder: string): Promise<void> {
  const data = prepared.get(program) ?? prepare(program);
  prepared.set(program, data);
  await cp(await data, join(folder, 'data'), { recursive: true });
}

export async function createTortureServer(wanted: {
  readonly folder: string;
  /** Options after the usual ones; the last one is used. */
  readonly options?: readonly string[];
}): Promise<TortureServer> {
  const program = await databaseProgram();
  const folder = await makePrivateFolder(wanted.folder);
  await mkdir(join(folder, 'tmp'), { recursive: true });
  await setUp(program, folder);
  const socket = await socketPath(folder);
  const address = (schema: string): DatabaseAddress => {
    const place = { host: 'localhost', port: 3306, socketPath: socket };
    return { ...place, user: 'root', password: '', tls: 'off', schema };
  };
  let child: ChildProcess | null = null;
  let gone: Promise<void> = Promise.resolve();

  const start = async (extra: readonly string[] = []): Promise<number> => {
    const begun = performance.now();
    await rm(socket, { force: true });
    const options = [...optionsOf(program, folder, socket), ...(wanted.options ?? []), ...extra];
    const started = spawn('setpriv', ['--pdeathsig', 'KILL', program.file, ...options], {
      cwd: folder,
      stdio: 'ignore',
      env: { PATH: '/usr/bin:/bin', ...programEnvironment(program.libraries) },
    });
    child = started;
    let isOver = false;
    gone = new Promise((resolve) => {
      started.once('exit', () => {
        isOver = true;
        resolve();
      });
    });
    while (!(await answers(address('mysql')))) {
      if (isOver || performance.now() - begun > readyMs) {
        throw new Error(`The server does not start: ${await lastComplaint(folder)}`);
      }
      await sleep(10);
    }
    return performance.now() - begun;
  };
  const signal = (name: NodeJS.Signals) => child?.kill(name);
  const isRunning = () => child !== null && child.exitCode === null && child.signalCode === null;

  return {
    folder,
    program,
    address,
    freshSchema: async (schema) => {
      await ensureSchema(address(schema));
      const pool = createPool(address(schema), { limits: { connections: 1 } });
      await migrate(pool, { folder: migrationsFolder, schema });
      await pool.close();
      return address(schema);
    },
    pool: (schema) =>
      createPool(address(schema ?? 'mysql'), {
        schema,
        limits: { connections: 2, statementMs: 300_000 },
      }),
    get pid() {
      if (child?.pid === undefined) throw new Error('The server does not run');
      return child.pid;
    },
    get isRunning() {
      return isRunning();
    },
    kill: async () => {
      signal('SIGKILL');
      await gone;
    },
    start,
    pause: () => void signal('SIGSTOP'),
    resume: () => void signal('SIGCONT'),
    stop: async () => {
      if (!isRunning()) return;
      signal('SIGCONT');
      signal('SIGTERM');
      const timer = setTimeout(() => signal('SIGKILL'), stopMs);
      await gone;
      clearTimeout(timer);
    },
    remove: async () => rm(folder, { recursive: true, force: true }),
  };
}
