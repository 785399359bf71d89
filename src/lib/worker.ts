import { setTimeout as sleep } from 'node:timers/promises';
import { isTold } from './retry.ts';

export interface Worker {
  /** Starts no further round; resolves when the current one has ended. */
  close(): Promise<void>;
}

export interface WakeableWorker extends Worker {
  /** Begins the next round at once; asked during a round, without a pause after it. */
  wake(): void;
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
  readonly failed: (error: unknown, times: number) => void;
}): WakeableWorker {
  const stop = new AbortController();
  let failures = 0;
  let isWoken = false;
  let current: AbortController | null = null;
  /** Returns how long to wait after the round. */
  const round = async (): Promise<number> => {
    try {
      const more = await options.work();
      failures = 0;
      return more ? (options.pauseMs ?? 0) : options.everyMs;
    } catch (error) {
      failures += 1;
      if (isTold(failures)) options.failed(error, failures);
      return Math.min(options.everyMs * 2 ** (failures - 1), options.slowestMs ?? slowestMs);
    }
  };
  const pause = async (ms: number): Promise<void> => {
    current = new AbortController();
    await sleep(ms, undefined, { signal: current.signal }).catch(() => undefined);
  };
  const loop = async (): Promise<void> => {
    while (!stop.signal.aborted) {
      isWoken = false;
      const pauseMs = await round();
      if (pauseMs > 0 && !isWoken && !stop.signal.aborted) await pause(pauseMs);
    }
  };
  const ended = loop();
  return {
    wake: () => {
      isWoken = true;
      current?.abort();
    },
    close: async () => {
      stop.abort();
      current?.abort();
      await ended;
    },
  };
}
