import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root, say } from './machine.mjs';

/** The bot normally stops within 20 s; after this time it is killed. */
const stopLimitMs = 30_000;
const signalNumbers = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 };

const bank = { program: 'dist/src/main.js', name: 'The bank' };

/** Runs the sandbox alone, in the same way. */
export const startSandbox = (args) =>
  start(args, { program: 'dist/src/cli/sandbox.js', name: 'The sandbox' });

/**
 * The bank keeps about 35 MB alive. By default the garbage collector lets the old generation grow to
 * several times that before it runs; with these options it runs when the size has grown by half. A
 * larger young generation (64 MB) would raise throughput by a quarter with a thousand concurrent
 * callers, but costs every bank 100 MB. The bank collects its garbage after a start itself.
 * Stacks are mapped to the source by the log: Node would keep all maps in memory, 25 MB.
 */
export const nodeOptions = [
  '--max-semi-space-size=8',
  '--heap-growing-percent=50',
  '--initial-old-space-size=24',
  '--expose-gc',
];

/**
 * Runs the bank. When this process dies, even by `kill -9`, the channel between the two closes, and
 * the bank stops.
 */
export function start(args, { program, name } = bank) {
  const child = spawn(process.execPath, [...nodeOptions, join(root, program), ...args], {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: {
      // So that password hashing does not block other work in the thread pool.
      UV_THREADPOOL_SIZE: '16',
      // Otherwise each of these threads would reserve memory of its own.
      MALLOC_ARENA_MAX: '2',
      // Node 22 and later cache compiled modules there, which speeds up the next start.
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
      say(`${name} did not stop in time and is being killed. No confirmed payment is lost.`);
      child.kill('SIGKILL');
    }, stopLimitMs).unref();
  };
  // In a terminal Ctrl-C reaches the bank directly; a second one stops it immediately.
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
