import type { Pool } from '../../../db/pool.ts';
import { accountsOfSession } from '../../accounts/index.ts';
import { type BookedTransaction, findTransaction } from '../../ledger/index.ts';
import type * as m from '../../model/index.ts';
import { BankError, type SessionLimits } from '../../model/index.ts';

/** A transfer with the customer's own account at this end. */
export async function ownTransfer(
  tools: { readonly pool: Pool; readonly limits: SessionLimits },
  session: m.Session,
  { id, end }: { readonly id: m.RequestId; readonly end: 'source' | 'target' },
): Promise<BookedTransaction> {
  const own = await accountsOfSession(tools.pool, session, tools.limits);
  if (own.length === 0) throw new BankError('SESSION_EXPIRED');
  const found = await findTransaction(tools.pool, id);
  const isOwn = own.some((account) => account.id === found?.[end].accountId);
  if (found?.kind !== 'TRANSFER' || !isOwn) throw new BankError('TRANSACTION_UNKNOWN');
  return found;
}
