import { gatheredByKey } from '../../db/gathered.ts';
import type { Pool } from '../../db/pool.ts';
import { forgetUnreached } from '../messages/index.ts';
import type * as m from '../model/index.ts';
import { isSamePlace, type SessionLimits } from '../model/index.ts';
import type { Proof } from './passkeys/challenge.ts';
import type { Prove } from './proofs/proof.ts';
import { findIdentities, type IdentityRow } from './store/identities.ts';
import { findLanguages } from './store/languages.ts';
import { slideSession } from './store/sessions.ts';

export interface AccessService {
  /**
   * Takes the password, or once an app is set up its code or a recovery code. Throttled like a
   * login. Throws SESSION_EXPIRED, CODE_NEEDED, LOCKED_OUT, PASSWORD_WRONG, CODE_WRONG. `isDone`:
   * whether the same proof, sent twice, has done its work; then the second is no wrong attempt.
   * `about`: what a passkey must have signed.
   */
  prove(
    session: m.Session,
    proof: Proof,
    isDone?: () => Promise<boolean>,
    about?: string,
  ): Promise<void>;
  /**
   * One indexed read; also restarts the session's idle limit, and lets direct messages be tried
   * again. Once the session can no longer move money, it is found only where it began. Throws
   * BANK_BUSY.
   */
  identify(discordUserId: m.DiscordUserId, place: m.Place): Promise<m.Identity>;
}

/** The idle limit of a session in use is written at most this often. */
const slideAfterMs = 30_000;

export function createAccess({
  pool,
  limits,
  prove,
  helpsAsOwner,
}: {
  readonly pool: Pool;
  readonly limits: SessionLimits;
  readonly prove: Prove;
  /** Whether the person is the bank's owner and there are fewer than two managers. */
  readonly helpsAsOwner: (discordUserId: m.DiscordUserId) => Promise<boolean>;
}): AccessService {
  type Found = Partial<IdentityRow> & Pick<IdentityRow, 'language'>;
  const find = gatheredByKey(pool.limits, async (people: readonly m.DiscordUserId[]) => {
    const customers = await findIdentities(pool, people, { ...limits, slideAfterMs });
    const visitors = people.filter((person) => !customers.has(person));
    const found = new Map<m.DiscordUserId, Found>(customers);
    if (visitors.length === 0) return found;
    for (const [person, language] of await findLanguages(pool, visitors)) {
      found.set(person, { language });
    }
    return found;
  });
  return {
    prove: async (session, proof, isDone, about) => {
      const signed = about === undefined ? {} : { about };
      await prove(session, proof, isDone && { isDone, write: async () => {}, ...signed });
    },
    identify: async (discordUserId, place) => {
      const found = await find(discordUserId);
      const live = found?.session ?? null;
      const isHere = live !== null && (live.canMove || isSamePlace(live.place, place));
      if (found?.slides && found.session) await slideSession(pool, found.session.id);
      if (found?.isUnreached && found.customerId) await forgetUnreached(pool, found.customerId);
      const isOwner = await helpsAsOwner(discordUserId);
      return {
        discordUserId,
        customerId: found?.customerId ?? null,
        accountNumber: found?.accountNumber ?? null,
        ...(found?.hasSeveral === true ? { hasSeveral: true } : {}),
        session: isHere ? live : null,
        staffRole: found?.staffRole ?? null,
        ...(found?.hasApp === true ? { hasApp: true } : {}),
        ...(found?.hasPasskey === true ? { hasPasskey: true } : {}),
        ...(found?.news ? { news: found.news } : {}),
        ...(found === null ? {} : { language: found.language }),
        ...(isOwner ? { helpsAsOwner: true } : {}),
      };
    },
  };
}
