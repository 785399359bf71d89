import { createHash } from 'node:crypto';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** The folder of the project, without a slash at the end. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');

const begun = performance.now();
const timing = process.env.PASSBOOK_TIMING === 'on';

export const say = (line) => process.stderr.write(`${line}\n`);

/** Prints how long a phase took, if PASSBOOK_TIMING is on. */
export function phase(name, sinceMs) {
  const now = performance.now();
  if (timing) say(`[${Math.round(now - begun)} ms] ${name}: ${Math.round(now - sinceMs)} ms`);
}

export function fail(message) {
  say(message);
  process.exit(1);
}

/** Exits with one sentence if `attempt` fails because a folder is not writable. */
export function refuseUnwritable(name, why, attempt) {
  try {
    attempt();
  } catch (error) {
    fail(
      `${why}, and the folder ${name} is not writable (${error.code}). Make it writable, or run ` +
        'npm run build in a writable copy and use that copy.',
    );
  }
}

/** A listening socket is a lock that the system releases when its owner exits for any reason. */
function tryLock(name) {
  const hash = createHash('sha256').update(root).digest('hex').slice(0, 24);
  const key = `passbook-${name}-${hash}`;
  const address = process.platform === 'linux' ? `\0${key}` : join(tmpdir(), `${key}.sock`);
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error) => (error.code === 'EADDRINUSE' ? resolve(null) : reject(error)));
    server.listen(address, () => resolve(server.unref()));
  });
}

const lockLimitMs = 600_000;

/** Runs `work` while no other launcher of this folder does the same; waits for one that does. */
export async function alone(name, work) {
  let isReported = false;
  const deadline = performance.now() + lockLimitMs;
  let lock = await tryLock(name);
  while (lock === null) {
    if (performance.now() > deadline)
      fail(`Another command has been running (${name}) for 10 minutes. Stop it, then try again.`);
    if (!isReported)
      say('Waiting for another command that is installing or building in this folder…');
    isReported = true;
    await sleep(100);
    lock = await tryLock(name);
  }
  try {
    return await work();
  } finally {
    await new Promise((resolve) => {
      lock.close(resolve);
    });
  }
}
