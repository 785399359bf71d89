/** What keeps staff who move money from doing so for themselves, for each other, or without end. */
import type { Tx } from '../../db/transaction.ts';
import type * as m from '../model/index.ts';
import { BankError } from '../model/index.ts';
import { hasServed, insertStaffAct, movedLately, type NewStaffAct } from './store/staff-acts.ts';

export interface InsiderTools {
  readonly currency: m.Currency;
  /** Minor units that one member of staff moves within 24 hours; null: any. */
  readonly staffLimitPerDay: bigint | null;
}

/**
 * In the transaction of an act on the parties' money, whose maker was admitted with them
 * (`admitStaff`): their roles are locked, so that two who act on each other at once are judged one
 * after the other. Throws STAFF_SELF, STAFF_CYCLE.
 */
export async function assertNoInsider(
  tx: Tx,
  { customerId: maker }: Pick<m.Session, 'customerId'>,
  parties: readonly m.CustomerId[],
): Promise<void> {
  if (parties.includes(maker)) throw new BankError('STAFF_SELF');
  for (const actor of parties) {
    // Two who serve each other's accounts within a day check nobody.
    if (await hasServed(tx, { actor, party: maker })) throw new BankError('STAFF_CYCLE');
  }
}

/**
 * Counts an act for its maker, whose role is locked, once its amount is decided. Throws
 * STAFF_LIMIT_REACHED, which takes back everything that the transaction has written.
 */
export async function countAct(
  tx: Tx,
  { currency, staffLimitPerDay }: InsiderTools,
  act: NewStaffAct,
): Promise<void> {
  const { actor, amount } = act;
  const moved = staffLimitPerDay === null ? 0n : await movedLately(tx, actor);
  if (staffLimitPerDay !== null && moved + amount > staffLimitPerDay) {
    const left = moved < staffLimitPerDay ? staffLimitPerDay - moved : 0n;
    throw new BankError('STAFF_LIMIT_REACHED', {
      limit: { units: staffLimitPerDay, currency },
      left: { units: left, currency },
    });
  }
  await insertStaffAct(tx, act);
}
