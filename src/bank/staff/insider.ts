/** Keeps staff who move money from serving themselves or each other. */
import type { Tx } from '../../db/transaction.ts';
import type * as m from '../model/index.ts';
import { BankError } from '../model/index.ts';
import { hasServed } from './store/staff-acts.ts';

/**
 * In the transaction of an act on the parties' money, after its maker was admitted with them
 * (`StaffActs.admit`). Throws STAFF_SELF, STAFF_CYCLE.
 */
export async function assertNoInsider(
  tx: Tx,
  { customerId: maker }: Pick<m.Session, 'customerId'>,
  parties: readonly m.CustomerId[],
): Promise<void> {
  if (parties.includes(maker)) throw new BankError('STAFF_SELF');
  for (const actor of parties) {
    // Two members of staff may not serve each other's accounts within a day.
    if (await hasServed(tx, { actor, party: maker })) throw new BankError('STAFF_CYCLE');
  }
}
