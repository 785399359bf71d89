/** Limits that customers set for what leaves all of their accounts. */
import type { Reader } from '../../../db/pool.ts';
import { databaseNow } from '../../../db/time.ts';
import type { Tx } from '../../../db/transaction.ts';
import { instant, instantFromSql } from '../../../lib/clock.ts';
import { hourMs } from '../../../lib/durations.ts';
import { accountIdsOf } from '../../accounts/index.ts';
import { changeOnce, isAudited } from '../../audit/index.ts';
import { limitsOf, limitUses, saveLimit } from '../../ledger/index.ts';
import { noteOwnAct } from '../../messages/index.ts';
import type * as m from '../../model/index.ts';
import { BankError, isRaise, limitNow, raiseHours } from '../../model/index.ts';
import { assertProved } from '../../people/index.ts';
import { lockOwner } from '../own-accounts/changing.ts';
import { accountsOf } from '../own-accounts/finding.ts';
import { lockMoney } from '../own-accounts/store/own-accounts.ts';
import type { OwnAccountTools } from '../own-accounts/tools.ts';

/** A limit as its card showed it; without an amount there is none. */
export interface WantedLimit {
  readonly period: m.LimitPeriod;
  readonly amount: m.Amount | null;
}

/** What the change does. */
export interface LimitChange {
  readonly before: m.OwnLimit;
  readonly after: m.OwnLimit;
  /** It waits, and needs a proof. */
  readonly isRaise: boolean;
}

export interface OwnLimits {
  readonly uses: readonly m.LimitUse[];
  /** What the bank allows everybody. */
  readonly bank: { readonly perPayment: bigint; readonly perDay: bigint };
}

/** All throw SESSION_EXPIRED. */
export interface LimitsService {
  overview(session: m.Session): Promise<OwnLimits>;
  /** Changes nothing. Throws OWN_LIMIT_UNCHANGED. */
  judge(session: m.Session, wanted: WantedLimit): Promise<LimitChange>;
  /**
   * A lower limit holds at once. A higher one, or none, holds `raiseHours` later and throws
   * STEP_UP_NEEDED without a proof; until then the former one holds. Each change replaces what
   * waits. Once per request.
   */
  set(session: m.Session, wanted: WantedLimit & m.Confirmed): Promise<OwnLimits>;
}

interface LimitTools extends OwnAccountTools {
  readonly bankLimits: OwnLimits['bank'];
}

/** Throws OWN_LIMIT_UNCHANGED. */
async function changeOf(
  reader: Reader,
  customerId: m.CustomerId,
  { period, amount }: WantedLimit,
): Promise<LimitChange> {
  const now = instantFromSql(await databaseNow(reader));
  const all = await limitsOf(reader, customerId);
  const before = limitNow(
    all.find((one) => one.period === period)!,
    now,
  );
  const raises = isRaise(before.amount, amount);
  const isSame = raises
    ? before.next !== null && before.next.amount === amount
    : before.next === null && before.amount === amount;
  if (isSame) throw new BankError('OWN_LIMIT_UNCHANGED');
  const from = instant(now.getTime() + raiseHours * hourMs);
  const after = raises ? { ...before, next: { amount, from } } : { period, amount, next: null };
  return { before, after, isRaise: raises };
}

const written = (amount: m.Amount | null): string => (amount === null ? '' : `${amount}`);

async function change(
  tx: Tx,
  tools: LimitTools,
  { session, wanted }: { readonly session: m.Session; readonly wanted: WantedLimit & m.Confirmed },
): Promise<void> {
  const { customerId, discordUserId, place, id: sessionId } = session;
  const { requestId, isProved, period, amount } = wanted;
  const [first] = await accountIdsOf(tx, customerId);
  if (first === undefined) throw new BankError('SESSION_EXPIRED');
  // Payments decide under the same lock.
  await lockMoney(tx, first);
  const { before, after, isRaise: raises } = await changeOf(tx, customerId, wanted);
  if (raises) assertProved(isProved);
  await saveLimit(tx, { customerId, first }, after);
  await noteOwnAct(tx, tools, {
    auditId: requestId,
    action: 'OWN_LIMIT_CHANGED',
    customerId,
    discordUserId,
    place,
    sessionId,
    details: {
      period,
      before: written(before.amount),
      after: written(amount),
      waits: raises ? 'yes' : 'no',
    },
  });
}

export function createLimits(tools: LimitTools): LimitsService {
  const { pool, bankLimits: bank } = tools;
  const overview = async (reader: Reader, session: m.Session): Promise<OwnLimits> => {
    await accountsOf(reader, tools, session);
    const uses = await limitUses(reader, session.customerId);
    if (uses === null) throw new BankError('SESSION_EXPIRED');
    return { uses, bank };
  };
  return {
    overview: async (session) => overview(pool, session),
    judge: async (session, wanted) => {
      await accountsOf(pool, tools, session);
      return changeOf(pool, session.customerId, wanted);
    },
    set: async (session, wanted) =>
      changeOnce(tools, wanted.requestId, async (tx) => {
        await lockOwner(tx, tools, session);
        if (!(await isAudited(tx, wanted.requestId))) await change(tx, tools, { session, wanted });
        return overview(tx, session);
      }),
  };
}
