import { gatheredByKey } from '../../db/gathered.ts';
import type { Pool } from '../../db/pool.ts';
import type { AccessService } from '../bank.ts';
import type * as m from '../model/types.ts';
import { helpsAsOwner, type Desk } from '../staff/desk.ts';
import { findIdentities, slideSession, type SessionLimits } from './store/sessions.ts';

/** A session in use is written to at most this often. */
const slideAfterMs = 30_000;

export function createAccess({
  pool,
  limits,
  desk,
  prove,
}: {
  readonly pool: Pool;
  readonly limits: SessionLimits;
  readonly desk: Desk;
  readonly prove: AccessService['prove'];
}): AccessService {
  const find = gatheredByKey(pool.limits, async (people: readonly m.DiscordUserId[]) =>
    findIdentities(pool, people, { ...limits, slideAfterMs }),
  );
  return {
    prove,
    identify: async (discordUserId) => {
      const found = await find(discordUserId);
      if (found?.slides && found.session) await slideSession(pool, found.session.id);
      const isOwner = await helpsAsOwner(pool, desk, discordUserId);
      return {
        discordUserId,
        customerId: found?.customerId ?? null,
        accountNumber: found?.accountNumber ?? null,
        session: found?.session ?? null,
        staffRole: found?.staffRole ?? null,
        ...(found?.hasApp === true ? { hasApp: true } : {}),
        ...(isOwner ? { helpsAsOwner: true } : {}),
      };
    },
  };
}
