/** Counts in the database before the answer is given: one statement, whoever is asked. */
import { RateLimiterMySQL, RateLimiterRes } from 'rate-limiter-flexible';
import type { Pool } from '../../db/pool.ts';
import { spend, type Spent } from '../store/throttles.ts';

/**
 * The package's limiter, with another way to its table: its own takes four round trips and a
 * transaction for each count, and trusts each process's clock (decision 0022).
 */
class DatabaseLimiter extends RateLimiterMySQL {
  readonly #pool: Pool;

  constructor(pool: Pool, options: { kind: string; points: number; windowMs: number }) {
    super({
      storeClient: pool,
      storeType: 'pool',
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix: options.kind,
      points: options.points,
      duration: options.windowMs / 1_000,
      // Whoever goes on regardless is answered from memory, without the database.
      inMemoryBlockOnConsumed: options.points * 2,
    });
    this.#pool = pool;
  }

  protected async _upsert(name: string, points: number, windowMs: number): Promise<Spent> {
    return spend(this.#pool, name, { points, windowMs });
  }

  protected _getRateLimiterRes(_name: string, changed: number, spent: Spent): RateLimiterRes {
    const remaining = Math.max(0, this.points - spent.points);
    return new RateLimiterRes(remaining, spent.leftMs, spent.points, spent.points === changed);
  }
}

export interface ExactCounter {
  /** Milliseconds until more is welcome; 0 when this is. */
  take(subject: string, points: number): Promise<number>;
  giveBack(subject: string, points: number): Promise<void>;
}

export function exactCounter(
  pool: Pool,
  options: { readonly kind: string; readonly points: number; readonly windowMs: number },
): ExactCounter {
  const limiter = new DatabaseLimiter(pool, options);
  return {
    take: async (subject, points) => {
      try {
        await limiter.consume(subject, points);
        return 0;
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return Math.max(1, refusal.msBeforeNext);
        throw refusal;
      }
    },
    giveBack: async (subject, points) => {
      await limiter.reward(subject, points);
    },
  };
}
