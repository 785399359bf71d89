/** Closes everything that was opened, once, in reverse order, within one time limit. */
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '../log/logger.ts';

export interface Lifecycle {
  /** Opens something and remembers how to close it; refused once closing has begun. */
  own<Thing>(
    name: string,
    open: () => Promise<Thing>,
    close: (thing: Thing) => Promise<void>,
  ): Promise<Thing>;
  readonly isClosing: boolean;
  /** Aborted when closing begins, to stop waits during the start. */
  readonly signal: AbortSignal;
  /** Returns whether everything closed in time. Further calls wait for the first. */
  close(): Promise<boolean>;
}

/** The bank was asked to stop during its start. */
export class StartAborted extends Error {
  override readonly name = 'StartAborted';
}

const closeLimitMs = 20_000;

interface Owned {
  readonly name: string;
  readonly close: () => Promise<void>;
}

async function closeOne({ name, close }: Owned, leftMs: number, logger: Logger): Promise<boolean> {
  const late = new AbortController();
  try {
    const isClosed = await Promise.race([
      close().then(() => true),
      sleep(Math.max(leftMs, 0), false, { signal: late.signal }),
    ]);
    if (!isClosed) logger.event('app.close-failed', { phase: name });
    return isClosed;
  } catch (error) {
    logger.event('app.close-failed', { phase: name }, error);
    return false;
  } finally {
    late.abort();
  }
}

export function createLifecycle(logger: Logger, limitMs = closeLimitMs): Lifecycle {
  const owned: Owned[] = [];
  const opening = new Set<Promise<unknown>>();
  const stopping = new AbortController();
  let closed: Promise<boolean> | undefined;
  const closeAll = async () => {
    const begun = performance.now();
    const leftMs = () => limitMs - (performance.now() - begun);
    // Parts that are still opening must finish before they can be closed.
    const opened = Promise.allSettled(opening);
    await Promise.race([opened, sleep(leftMs(), undefined, { ref: false })]);
    let isClean = true;
    for (const thing of owned.toReversed()) {
      isClean = (await closeOne(thing, leftMs(), logger)) && isClean;
    }
    return isClean;
  };
  return {
    own: async (name, open, close) => {
      if (stopping.signal.aborted) throw new StartAborted(name);
      const opened = open();
      opening.add(opened);
      try {
        const thing = await opened;
        owned.push({ name, close: async () => close(thing) });
        return thing;
      } finally {
        opening.delete(opened);
      }
    },
    get isClosing() {
      return stopping.signal.aborted;
    },
    signal: stopping.signal,
    close: async () => {
      stopping.abort();
      closed ??= closeAll();
      return closed;
    },
  };
}
