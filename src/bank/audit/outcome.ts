import { setTimeout as sleep } from 'node:timers/promises';
import { isUnavailable, OutcomeUnknown } from '../../db/errors.ts';
import { elapsedMs } from '../../lib/clock.ts';
import { pauseMs } from '../../lib/retry.ts';
import { BankError } from '../model/index.ts';

const pauses = { baseMs: 40, capMs: 500 };

/**
 * Repeats idempotent work, on a fresh connection each time, while it is unknown whether it was
 * committed. A plain read would not answer that: the lost COMMIT may still be in progress. Throws
 * OutcomeUnknown after `withinMs`; rethrows every other error.
 */
export async function untilKnown<Value>(
  work: () => Promise<Value>,
  options: { readonly withinMs: number },
): Promise<Value> {
  const deadline = elapsedMs() + options.withinMs;
  let unknown: OutcomeUnknown | null = null;
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (error instanceof OutcomeUnknown) unknown ??= error;
      else if (unknown === null || !isUnavailable(error)) throw error;
      if (elapsedMs() >= deadline) throw unknown;
      await sleep(pauseMs(attempt, pauses));
    }
  }
}

/** The longest that a customer waits for a lost answer. */
const knownWithinMs = 8_000;

/** For idempotent changes other than bookings. Throws CHANGE_UNKNOWN after 8 seconds. */
export async function doneOrUnknown<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await untilKnown(work, { withinMs: knownWithinMs });
  } catch (error) {
    throw error instanceof OutcomeUnknown ? new BankError('CHANGE_UNKNOWN', null, error) : error;
  }
}

/**
 * Reads what a change has made: a database that does not answer now refuses nothing that is done.
 * Throws CHANGE_UNKNOWN after 8 seconds.
 */
export const readDone = async <Value>(read: () => Promise<Value>): Promise<Value> =>
  doneOrUnknown(async () => {
    try {
      return await read();
    } catch (error) {
      if (!isUnavailable(error)) throw error;
      throw new OutcomeUnknown('What was done could not be read', { cause: error });
    }
  });
