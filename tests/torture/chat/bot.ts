/** The real bot as a process of its own, headless as `npm start` runs it, which can be killed. */
import { spawn, type ChildProcess } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root, tortureFolder } from '../support/folders.ts';

const program = join(tortureFolder, 'build/src/main.js');
const openMs = 60_000;
const stopMs = 25_000;

export interface BotProcess {
  start(): Promise<void>;
  /** SIGKILL, and waits until it is gone. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

export function botProcess(name: string, settings: Readonly<Record<string, string>>): BotProcess {
  const folder = join(tortureFolder, 'chat', name);
  let child: ChildProcess | null = null;
  let gone: Promise<void> = Promise.resolve();
  const kill = async () => {
    child?.kill('SIGKILL');
    await gone;
  };
  return {
    start: async () => {
      const { PATH = '', HOME = '' } = process.env;
      const started = spawn(process.execPath, [program], {
        cwd: root,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { PATH, HOME, PASSBOOK_DATA: folder, UV_THREADPOOL_SIZE: '16', ...settings },
      });
      child = started;
      let output = '';
      for (const stream of [started.stdout, started.stderr]) {
        stream.on('data', (data: Buffer) => {
          output = (output + data.toString()).slice(-20_000);
        });
      }
      let isOver = false;
      gone = new Promise((resolve) => {
        started.once('exit', () => {
          isOver = true;
          resolve();
        });
      });
      const deadline = performance.now() + openMs;
      while (!/^Passbook is open$/m.test(output)) {
        if (isOver || performance.now() > deadline) throw new Error(`No bot:\n${output}`);
        await sleep(20);
      }
    },
    kill,
    stop: async () => {
      child?.kill('SIGTERM');
      const timer = setTimeout(() => child?.kill('SIGKILL'), stopMs);
      await gone;
      clearTimeout(timer);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
