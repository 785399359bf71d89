/** Reads and changes a customer makes to their own data. */
import type { Pool } from '../../../db/pool.ts';
import type { Tx } from '../../../db/transaction.ts';
import type { IdSource } from '../../../lib/ids.ts';
import { lockLiveSession } from '../../accounts/index.ts';
import { changeOnce } from '../../audit/index.ts';
import type { Keys } from '../../keys/index.ts';
import type { TellingTools } from '../../messages/index.ts';
import type * as m from '../../model/index.ts';
import { BankError } from '../../model/index.ts';
import { lockCustomer } from '../store/customers.ts';

/** What every service for a customer uses. */
export interface OwnData {
  readonly pool: Pool;
  readonly nextId: IdSource;
  readonly limits: m.SessionLimits;
  readonly keys: Keys;
  readonly notify: TellingTools;
}

/** `changeOnce` with a new audit id. */
export async function changeOwn<Value>(
  own: OwnData,
  work: (tx: Tx, auditId: bigint) => Promise<Value>,
): Promise<Value> {
  const auditId = own.nextId();
  return changeOnce(own, auditId, async (tx) => work(tx, auditId));
}

/** Locks the session's customer and the session, in the lock order. Throws SESSION_EXPIRED. */
export async function lockOwn(tx: Tx, own: OwnData, session: m.Session): Promise<void> {
  await lockCustomer(tx, session.customerId);
  const live = await lockLiveSession(tx, session, own.limits);
  if (!live) throw new BankError('SESSION_EXPIRED');
}
