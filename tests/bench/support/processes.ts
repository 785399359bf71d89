/** The processes of a chat: the sandbox with its people, our bot, and the echo bot. */
import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { databaseUrl, type DatabaseAddress } from '../../../src/db/address.ts';
import type { HostReady, HostTask, Load, LoadResult } from '../chat/tasks.ts';
import { pepperText, piiKeyText } from './bank.ts';
import { currency } from './population.ts';

const built = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const hostFile = built('tests/bench/chat/host.js');
const echoFile = built('tests/bench/chat/echo-bot.js');
const botFile = built('src/main.js');

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
    forget: async () => void (await perform({ kind: 'forget' })),
    close: async () => end(child),
  };
}

export interface BotProcess {
  readonly pid: number;
  /** From the start of the process to the moment when it serves. */
  readonly readyMs: number;
  close(): Promise<void>;
}

/** The real bot as `npm start` runs it, on a database and a Discord that are there already. */
export async function startOurBot(
  { apiUrl, botToken }: HostReady,
  address: DatabaseAddress,
): Promise<BotProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'passbook-bench-'));
  const begun = performance.now();
  const child = spawn(process.execPath, ['--enable-source-maps', botFile], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: {
      PATH: process.env['PATH'],
      UV_THREADPOOL_SIZE: '16',
      DISCORD_TOKEN: botToken,
      DISCORD_API_URL: apiUrl,
      DATABASE_URL: databaseUrl(address),
      PASSBOOK_DATA: folder,
      PASSWORD_PEPPER: pepperText,
      PII_KEY: piiKeyText,
      BANK_CURRENCY: currency.code,
      LIMIT_PER_TRANSACTION: '1000000',
      LIMIT_PER_DAY: '1000000',
      SESSION_IDLE_MINUTES: '480',
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
  const close = async () => {
    await end(child);
    rmSync(folder, { recursive: true, force: true });
  };
  return { pid: child.pid!, readyMs, close };
}

export async function startEchoBot({ apiUrl, botToken }: HostReady): Promise<BotProcess> {
  const begun = performance.now();
  const child = fork(echoFile, [apiUrl, botToken]);
  await once(child, 'message');
  const readyMs = performance.now() - begun;
  return { pid: child.pid!, readyMs, close: async () => end(child) };
}
