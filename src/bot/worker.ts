import { setTimeout as sleep } from 'node:timers/promises';

export interface Worker {
  /** Resolves when the round under way has ended; no other begins. */
  close(): Promise<void>;
}

/** Does its work again and again, with a pause after each round unless there is more at once. */
export function startWorker(options: {
  readonly everyMs: number;
  /** Answers whether there is more to do at once. */
  readonly work: () => Promise<boolean>;
  /** A round that failed; the next one comes after the pause. */
  readonly failed: (error: unknown) => void;
}): Worker {
  const stop = new AbortController();
  const round = async (): Promise<boolean> => {
    try {
      return await options.work();
    } catch (error) {
      options.failed(error);
      return false;
    }
  };
  const loop = async (): Promise<void> => {
    while (!stop.signal.aborted) {
      const more = await round();
      if (!more) await sleep(options.everyMs, undefined, { signal: stop.signal }).catch(() => {});
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
