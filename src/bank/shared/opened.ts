/** What waits, opened for one decision under its locks. */
import type { Tx } from '../../db/transaction.ts';
import type * as m from '../model/index.ts';
import { approvalDays, BankError } from '../model/index.ts';
import { lockCustomer, lockLiveSession } from '../people/index.ts';
import { findOfHolder } from './store/accounts.ts';
import { type ApprovalRow, findApproval, lockApproval, votersOf } from './store/approvals.ts';
import { type MemberRow, membersOf } from './store/members.ts';
import { readSpending } from './store/spending.ts';
import { memberMay } from './tools.ts';
import { deciderOf } from './waiting.ts';
import type { ApprovalTools } from './ending.ts';

export type Verdict = 'APPROVED' | 'DECLINED' | 'CANCELLED';

export interface Decision {
  readonly session: m.Session;
  readonly id: m.RequestId;
  readonly verdict: Verdict;
}

export interface Opened {
  readonly row: ApprovalRow;
  /** Other managers whose approval counts already. */
  readonly others: number;
  readonly hasApproved: boolean;
}

/** Throws SHARED_APPROVER_NEW, ACCOUNT_FROZEN, ACCOUNT_LOCKED. */
async function assertApproves(tx: Tx, own: MemberRow, row: ApprovalRow): Promise<void> {
  if (!own.approves) throw new BankError('SHARED_APPROVER_NEW', { days: approvalDays });
  const [part] = await readSpending(tx, [own.id]);
  const account = await findOfHolder(tx, row.holderId);
  if (part?.isFrozen === true || account?.status === 'FROZEN') {
    throw new BankError('ACCOUNT_FROZEN');
  }
  if (part?.isLocked === true) throw new BankError('ACCOUNT_LOCKED', { unlockBy: 'OWNER' });
}

/**
 * Locks the holder, the session and the row. Throws SESSION_EXPIRED, SHARED_APPROVAL_OVER,
 * SHARED_ROLE, SHARED_SELF, SHARED_APPROVER_NEW, ACCOUNT_FROZEN, ACCOUNT_LOCKED.
 */
export async function openApproval(
  tx: Tx,
  tools: ApprovalTools,
  { session, id, verdict }: Decision,
): Promise<Opened> {
  const { customerId } = session;
  const known = await findApproval(tx, id);
  if (known === null) throw new BankError('SHARED_APPROVAL_OVER', { state: null, by: null });
  await lockCustomer(tx, known.holderId);
  if (!(await lockLiveSession(tx, session, tools.limits))) throw new BankError('SESSION_EXPIRED');
  const row = (await lockApproval(tx, id))!;
  const isOwn = row.customerId === customerId;
  if (verdict === 'CANCELLED') {
    if (!isOwn) throw new BankError('SHARED_APPROVAL_OVER', { state: null, by: null });
  } else {
    const own = memberMay(await membersOf(tx, row.holderId), customerId, 'APPROVE');
    if (isOwn) throw new BankError('SHARED_SELF', { tried: 'APPROVE' });
    if (verdict === 'APPROVED' && row.state === 'WAITING') await assertApproves(tx, own, row);
  }
  if (row.state !== 'WAITING') {
    const by = await deciderOf(tx, row);
    throw new BankError('SHARED_APPROVAL_OVER', { state: row.state, by });
  }
  const voters = await votersOf(tx, id);
  const others = voters.filter((one) => one.customerId !== customerId).length;
  return { row, others, hasApproved: others < voters.length };
}
