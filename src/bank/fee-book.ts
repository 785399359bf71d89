/** The fees of the bank in memory: they are announced days before they hold. */
import type { Pool } from '../db/pool.ts';
import { elapsedMs } from '../lib/clock.ts';
import { type FeeBook, readFees } from './ledger/index.ts';
import type { Fee } from './model/index.ts';

/** Reads them again after `everyMs`, before the next decision that may need them. */
export function createFeeBook(pool: Pool, everyMs: number): FeeBook {
  let current: readonly Fee[] = [];
  let readAt: number | null = null;
  return {
    get current() {
      return current;
    },
    refresh: async () => {
      const now = elapsedMs();
      if (readAt !== null && now - readAt < everyMs) return;
      current = await readFees(pool);
      readAt = now;
    },
  };
}
