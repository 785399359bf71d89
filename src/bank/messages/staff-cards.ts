/** What waits for the staff's channels, read when it is posted. */
import type { Pool } from '../../db/pool.ts';
import { findParty } from '../accounts/index.ts';
import { findAudit, findLink } from '../audit/index.ts';
import { findUnsettled, freshMs } from '../conversations/index.ts';
import { findTransaction } from '../ledger/index.ts';
import type * as m from '../model/index.ts';
import { amountOf, numberTail, referenceOf } from '../model/index.ts';
import { approvalView, findApproval, stuckView } from '../staff/index.ts';
import type { DeskNotice } from './service.ts';
import type { DeskSubject } from './store/outbox.ts';

export const partyOf = (side: {
  readonly holderName: string;
  readonly accountNumber: m.AccountNumber | null;
}): m.PartyView => ({
  name: side.holderName,
  numberTail: side.accountNumber === null ? null : numberTail(side.accountNumber),
});

async function movement(pool: Pool, id: m.RequestId): Promise<DeskNotice | null> {
  const found = await findTransaction(pool, id);
  if (found === null) return null;
  return {
    kind: 'MOVEMENT',
    transaction: found.kind,
    reference: referenceOf(id),
    amount: amountOf(found.amount),
    from: partyOf(found.source),
    to: partyOf(found.target),
    at: found.bookedAt,
  };
}

async function staffAct(pool: Pool, auditId: bigint): Promise<DeskNotice | null> {
  const row = await findAudit(pool, auditId);
  if (row === null) return null;
  const about = row.target === null ? null : await findParty(pool, row.target);
  return {
    kind: 'STAFF_ACT',
    action: row.action,
    actor: row.actor,
    about: about === null ? null : partyOf(about),
    reason: row.reason ?? null,
    at: row.occurredAt,
  };
}

/** Null when there is nothing to post any more: a request may be decided before its card goes. */
export async function deskNoticeOf(pool: Pool, subject: DeskSubject): Promise<DeskNotice | null> {
  switch (subject.kind) {
    case 'APPROVAL': {
      const row = await findApproval(pool, subject.approvalId);
      return row?.state === 'OPEN' ? { kind: 'APPROVAL', approval: approvalView(row) } : null;
    }
    case 'STUCK': {
      const row = await findUnsettled(pool, subject.requestId, freshMs);
      return row?.state === 'STUCK' ? { kind: 'STUCK', stuck: stuckView(row) } : null;
    }
    case 'STAFF_ACT':
      return staffAct(pool, subject.auditId);
    case 'CHAIN_HEAD': {
      const found = await findLink(pool, subject.link);
      const { kind, link } = subject;
      return found && { kind, link, hash: found.hash.toString('hex') };
    }
    case 'MOVEMENT':
      return movement(pool, subject.transactionId);
  }
}
