/**
 * Counts in memory and exchanges the counts with other processes once a second, for requests too
 * frequent for a database write each.
 */
import type { Pool } from '../../db/pool.ts';
import { elapsedMs } from '../../lib/clock.ts';
import { spendMany } from './store/throttles.ts';

const shareEveryMs = 1_000;
const shareMax = 1_000;
/** Most names in memory; those of ended windows are dropped first. */
const namesMax = 50_000;

interface Count {
  readonly windowMs: number;
  /** The total of all processes at the last exchange. */
  shared: number;
  /** Counted in this process since then. */
  own: number;
  endsAt: number;
}

export interface Tally {
  /** Milliseconds until a retry is allowed; 0 when the request is admitted and counted. */
  take(name: string, limit: { readonly points: number; readonly windowMs: number }): number;
  /** Waits for a running exchange. */
  close(): Promise<void>;
}

/** `inBackground` runs the exchanges and reports their failures. */
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
      const total = spent.get(name);
      if (count === undefined || total === undefined) continue;
      count.own = Math.max(0, count.own - points);
      count.shared = total.points;
      count.endsAt = elapsedMs() + total.leftMs;
    }
  };
  const soon = (): void => {
    timer ??= setTimeout(() => {
      timer = null;
      // If the database is down, the counts go with the next exchange.
      exchange = inBackground(share);
      void exchange.then(() => {
        exchange = null;
      });
    }, shareEveryMs).unref();
  };
  const makeRoom = (now: number): void => {
    if (counts.size < namesMax) return;
    // At most once a second: a search for each new name would let a flood slow the bank.
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
