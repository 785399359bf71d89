/** The processes of the suite: a sandbox with people, the echo bot, logins, and fresh starts. */
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { projectFolder } from '../../../src/lib/project-folder.ts';
import { processCpuMs } from '../support/cpu.ts';
import type { HostAnswers, HostReady, HostTask } from './tasks.ts';

const own = (name: string) => fileURLToPath(new URL(name, import.meta.url));
/** The program that `npm run sandbox` runs. */
const program = join(projectFolder, 'dist/src/cli/sandbox.js');

export interface HostOptions {
  readonly checks: boolean;
  /** Whether the data is kept on disk. */
  readonly isKept: boolean;
}

export interface Stage extends HostReady {
  perform<Task extends HostTask>(task: Task): Promise<HostAnswers[Task['kind']]>;
  /** Processor milliseconds so far. */
  cpuMs(): { readonly sandbox: number; readonly bot: number };
}

/** A sandbox and a ready echo bot, each in a process of its own. */
export async function withStage<Value>(
  { checks, isKept }: HostOptions,
  work: (stage: Stage) => Promise<Value>,
): Promise<Value> {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-bench-'));
  const execArgv = [...process.execArgv, '--expose-gc'];
  const words = [checks ? 'on' : 'off', ...(isKept ? [folder] : [])];
  const host = fork(own('host.js'), words, { execArgv });
  const [ready] = (await once(host, 'message')) as [HostReady];
  const bot = fork(own('echo-bot.js'), [ready.apiUrl, ready.botToken]);
  try {
    await once(bot, 'message');
    return await work({
      ...ready,
      cpuMs: () => ({ sandbox: processCpuMs(host.pid!), bot: processCpuMs(bot.pid!) }),
      perform: async <Task extends HostTask>(task: Task) => {
        host.send(task);
        const [answer] = (await once(host, 'message')) as [{ value?: unknown; error?: string }];
        if (answer.error !== undefined) throw new Error(answer.error);
        return answer.value as HostAnswers[Task['kind']];
      },
    });
  } finally {
    bot.disconnect();
    host.disconnect();
    await Promise.all([once(bot, 'exit'), once(host, 'exit')]);
    rmSync(folder, { recursive: true });
  }
}

/** Milliseconds from login to ready in a new process. */
export async function loginMs({ apiUrl, botToken }: HostReady): Promise<number> {
  const child = fork(own('login.js'), [apiUrl, botToken]);
  const [readyMs] = (await once(child, 'message')) as [number];
  return readyMs;
}

/** Milliseconds from the start of `npm run sandbox`'s process until page and API have answered. */
export async function freshStartMs(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-bench-'));
  const begun = performance.now();
  const words = [program, '--port', '0', '--folder', folder];
  const child = spawn(process.execPath, [...process.execArgv, ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  for await (const part of child.stdout) {
    said += String(part);
    if (said.includes('Ctrl-C')) break;
  }
  const find = (pattern: RegExp) => pattern.exec(said)?.[1] ?? '';
  const authorization = `Bot ${find(/DISCORD_TOKEN=(\S+)/)}`;
  await expectOk(await fetch(find(/^Sandbox: (\S+)/m)));
  const gateway = `${find(/DISCORD_API_URL=(\S+)/)}/v10/gateway/bot`;
  await expectOk(await fetch(gateway, { headers: { authorization } }));
  const readyMs = performance.now() - begun;
  child.kill();
  await once(child, 'exit');
  rmSync(folder, { recursive: true });
  return readyMs;
}

async function expectOk(response: Response): Promise<void> {
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  await response.arrayBuffer();
}
