/** Wrong passwords and codes: counted, answered with a pause, and locked out after ten. */
import type { Pool } from '../../../db/pool.ts';
import { type Tx, withTransaction } from '../../../db/transaction.ts';
import { type Clock, instant } from '../../../lib/clock.ts';
import { dayMs } from '../../../lib/durations.ts';
import { type AuditActionName, insertAudit } from '../../audit/index.ts';
import type * as m from '../../model/index.ts';
import { BankError } from '../../model/index.ts';
import { changeOwn, type OwnData } from '../details/own.ts';
import {
  clearCounter,
  type CounterKey,
  deleteCounters,
  lockCounter,
  saveCounter,
} from '../store/login-counters.ts';

const forgottenAfterMs = dayMs;
const failuresBeforeLock = 10;
const lockMs = 15 * 60_000;
const pauseMaxMs = 60_000;

/** 1, 2, 4 … 60 s, and 15 min from the tenth failure on. */
export const pauseAfterFailures = (failures: number): number =>
  failures >= failuresBeforeLock ? lockMs : Math.min(pauseMaxMs, 1_000 * 2 ** (failures - 1));

const lockedOut = (waitMs: number, clock: Clock): BankError =>
  new BankError('LOCKED_OUT', { waitMs, until: instant(clock.now() + waitMs) });

/** Failures count on the first key; a lock on any of them refuses the attempt. */
export type CounterKeys = readonly [CounterKey, ...CounterKey[]];

/** Attempts to log in or to prove oneself. */
export interface Attempts {
  /** Throws LOCKED_OUT. An attempt that `judge` throws for does not count. */
  judged<Answer>(keys: CounterKeys, judge: () => Promise<Answer>): Promise<Answer>;
  /** Counts a failure and audits it: as `action`, or as LOCKED_OUT where it locks for long. */
  noteFailure(failure: {
    readonly key: CounterKey;
    readonly actor: m.DiscordUserId;
    readonly target: m.CustomerId | null;
    readonly action: AuditActionName;
  }): Promise<void>;
}

/**
 * Counts the attempt as failed before it is judged, so that parallel guesses are judged one after
 * the other.
 */
async function admit(pool: Pool, keys: CounterKeys, clock: Clock): Promise<void> {
  const lockedForMs = await withTransaction(pool, async (tx) => {
    const counters = [];
    for (const key of keys) counters.push(await lockCounter(tx, key, forgottenAfterMs));
    const longest = Math.max(...counters.map((counter) => counter.lockedForMs));
    if (longest > 0) return longest;
    const failures = (counters[0]?.failures ?? 0) + 1;
    await saveCounter(tx, keys[0], { failures, lockedForMs: pauseAfterFailures(failures) });
    return 0;
  });
  if (lockedForMs > 0) throw lockedOut(lockedForMs, clock);
}

/** The attempt could not be judged, for example because the bank was busy. */
async function takeBack(pool: Pool, key: CounterKey): Promise<void> {
  await withTransaction(pool, async (tx) => {
    const { failures } = await lockCounter(tx, key, forgottenAfterMs);
    await saveCounter(tx, key, { failures: Math.max(0, failures - 1), lockedForMs: 0 });
  });
}

/** Starts the pause anew; true when this failure locks for long. */
async function confirmFailure(tx: Tx, key: CounterKey): Promise<boolean> {
  const { failures } = await lockCounter(tx, key, forgottenAfterMs);
  await saveCounter(tx, key, { failures, lockedForMs: pauseAfterFailures(failures) });
  return failures >= failuresBeforeLock;
}

export const createAttempts = (own: OwnData, clock: Clock): Attempts => ({
  judged: async (keys, judge) => {
    await admit(own.pool, keys, clock);
    try {
      return await judge();
    } catch (error) {
      await takeBack(own.pool, keys[0]);
      throw error;
    }
  },
  noteFailure: async (failure) =>
    changeOwn(own, async (tx, id) => {
      const { key, actor, target } = failure;
      const action = (await confirmFailure(tx, key)) ? 'LOCKED_OUT' : failure.action;
      const details = { counted: key.scope };
      await insertAudit(tx, { id, action, actor, target, sessionId: null, details });
    }),
});

export async function forgive(tx: Tx, keys: readonly CounterKey[]): Promise<void> {
  for (const key of keys) await clearCounter(tx, key);
}

/** Deletes at most `limit` counters that count for nothing any more; how many. */
export const pruneLoginCounters = async (pool: Pool, limit: number): Promise<number> =>
  deleteCounters(pool, { olderThanMs: 2 * forgottenAfterMs, limit });
