/**
 * N requests in one database transaction: lock, read, decide in order of arrival, write, commit.
 * A refused request drops out alone; the others are booked.
 */
import { DatabaseError } from '../../db/errors.ts';
import type { Pool } from '../../db/pool.ts';
import { type Tx, withTransaction } from '../../db/transaction.ts';
import { assert } from '../../lib/assert.ts';
import type { JobQueue } from '../jobs/index.ts';
import type * as m from '../model/index.ts';
import { BankError } from '../model/index.ts';
import type { Booking } from './booking.ts';
import type { LedgerRules } from './decide.ts';
import { decideAll, type Decided, type Outcome } from './decided.ts';
import { isDayRefusal } from './limits.ts';
import { endCountedHolds, endDueHolds } from './held.ts';
import { type LinkedRows, linkedRows } from './linked.ts';
import type { FeeBook } from './payable.ts';
import { customerOf, type LedgerRequest } from './request.ts';
import { type LedgerState, lockState, withBookings, withFreeUses } from './state.ts';
import { carryOut, write, type WritingTools } from './writing.ts';

export interface LedgerTools extends WritingTools {
  readonly pool: Pool;
  readonly rules: LedgerRules;
  /** For what the ledger must do later by itself: the expiry of holds. */
  readonly jobs: JobQueue;
  /** What `rules` has of it; without one nothing is charged. */
  readonly fees?: FeeBook;
}

/** Holds that are over no longer count, whether or not anything has ended them before. */
export async function lockedState(
  tx: Tx,
  requests: readonly LedgerRequest[],
): Promise<LedgerState> {
  const state = await lockState(tx, requests);
  return (await endDueHolds(tx, state, requests)) ? lockState(tx, requests) : state;
}

/** With the rows that the requests pay, locked after the accounts. */
export async function lockedWithRows(
  tx: Tx,
  tools: LedgerTools,
  requests: readonly LedgerRequest[],
): Promise<LedgerState> {
  const locked = await lockedState(tx, requests);
  const state = await withFreeUses(tx, locked, requests, tools.rules.fees);
  const lock = async (rows: LinkedRows, ids: readonly bigint[]) => rows.lock(tx, ids);
  return { ...state, linked: await linkedRows(requests, tools.linked ?? {}, lock) };
}

/**
 * As `decideAll`; what a limit of the day refuses is decided again if it counted holds that are
 * over.
 */
export async function decideLocked(
  tx: Tx,
  state: LedgerState,
  { requests, rules }: { readonly requests: readonly LedgerRequest[]; readonly rules: LedgerRules },
): Promise<{ readonly state: LedgerState; readonly decided: Decided }> {
  const decided = decideAll(state, requests, rules);
  const limited = requests.filter((_, index) => {
    const outcome = decided.outcomes[index];
    return outcome?.ok === false && isDayRefusal(outcome.error.code);
  });
  if (limited.length === 0 || !(await endCountedHolds(tx, state, limited))) {
    return { state, decided };
  }
  const { booked, linked, freeUses } = state;
  const renewed = { ...(await lockState(tx, requests)), booked, linked, freeUses };
  return { state: renewed, decided: decideAll(renewed, requests, rules) };
}

/** Shorter than other work: people wait for it, and its accounts wait with them. */
const limits = { workMs: 6_000, retryWithinMs: 2_000 };

/**
 * Only what may have been booked before is looked up: what would be refused now, since a refusal
 * says that nothing moved. What would be booked again is refused by its key.
 */
async function decideUnderLocks(
  tx: Tx,
  tools: LedgerTools,
  asked: { readonly requests: readonly LedgerRequest[]; readonly onLocked: () => void },
): Promise<{ readonly state: LedgerState; readonly decided: Decided }> {
  const { requests, onLocked } = asked;
  const { rules } = tools;
  const state = await lockedWithRows(tx, tools, requests);
  onLocked();
  const first = await decideLocked(tx, state, { requests, rules });
  const refused = requests.filter((_, index) => first.decided.outcomes[index]?.ok === false);
  if (refused.length === 0) return first;
  const known = await withBookings(tx, first.state, refused);
  return { state: known, decided: decideAll(known, requests, rules) };
}

/**
 * Outcomes in the order of the requests. Throws OutcomeUnknown when the COMMIT was not answered,
 * and a DatabaseError when nothing was booked.
 */
export async function executeBatch(
  tools: LedgerTools,
  requests: readonly LedgerRequest[],
  onLocked: () => void = () => {},
): Promise<readonly Outcome[]> {
  const { pool, rules } = tools;
  const finish = (tx: Tx, state: LedgerState, decided: Decided) => {
    const { outcomes } = decided;
    assert(outcomes.length === requests.length, 'every request has an outcome');
    return carryOut(tx, tools, state, decided).then(() => outcomes);
  };
  const newly = async (tx: Tx) => {
    const { state, decided } = await decideUnderLocks(tx, tools, { requests, onLocked });
    return finish(tx, state, decided);
  };
  const again = async (tx: Tx) => {
    const known = await withBookings(tx, await lockedWithRows(tx, tools, requests), requests);
    const { state, decided } = await decideLocked(tx, known, { requests, rules });
    return finish(tx, state, decided);
  };
  await tools.fees?.refresh();
  try {
    return await withTransaction(pool, newly, limits);
  } catch (error) {
    // One of them has been booked before, which is rare: only then all are looked up.
    if (!(error instanceof DatabaseError) || error.kind !== 'duplicate') throw error;
    return withTransaction(pool, again, limits);
  }
}

/** What is locked, checked and written in the transaction of one booking. */
export interface Beside {
  /** Before the accounts are locked; throws a BankError to refuse. */
  readonly before: (tx: Tx) => Promise<void>;
  /** Only when it is booked now. */
  readonly after: (tx: Tx, receipt: m.Receipt) => Promise<void>;
}

/** One request, without company. Throws as `executeBatch`, and what `beside` refuses with. */
export async function executeAlone(
  tools: LedgerTools,
  request: LedgerRequest,
  beside: Beside,
): Promise<Outcome> {
  const work = async (tx: Tx): Promise<Outcome> => {
    const refusal = await beside.before(tx).catch((error: unknown) => {
      if (error instanceof BankError) return error;
      throw error;
    });
    const locked = await lockedWithRows(tx, tools, [request]);
    const known = await withBookings(tx, locked, [request]);
    // What the same person booked before is answered, whatever would refuse it now.
    const earlier = known.booked.get(request.requestId);
    if (
      refusal &&
      (earlier === undefined || earlier.customerId !== customerOf(request.initiator))
    ) {
      return { ok: false, error: refusal };
    }
    const asked = { requests: [request], rules: tools.rules };
    const { state, decided } = await decideLocked(tx, known, asked);
    const outcome = decided.outcomes[0]!;
    await carryOut(tx, tools, state, decided);
    if (decided.bookings.length > 0 && outcome.ok) await beside.after(tx, outcome.receipt);
    return outcome;
  };
  await tools.fees?.refresh();
  return withTransaction(tools.pool, work, limits);
}

/** In the transaction of the caller. Throws the BankError of the first that is refused. */
export async function bookAll(
  tx: Tx,
  tools: Pick<LedgerTools, 'nextId' | 'rules'>,
  requests: readonly LedgerRequest[],
): Promise<readonly Booking[]> {
  const { rules, nextId } = tools;
  const locked = await lockedState(tx, requests);
  const { state, decided } = await decideLocked(tx, locked, { requests, rules });
  for (const outcome of decided.outcomes) if (!outcome.ok) throw outcome.error;
  await write(tx, { nextId }, state, decided);
  return decided.bookings;
}
