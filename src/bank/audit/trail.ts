/** Writes the audit trail: only actions of the catalogue, with the details listed there. */
import type { Tx } from '../../db/transaction.ts';
import type { AuditActionName, AuditDetails } from './catalogue.ts';
import { type AuditRow, insertRow } from './store/trail.ts';

export type NewAudit<Name extends AuditActionName = AuditActionName> = Omit<
  AuditRow,
  'action' | 'details'
> & { readonly action: Name; readonly details: AuditDetails<Name> };

/** Call it in the transaction of the change. */
export async function insertAudit<Name extends AuditActionName>(
  tx: Tx,
  row: NewAudit<Name>,
): Promise<void> {
  await insertRow(tx, { ...row, details: row.details as AuditRow['details'] });
}
