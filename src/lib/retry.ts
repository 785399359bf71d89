import { setTimeout as sleep } from 'node:timers/promises';
import { elapsedMs } from './clock.ts';

export interface BackOff {
  /** The maximum first pause, doubled at each attempt. */
  readonly baseMs: number;
  readonly capMs: number;
}

/**
 * A random pause between 0 and the doubled base ("full jitter"), so that callers that collided do
 * not collide again.
 */
export function pauseMs(attempt: number, { baseMs, capMs }: BackOff): number {
  return Math.random() * doubled(attempt, { baseMs, capMs });
}

/** The base, doubled at each attempt after the first (0), up to the cap. */
export const doubled = (attempt: number, { baseMs, capMs }: BackOff): number =>
  Math.min(capMs, baseMs * 2 ** Math.max(0, attempt));

/** Waits before the next attempt. An abort ends the wait early, without an error. */
export async function backOff(attempt: number, limits: BackOff, signal?: AbortSignal) {
  const options = signal === undefined ? {} : { signal };
  await sleep(pauseMs(attempt, limits), undefined, options).catch((error: unknown) => {
    if (!signal?.aborted) throw error;
  });
}

/** Whether to report the nth failure in a row: the 1st, 2nd, 4th, 8th …, to limit log lines. */
export const isTold = (inARow: number): boolean => Number.isInteger(Math.log2(inARow));

const lookEveryMs = 100;

/** Calls `look` every 100 ms until it returns true; returns false after `ms`. */
export async function seenWithin(ms: number, look: () => Promise<boolean>): Promise<boolean> {
  const deadline = elapsedMs() + ms;
  for (;;) {
    if (await look()) return true;
    if (elapsedMs() >= deadline) return false;
    await sleep(lookEveryMs);
  }
}
