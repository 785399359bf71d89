/** Four eyes: one member of staff asks, another decides, each in a transaction of their own. */
import type { Pool } from '../../db/pool.ts';
import type { Tx } from '../../db/transaction.ts';
import { assert } from '../../lib/assert.ts';
import type { IdSource } from '../../lib/ids.ts';
import { readDone } from '../audit/index.ts';
import type * as m from '../model/index.ts';
import { type ApprovalView, BankError, type ErrorCode } from '../model/index.ts';
import type { StaffActs, StaffProof } from './acts.ts';
import { approvalView } from './asking.ts';
import { closeDecision, type Decision, openDecision, rightFor } from './decisions.ts';
import * as store from './store/approvals.ts';

/** Also throw SESSION_EXPIRED and STAFF_RIGHT_MISSING. */
export interface ApprovalsService {
  /** The open requests, oldest first, that follow the one with the id `after`. */
  open(
    session: m.Session,
    page: { readonly after: bigint; readonly limit: number },
  ): Promise<readonly ApprovalView[]>;
  /** Null where there is none. */
  find(session: m.Session, id: m.RequestId): Promise<ApprovalView | null>;
  /** The request if this session's member of staff has already decided it so; null otherwise. */
  decided(
    session: m.Session,
    decision: { readonly id: m.RequestId; readonly verdict: 'APPROVED' | 'DECLINED' },
  ): Promise<ApprovalView | null>;
  /**
   * Decides a request once, never by its maker or its beneficiary; the same decision by the same
   * person again returns the decided request. Throws APPROVAL_UNKNOWN, APPROVAL_DECIDED (by another
   * person or otherwise), APPROVAL_EXPIRED, APPROVAL_OWN, ACCOUNT_CLOSED (erased), STEP_UP_NEEDED
   * where money moves, and what the approved act itself throws.
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

/** What an approved request changes outside the books, in the transaction of its decision. */
export type Perform = (
  tx: Tx,
  approved: {
    readonly row: store.ApprovalRow;
    readonly session: m.Session;
    readonly auditId: bigint;
  },
) => Promise<void>;

/** Books an approved request; the decision is in the ledger's transaction. */
export type Book = (row: store.ApprovalRow, decision: Decision) => Promise<void>;

/** How an approved request is carried out, and what else a declined or refused one changes. */
export type Way = ({ readonly perform: Perform } | { readonly book: Book }) & {
  readonly declined?: Perform;
};
export type Performances = Readonly<Partial<Record<m.ApprovalKind, Way>>>;

type Request = Omit<Decision, 'auditId'>;

async function decideHere(acts: StaffActs, request: Request, way: Way): Promise<void> {
  const { verdict, session } = request;
  const perform =
    verdict !== 'APPROVED' ? way.declined : 'perform' in way ? way.perform : undefined;
  await acts.change(async (tx, auditId) => {
    const decision = { ...request, auditId };
    const opened = await openDecision(tx, acts, decision);
    await perform?.(tx, { row: opened.row, session, auditId });
    await closeDecision(tx, acts, decision, opened);
  });
}

/** Refusals that are permanent: such a request is closed as REFUSED. */
const lasting: readonly ErrorCode[] = [
  'ACCOUNT_CLOSED',
  'FEE_CHANGED',
  'NOT_BOOKABLE',
  'REVERSAL_CLOSED',
  'REVERSAL_DONE',
];

interface Tools {
  readonly pool: Pool;
  readonly nextId: IdSource;
  readonly acts: StaffActs;
  readonly proof: StaffProof;
}

async function book(
  { nextId, acts }: Tools,
  { row, request, way }: { row: store.ApprovalRow; request: Request; way: Way & { book: Book } },
): Promise<void> {
  try {
    await way.book(row, { ...request, auditId: nextId() });
  } catch (error) {
    if (error instanceof BankError && lasting.includes(error.code)) {
      await decideHere(acts, { ...request, verdict: 'REFUSED' }, way);
    }
    throw error;
  }
}

/** Null unless the same member of staff has already decided it so. Throws as `StaffActs.admit`. */
async function decidedBefore(
  { pool, acts }: Tools,
  { id, verdict, session }: Request,
): Promise<ApprovalView | null> {
  const row = await store.findApproval(pool, id);
  if (row?.state !== verdict || row.checker !== session.discordUserId) return null;
  return acts.read(session, rightFor[row.kind], async () => approvalView(row));
}

async function decide(
  tools: Tools,
  performances: Performances,
  request: Request & { readonly isProved: boolean },
): Promise<void> {
  const { id, verdict, session, isProved } = request;
  const row = await store.findApproval(tools.pool, id);
  if (row === null) throw new BankError('APPROVAL_UNKNOWN');
  const way = performances[row.kind];
  assert(way !== undefined, 'every kind of request can be done');
  if (verdict === 'APPROVED' && 'book' in way) {
    await tools.proof.assertProved(session, isProved);
    await book(tools, { row, request, way });
  } else await decideHere(tools.acts, request, way);
}

const isDecided = (error: unknown): boolean =>
  error instanceof BankError && error.code === 'APPROVAL_DECIDED';

export const createApprovals = (tools: Tools, performances: Performances): ApprovalsService => ({
  open: async (session, page) =>
    tools.acts.read(session, 'approvals', async (tx) =>
      (await store.openApprovals(tx, page)).map(approvalView),
    ),
  find: async (session, id) =>
    tools.acts.read(session, 'approvals', async (tx) => {
      const row = await store.findApproval(tx, id);
      return row === null ? null : approvalView(row);
    }),
  decided: async (session, decision) => decidedBefore(tools, { ...decision, session }),
  decide: async (session, { id, verdict, isProved = false }) => {
    const request = { id, verdict, session, isProved };
    try {
      await decide(tools, performances, request);
    } catch (error) {
      // Decided by an earlier press of the same person, or by this one, whose answer was lost.
      const before = isDecided(error) ? await decidedBefore(tools, request) : null;
      if (before === null) throw error;
      return before;
    }
    const row = await readDone(async () => store.findApproval(tools.pool, id));
    assert(row !== null, 'requests are never deleted');
    return approvalView(row);
  },
});
