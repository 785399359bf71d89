import { setTimeout as sleep } from 'node:timers/promises';
import { isTold } from './retry.ts';

export interface Worker {
  /** Resolves when the round under way has ended; no other begins. */
  close(): Promise<void>;
}

export interface WakeableWorker extends Worker {
  /** Begins the next round at once; asked during a round, without a pause after it. */
  wake(): void;
}

const slowestMs = 30_000;

/**
 * Does its work again and again, with a pause after each round, and a shorter one or none when
 * there is more to do. Rounds that fail one after the other come ever more slowly.
 */
export function startWorker(options: {
  readonly everyMs: number;
  /** The same when there is more to do; none unless told. */
  readonly pauseMs?: number;
  /** The longest pause between rounds that fail; half a minute unless told. */
  readonly slowestMs?: number;
  /** Answers whether there is more to do. */
  readonly work: () => Promise<boolean>;
  /**
   * Told about the first round that failed, and while more do so in a row about the 2nd, the 4th,
   * the 8th …
   */
  readonly failed: (error: unknown, times: number) => void;
}): WakeableWorker {
  const stop = new AbortController();
  let failures = 0;
  let isWoken = false;
  let current: AbortController | null = null;
  /** How long to wait after it. */
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
