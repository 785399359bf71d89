/**
 * Places for work that runs at the same time, as many as the process can serve quickly. Those who
 * wait for one take turns by person.
 */
import { performance } from 'node:perf_hooks';
import { elapsedMs } from '../../lib/clock.ts';
import { averaged, placeMs, placesAtFirst, placesNext } from './decision.ts';
import { fairQueue, type Waiting } from './fair-queue.ts';
import { createRate } from './rate.ts';

export interface Load {
  nowMs(): number;
  /** The share of the time since the last call in which the process was at work, 0 to 1. */
  busyShare(): number;
}

function processLoad(): Load {
  let last = performance.eventLoopUtilization();
  return {
    nowMs: elapsedMs,
    busyShare: () => {
      const now = performance.eventLoopUtilization();
      const { utilization } = performance.eventLoopUtilization(now, last);
      last = now;
      return utilization;
    },
  };
}

export interface Places {
  readonly count: number;
  /** How long a place was held lately, on average. */
  readonly heldMs: number;
  /** How many become free in a second; null: not known, because nobody waits for one. */
  readonly perSecond: number | null;
  /** Returns what frees the place; null: there was none within `endMs`. */
  take(person: string, endMs: number | null): Promise<(() => void) | null>;
}

export function createPlaces(load: Load = processLoad()): Places {
  const rate = createRate(() => load.nowMs());
  const queue = fairQueue(rate);
  let count = placesAtFirst;
  let running = 0;
  let heldMs = 0;
  let freed = 0;

  const measure = (ms: number): void => {
    heldMs = averaged(heldMs, ms);
    rate.count();
    freed += 1;
    if (freed < count) return;
    freed = 0;
    count = placesNext({ places: count, heldMs, waiting: queue.size, share: load.busyShare() });
  };
  const giveFree = (): void => {
    while (running < count) {
      const next = queue.take();
      if (next === null) return;
      running += 1;
      next.resolve(true);
    }
  };
  /** Held until the returned function is called, or for `placeMs`. */
  const hold = (): (() => void) => {
    const begun = load.nowMs();
    let isHeld = true;
    const release = (): void => {
      if (!isHeld) return;
      isHeld = false;
      clearTimeout(timer);
      running -= 1;
      measure(load.nowMs() - begun);
      giveFree();
    };
    const timer = setTimeout(release, placeMs);
    return release;
  };
  const placeFor = (person: string, endMs: number | null): Promise<boolean> =>
    new Promise((resolve) => {
      const tooLate = (): void => {
        queue.remove(one);
        resolve(false);
      };
      const timer = endMs === null ? undefined : setTimeout(tooLate, endMs);
      const one: Waiting = {
        person,
        resolve: (hasPlace) => {
          clearTimeout(timer);
          resolve(hasPlace);
        },
      };
      queue.add(one);
      giveFree();
    });
  return {
    get count() {
      return count;
    },
    get heldMs() {
      return heldMs;
    },
    get perSecond() {
      return rate.perSecond;
    },
    take: async (person, endMs) => ((await placeFor(person, endMs)) ? hold() : null),
  };
}
