/** When a job is due again; pure. */
import { instant } from '../../lib/clock.ts';
import { doubled } from '../../lib/retry.ts';
import { isRecurring, type JobKind } from './kinds.ts';

const pauses = { baseMs: 5_000, capMs: 15 * 60_000 };

/** Milliseconds before the next run after so many failed ones: 5 s, 10 s, 20 s … 15 min. */
export function retryDelayMs(kind: JobKind, attempts: number): number {
  const delayMs = doubled(attempts - 1, pauses);
  return isRecurring(kind) ? Math.min(delayMs, kind.everyMs) : delayMs;
}

/**
 * The next time of a series that was due at `dueAt` and ran at `now`. Times stay a multiple of the
 * period apart, however late the runs are; periods that were missed are skipped.
 */
export function nextDue(dueAt: Date, everyMs: number, now: Date): Date {
  const missed = Math.max(0, Math.floor((now.getTime() - dueAt.getTime()) / everyMs));
  return instant(dueAt.getTime() + (missed + 1) * everyMs);
}
