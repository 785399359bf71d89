import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root, say } from './machine.mjs';

/** The bot ends by itself within 20 s of being asked; after this it is ended. */
const stopLimitMs = 30_000;
const signalNumbers = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 };

const bank = { program: 'dist/src/main.js', name: 'The bank' };

/** Runs the sandbox alone, in the same way. */
export const startSandbox = (words) =>
  start(words, { program: 'dist/src/cli/sandbox.js', name: 'The sandbox' });

/**
 * The bank keeps some 50 MB alive. Left to itself the collector lets old things pile up to several
 * times that before it looks; now it looks when they have doubled. More room for what is young
 * (64 MB) would let a thousand callers at once book a quarter more, and takes 100 MB from everybody.
 */
export const nodeOptions = [
  '--enable-source-maps',
  '--max-semi-space-size=8',
  '--heap-growing-percent=100',
  '--initial-old-space-size=48',
];

/**
 * Runs the bank. The channel between the two processes closes when this one dies, which the bank
 * takes as a wish to stop; so not even `kill -9` of the launcher leaves it behind.
 */
export function start(words, { program, name } = bank) {
  const child = spawn(process.execPath, [...nodeOptions, join(root, program), ...words], {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: {
      // Password hashing must not keep other work of the thread pool waiting.
      UV_THREADPOOL_SIZE: '16',
      // Each of these threads would keep memory of its own.
      MALLOC_ARENA_MAX: '2',
      // Node 22 and later keep compiled modules there; the next start is quicker.
      NODE_COMPILE_CACHE: join(root, '.local/cache/node'),
      ...process.env,
    },
  });
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    if (child.connected) child.send('stop');
    setTimeout(() => {
      say(`${name} did not stop in time; ending it. Nothing that was confirmed is lost.`);
      child.kill('SIGKILL');
    }, stopLimitMs).unref();
  };
  // In a terminal Ctrl-C reaches the bank directly, and a second one means "at once".
  process.on('SIGINT', () => {
    if (!process.stdin.isTTY) stop();
  });
  process.on('SIGTERM', stop);
  process.on('SIGHUP', stop);
  return new Promise((resolve) => {
    child.once('error', (error) => {
      say(`${name} could not be started: ${error.message}`);
      resolve(1);
    });
    child.once('exit', (code, signal) => {
      resolve(signal === null ? (code ?? 1) : 128 + (signalNumbers[signal] ?? 1));
    });
  });
}
