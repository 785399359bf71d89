/** The fees of the bank as customers see them. */
import type { Pool } from '../../../db/pool.ts';
import { databaseNow } from '../../../db/time.ts';
import { instantFromSql } from '../../../lib/clock.ts';
import { accountIdsOf, accountsOfSession } from '../../accounts/index.ts';
import { freeKey, readFees, readFreeUses } from '../../ledger/index.ts';
import type { Sources } from '../../messages/index.ts';
import type * as m from '../../model/index.ts';
import { BankError, feeAt, feeKinds, isFree } from '../../model/index.ts';

export interface FeesService {
  /** Every kind that has a fee now or will have one. Throws SESSION_EXPIRED. */
  overview(session: m.Session): Promise<readonly m.FeeView[]>;
}

const isAbout = ({ now, coming }: m.FeeView): boolean => now !== null || coming.length > 0;

export function createFees({
  pool,
  limits,
}: {
  readonly pool: Pool;
  readonly limits: m.SessionLimits;
}): FeesService {
  return {
    overview: async (session) => {
      const own = await accountsOfSession(pool, session, limits);
      const [first] = await accountIdsOf(pool, session.customerId);
      if (own.length === 0 || first === undefined) throw new BankError('SESSION_EXPIRED');
      const fees = await readFees(pool);
      const uses = await readFreeUses(pool, [first]);
      const nowText = await databaseNow(pool);
      const now = instantFromSql(nowText);
      const viewOf = (kind: m.FeeKind): m.FeeView => {
        const held = feeAt(fees, kind, now);
        const use = uses.get(freeKey({ at: first, kind }));
        const used = use?.month === nowText.slice(0, 7) ? use.used : 0;
        const terms = held === null || isFree(held) ? null : held;
        return {
          kind,
          now: terms,
          freeLeft: Math.max(0, (terms?.free ?? 0) - used),
          coming: fees.filter((fee) => fee.kind === kind && fee.from > now),
        };
      };
      return feeKinds.map(viewOf).filter(isAbout);
    },
  };
}

/** What the notice of a coming fee says. */
export const feeSources = (pool: Pool): Pick<Sources, 'fee'> => ({
  fee: async (feeId) => {
    const found = (await readFees(pool)).find(({ id }) => id === feeId);
    if (found === undefined) return null;
    // The notice has a kind of its own.
    const { id: _, kind: movement, ...terms } = found;
    return { ...terms, movement };
  },
});
