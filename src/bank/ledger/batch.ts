/**
 * N requests in one database transaction: lock, read, decide in order of arrival, write, commit.
 * A refused request drops out alone; the others are booked.
 */
import type { Pool } from '../../db/pool.ts';
import { withTransaction, type Tx } from '../../db/transaction.ts';
import { assert } from '../../lib/assert.ts';
import type { IdSource } from '../../lib/ids.ts';
import { BankError } from '../errors.ts';
import type * as m from '../model.ts';
import { insertEntries, insertTransactions, updateAccounts } from '../store/ledger-rows.ts';
import type { AccountState, BookedState } from '../store/ledger-state.ts';
import { insertDeskMessages, insertMessages, type NewMessage } from '../store/outbox.ts';
import { decide, type Booking, type LedgerRules } from './decide.ts';
import { byKey, entriesOf, transactionOf, type PlacedBooking } from './entries.ts';
import { receiptOfBooking, receiptOfEarlier } from './receipt.ts';
import type { LedgerRequest } from './request.ts';
import { loadState, type LedgerState } from './state.ts';

export interface LedgerTools {
  readonly pool: Pool;
  readonly nextId: IdSource;
  readonly rules: LedgerRules;
  /** Whether each movement is also a line for the staff's log. */
  readonly isLogged?: () => boolean;
}

export type Outcome =
  | { readonly ok: true; readonly receipt: m.Receipt }
  | { readonly ok: false; readonly error: BankError };

interface Decided {
  readonly outcomes: readonly Outcome[];
  readonly bookings: readonly Booking[];
  /** Accounts as they will be. */
  readonly changed: readonly AccountState[];
}

const bookedOf = ({ request, amount, source, target }: Booking, now: Date): BookedState => ({
  requestId: request.requestId,
  customerId: request.session.customerId,
  fingerprint: request.fingerprint,
  amount,
  bookedAt: now,
  sourceBalanceAfter: source?.balance ?? null,
  targetBalanceAfter: target?.balance ?? null,
});

/** Each decision sees what the earlier ones of the batch have changed. */
export function decideAll(
  start: LedgerState,
  requests: readonly LedgerRequest[],
  rules: LedgerRules,
): Decided {
  const accounts = new Map(start.accounts);
  const booked = new Map(start.booked);
  const state: LedgerState = { ...start, accounts, booked };
  const changed = new Map<m.AccountId, AccountState>();
  const bookings: Booking[] = [];
  const outcomes = requests.map((request): Outcome => {
    const verdict = decide(state, request, rules);
    if (verdict.kind === 'refused') {
      return { ok: false, error: new BankError(verdict.code, verdict.details) };
    }
    if (verdict.kind === 'replayed') {
      return { ok: true, receipt: receiptOfEarlier(request, verdict.earlier, state) };
    }
    const { booking } = verdict;
    for (const account of [booking.source, booking.target]) {
      if (account === null) continue;
      accounts.set(account.id, account);
      changed.set(account.id, account);
    }
    booked.set(request.requestId, bookedOf(booking, start.now));
    bookings.push(booking);
    return { ok: true, receipt: receiptOfBooking(booking, state) };
  });
  return { outcomes, bookings, changed: [...changed.values()] };
}

const noticeOf = (booking: Booking, id: bigint): NewMessage[] => {
  const { request, target } = booking;
  if (request.kind !== 'TRANSFER' || target === null) return [];
  const subject = { kind: 'MONEY_RECEIVED', accountId: target.id, seq: target.lastSeq } as const;
  return [{ id, customerId: target.customerId, subject }];
};

const lineOf = ({ request }: Booking, id: bigint) => ({
  id,
  customerId: request.session.customerId,
  subject: { kind: 'MOVEMENT', transactionId: request.requestId } as const,
});

async function write(tx: Tx, tools: LedgerTools, state: LedgerState, decided: Decided) {
  const placed = decided.bookings.map((booking): PlacedBooking => ({
    booking,
    ownSeq: tools.nextId(),
  }));
  await insertTransactions(tx, placed.map(transactionOf), state.nowText);
  // In the order of their key, so that the server fills one page after the other.
  await insertEntries(tx, placed.flatMap(entriesOf).toSorted(byKey), state.nowText);
  const notices = decided.bookings.flatMap((booking) => noticeOf(booking, tools.nextId()));
  await insertMessages(tx, notices, state.nowText);
  if (tools.isLogged?.() === true) {
    const lines = decided.bookings.map((booking) => lineOf(booking, tools.nextId()));
    await insertDeskMessages(tx, 'LOG', lines, state.nowText);
  }
  await updateAccounts(tx, decided.changed);
}

/** Shorter than other work: people wait for it, and its accounts wait with them. */
const limits = { workMs: 6_000, retryWithinMs: 2_000 };

/**
 * Outcomes in the order of the requests. Throws OutcomeUnknown when the COMMIT was not answered,
 * and a DatabaseError when nothing was booked.
 */
export async function executeBatch(
  tools: LedgerTools,
  requests: readonly LedgerRequest[],
): Promise<readonly Outcome[]> {
  const work = async (tx: Tx) => {
    const state = await loadState(tx, requests, { locked: true });
    const decided = decideAll(state, requests, tools.rules);
    assert(decided.outcomes.length === requests.length, 'every request has an outcome');
    if (decided.bookings.length > 0) await write(tx, tools, state, decided);
    return decided.outcomes;
  };
  return withTransaction(tools.pool, work, limits);
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
    const state = await loadState(tx, [request], { locked: true });
    // What the same person booked before is answered, whatever would refuse it now.
    const earlier = state.booked.get(request.requestId);
    if (refusal && earlier?.customerId !== request.session.customerId) {
      return { ok: false, error: refusal };
    }
    const decided = decideAll(state, [request], tools.rules);
    const outcome = decided.outcomes[0]!;
    if (decided.bookings.length > 0 && outcome.ok) {
      await write(tx, tools, state, decided);
      await beside.after(tx, outcome.receipt);
    }
    return outcome;
  };
  return withTransaction(tools.pool, work, limits);
}
