/** `npm run dev`: the bank, built and started again whenever its source changes. */
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { root, say } from './machine.mjs';

const watched = ['src', 'commands', 'migrations'];
/** Editors write several files at once; one restart serves them all. */
const settleMs = 200;
const launcher = join(root, 'scripts/run.mjs');

const launch = (args, options = {}) =>
  spawn(process.execPath, [launcher, ...args], { cwd: root, stdio: 'inherit', ...options });

const ended = (child) =>
  new Promise((resolve) => {
    child.once('exit', (code) => resolve(code ?? 1));
    child.once('error', () => resolve(1));
  });

/** Answers once something has changed and then stayed the same for a moment. */
function nextChange(stop) {
  return new Promise((resolve) => {
    let timer;
    const watchers = watched.map((folder) =>
      watch(join(root, folder), { recursive: true }, () => {
        clearTimeout(timer);
        timer = setTimeout(() => finish('changed'), settleMs);
      }),
    );
    const finish = (why) => {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
      resolve(why);
    };
    stop.addEventListener('abort', () => finish('stopped'), { once: true });
  });
}

/** Runs until Ctrl-C or SIGTERM. A build that fails leaves the bank stopped until the next change. */
export async function dev(args) {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => stop.abort());
  }
  while (!stop.signal.aborted) {
    const change = nextChange(stop.signal);
    const isBuilt = (await ended(launch(['build']))) === 0;
    const bank = isBuilt ? launch(['start', ...args]) : null;
    if (bank === null) say('The build failed. Waiting for the next change…');
    const bankEnded = bank === null ? null : ended(bank);
    const why = await change;
    if (bank !== null) {
      if (why === 'changed') say('Source changed: restarting…');
      bank.kill('SIGTERM');
      await bankEnded;
    }
  }
  return 0;
}
