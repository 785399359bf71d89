import { readFileSync } from 'node:fs';

const pollMs = 500;

/** The parent of a process; null where /proc does not show it. */
function parentOf(pid) {
  try {
    // The process name in brackets may contain spaces, so count fields from its end.
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').at(-1).split(' ');
    return Number(fields[1]);
  } catch {
    return null;
  }
}

const parents = () => `${process.ppid} ${parentOf(process.ppid)}`;

/** Read when this file is loaded, because npm may have exited before an installation ends. */
const usual = parents();

/**
 * Stops this process when npm exits: npm does not forward SIGTERM, and cannot when it is killed.
 * Between npm and this process there is often a shell, which outlives npm.
 */
export function endWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const timer = setInterval(() => {
    if (parents() === usual) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, pollMs).unref();
}
