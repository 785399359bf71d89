/** Interest as customers see it. */
import { instant } from '../../../lib/clock.ts';
import { accountsOfSession, sharedPotsOfSession } from '../../accounts/index.ts';
import type * as m from '../../model/index.ts';
import {
  BankError,
  fractionsPerUnit,
  interestTypes,
  isoDate,
  monthOf,
  otherMonth,
  rateAt,
} from '../../model/index.ts';
import type { Sources } from '../../messages/index.ts';
import type { Pool } from '../../../db/pool.ts';
import { nowOf } from './crediting.ts';
import { earnedUntil } from './earning.ts';
import { readEarning } from './store/credits.ts';
import { readRates } from './store/rates.ts';

export interface InterestService {
  /** Rates, and what the customer's accounts have earned. Throws SESSION_EXPIRED. */
  overview(session: m.Session): Promise<m.InterestView>;
}

export function createInterest(
  tools: Parameters<typeof nowOf>[0] & { readonly limits: m.SessionLimits },
): InterestService {
  const { pool, limits } = tools;
  return {
    overview: async (session) => {
      const own = await accountsOfSession(pool, session, limits);
      if (own.length === 0) throw new BankError('SESSION_EXPIRED');
      const rates = await readRates(pool);
      const now = await nowOf(tools);
      const until = isoDate(now.getTime());
      // Without any rate, nothing was earned, and most banks have none.
      const all =
        rates.length === 0 ? [] : [...own, ...(await sharedPotsOfSession(pool, session, limits))];
      const open = new Map(
        all.filter(({ status }) => status !== 'CLOSED').map((account) => [account.id, account]),
      );
      const rows = open.size === 0 ? [] : await readEarning(pool, [...open.keys()]);
      const accounts: m.EarningAccount[] = [];
      for (const row of rows) {
        const byMonth = await earnedUntil(pool, row, { until, rates });
        const owed = [...byMonth.values()].reduce((sum, one) => sum + one, row.carried);
        const { accountNumber, type } = row;
        const points = rateAt(rates, type, now)?.basisPoints ?? 0n;
        if (owed === 0n && points === 0n) continue;
        const { name = null, potOf } = open.get(row.id) ?? {};
        accounts.push({
          accountNumber,
          type,
          basisPoints: points,
          name,
          ...(potOf && { potOf }),
          earned: owed / fractionsPerUnit,
          hasFraction: owed % fractionsPerUnit > 0n,
        });
      }
      const views = interestTypes.map((type) => ({
        type,
        basisPoints: rateAt(rates, type, now)?.basisPoints ?? 0n,
        coming: rates.filter((rate) => rate.type === type && rate.from > now),
      }));
      return {
        rates: views.filter(({ basisPoints, coming }) => basisPoints > 0n || coming.length > 0),
        accounts,
        creditedAt: instant(Date.parse(otherMonth(monthOf(until), 1))),
      };
    },
  };
}

/** What the notice of a coming rate says. */
export const interestSources = (pool: Pool): Pick<Sources, 'interestRate'> => ({
  interestRate: async (rateId) => {
    const found = (await readRates(pool)).find(({ id }) => id === rateId);
    if (found === undefined) return null;
    const { type, basisPoints, from } = found;
    return { type, basisPoints, from };
  },
});
