/** Counts in the database before the answer; requests at the same moment share one query. */
import { RateLimiterMySQL, RateLimiterRes } from 'rate-limiter-flexible';
import { gathered } from '../../db/gathered.ts';
import type { Pool } from '../../db/pool.ts';
import { giveBackPoints, type Spending, spendInTurn, type Spent } from './store/throttles.ts';

type Spend = (spending: Spending) => Promise<Spent>;

/**
 * The package's limiter with its own query: the package takes four round trips and a transaction
 * for each count, and uses each process's clock (decision 0022).
 */
class DatabaseLimiter extends RateLimiterMySQL {
  readonly #spend: Spend;

  constructor(
    pool: Pool,
    { kind, points, windowMs, spend }: CounterOptions & { readonly spend: Spend },
  ) {
    super({
      storeClient: pool,
      storeType: 'pool',
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix: kind,
      points,
      duration: windowMs / 1_000,
      // Callers who continue are refused from memory, without the database.
      inMemoryBlockOnConsumed: points * 2,
    });
    this.#spend = spend;
  }

  protected async _upsert(name: string, points: number, windowMs: number): Promise<Spent> {
    return this.#spend({ name, points, windowMs });
  }

  protected _getRateLimiterRes(_name: string, changed: number, spent: Spent): RateLimiterRes {
    const remaining = Math.max(0, this.points - spent.points);
    return new RateLimiterRes(remaining, spent.leftMs, spent.points, spent.points === changed);
  }
}

export interface CounterOptions {
  readonly kind: string;
  readonly points: number;
  readonly windowMs: number;
}

export interface ExactCounter {
  /** Milliseconds until a retry is allowed; 0 when the request is admitted. */
  take(subject: string, points: number): Promise<number>;
  giveBack(subject: string, points: number): Promise<void>;
}

/** Makes counters that share their queries. */
export function exactCounters(pool: Pool): (options: CounterOptions) => ExactCounter {
  const spend = gathered(pool.limits, async (asks: readonly Spending[]) => spendInTurn(pool, asks));
  return (options) => {
    const limiter = new DatabaseLimiter(pool, { ...options, spend });
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
      giveBack: async (subject, points) => giveBackPoints(pool, limiter.getKey(subject), points),
    };
  };
}
