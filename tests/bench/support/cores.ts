/** Processes on cores of their own, so that the load does not take time from what it measures. */
import { execFileSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** All threads of the process, and those it starts later, run on these cores alone. */
const pin = (pid: number, cores: string): void =>
  void execFileSync('taskset', ['-acp', cores, `${pid}`], { stdio: 'ignore' });

/**
 * The bank and its database share one core, Discord's stand-in has another, until the returned
 * function is called. Null, and all stay as they are, where there is one core or no `taskset`.
 */
export function onOwnCores(
  bank: readonly number[],
  discord: readonly number[],
): (() => void) | null {
  const cores = availableParallelism();
  if (cores < 2) return null;
  try {
    for (const pid of bank) pin(pid, '0');
    for (const pid of discord) pin(pid, '1');
  } catch {
    return null;
  }
  return () => {
    for (const pid of [...bank, ...discord]) pin(pid, `0-${cores - 1}`);
  };
}
