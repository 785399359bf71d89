/** A request is opened for a decision and closed with it, in one transaction. */
import type { Tx } from '../../db/transaction.ts';
import type * as m from '../model/index.ts';
import { BankError } from '../model/index.ts';
import { isErased, lockCustomer } from '../people/index.ts';
import { admitStaff, noteAct, type StaffTools } from './desk.ts';
import type { StaffRight, Standing } from './rights.ts';
import * as store from './store/approvals.ts';

/** Who decides about what. */
export const rightFor: Record<m.ApprovalKind, StaffRight> = {
  ROLE_GRANT: 'roles',
  UNFREEZE: 'manage',
  RELINK: 'manage',
  ADJUST: 'manage',
  REVERSE: 'manage',
  DEPOSIT: 'serve',
};

export interface Decision {
  readonly id: m.RequestId;
  readonly verdict: 'APPROVED' | 'DECLINED' | 'REFUSED';
  readonly session: m.Session;
  readonly auditId: bigint;
}

/** Whose hands must stay off: the maker may take a request back, but never approve it. */
function assertDecidable(row: store.ApprovalRow, { verdict, session }: Decision): void {
  if (row.state === 'EXPIRED') throw new BankError('APPROVAL_EXPIRED');
  if (row.state !== 'OPEN') {
    throw new BankError('APPROVAL_DECIDED', { state: row.state });
  }
  if (verdict === 'DECLINED') return;
  if (row.maker.customerId === session.customerId) {
    throw new BankError('APPROVAL_OWN', { decider: 'MAKER' });
  }
  if (row.target === session.customerId) {
    throw new BankError('APPROVAL_OWN', { decider: 'BENEFICIARY' });
  }
}

/** A request that can be decided, and who decides. */
export interface Opened {
  readonly row: store.ApprovalRow;
  readonly standing: Standing;
}

/**
 * Locks the request, its target and the checker's role, where money moves with those of its
 * `parties`; the request can be decided.
 */
export async function openDecision(
  tx: Tx,
  tools: StaffTools,
  decision: Decision,
  parties: readonly m.CustomerId[] = [],
): Promise<Opened> {
  const row = await store.lockApproval(tx, decision.id);
  if (row === null) throw new BankError('APPROVAL_UNKNOWN');
  await lockCustomer(tx, row.target);
  const standing = await admitStaff(tx, tools, decision.session, rightFor[row.kind], parties);
  assertDecidable(row, decision);
  if (decision.verdict === 'APPROVED' && (await isErased(tx, row.target))) {
    throw new BankError('ACCOUNT_CLOSED');
  }
  return { row, standing };
}

export async function closeDecision(
  tx: Tx,
  tools: StaffTools,
  decision: Decision,
  { row, standing }: Opened,
  more: Readonly<Record<string, string>> = {},
): Promise<void> {
  const { id, verdict, session, auditId } = decision;
  await store.closeApproval(tx, id, { state: verdict, checker: session });
  const { kind, target, content, reason, maker } = row;
  await noteAct(tx, tools, {
    auditId,
    action: `${kind}_${verdict}`,
    session,
    standing,
    target,
    reason,
    details: { ...content, ...more, approval: `${id}`, maker: maker.discordUserId },
  });
}
