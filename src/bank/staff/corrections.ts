/** Managers put right what was booked, by a further transaction; large sums take two of them. */
import { type Tx, withTransaction } from '../../db/transaction.ts';
import { isAnyClosed } from '../accounts/index.ts';
import { changeOnce } from '../audit/index.ts';
import { lockReversal } from '../ledger/index.ts';
import type * as m from '../model/index.ts';
import { type Asked, BankError, referenceOf } from '../model/index.ts';
import { lockCustomer } from '../people/index.ts';
import type { Book } from './approvals.ts';
import { approvalView, askApproval } from './asking.ts';
import {
  type Adjustment,
  adjustmentOf,
  type Correction,
  correctionIn,
  requestOf,
  type Reversal,
  reversalOf,
} from './correction.ts';
import type { CounterTools } from './counter.ts';
import { closeDecision, openDecision, type Opened } from './decisions.ts';
import { admitStaff, noteAct, tellParties } from './desk.ts';
import { assertNoInsider, countAct } from './insider.ts';
import type { Standing } from './rights.ts';
import { assertStaffProved } from './step-up.ts';
import { findApproval } from './store/approvals.ts';

export type Corrected =
  { readonly kind: 'booked'; readonly receipt: m.Receipt } | ({ readonly kind: 'asked' } & Asked);

/**
 * Putting right what was booked: never by editing, always by a further transaction. Above a limit a
 * second manager decides. Also throws STEP_UP_NEEDED, STAFF_SELF, CUSTOMER_UNKNOWN,
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

export interface CorrectionTools extends CounterTools {
  readonly fourEyesAbove: bigint;
}

/** In the transaction of the booking: a transaction is reversed once. */
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

const count = async (
  tx: Tx,
  tools: CorrectionTools,
  { parties, amount }: Correction,
  { auditId, session }: { readonly auditId: bigint; readonly session: m.Session },
): Promise<void> => countAct(tx, tools, { auditId, actor: session.customerId, parties, amount });

/** What refuses a reversal has codes of its own. */
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

async function quote(tools: CorrectionTools, session: m.Session, correction: Correction) {
  assertStranger(correction, session);
  await withTransaction(tools.pool, async (tx) => {
    await admitStaff(tx, tools, session, 'manage');
    await assertFirst(tx, correction);
  });
  const requestId = tools.nextId() as m.RequestId;
  const request = requestOf(correction, { requestId, session, currency: tools.currency });
  const quoted = await withItsCodes(correction, tools.ledger.quote(request));
  return { ...quoted, firstPayment: false, needsProof: tools.asksProof };
}

type Attempt = m.Confirmed & { readonly session: m.Session };

async function bookAlone(
  tools: CorrectionTools,
  correction: Correction,
  { requestId, session }: Attempt,
): Promise<Corrected> {
  const auditId = tools.nextId();
  let standing: Standing = { staffRole: null };
  const request = requestOf(correction, { requestId, session, currency: tools.currency });
  const booking = tools.ledger.bookWith(request, {
    before: async (tx) => {
      standing = await admitStaff(tx, tools, session, 'manage', correction.parties);
      await assertNoInsider(tx, session, correction.parties);
      await assertFirst(tx, correction);
    },
    after: async (tx, { balanceBefore, balanceAfter }) => {
      const { kind, target, reason, content } = correction;
      await count(tx, tools, correction, { auditId, session });
      const sums = { before: `${balanceBefore}`, after: `${balanceAfter}` };
      const details = { ...content, ...sums, reference: referenceOf(requestId) };
      const act = { auditId, action: `${kind}_BOOKED` as const, session, standing, target, reason };
      await noteAct(tx, tools, { ...act, details });
      await tellParties(tx, tools, { auditId, parties: correction.parties });
    },
  });
  return { kind: 'booked', receipt: await withItsCodes(correction, booking) };
}

async function askSecond(
  tools: CorrectionTools,
  correction: Correction,
  { requestId: id, session }: Attempt,
): Promise<Corrected> {
  const auditId = tools.nextId();
  return changeOnce(tools, auditId, async (tx): Promise<Corrected> => {
    await lockCustomer(tx, correction.target);
    // Asked before, by an attempt whose answer was lost: whatever would refuse it now.
    const earlier = await findApproval(tx, id);
    if (earlier?.maker.customerId === session.customerId) {
      return { kind: 'asked', approval: approvalView(earlier) };
    }
    const standing = await admitStaff(tx, tools, session, 'manage', correction.parties);
    await assertNoInsider(tx, session, correction.parties);
    await assertFirst(tx, correction);
    await withItsCodes(correction, assertOpen(tx, correction));
    const { kind, target, content, reason } = correction;
    const wish = { id, auditId, kind, session, standing, target, content, reason };
    const approval = await askApproval(tx, tools, wish);
    await count(tx, tools, correction, { auditId, session });
    return { kind: 'asked', approval };
  });
}

const confirmed = ({ requestId, isProved = false }: m.Confirmed) => ({ requestId, isProved });

export function createCorrections(tools: CorrectionTools): {
  readonly service: CorrectionsService;
  readonly bookApproved: Book;
} {
  const correct = async (correction: Correction, attempt: Attempt): Promise<Corrected> => {
    await assertStaffProved(tools, attempt.session, attempt.isProved);
    return correction.amount > tools.fourEyesAbove
      ? askSecond(tools, correction, attempt)
      : bookAlone(tools, correction, attempt);
  };
  const bookApproved: Book = async (row, decision) => {
    const { session, id: requestId } = decision;
    const correction = await correctionIn(tools, row);
    let opened: Opened | null = null;
    const request = requestOf(correction, { requestId, session, currency: tools.currency });
    const booking = tools.ledger.bookWith(request, {
      before: async (tx) => {
        opened = await openDecision(tx, tools, decision, correction.parties);
        if (correction.parties.includes(session.customerId)) {
          throw new BankError('APPROVAL_OWN', { decider: 'BENEFICIARY' });
        }
        await assertNoInsider(tx, session, correction.parties);
        await assertFirst(tx, correction);
      },
      after: async (tx, { balanceBefore, balanceAfter }) => {
        const sums = { before: `${balanceBefore}`, after: `${balanceAfter}` };
        const more = { ...sums, reference: referenceOf(requestId) };
        await closeDecision(tx, tools, decision, opened!, more);
        await count(tx, tools, correction, decision);
        const { auditId } = decision;
        await tellParties(tx, tools, { auditId, parties: correction.parties });
      },
    });
    const receipt = await withItsCodes(correction, booking);
    // Found booked already, not booked now: somebody decided before.
    if (receipt.replayed) throw new BankError('APPROVAL_DECIDED', { state: 'APPROVED' });
  };
  return {
    bookApproved,
    service: {
      quoteAdjustment: async (session, asked) =>
        quote(tools, session, await adjustmentOf(tools, asked)),
      adjust: async (session, asked) =>
        correct(await adjustmentOf(tools, asked), { ...confirmed(asked), session }),
      quoteReversal: async (session, asked) =>
        quote(tools, session, await reversalOf(tools, asked)),
      reverse: async (session, asked) =>
        correct(await reversalOf(tools, asked), { ...confirmed(asked), session }),
    },
  };
}
