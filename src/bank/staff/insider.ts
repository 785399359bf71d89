/** What keeps staff who move money from doing so for themselves or for each other. */
import type { Tx } from '../../db/transaction.ts';
import type { Clock } from '../../lib/clock.ts';
import { dayMs } from '../../lib/durations.ts';
import { firstIdAt } from '../../lib/ids.ts';
import { BankError } from '../errors.ts';
import type * as m from '../model.ts';
import { formatAmount } from '../money.ts';
import { hasServed, movedSince } from '../store/insider.ts';
import { lockRole } from '../store/staff.ts';

export interface InsiderTools {
  readonly clock: Clock;
  readonly currency: m.Currency;
  /** Minor units that one member of staff moves within 24 hours; null: any. */
  readonly staffLimitPerDay: bigint | null;
}

/**
 * In the transaction of the act, whose maker's row it locks: two acts of one person are judged one
 * after the other. Throws STAFF_SELF, STAFF_CYCLE, STAFF_LIMIT_REACHED.
 */
export async function assertNoInsider(
  tx: Tx,
  { clock, currency, staffLimitPerDay }: InsiderTools,
  act: {
    readonly session: m.Session;
    /** Everybody whose account it changes. */
    readonly parties: readonly m.CustomerId[];
    readonly amount: bigint;
  },
): Promise<void> {
  const { session, parties, amount } = act;
  const { customerId: maker, discordUserId } = session;
  if (parties.includes(maker)) throw new BankError('STAFF_SELF');
  await lockRole(tx, maker, 'update');
  const firstId = firstIdAt(clock.now() - dayMs);
  for (const by of parties) {
    // Two who serve each other's accounts within a day check nobody.
    if (await hasServed(tx, { by, target: maker, firstId })) throw new BankError('STAFF_CYCLE');
  }
  if (staffLimitPerDay === null) return;
  const moved = await movedSince(tx, discordUserId, firstId);
  if (moved + amount <= staffLimitPerDay) return;
  const left = moved < staffLimitPerDay ? staffLimitPerDay - moved : 0n;
  throw new BankError('STAFF_LIMIT_REACHED', {
    limit: formatAmount(staffLimitPerDay, currency),
    left: formatAmount(left, currency),
  });
}
