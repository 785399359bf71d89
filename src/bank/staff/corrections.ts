/** Managers correct bookings by a further transaction; large sums need two managers. */
import type { Pool } from '../../db/pool.ts';
import type { Tx } from '../../db/transaction.ts';
import type { IdSource } from '../../lib/ids.ts';
import { isAnyClosed } from '../accounts/index.ts';
import { lockReversal } from '../ledger/index.ts';
import type * as m from '../model/index.ts';
import { type Asked, BankError, referenceOf } from '../model/index.ts';
import { lockCustomer } from '../people/index.ts';
import { assertNoInsider, type StaffActs, type StaffProof } from './acts.ts';
import type { Book } from './approvals.ts';
import { type ApprovalRequests, approvalView } from './asking.ts';
import {
  type Adjustment,
  adjustmentOf,
  type Correction,
  correctionIn,
  requestOf,
  type Reversal,
  reversalOf,
} from './correction.ts';
import { bookDecided } from './decisions.ts';
import type { StaffMoney } from './money.ts';
import { findApproval } from './store/approvals.ts';

export type Corrected =
  { readonly kind: 'booked'; readonly receipt: m.Receipt } | ({ readonly kind: 'asked' } & Asked);

/**
 * Corrects bookings by a further transaction, never by an edit. Above a limit a second manager
 * decides. Also throws STEP_UP_NEEDED, STAFF_SELF, CUSTOMER_UNKNOWN,
 * TRANSACTION_UNKNOWN, REVERSAL_DONE, REVERSAL_IMPOSSIBLE, REVERSAL_SHORT, REVERSAL_CLOSED,
 * FUNDS_INSUFFICIENT.
 */
export interface CorrectionsService {
  quoteAdjustment(session: m.Session, adjustment: Adjustment): Promise<m.Quote>;
  /** The other side is SUSPENSE. */
  adjust(session: m.Session, adjustment: Adjustment & m.Confirmed): Promise<Corrected>;
  quoteReversal(session: m.Session, reversal: Reversal): Promise<m.Quote>;
  reverse(session: m.Session, reversal: Reversal & m.Confirmed): Promise<Corrected>;
}

interface Tools {
  readonly pool: Pool;
  readonly nextId: IdSource;
  readonly acts: StaffActs;
  readonly requests: ApprovalRequests;
  readonly money: StaffMoney;
  readonly proof: StaffProof;
  /** Minor units; a correction of a larger sum needs a second manager. */
  readonly fourEyesAbove: bigint;
}

/** In the transaction of the booking: a transaction is reversed at most once. */
async function assertFirst(tx: Tx, { reverses }: Correction): Promise<void> {
  if (reverses === null) return;
  const earlier = await lockReversal(tx, reverses);
  if (earlier !== null) {
    throw new BankError('REVERSAL_DONE', { reference: referenceOf(earlier) });
  }
}

/** A closed account stays closed, so a second person is not asked about it. */
async function assertOpen(tx: Tx, { postings }: Correction): Promise<void> {
  const touched = postings.flatMap(({ source, target }) => [source, target]);
  const accounts = touched.filter((id) => id !== null);
  if (await isAnyClosed(tx, accounts)) throw new BankError('ACCOUNT_CLOSED');
}

function assertStranger({ parties }: Correction, session: m.Session): void {
  if (parties.includes(session.customerId)) throw new BankError('STAFF_SELF');
}

/** Refusals of a reversal have codes of their own. */
function ofReversal(error: unknown): unknown {
  const refused = error instanceof BankError ? error.refused : null;
  if (refused?.code === 'FUNDS_INSUFFICIENT') return new BankError('REVERSAL_SHORT', refused.data);
  return refused?.code === 'ACCOUNT_CLOSED' ? new BankError('REVERSAL_CLOSED') : error;
}

async function withItsCodes<Value>({ kind }: Correction, work: Promise<Value>): Promise<Value> {
  return work.catch((error: unknown) => {
    throw kind === 'REVERSE' ? ofReversal(error) : error;
  });
}

