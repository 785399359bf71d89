/** The processes of a chat: the sandbox with its people, our bot, and the echo bot. */
import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { projectFolder } from '../../../src/lib/project-folder.ts';
import { databaseUrl, type DatabaseAddress } from '../../../src/lib/database-address.ts';
import type { HostReady, HostTask, Load, LoadResult, LoginsResult, Repeat } from '../chat/tasks.ts';
import { pepperText, piiKeyText } from './bank.ts';
import { currency } from './population.ts';

const built = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const hostFile = built('tests/bench/chat/host.js');
const neighbourFile = built('tests/bench/overload/neighbour.js');
const echoFile = built('tests/bench/chat/echo-bot.js');
/** The program that `npm start` runs. */
const botFile = join(projectFolder, 'dist/src/main.js');

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  if (child.connected) child.disconnect();
  const timer = setTimeout(() => child.kill('SIGKILL'), 30_000);
  await exited;
  clearTimeout(timer);
}

export interface ChatHost extends HostReady {
  readonly pid: number;
  cards(count: number, accounts: readonly string[]): Promise<void>;
  load(load: Load): Promise<LoadResult>;
  logins(count: number, accounts: readonly string[], password: string): Promise<LoginsResult>;
  /** Resolves when the forms of `logins` are open and begin to be submitted. */
  loginsBegun(): Promise<void>;
  repeat(repeat: Repeat): Promise<void>;
  /** Removes all messages. */
  forget(): Promise<void>;
  close(): Promise<void>;
}

export async function startHost(people: number): Promise<ChatHost> {
  const child = fork(hostFile, [`${people}`]);
  const [ready] = (await once(child, 'message')) as [HostReady];
  let last = 0;
  const perform = async (task: HostTask) =>
    new Promise<unknown>((resolve, reject) => {
      const id = (last += 1);
      const listen = (message: unknown) => {
        const answer = message as { id: number; value?: unknown; error?: string };
        if (answer.id !== id) return;
        child.off('message', listen);
        if (answer.error === undefined) resolve(answer.value);
        else reject(new Error(answer.error));
      };
      child.on('message', listen);
      child.send({ id, task });
    });
  return {
    ...ready,
    pid: child.pid!,
    cards: async (count, accounts) => void (await perform({ kind: 'cards', count, accounts })),
    load: async (load) => (await perform({ kind: 'load', load })) as LoadResult,
    logins: async (count, accounts, password) =>
      (await perform({ kind: 'logins', count, accounts, password })) as LoginsResult,
    loginsBegun: async () =>
      new Promise((resolve) => {
        const listen = (message: unknown) => {
          if (message !== 'logins begun') return;
          child.off('message', listen);
          resolve();
        };
        child.on('message', listen);
      }),
    repeat: async (repeat) => void (await perform({ kind: 'repeat', repeat })),
    forget: async () => void (await perform({ kind: 'forget' })),
    close: async () => end(child),
  };
}

export interface BotProcess {
  readonly pid: number;
  /** From the start of the process until it is ready. */
  readonly readyMs: number;
  close(): Promise<void>;
}

/** `BENCH_PROFILE=folder` writes a processor profile of the bot there when it ends. */
function profiling(): string[] {
  const folder = process.env['BENCH_PROFILE'];
  return folder ? ['--cpu-prof', `--cpu-prof-dir=${folder}`] : [];
}

async function startProcess(
  folder: string,
  settings: Readonly<Record<string, string>>,
): Promise<BotProcess> {
  const begun = performance.now();
  // With the settings of `npm start`; this process has the same.
  const child = spawn(process.execPath, [...process.execArgv, ...profiling(), botFile], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: {
      PATH: process.env['PATH'],
      UV_THREADPOOL_SIZE: '16',
      MALLOC_ARENA_MAX: '2',
      PASSBOOK_DATA: folder,
      PASSWORD_PEPPER: pepperText,
      PII_KEY: piiKeyText,
      BANK_CURRENCY: currency.code,
      LIMIT_PER_TRANSACTION: '1000000',
      LIMIT_PER_DAY: '1000000',
      SESSION_IDLE_MINUTES: '480',
      THROTTLE_FACTOR: '1000',
      ...settings,
    },
  });
  const lines = createInterface({ input: child.stdout! });
  await new Promise<void>((resolve, reject) => {
    lines.on('line', (line) => {
      if (line === 'Passbook is open') resolve();
    });
    child.once('exit', (code) => reject(new Error(`The bot ended with code ${code}`)));
  });
  const readyMs = performance.now() - begun;
  return { pid: child.pid!, readyMs, close: async () => end(child) };
}

/** The real bot as `npm start` runs it, on an existing database and Discord. */
export async function startOurBot(
  { apiUrl, botToken }: HostReady,
  address: DatabaseAddress,
): Promise<BotProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'passbook-bench-'));
  const bot = await startProcess(folder, {
    DISCORD_TOKEN: botToken,
    DISCORD_API_URL: apiUrl,
    DATABASE_URL: databaseUrl(address),
  });
  const close = async () => {
    await bot.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...bot, close };
}

/** `npm start` without its launcher: the sandbox, a private database and the bot in one process. */
export async function startAll(folder: string): Promise<BotProcess> {
  return startProcess(folder, { SANDBOX_PORT: '0' });
}

export async function startEchoBot({ apiUrl, botToken }: HostReady): Promise<BotProcess> {
  const begun = performance.now();
  const child = fork(echoFile, [apiUrl, botToken]);
  await once(child, 'message');
  const readyMs = performance.now() - begun;
  return { pid: child.pid!, readyMs, close: async () => end(child) };
}

/** A program that is busy all the time. */
export async function startNeighbour(): Promise<Omit<BotProcess, 'readyMs'>> {
  const child = fork(neighbourFile);
  await once(child, 'message');
  return { pid: child.pid!, close: async () => end(child) };
}
