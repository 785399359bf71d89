/** Notices to customers whose money staff have moved. */
import type { Pool } from '../../../db/pool.ts';
import type { Tx } from '../../../db/transaction.ts';
import { findAudit, isStaffMove } from '../../audit/index.ts';
import { findTransaction } from '../../ledger/index.ts';
import { type MovedByStaff, type TellingTools, tellOwner } from '../../messages/index.ts';
import type * as m from '../../model/index.ts';
import { amountOf, numberTail, parseReference } from '../../model/index.ts';
import { isMemberOfAny } from '../../shared/index.ts';

/**
 * The movement as the customer's own account shows it, or their shared one; null when there is no
 * such act.
 */
export async function movedByStaff(
  pool: Pool,
  auditId: bigint,
  customerId: m.CustomerId,
): Promise<MovedByStaff | null> {
  const row = await findAudit(pool, auditId);
  const id = parseReference(row?.details['reference'] ?? '');
  const found = id.ok ? await findTransaction(pool, id.value) : null;
  if (row === null || !isStaffMove(row.action) || found === null) return null;
  const { source } = found;
  const isPayer =
    source.customerId === customerId ||
    (source.customerId !== null &&
      found.target.customerId !== customerId &&
      (await isMemberOfAny(pool, customerId, [source.customerId])));
  const { accountNumber } = isPayer ? found.source : found.target;
  // Only a former member of a shared account finds none of their own.
  if (accountNumber === null) return null;
  return {
    act: row.action,
    direction: isPayer ? 'out' : 'in',
    amount: amountOf(found.amount),
    role: row.role ?? null,
    reason: row.reason ?? row.details['memo'] ?? null,
    numberTail: numberTail(accountNumber),
    reference: row.details['reference'] as m.Reference,
    at: row.occurredAt,
  };
}

/** Notifies every customer whose money it is, in the transaction that booked the act. */
export async function tellParties(
  tx: Tx,
  notices: TellingTools,
  act: { readonly auditId: bigint; readonly parties: readonly m.CustomerId[] },
): Promise<void> {
  const subject = { kind: 'MOVED_BY_STAFF', auditId: act.auditId } as const;
  for (const customerId of new Set(act.parties)) {
    await tellOwner(tx, notices, { customerId, subject });
  }
}
