import { setTimeout as sleep } from 'node:timers/promises';
import { isTold } from './retry.ts';

export interface Worker {
  /** Starts no further round; resolves when the current one has ended. */
  close(): Promise<void>;
}

const slowestMs = 30_000;

/**
 * Repeats `work` with a pause of `everyMs` after each round, or of `pauseMs` while there is more to
 * do. After failures in a row the pause doubles each time, up to `slowestMs`.
 */
export function startWorker(options: {
  readonly everyMs: number;
  /** The pause while there is more to do; default 0. */
  readonly pauseMs?: number;
  /** The maximum pause after failures; default 30 s. */
  readonly slowestMs?: number;
  /** Does one round; returns whether there is more to do. */
  readonly work: () => Promise<boolean>;
  /**
   * Called for the 1st failed round, and for the 2nd, 4th, 8th … of failures in a row.
   */
  readonly failed: (error: unknown) => void;
}): Worker {
  const stop = new AbortController();
  let failures = 0;
  /** Returns how long to wait after the round. */
  const round = async (): Promise<number> => {
    try {
      const more = await options.work();
      failures = 0;
      return more ? (options.pauseMs ?? 0) : options.everyMs;
    } catch (error) {
      failures += 1;
      if (isTold(failures)) options.failed(error);
      return Math.min(options.everyMs * 2 ** (failures - 1), options.slowestMs ?? slowestMs);
    }
  };
  const loop = async (): Promise<void> => {
    while (!stop.signal.aborted) {
      const pauseMs = await round();
      if (pauseMs > 0) {
        await sleep(pauseMs, undefined, { signal: stop.signal }).catch(() => undefined);
      }
    }
  };
  const ended = loop();
  return {
    close: async () => {
      stop.abort();
      await ended;
    },
  };
}
