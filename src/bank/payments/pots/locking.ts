/** Locks of pots: until a day, or until some hours after an early release was asked for. */
import type { Reader } from '../../../db/pool.ts';
import { instant } from '../../../lib/clock.ts';
import { assert } from '../../../lib/assert.ts';
import { type AccountRow, saveLock, saveRelease } from '../../accounts/index.ts';
import type * as m from '../../model/index.ts';
import { BankError, potWaitHoursMax } from '../../model/index.ts';
import { assertDay } from '../own-accounts/pot-day.ts';
import type { OwnAccountTools } from '../own-accounts/tools.ts';
import { changePot } from './changing.ts';
import { findPot, type PotRow } from './finding.ts';
import type { PotLocking } from './service.ts';

const startOf = (day: string): Date => instant(Date.parse(`${day}T00:00:00Z`));

/** Throws ACCOUNT_FROZEN, POT_DATE, POT_LOCK_SHORTER. */
async function assertLockable(
  reader: Reader,
  { status, pot: { lock } }: PotRow,
  { untilDay, waitHours }: PotLocking,
): Promise<{ readonly until: Date }> {
  assert(waitHours >= 0 && waitHours <= potWaitHoursMax, 'the wait was read by its field');
  if (status === 'FROZEN') throw new BankError('ACCOUNT_FROZEN');
  await assertDay(reader, untilDay, 'LOCK');
  const until = startOf(untilDay);
  if (lock !== null && (until < lock.until || waitHours < lock.waitHours)) {
    const { until: former, waitHours: hours } = lock;
    throw new BankError('POT_LOCK_SHORTER', { until: former, waitHours: hours });
  }
  return { until };
}

export const judgeLock = async (
  tools: OwnAccountTools,
  session: m.Session,
  locking: PotLocking,
): Promise<{ readonly until: Date }> => {
  const { pool } = tools;
  const pot = await findPot(pool, tools, session, { accountNumber: locking.pot });
  return assertLockable(pool, pot, locking);
};

/** Waits for money that is being taken; what is taken later is refused. */
export const lockPot = async (
  tools: OwnAccountTools,
  session: m.Session,
  locking: PotLocking & m.Confirmed,
): Promise<m.OwnAccount> => {
  const { pot: account, untilDay, waitHours } = locking;
  return changePot(tools, session, locking, async (tx, pot) => {
    await assertLockable(tx, pot, locking);
    await saveLock(tx, pot.id, { until: `${untilDay} 00:00:00`, waitHours });
    const details = { account, until: untilDay, waitHours: `${waitHours}` };
    return { action: 'POT_LOCKED', details };
  });
};

/** Throws POT_NOT_LOCKED, POT_RELEASING, ACCOUNT_FROZEN. */
function assertReleasable({ status, pot: { lock } }: PotRow): void {
  if (status === 'FROZEN') throw new BankError('ACCOUNT_FROZEN');
  if (lock === null) throw new BankError('POT_NOT_LOCKED');
  if (lock.releaseAt !== null) throw new BankError('POT_RELEASING', { at: lock.releaseAt });
}

export async function judgeRelease(
  tools: OwnAccountTools,
  session: m.Session,
  meant: m.OwnAccountRef | null,
): Promise<AccountRow> {
  const pot = await findPot(tools.pool, tools, session, meant);
  assertReleasable(pot);
  return pot;
}

export const releasePot = async (
  tools: OwnAccountTools,
  session: m.Session,
  order: { readonly pot: m.AccountNumber } & m.Confirmed,
): Promise<m.OwnAccount> =>
  changePot(tools, session, order, async (tx, pot) => {
    assertReleasable(pot);
    await saveRelease(tx, pot.id);
    return { action: 'POT_RELEASE_ASKED', details: { account: order.pot } };
  });
