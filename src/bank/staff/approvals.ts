/** Four eyes: what one asks, another decides, and both in transactions of their own. */
import { type Tx, withTransaction } from '../../db/transaction.ts';
import { assert } from '../../lib/assert.ts';
import { changeOnce } from '../audit/index.ts';
import type * as m from '../model/index.ts';
import { type ApprovalView, BankError, type ErrorCode } from '../model/index.ts';
import { approvalView } from './asking.ts';
import { closeDecision, type Decision, openDecision, rightFor } from './decisions.ts';
import { admitStaff, type StaffTools } from './desk.ts';
import { assertStaffProved, type StepUp } from './step-up.ts';
import * as store from './store/approvals.ts';

/** Also throw SESSION_EXPIRED and STAFF_RIGHT_MISSING. */
export interface ApprovalsService {
  /** Those still open, oldest first, behind the one with the id `after`. */
  open(
    session: m.Session,
    page: { readonly after: bigint; readonly limit: number },
  ): Promise<readonly ApprovalView[]>;
  /** The request, where the session's member of staff has decided it so; null otherwise. */
  decided(
    session: m.Session,
    decision: { readonly id: m.RequestId; readonly verdict: 'APPROVED' | 'DECLINED' },
  ): Promise<ApprovalView | null>;
  /**
   * Once, and never by the maker or for the decider's own good; the same decision again by the same
   * person answers what came of it. Throws APPROVAL_UNKNOWN, APPROVAL_DECIDED (by another person or
   * otherwise), APPROVAL_EXPIRED, APPROVAL_OWN, ACCOUNT_CLOSED (erased), STEP_UP_NEEDED where money
   * moves, and what the approved act itself throws.
   */
  decide(
    session: m.Session,
    decision: {
      readonly id: m.RequestId;
      readonly verdict: 'APPROVED' | 'DECLINED';
      readonly isProved?: boolean;
    },
  ): Promise<ApprovalView>;
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
