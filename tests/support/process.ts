/** The built bank as a child process, and processes that remain after it was killed. */
import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { settings } from '../../src/config/settings.ts';

export const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface Running {
  readonly pid: number;
  readonly child: ChildProcess;
  /** Everything it has written so far, to both outputs. */
  readonly output: string;
  readonly exited: Promise<Exit>;
  /** The first line that matches; throws with all output when it ends or takes too long. */
  line(pattern: RegExp, withinMs?: number): Promise<RegExpExecArray>;
  /** Stops it, and kills it after 25 s. */
  stop(): Promise<Exit>;
}

/** Without the tester's own settings, even from `.env`: an empty variable counts as not set. */
export function cleanEnvironment(more: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const empty = Object.fromEntries(Object.keys(settings).map((name) => [name, '']));
  const { PATH = '', HOME = '', LANG = 'C.UTF-8' } = process.env;
  return { PATH, HOME, LANG, CI: 'true', ...empty, SANDBOX_PORT: '0', ...more };
}

export function run(
  file: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Running {
  const child = spawn(file, words, {
    cwd: projectFolder,
    env: cleanEnvironment(environment),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  const listeners = new Set<() => void>();
  const heard = (data: Buffer) => {
    output += data.toString();
    for (const listener of listeners) listener();
  };
  child.stdout.on('data', heard);
  child.stderr.on('data', heard);
  const exited = new Promise<Exit>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  const line: Running['line'] = async (pattern, withinMs = 60_000) =>
    new Promise((resolve, reject) => {
      const end = (act: () => void) => {
        clearTimeout(timer);
        listeners.delete(look);
        act();
      };
      const look = () => {
        const found = pattern.exec(output);
        if (found !== null) end(() => resolve(found));
      };
      const fail = (why: string) =>
        end(() => reject(new Error(`${why} without ${String(pattern)}:\n${output}`)));
      const timer = setTimeout(() => fail(`${withinMs} ms passed`), withinMs);
      listeners.add(look);
      void exited.then(() => fail('it ended'));
      look();
    });
  return {
    pid: child.pid ?? 0,
    child,
    get output() {
      return output;
    },
    exited,
    line,
    stop: async () => {
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), 25_000);
      const exit = await exited;
      clearTimeout(timer);
      return exit;
    },
  };
}

/** Runs one command until it exits. */
export async function runToEnd(
  file: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Exit & { readonly output: string }> {
  const running = run(file, words, environment);
  const exit = await running.exited;
  return { ...exit, output: running.output };
}

/** Compiles changed files, so that no test runs an old build. */
export async function ensureBuilt(): Promise<void> {
  const { code, output } = await runToEnd(process.execPath, ['scripts/run.mjs', 'build']);
  if (code !== 0) throw new Error(`The build failed:\n${output}`);
}

/** The built bank without its launcher, on a data folder of its own. */
export const startBankProcess = (environment: Readonly<Record<string, string>>): Running =>
  run(process.execPath, [join('dist', 'src', 'main.js')], environment);

/** The command `npm start` runs. */
export const startLauncher = (environment: Readonly<Record<string, string>>): Running =>
  run(process.execPath, ['scripts/run.mjs', 'start'], environment);

/** Ids of processes whose command line or environment names a text, for example a folder. */
export function processesNaming(text: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((name) =>
      ['cmdline', 'environ'].some((file) => {
        try {
          return readFileSync(`/proc/${name}/${file}`, 'latin1').includes(text);
        } catch {
          return false;
        }
      }),
    )
    .map(Number);
}

/** Whether no process that names the text is left, at the latest after `withinMs`. */
export async function nothingLeft(text: string, withinMs = 10_000): Promise<boolean> {
  for (let left = withinMs; left > 0; left -= 50) {
    if (processesNaming(text).length === 0) return true;
    await sleep(50);
  }
  return false;
}
