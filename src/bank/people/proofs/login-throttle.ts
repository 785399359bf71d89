import type { Pool } from '../../../db/pool.ts';
import { type Tx, withTransaction } from '../../../db/transaction.ts';
import { type Clock, instant } from '../../../lib/clock.ts';
import { dayMs } from '../../../lib/durations.ts';
import { BankError } from '../../model/index.ts';
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

/**
 * Counts the attempt as failed before the password is looked at, so that guesses in parallel are
 * judged one after the other. The first key is the one that counts; any may be locked.
 */
async function admit(
  pool: Pool,
  keys: readonly [CounterKey, ...CounterKey[]],
  clock: Clock,
): Promise<void> {
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

/** An attempt that could not be judged does not count: the bank was busy, not the person wrong. */
async function takeBack(pool: Pool, key: CounterKey): Promise<void> {
  await withTransaction(pool, async (tx) => {
    const { failures } = await lockCounter(tx, key, forgottenAfterMs);
    await saveCounter(tx, key, { failures: Math.max(0, failures - 1), lockedForMs: 0 });
  });
}

/** Admits and judges; the attempt stays counted only when `judge` came to an answer. */
export async function judged<Answer>(
  pool: Pool,
  keys: readonly [CounterKey, ...CounterKey[]],
  clock: Clock,
  judge: () => Promise<Answer>,
): Promise<Answer> {
  await admit(pool, keys, clock);
  try {
    return await judge();
  } catch (error) {
    await takeBack(pool, keys[0]);
    throw error;
  }
}

/** The pause begins when the answer is given; tells whether this failure locks for long. */
export async function confirmFailure(tx: Tx, key: CounterKey): Promise<{ locked: boolean }> {
  const { failures } = await lockCounter(tx, key, forgottenAfterMs);
  await saveCounter(tx, key, { failures, lockedForMs: pauseAfterFailures(failures) });
  return { locked: failures >= failuresBeforeLock };
}

export async function forgive(tx: Tx, keys: readonly CounterKey[]): Promise<void> {
  for (const key of keys) await clearCounter(tx, key);
}

/** Deletes at most `limit` counters that count for nothing any more; how many. */
export const pruneLoginCounters = async (pool: Pool, limit: number): Promise<number> =>
  deleteCounters(pool, { olderThanMs: 2 * forgottenAfterMs, limit });
