/** Opens a request for a decision and closes it, in one transaction. */
import type { Tx } from '../../db/transaction.ts';
import type { LedgerRequest } from '../ledger/index.ts';
import type * as m from '../model/index.ts';
import { BankError } from '../model/index.ts';
import { isErased, lockCustomer } from '../people/index.ts';
import { hasPartIn } from '../shared/index.ts';
import type { StaffActs } from './acts.ts';
import { accountDetail } from './asking.ts';
import type { MoneyAct, StaffMoney } from './money.ts';
import type { StaffRight, Standing } from './base/rights.ts';
import * as store from './store/approvals.ts';

/** The right that each kind of request needs. */
export const rightFor: Record<m.ApprovalKind, StaffRight> = {
  ROLE_GRANT: 'roles',
  UNFREEZE: 'manage',
  RELINK: 'manage',
  ADJUST: 'manage',
  REVERSE: 'manage',
  DEPOSIT: 'serve',
  SETUP: 'manage',
  FEE: 'manage',
  INTEREST: 'manage',
};

export interface Decision {
  readonly id: m.RequestId;
  readonly verdict: 'APPROVED' | 'DECLINED' | 'REFUSED';
  readonly session: m.Session;
  readonly auditId: bigint;
}

/** The maker may decline the request, but neither maker nor beneficiary may approve it. */
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

/** A request that can be decided, and the decider's role. */
export interface Opened {
  readonly row: store.ApprovalRow;
  readonly standing: Standing;
}

/**
 * Locks the request, its target and the checker's role, and where money moves the roles of its
 * `parties`. Throws unless the checker may decide it now.
 */
export async function openDecision(
  tx: Tx,
  acts: StaffActs,
  decision: Decision,
  parties: readonly m.CustomerId[] = [],
): Promise<Opened> {
  const row = await store.lockApproval(tx, decision.id);
  if (row === null) throw new BankError('APPROVAL_UNKNOWN');
  await lockCustomer(tx, row.target);
  const standing = await acts.admit(tx, decision.session, rightFor[row.kind], parties);
  assertDecidable(row, decision);
  if (decision.verdict === 'APPROVED') {
    const self = decision.session.customerId;
    // Members of a shared account profit from what happens to it.
    if (await hasPartIn(tx, self, [row.target, ...parties])) {
      throw new BankError('APPROVAL_OWN', { decider: 'BENEFICIARY' });
    }
    if (await isErased(tx, row.target)) throw new BankError('ACCOUNT_CLOSED');
  }
  return { row, standing };
}

export async function closeDecision(
  tx: Tx,
  acts: StaffActs,
  decision: Decision,
  { row, standing }: Opened,
  more: Readonly<Record<string, string>> = {},
): Promise<void> {
  const { id, verdict, session, auditId } = decision;
  await store.closeApproval(tx, id, { state: verdict, checker: session });
  const { kind, target, content, reason, maker } = row;
  await acts.note(tx, {
    auditId,
    action: `${kind}_${verdict}`,
    session,
    standing,
    target,
    reason,
    details: {
      ...content,
      ...more,
      approval: `${id}`,
      maker: maker.discordUserId,
      ...accountDetail(row),
    },
  });
}

/**
 * Books an approved request in one transaction with its decision. Throws APPROVAL_DECIDED where it
 * was booked by an earlier decision.
 */
export async function bookDecided(
  { acts, money }: { readonly acts: StaffActs; readonly money: StaffMoney },
  request: LedgerRequest,
  decided: Pick<MoneyAct<Opened>, 'parties' | 'check'> & { readonly decision: Decision },
): Promise<void> {
  const { decision, ...act } = decided;
  const { session, auditId } = decision;
  const receipt = await money.book(request, {
    ...act,
    session,
    auditId,
    admit: async (tx) => openDecision(tx, acts, decision, act.parties),
    note: async (tx, opened, details) => closeDecision(tx, acts, decision, opened, details),
  });
  if (receipt.replayed) throw new BankError('APPROVAL_DECIDED', { state: 'APPROVED' });
}
