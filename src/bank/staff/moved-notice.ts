/** What a customer reads when staff have moved their money: what, why and in which role. */
import type { Pool } from '../../db/pool.ts';
import { assert } from '../../lib/assert.ts';
import { findAudit, isStaffMove } from '../audit/index.ts';
import { findTransaction } from '../ledger/index.ts';
import type { MovedByStaff } from '../messages/index.ts';
import type * as m from '../model/index.ts';
import { amountOf, numberTail, parseReference } from '../model/index.ts';

/** As the customer's own account shows it. Null when there is no such act. */
export async function movedByStaff(
  pool: Pool,
  auditId: bigint,
  customerId: m.CustomerId,
): Promise<MovedByStaff | null> {
  const row = await findAudit(pool, auditId);
  const id = parseReference(row?.details['reference'] ?? '');
  const found = id.ok ? await findTransaction(pool, id.value) : null;
  if (row === null || !isStaffMove(row.action) || found === null) return null;
  const isPayer = found.source.customerId === customerId;
  const { accountNumber } = isPayer ? found.source : found.target;
  assert(accountNumber !== null, 'whoever is told has an account in it');
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
