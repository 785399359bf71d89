/** The ledger's entrance: one request in, one receipt out. Nothing else moves money. */
import { isRefused, isUnavailable, OutcomeUnknown } from '../../db/errors.ts';
import { untilKnown } from '../audit/index.ts';
import type * as m from '../model/index.ts';
import { amountOf, balanceOf, BankError, referenceOf, type ReportEvent } from '../model/index.ts';
import { type Beside, executeAlone, executeBatch, type LedgerTools } from './batch.ts';
import { decide } from './decide.ts';
import { readState, withoutCountedHolds } from './current-state.ts';
import type { Outcome } from './decided.ts';
import { createHolds, type Holds } from './holds.ts';
import { isDayRefusal } from './limits.ts';
import { defaultQueueLimits, type QueueLimits, requestQueue } from './queue/queue.ts';
import { chargeOf } from './payable.ts';
import { effectOn, knownWithinMs, partiesOf, unknownOutcome } from './receipt.ts';
import { kindOf, type LedgerRequest, principalOf } from './request.ts';
import { accountsTouched, withFreeUses } from './state.ts';

export interface Ledger {
  /** Books once per request id; throws what `PaymentsService` lists. */
  book(request: LedgerRequest): Promise<m.Receipt>;
  /** Books together with what staff write beside it: all of it, or nothing. */
  bookWith(request: LedgerRequest, beside: Beside): Promise<m.Receipt>;
  /** What booking would do now: reads without locks and moves nothing. Throws the same. */
  quote(request: LedgerRequest): Promise<Omit<m.Quote, 'firstPayment' | 'needsProof'>>;
  /** What would be charged of an amount for a request like this one; reads without locks. */
  feeFor(request: LedgerRequest): Promise<m.FeeOf>;
  readonly holds: Holds;
  /** Finishes what was accepted. */
  close(): Promise<void>;
}

type Failed = { readonly ok: false; readonly error: unknown };

/**
 * What the database refused to write was rolled back: known to have moved nothing, and reported as
 * a defect. Earlier attempts, too: what they had booked would have been found.
 */
function known({ requestId }: LedgerRequest, error: unknown, report: ReportEvent): unknown {
  if (!isRefused(error)) return error;
  const reference = referenceOf(requestId);
  report({ name: 'bookingRefused', reference, error });
  return new BankError('NOT_BOOKABLE', { reference });
}

/** The same id with other content is a defect of what asks. */
function reportReused(
  requests: readonly LedgerRequest[],
  outcomes: readonly (Outcome | Failed)[],
  report: ReportEvent,
): void {
  for (let index = 0; index < outcomes.length; index += 1) {
    const outcome = outcomes[index]!;
    if (outcome.ok || !(outcome.error instanceof BankError)) continue;
    if (outcome.error.code !== 'REQUEST_REUSED') continue;
    const { requestId } = requests[index]!;
    report({ name: 'requestReused', requestId, reference: referenceOf(requestId) });
  }
}

function batchRunner(tools: LedgerTools, options: { report: ReportEvent }) {
  const { report } = options;
  const unknown = ({ requestId }: LedgerRequest): Failed => ({
    ok: false,
    error: unknownOutcome(requestId, report),
  });
  const run = async (
    requests: readonly LedgerRequest[],
    onLocked: () => void,
  ): Promise<readonly (Outcome | Failed)[]> => {
    try {
      return await untilKnown(async () => executeBatch(tools, requests, onLocked), {
        withinMs: knownWithinMs,
      });
    } catch (error) {
      if (error instanceof OutcomeUnknown) return requests.map(unknown);
      if (isUnavailable(error)) {
        return requests.map(() => ({ ok: false, error: new BankError('BANK_BUSY') }));
      }
      const [only] = requests;
      if (requests.length === 1) return [{ ok: false, error: known(only!, error, report) }];
      // One of them cannot be written: halve until it stands alone, so that its neighbours pass.
      report({ name: 'batchSplit', requests: requests.length });
      const middle = Math.ceil(requests.length / 2);
      const first = await run(requests.slice(0, middle), onLocked);
      return [...first, ...(await run(requests.slice(middle), onLocked))];
    }
  };
  return async (requests: readonly LedgerRequest[], onLocked: () => void) => {
    const outcomes = await run(requests, onLocked);
    reportReused(requests, outcomes, report);
    return outcomes;
  };
}

async function quote(tools: LedgerTools, request: LedgerRequest) {
  const { pool, rules, linked } = tools;
  await tools.fees?.refresh();
  const known = await readState(pool, [request], linked);
  let state = await withFreeUses(pool, known, [request], rules.fees);
  let verdict = decide(state, request, rules, 'quote');
  if (verdict.kind === 'refused' && isDayRefusal(verdict.code)) {
    state = await withoutCountedHolds(pool, state, [request]);
    verdict = decide(state, request, rules, 'quote');
  }
  if (verdict.kind === 'refused') throw BankError.of(verdict);
  // A quote's id is fresh, so nothing can have been booked under it.
  if (verdict.kind === 'replayed') throw new BankError('REQUEST_REUSED');
  const { postings, changed } = verdict.booking;
  const principal = principalOf(request);
  const { change, fee } = effectOn(principal, postings);
  const after = changed.find(({ id }) => id === principal)?.balance ?? 0n;
  return {
    kind: kindOf(request),
    ...partiesOf(request, state),
    wish: request.postings[0].amount,
    amount: amountOf(postings[0].amount),
    fee,
    balanceBefore: balanceOf(after - change),
    balanceAfter: balanceOf(after),
    memo: request.memo,
  };
}

async function feeFor({ pool, rules, fees, linked }: LedgerTools, request: LedgerRequest) {
  await fees?.refresh();
  const known = await readState(pool, [request], linked);
  const state = await withFreeUses(pool, known, [request], rules.fees);
  return chargeOf(state, request, rules.fees ?? []).of;
}

async function bookWith(
  tools: LedgerTools,
  request: LedgerRequest,
  options: { readonly report: ReportEvent; readonly beside: Beside },
): Promise<m.Receipt> {
  const { report, beside } = options;
  try {
    const outcome = await untilKnown(async () => executeAlone(tools, request, beside), {
      withinMs: knownWithinMs,
    });
    if (!outcome.ok) throw outcome.error;
    return outcome.receipt;
  } catch (error) {
    if (!(error instanceof OutcomeUnknown)) throw known(request, error, report);
    throw unknownOutcome(request.requestId, report);
  }
}

export function createLedger(
  tools: LedgerTools,
  options: { readonly report: ReportEvent } & Partial<QueueLimits>,
): Ledger {
  const work = { accountsOf: accountsTouched, run: batchRunner(tools, options) };
  const queue = requestQueue(work, { ...defaultQueueLimits, ...options });
  return {
    book: (request) => queue.add(request),
    bookWith: async (request, beside) => bookWith(tools, request, { ...options, beside }),
    quote: async (request) => quote(tools, request),
    feeFor: async (request) => feeFor(tools, request),
    holds: createHolds(tools, options.report),
    close: async () => queue.close(),
  };
}
