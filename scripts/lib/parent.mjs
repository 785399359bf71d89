import { readFileSync } from 'node:fs';

const pollMs = 500;

/** The parent of a process, where the system tells it without starting a program. */
function parentOf(pid) {
  try {
    // The name in brackets may hold anything; the fields are counted from its end.
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').at(-1).split(' ');
    return Number(fields[1]);
  } catch {
    return null;
  }
}

const parents = () => `${process.ppid} ${parentOf(process.ppid)}`;

/** Read when this file is loaded: npm may be gone by the time that something is installed. */
const usual = parents();

/**
 * npm does not pass SIGTERM on, and cannot when it is killed: when it is gone, nobody waits for us
 * any more, and this process gets the signal that npm did not pass on, whatever it is doing. Between
 * npm and this process there is often a shell, which outlives npm.
 */
export function endWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const timer = setInterval(() => {
    if (parents() === usual) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, pollMs).unref();
}
