import { setTimeout as sleep } from 'node:timers/promises';

export interface BackOff {
  /** The longest possible first pause, doubled at each attempt. */
  readonly baseMs: number;
  readonly capMs: number;
}

/**
 * A pause before the next attempt, anywhere between 0 and the doubled base ("full jitter"), so that
 * those who collided once do not collide again.
 */
export function pauseMs(attempt: number, { baseMs, capMs }: BackOff): number {
  return Math.random() * Math.min(capMs, baseMs * 2 ** attempt);
}

/** Waits before the next attempt; an aborted signal ends the pause at once, without an error. */
export async function backOff(attempt: number, limits: BackOff, signal?: AbortSignal) {
  const options = signal === undefined ? {} : { signal };
  await sleep(pauseMs(attempt, limits), undefined, options).catch((error: unknown) => {
    if (!signal?.aborted) throw error;
  });
}
