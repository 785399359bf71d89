/** How an approval ends, and its audit rows and messages. */
import { databaseNow } from '../../db/time.ts';
import type { Tx } from '../../db/transaction.ts';
import { assert } from '../../lib/assert.ts';
import { insertAudit, placeDetails } from '../audit/index.ts';
import { insertMessages } from '../messages/index.ts';
import type * as m from '../model/index.ts';
import { type ApprovalRow, giveAllowanceBack, saveEnd, unendedOf } from './store/approvals.ts';
import { membersOf } from './store/members.ts';
import { managersOf, type SharedTools } from './tools.ts';

export type EndingTools = Pick<SharedTools, 'pool' | 'nextId' | 'ledger'>;
export type ApprovalTools = EndingTools & Pick<SharedTools, 'limits'>;

type Asked = Pick<ApprovalRow, 'id' | 'holderId' | 'customerId' | 'account' | 'asked'>;
type Act = 'SHARED_ASKED' | 'SHARED_APPROVED' | 'SHARED_DECIDED';

/** Of what no Discord user has done. */
const noActor = '' as m.DiscordUserId;

function contentOf(asked: m.SharedApproval['asked']): Readonly<Record<string, string>> {
  if (asked.kind === 'PAYMENT') return { amount: `${asked.amount}` };
  const { rule } = asked;
  return rule === null ? {} : { above: `${rule.above}`, needed: `${rule.needed}` };
}

/** `session`: of the member who acts; null: nobody does. */
export async function noteApproval(
  tx: Tx,
  { id, holderId, customerId, account, asked }: Asked,
  act: {
    readonly auditId: bigint;
    readonly action: Act;
    readonly session: m.Session | null;
    readonly after?: m.ApprovalEnd;
  },
): Promise<void> {
  const { auditId, action, session, after } = act;
  await insertAudit(tx, {
    id: auditId,
    action,
    actor: session?.discordUserId ?? noActor,
    target: holderId,
    sessionId: session?.id ?? null,
    details: {
      ...(session === null ? {} : placeDetails(session.place)),
      account: account.accountNumber,
      member: `${customerId}`,
      approval: `${id}`,
      ...contentOf(asked),
      ...(after === undefined ? {} : { after }),
    },
  });
}

type Kind = 'SHARED_APPROVAL_ASKED' | 'SHARED_APPROVAL_ENDED';

/** To each of them but the one who acted. */
export async function tellOf(
  tx: Tx,
  { nextId }: Pick<SharedTools, 'nextId'>,
  told: {
    readonly kind: Kind;
    readonly approvalId: m.RequestId;
    readonly actor: m.CustomerId | null;
    readonly customers: readonly m.CustomerId[];
  },
): Promise<void> {
  const { kind, approvalId, actor, customers } = told;
  const others = [...new Set(customers)].filter((one) => one !== actor);
  const subject = { kind, approvalId };
  const messages = others.map((customerId) => ({ id: nextId(), customerId, subject }));
  await insertMessages(tx, messages, await databaseNow(tx));
}

/** By a member's act; null: by the time, or because the asker's part has changed. */
type By = { readonly session: m.Session } | null;

/**
 * Under the locks of the holder and the row. What was set aside is available again, unless the
 * payment is booked in the same transaction. The asker and the managers read of it.
 */
export async function endApproval(
  tx: Tx,
  tools: EndingTools,
  row: ApprovalRow,
  { state, by }: { readonly state: m.ApprovalEnd; readonly by: By },
): Promise<void> {
  const { id, holderId, customerId, asked } = row;
  const session = by?.session ?? null;
  const actor = session?.customerId ?? null;
  const isPaid = asked.kind === 'PAYMENT' && state === 'APPROVED';
  if (asked.kind === 'PAYMENT' && !isPaid) {
    const ending = await tools.ledger.holds.voidIn(tx, id as bigint as m.HoldId);
    assert(ending !== 'CAPTURED', 'what is paid has ended as approved');
    await giveAllowanceBack(tx, id);
  }
  await saveEnd(tx, id, { state, by: actor });
  const auditId = tools.nextId();
  await noteApproval(tx, row, { auditId, action: 'SHARED_DECIDED', session, after: state });
  // A payment has messages of its own.
  if (isPaid) return;
  const managers = managersOf(await membersOf(tx, holderId)).map((one) => one.customerId);
  const customers = [customerId, ...managers];
  await tellOf(tx, tools, { kind: 'SHARED_APPROVAL_ENDED', approvalId: id, actor, customers });
}

/**
 * What a member asked for ends when their role changes, or they leave; null: of all members. What
 * is over by its time stays EXPIRED: it may have been shown as such.
 */
export async function withdrawApprovals(
  tx: Tx,
  tools: EndingTools,
  of: { readonly holderId: m.CustomerId; readonly customerId: m.CustomerId | null },
): Promise<void> {
  const { holderId, customerId } = of;
  for (const row of await unendedOf(tx, holderId)) {
    if (customerId !== null && row.customerId !== customerId) continue;
    const state = row.state === 'EXPIRED' ? 'EXPIRED' : 'WITHDRAWN';
    await endApproval(tx, tools, row, { state, by: null });
  }
}
