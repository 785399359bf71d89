/** Four eyes: what one asks, another decides, and both in transactions of their own. */
import type { Tx } from '../../db/transaction.ts';
import { assert } from '../../lib/assert.ts';
import type { ApprovalsService, ApprovalView } from '../bank-staff.ts';
import { BankError, type ErrorCode } from '../errors.ts';
import type * as m from '../model.ts';
import { changeOnce } from '../once.ts';
import { numberTail } from '../parse/account-number.ts';
import * as store from '../store/approvals.ts';
import { isErased, lockCustomer } from '../store/customers.ts';
import { insertDeskMessages } from '../store/outbox.ts';
import { databaseNow } from '../store/time.ts';
import { withTransaction } from '../../db/transaction.ts';
import { dayMs } from '../../lib/durations.ts';
import { admitStaff, noteAct, type StaffTools } from './desk.ts';
import type { StaffRight, Standing } from './rights.ts';
import { assertStaffProved, type StepUp } from './step-up.ts';

const liveMs = dayMs;

/** Who decides about what. */
const rightFor: Record<m.ApprovalKind, StaffRight> = {
  ROLE_GRANT: 'roles',
  UNFREEZE: 'manage',
  RELINK: 'manage',
  ADJUST: 'manage',
  REVERSE: 'manage',
  DEPOSIT: 'serve',
};

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
  const act = { auditId, action: `${kind}_ASKED`, session, standing, target, reason };
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
    throw new BankError('APPROVAL_DECIDED', { how: row.state.toLowerCase() });
  }
  if (verdict === 'DECLINED') return;
  if (row.maker.customerId === session.customerId) {
    throw new BankError('APPROVAL_OWN', { whose: 'your own' });
  }
  if (row.target === session.customerId) {
    throw new BankError('APPROVAL_OWN', { whose: 'about your own account' });
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

/** What an approved request changes beside the books, in the transaction of its decision. */
export type Perform = (
  tx: Tx,
  approved: {
    readonly row: store.ApprovalRow;
    readonly session: m.Session;
    readonly auditId: bigint;
  },
) => Promise<void>;

/** What an approved request books, with its decision in the ledger's transaction. */
export type Book = (row: store.ApprovalRow, decision: Decision) => Promise<void>;

/** How an approved request is done, and what else its refusal brings. */
export type Way = ({ readonly perform: Perform } | { readonly book: Book }) & {
  readonly declined?: Perform;
};
export type Performances = Readonly<Partial<Record<m.ApprovalKind, Way>>>;

async function decideHere(tools: StaffTools, decision: Decision, way: Way): Promise<void> {
  const { verdict, session, auditId } = decision;
  const perform =
    verdict !== 'APPROVED' ? way.declined : 'perform' in way ? way.perform : undefined;
  await changeOnce(tools, auditId, async (tx) => {
    const opened = await openDecision(tx, tools, decision);
    await perform?.(tx, { row: opened.row, session, auditId });
    await closeDecision(tx, tools, decision, opened);
  });
}

/** What no later press could change: such a request is closed with its refusal. */
const lasting: readonly ErrorCode[] = [
  'ACCOUNT_CLOSED',
  'NOT_BOOKABLE',
  'REVERSAL_CLOSED',
  'REVERSAL_DONE',
];

async function book(
  tools: StaffTools,
  { row, decision, way }: { row: store.ApprovalRow; decision: Decision; way: { book: Book } },
): Promise<void> {
  try {
    await way.book(row, decision);
  } catch (error) {
    if (error instanceof BankError && lasting.includes(error.code)) {
      const refusal = { ...decision, verdict: 'REFUSED', auditId: tools.nextId() } as const;
      await decideHere(tools, refusal, way);
    }
    throw error;
  }
}

/** Null unless the same member of staff has decided it so before. Throws as `admitStaff`. */
async function decidedBefore(
  tools: StaffTools,
  { id, verdict, session }: Pick<Decision, 'id' | 'verdict' | 'session'>,
): Promise<ApprovalView | null> {
  const row = await store.findApproval(tools.pool, id);
  if (row?.state !== verdict || row.checker !== session.discordUserId) return null;
  await withTransaction(tools.pool, async (tx) =>
    admitStaff(tx, tools, session, rightFor[row.kind]),
  );
  return approvalView(row);
}

async function decide(
  tools: StaffTools & StepUp,
  performances: Performances,
  decision: Decision & { readonly isProved: boolean },
): Promise<void> {
  const { id, verdict, session, isProved } = decision;
  const known = await store.findApproval(tools.pool, id);
  if (known === null) throw new BankError('APPROVAL_UNKNOWN');
  const way = performances[known.kind];
  assert(way !== undefined, 'every kind of request can be done');
  if (verdict === 'APPROVED' && 'book' in way) {
    await assertStaffProved(tools, session, isProved);
    await book(tools, { row: known, decision, way });
  } else await decideHere(tools, decision, way);
}

const isDecided = (error: unknown): boolean =>
  error instanceof BankError && error.code === 'APPROVAL_DECIDED';

export const createApprovals = (
  tools: StaffTools & StepUp,
  performances: Performances,
): ApprovalsService => ({
  open: async (session, page) =>
    withTransaction(tools.pool, async (tx) => {
      await admitStaff(tx, tools, session, 'approvals');
      return (await store.openApprovals(tx, page)).map(approvalView);
    }),
  decided: async (session, decision) => decidedBefore(tools, { ...decision, session }),
  decide: async (session, { id, verdict, isProved = false }) => {
    const decision = { id, verdict, session, isProved, auditId: tools.nextId() };
    try {
      await decide(tools, performances, decision);
    } catch (error) {
      // By an earlier press of the same person, or by this one, whose answer was lost.
      const before = isDecided(error) ? await decidedBefore(tools, decision) : null;
      if (before === null) throw error;
      return before;
    }
    const row = await store.findApproval(tools.pool, id);
    assert(row !== null, 'requests are never deleted');
    return approvalView(row);
  },
});
