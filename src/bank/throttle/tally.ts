/**
 * Counts in memory, and once a second together with the other processes: for what is asked so
 * often, or by so many at once, that a row of its own for each would be what slows the bank.
 */
import type { Pool } from '../../db/pool.ts';
import { elapsedMs } from '../../lib/clock.ts';
import { spendMany } from './store/throttles.ts';

const shareEveryMs = 1_000;
const shareMax = 1_000;
/** Names remembered; those of ended windows go first. */
const namesMax = 50_000;

interface Count {
  readonly windowMs: number;
  /** As the database said at the last exchange. */
  shared: number;
  /** Counted here since. */
  own: number;
  endsAt: number;
}

export interface Tally {
  /** Milliseconds until more is welcome; 0 when this is, and then it counts. */
  take(name: string, limit: { readonly points: number; readonly windowMs: number }): number;
  /** Waits for an exchange under way. */
  close(): Promise<void>;
}

/** `inBackground` runs the exchanges, and hears of those that fail. */
export function createTally(
  pool: Pool,
  inBackground: (run: () => Promise<void>) => Promise<void>,
): Tally {
  const counts = new Map<string, Count>();
  let exchange: Promise<void> | null = null;
  let timer: NodeJS.Timeout | null = null;
  let tidiedAt = 0;

  const share = async (): Promise<void> => {
    const dirty = [...counts].filter(([, { own }]) => own > 0).slice(0, shareMax);
    const added = dirty.map(([name, { own, windowMs }]) => ({ name, points: own, windowMs }));
    const spent = await spendMany(pool, added);
    for (const { name, points } of added) {
      const count = counts.get(name);
      const said = spent.get(name);
      if (count === undefined || said === undefined) continue;
      count.own = Math.max(0, count.own - points);
      count.shared = said.points;
      count.endsAt = elapsedMs() + said.leftMs;
    }
  };
  const soon = (): void => {
    timer ??= setTimeout(() => {
      timer = null;
      // A database that is away shares nothing; the counts stay and go with the next exchange.
      exchange = inBackground(share);
      void exchange.then(() => {
        exchange = null;
      });
    }, shareEveryMs).unref();
  };
  const makeRoom = (now: number): void => {
    if (counts.size < namesMax) return;
    // Looking through all of them for each newcomer would be a flood's second success.
    if (now - tidiedAt >= shareEveryMs) {
      tidiedAt = now;
      for (const [name, { endsAt }] of counts) if (endsAt <= now) counts.delete(name);
    }
    if (counts.size >= namesMax) counts.delete(counts.keys().next().value!);
  };
  const countOf = (name: string, windowMs: number, now: number): Count => {
    const known = counts.get(name);
    if (known !== undefined && known.endsAt > now) return known;
    if (known === undefined) makeRoom(now);
    const fresh = { windowMs, shared: 0, own: 0, endsAt: now + windowMs };
    counts.set(name, fresh);
    return fresh;
  };
  return {
    take: (name, { points, windowMs }) => {
      const now = elapsedMs();
      const count = countOf(name, windowMs, now);
      if (count.shared + count.own >= points) return Math.max(1, count.endsAt - now);
      count.own += 1;
      soon();
      return 0;
    },
    close: async () => {
      if (timer !== null) clearTimeout(timer);
      await exchange;
    },
  };
}