async function quote(tools: Tools, session: m.Session, correction: Correction): Promise<m.Quote> {
  assertStranger(correction, session);
  await tools.acts.read(session, 'manage', async (tx) => assertFirst(tx, correction));
  const requestId = tools.nextId() as m.RequestId;
  const request = requestOf(correction, { requestId, session, currency: tools.money.currency });
  return withItsCodes(correction, tools.money.quote(request));
}

type Attempt = m.Confirmed & { readonly session: m.Session };

async function bookAlone(
  tools: Tools,
  correction: Correction,
  { requestId, session }: Attempt,
): Promise<Corrected> {
  const { acts, money, nextId } = tools;
  const { kind, target, account, reason, content, parties } = correction;
  const auditId = nextId();
  const request = requestOf(correction, { requestId, session, currency: money.currency });
  const booking = money.book(request, {
    session,
    auditId,
    parties,
    admit: async (tx) => acts.admit(tx, session, 'manage', parties),
    check: async (tx) => assertFirst(tx, correction),
    note: async (tx, standing, booked) => {
      const named = account === null ? {} : { account: account.number };
      const details = { ...content, ...booked, ...named };
      const act = { auditId, action: `${kind}_BOOKED` as const, session, standing, target, reason };
      await acts.note(tx, { ...act, details });
    },
  });
  return { kind: 'booked', receipt: await withItsCodes(correction, booking) };
}

async function askSecond(
  tools: Tools,
  correction: Correction,
  { requestId: id, session }: Attempt,
): Promise<Corrected> {
  return tools.acts.change(async (tx, auditId): Promise<Corrected> => {
    await lockCustomer(tx, correction.target);
    // An earlier attempt asked and its answer was lost; the checks below no longer matter.
    const earlier = await findApproval(tx, id);
    if (earlier?.maker.customerId === session.customerId) {
      return { kind: 'asked', approval: approvalView(earlier) };
    }
    const standing = await tools.acts.admit(tx, session, 'manage', correction.parties);
    await assertNoInsider(tx, session, correction.parties);
    await assertFirst(tx, correction);
    await withItsCodes(correction, assertOpen(tx, correction));
    const { kind, target, account, content, reason, parties, amount } = correction;
    const named = account === null ? {} : { accountId: account.id };
    const about = { kind, target, ...named, content, reason };
    const approval = await tools.requests.ask(tx, { id, auditId, session, standing, ...about });
    await tools.money.count(tx, { auditId, actor: session.customerId, parties, amount });
    return { kind: 'asked', approval };
  });
}

const confirmed = ({ requestId, isProved = false }: m.Confirmed) => ({ requestId, isProved });

export function createCorrections(tools: Tools): {
  readonly service: CorrectionsService;
  readonly bookApproved: Book;
} {
  const correct = async (correction: Correction, attempt: Attempt): Promise<Corrected> => {
    await tools.proof.assertProved(attempt.session, attempt.isProved);
    return correction.amount > tools.fourEyesAbove
      ? askSecond(tools, correction, attempt)
      : bookAlone(tools, correction, attempt);
  };
  const bookApproved: Book = async (row, decision) => {
    const { session, id: requestId } = decision;
    const correction = await correctionIn(tools.pool, row);
    const request = requestOf(correction, { requestId, session, currency: tools.money.currency });
    const check = async (tx: Tx) => assertFirst(tx, correction);
    const { parties } = correction;
    await withItsCodes(correction, bookDecided(tools, request, { decision, parties, check }));
  };
  return {
    bookApproved,
    service: {
      quoteAdjustment: async (session, asked) =>
        quote(tools, session, await adjustmentOf(tools.pool, asked)),
      adjust: async (session, asked) =>
        correct(await adjustmentOf(tools.pool, asked), { ...confirmed(asked), session }),
      quoteReversal: async (session, asked) =>
        quote(tools, session, await reversalOf(tools.pool, asked)),
      reverse: async (session, asked) =>
        correct(await reversalOf(tools.pool, asked), { ...confirmed(asked), session }),
    },
  };
}
