/** Asking a second person for approval: the request, its audit row and its card. */
import { databaseNow } from '../../db/time.ts';
import type { Tx } from '../../db/transaction.ts';
import { assert } from '../../lib/assert.ts';
import { dayMs } from '../../lib/durations.ts';
import type { IdSource } from '../../lib/ids.ts';
import { insertDeskMessages } from '../messages/index.ts';
import type * as m from '../model/index.ts';
import { type ApprovalView, type Asked, BankError, numberTail } from '../model/index.ts';
import { lockCustomer } from '../people/index.ts';
import type { StaffActs } from './acts.ts';
import type { Desk } from './desk.ts';
import type { Standing } from './base/rights.ts';
import * as store from './store/approvals.ts';

/** The outcome of an act that may need a second person. */
export type Acted = { readonly kind: 'done' } | ({ readonly kind: 'asked' } & Asked);

const liveMs = dayMs;

export const approvalView = (row: store.ApprovalRow): ApprovalView => ({
  id: row.id,
  kind: row.kind,
  maker: row.maker.discordUserId,
  member: row.member,
  holder: { name: row.holderName, numberTail: numberTail(row.accountNumber) },
  content: row.content,
  reason: row.reason,
  state: row.state,
  askedAt: row.askedAt,
  expiresAt: row.expiresAt,
  checker: row.checker,
});

export interface ApprovalRequest {
  readonly id: m.RequestId;
  readonly auditId: bigint;
  readonly kind: m.ApprovalKind;
  readonly session: m.Session;
  /** Null where a customer asks. */
  readonly standing: Standing | null;
  readonly target: m.CustomerId;
  /** The target's account that it is about; their first account unless given. */
  readonly accountId?: m.AccountId;
  readonly content: Readonly<Record<string, string>>;
  readonly reason: string;
}

const aboutMoney: readonly m.ApprovalKind[] = ['ADJUST', 'REVERSE', 'DEPOSIT'];

/** Named by the audit rows of a request that moves money on one account. */
export const accountDetail = ({
  kind,
  accountNumber: account,
}: store.ApprovalRow): { readonly account?: string } =>
  aboutMoney.includes(kind) ? { account } : {};

export interface ApprovalRequests {
  /** Writes the request, its audit row and its card. The caller has checked that it may be made. */
  open(tx: Tx, request: ApprovalRequest): Promise<ApprovalView>;
  /**
   * The same, unless an equal request is open (APPROVAL_WAITING). The target's row is locked and
   * the maker admitted.
   */
  ask(tx: Tx, request: ApprovalRequest): Promise<ApprovalView>;
}

export function createApprovalRequests(given: {
  readonly nextId: IdSource;
  readonly desk: Desk;
  readonly acts: StaffActs;
}): ApprovalRequests {
  const { nextId, desk, acts } = given;
  const open: ApprovalRequests['open'] = async (tx, request) => {
    const { id, kind, session, target, accountId = null, content, reason } = request;
    const asked = { id, kind, target, accountId, content, maker: session, reason, liveMs };
    await store.insertApproval(tx, asked);
    if (desk.cards) {
      const subject = { kind: 'APPROVAL', approvalId: id } as const;
      const message = { id: nextId(), customerId: session.customerId, subject };
      await insertDeskMessages(tx, 'STAFF', [message], await databaseNow(tx));
    }
    const row = await store.findApproval(tx, id);
    assert(row !== null, 'the request was written in this transaction');
    const details = { ...content, approval: `${id}`, ...accountDetail(row) };
    await acts.note(tx, { ...request, action: `${kind}_ASKED`, details });
    return approvalView(row);
  };
  return {
    open,
    ask: async (tx, request) => {
      const same = await store.findSameApproval(tx, request);
      if (same !== null) throw new BankError('APPROVAL_WAITING');
      return open(tx, request);
    },
  };
}

/**
 * Asks a second manager about the bank's terms, once per request id. It is about no customer: the
 * manager who asks is named as its target.
 */
export async function askOnce(
  { acts, requests }: { readonly acts: StaffActs; readonly requests: ApprovalRequests },
  session: m.Session,
  wanted: {
    readonly id: m.RequestId;
    readonly kind: 'FEE' | 'INTEREST';
    readonly reason: string;
    /** Throws what refuses the terms. */
    readonly content: (tx: Tx) => Promise<Readonly<Record<string, string>>>;
  },
): Promise<Acted> {
  const { id, kind, reason } = wanted;
  return acts.change(async (tx, auditId): Promise<Acted> => {
    const { customerId: target } = session;
    await lockCustomer(tx, target);
    const earlier = await store.findApproval(tx, id);
    if (earlier?.maker.customerId === target) {
      return { kind: 'asked', approval: approvalView(earlier) };
    }
    const standing = await acts.admit(tx, session, 'manage');
    const content = await wanted.content(tx);
    const about = { kind, target, content, reason } as const;
    const approval = await requests.ask(tx, { id, auditId, session, standing, ...about });
    return { kind: 'asked', approval };
  });
}
