/** Asking a second person: the request, its audit row and its card. */
import { databaseNow } from '../../db/time.ts';
import type { Tx } from '../../db/transaction.ts';
import { assert } from '../../lib/assert.ts';
import { dayMs } from '../../lib/durations.ts';
import { insertDeskMessages } from '../messages/index.ts';
import type * as m from '../model/index.ts';
import { type ApprovalView, type Asked, BankError, numberTail } from '../model/index.ts';
import { noteAct, type StaffTools } from './desk.ts';
import type { Standing } from './rights.ts';
import * as store from './store/approvals.ts';

/** What became of an act that may need a second person. */
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

export interface Wish {
  readonly id: m.RequestId;
  readonly auditId: bigint;
  readonly kind: m.ApprovalKind;
  readonly session: m.Session;
  readonly standing: Standing;
  readonly target: m.CustomerId;
  readonly content: Readonly<Record<string, string>>;
  readonly reason: string;
}

/** The request, its audit row and its card; what may be asked has been judged before. */
export async function openApproval(
  tx: Tx,
  tools: StaffTools,
  wish: Omit<Wish, 'standing'> & { readonly standing?: Standing },
): Promise<ApprovalView> {
  const { id, kind, session, target, content, reason, auditId, standing = null } = wish;
  await store.insertApproval(tx, { id, kind, target, content, maker: session, reason, liveMs });
  if (tools.desk.cards) {
    const subject = { kind: 'APPROVAL', approvalId: id } as const;
    const message = { id: tools.nextId(), customerId: session.customerId, subject };
    await insertDeskMessages(tx, 'STAFF', [message], await databaseNow(tx));
  }
  const details = { ...content, approval: `${id}` };
  const act = { auditId, action: `${kind}_ASKED` as const, session, standing, target, reason };
  await noteAct(tx, tools, { ...act, details });
  const row = await store.findApproval(tx, id);
  assert(row !== null, 'what was just written is there');
  return approvalView(row);
}

/** Asks for a decision, once; the target's row is locked and the maker admitted. */
export async function askApproval(tx: Tx, tools: StaffTools, wish: Wish): Promise<ApprovalView> {
  const { kind, target, content } = wish;
  const same = await store.findSameApproval(tx, { target, kind, content });
  if (same !== null) throw new BankError('APPROVAL_WAITING');
  return openApproval(tx, tools, wish);
}
