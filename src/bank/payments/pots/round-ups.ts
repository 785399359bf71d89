/** Payments put their rest to the next unit aside, into a pot. */
import type { Pool, Reader } from '../../../db/pool.ts';
import { accountIdsOf } from '../../accounts/index.ts';
import { changeOnce, insertAudit, isAudited, placeDetails } from '../../audit/index.ts';
import type * as m from '../../model/index.ts';
import { BankError, roundUpRest } from '../../model/index.ts';
import { lockOwner } from '../own-accounts/changing.ts';
import { accountsOf } from '../own-accounts/finding.ts';
import type { OwnAccountTools } from '../own-accounts/tools.ts';
import { findPot, potIn } from './finding.ts';
import type { RoundUps, RoundUpsWanted } from './service.ts';
import { findRoundUps, saveRoundUps } from './store/round-ups.ts';

/** What a payment of this customer puts aside; null for one into an account of their own. */
export async function roundUpOf(
  { pool, currency }: { readonly pool: Pool; readonly currency: m.Currency },
  customerId: m.CustomerId,
  { amount, target }: { readonly amount: bigint; readonly target: m.AccountId | null },
): Promise<m.RoundUp | null> {
  const found = await findRoundUps(pool, customerId);
  const rest = found === null ? null : roundUpRest(amount, found.units, currency);
  if (found === null || rest === null || target === null) return null;
  if ((await accountIdsOf(pool, customerId)).includes(target)) return null;
  return { amount: rest, pot: found.pot, potName: found.potName };
}

export async function readRoundUps(
  reader: Reader,
  tools: OwnAccountTools,
  session: m.Session,
): Promise<RoundUps | null> {
  const all = await accountsOf(reader, tools, session);
  const found = await findRoundUps(reader, session.customerId);
  const pot = all.find(({ id }) => id === found?.id);
  return found === null || pot === undefined ? null : { pot, units: found.units };
}

function assertRounds({ currency }: OwnAccountTools, { pot, units }: RoundUpsWanted): void {
  if (pot !== null && units === 1 && currency.scale === 0) throw new BankError('ROUND_UP_WHOLE');
}

export async function judgeRoundUps(
  tools: OwnAccountTools,
  session: m.Session,
  wanted: RoundUpsWanted,
): Promise<void> {
  assertRounds(tools, wanted);
  if (wanted.pot !== null) {
    await findPot(tools.pool, tools, session, { accountNumber: wanted.pot });
  }
}

export const setRoundUps = async (
  tools: OwnAccountTools,
  session: m.Session,
  { requestId, ...wanted }: RoundUpsWanted & m.Confirmed,
): Promise<RoundUps | null> =>
  changeOnce(tools, requestId, async (tx) => {
    await lockOwner(tx, tools, session);
    if (!(await isAudited(tx, requestId))) {
      assertRounds(tools, wanted);
      const { pot: number, units } = wanted;
      const all = await accountsOf(tx, tools, session);
      const pot = number === null ? null : potIn(all, { accountNumber: number });
      await saveRoundUps(tx, session.customerId, pot === null ? null : { id: pot.id, units });
      await insertAudit(tx, {
        id: requestId,
        action: 'ROUND_UPS_CHANGED',
        actor: session.discordUserId,
        target: session.customerId,
        sessionId: session.id,
        details: {
          ...placeDetails(session.place),
          account: number ?? '',
          units: number === null ? '0' : `${units}`,
        },
      });
    }
    return readRoundUps(tx, tools, session);
  });
