/** Payments put their rest to the next unit aside, into a pot. */
import type { Pool, Reader } from '../../../db/pool.ts';
import { accountIdsOf, sharedOfSession, sharedPotsOfSession } from '../../accounts/index.ts';
import { changeOnce, insertAudit, isAudited, placeDetails, readDone } from '../../audit/index.ts';
import type * as m from '../../model/index.ts';
import { BankError, mayAsMember, roundUpRest } from '../../model/index.ts';
import { lockOwner } from '../own-accounts/changing.ts';
import { accountsOf } from '../own-accounts/finding.ts';
import type { OwnAccountTools } from '../own-accounts/tools.ts';
import { changeSharedPots } from '../../shared/index.ts';
import { findPot, potIn, sharedOfPot } from './finding.ts';
import type { RoundUps, RoundUpsWanted, SharedPots } from './service.ts';
import { findRoundUps, saveRoundUps } from './store/round-ups.ts';

/** What a payment of this owner puts aside; null for one into an account of their own. */
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

/** What the customer sees of the pots of their shared accounts. */
export async function readSharedPots(
  reader: Reader,
  tools: OwnAccountTools,
  session: m.Session,
): Promise<SharedPots> {
  await accountsOf(reader, tools, session);
  const pots = await sharedPotsOfSession(reader, session, tools.limits);
  const roundUps: RoundUps[] = [];
  for (const holderId of new Set(pots.map((one) => one.holderId))) {
    const found = await findRoundUps(reader, holderId);
    const pot = pots.find(({ id }) => id === found?.id);
    if (found !== null && pot !== undefined) roundUps.push({ pot, units: found.units });
  }
  return { pots, roundUps };
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
  if (wanted.pot === null && wanted.of !== undefined) {
    const shared = await sharedOfSession(tools.pool, session, tools.limits);
    const role = shared.find(({ accountNumber }) => accountNumber === wanted.of)?.shared.role;
    if (role === undefined || !mayAsMember(role, 'SAVE')) {
      throw new BankError('SHARED_ROLE', { role: role ?? null, action: 'SAVE' });
    }
  }
  if (wanted.pot !== null) {
    await findPot(tools.pool, tools, session, { accountNumber: wanted.pot });
  }
}

/** Payments from the shared account are rounded up, or no longer are. */
async function setOfShared(
  tools: OwnAccountTools,
  session: m.Session,
  order: RoundUpsWanted & m.Confirmed & { readonly of: m.AccountNumber },
): Promise<RoundUps | null> {
  const { requestId, of: account, pot: number, units } = order;
  const { pool, limits } = tools;
  await changeSharedPots(tools, session, { requestId, account }, async (tx, { holderId }) => {
    assertRounds(tools, order);
    const all = await sharedPotsOfSession(tx, session, limits);
    const own = all.filter((one) => one.holderId === holderId);
    const pot = number === null ? null : potIn(own, { accountNumber: number });
    await saveRoundUps(tx, holderId, pot === null ? null : { id: pot.id, units });
    const details = { account: number ?? '', units: pot === null ? '0' : `${units}` };
    return { action: 'ROUND_UPS_CHANGED', details };
  });
  const { roundUps } = await readDone(async () => readSharedPots(pool, tools, session));
  return roundUps.find(({ pot }) => pot.potOf?.accountNumber === account) ?? null;
}

export async function setRoundUps(
  tools: OwnAccountTools,
  session: m.Session,
  order: RoundUpsWanted & m.Confirmed,
): Promise<RoundUps | null> {
  const shared = order.pot === null ? null : await sharedOfPot(tools.pool, order.pot);
  const of = shared?.accountNumber ?? order.of;
  if (of !== undefined) return setOfShared(tools, session, { ...order, of });
  return setOwn(tools, session, order);
}

const setOwn = async (
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
