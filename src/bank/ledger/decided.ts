/** N requests decided in order of arrival against one state: no clock, no database, no change. */
import { assert } from '../../lib/assert.ts';
import type * as m from '../model/index.ts';
import { BankError } from '../model/index.ts';
import type { Booking } from './booking.ts';
import { decide, type LedgerRules } from './decide.ts';
import { areDistinct } from './distinct-ids.ts';
import { linkedPayment, linkKey, linksOf, type PaidRow } from './linked.ts';
import { receiptOfBooking, receiptOfEarlier } from './receipt.ts';
import { customerOf, type LedgerRequest } from './request.ts';
import type { LedgerState } from './state.ts';
import type { BookedState } from './store/bookings.ts';
import { freeKey, type FreeUse } from './store/fees.ts';
import type { AccountState } from './store/state.ts';

export type Outcome =
  | { readonly ok: true; readonly receipt: m.Receipt }
  | { readonly ok: false; readonly error: BankError };

export interface Decided {
  readonly outcomes: readonly Outcome[];
  readonly bookings: readonly Booking[];
  /** Accounts as they will be. */
  readonly changed: readonly AccountState[];
  /** Linked rows as each payment leaves them, by kind. */
  readonly paid: ReadonlyMap<string, readonly PaidRow[]>;
  /** Allowances as they will be. */
  readonly freeUses: readonly FreeUse[];
}

const bookedOf = ({ request, postings, changed }: Booking, now: Date): BookedState => ({
  requestId: request.requestId,
  customerId: customerOf(request.initiator),
  fingerprint: request.fingerprint,
  bookedAt: now,
  postings,
  balanceAfter: (id) => changed.find((account) => account.id === id)?.balance,
});

/** What was booked under this id before the batch, or in it. */
const earlierOf = (start: LedgerState, here: Booking | undefined, id: m.RequestId) =>
  here === undefined ? start.booked.get(id) : bookedOf(here, start.now);

/**
 * Accounts as the decisions so far leave them. A decision asks many times for the same two, so the
 * last two are kept, the newest first.
 */
class AccountsNow {
  readonly #before: LedgerState['accounts'];
  readonly #changed = new Map<m.AccountId, AccountState>();
  #last: AccountState | undefined;
  #lastButOne: AccountState | undefined;

  constructor(before: LedgerState['accounts']) {
    this.#before = before;
  }

  get(id: m.AccountId): AccountState | undefined {
    if (this.#last?.id === id) return this.#last;
    if (this.#lastButOne?.id === id) return this.#lastButOne;
    const found = this.#changed.get(id) ?? this.#before.get(id);
    if (found !== undefined) this.#keep(found);
    return found;
  }

  set(account: AccountState): void {
    this.#changed.set(account.id, account);
    this.#keep(account);
  }

  changed(): readonly AccountState[] {
    return [...this.#changed.values()];
  }

  #keep(account: AccountState): void {
    this.#lastButOne = this.#last;
    this.#last = account;
  }
}

/** Each decision sees what the earlier ones of the batch have changed. */
export function decideAll(
  start: LedgerState,
  requests: readonly LedgerRequest[],
  rules: LedgerRules,
): Decided {
  const accounts = new AccountsNow(start.accounts);
  // Of a batch in which an id comes twice, which is rare.
  const isUnique = areDistinct(requests.map(({ requestId }) => requestId));
  const bookedHere = isUnique ? null : new Map<m.RequestId, Booking>();
  const booked =
    bookedHere === null
      ? start.booked
      : { get: (id: m.RequestId) => earlierOf(start, bookedHere.get(id), id) };
  const holds = new Map(start.holds);
  const linked = new Map(start.linked);
  const freeUses = new Map(start.freeUses);
  const state: LedgerState = { ...start, accounts, booked, holds, linked, freeUses };
  const used = new Map<string, FreeUse>();
  const paid = new Map<string, PaidRow[]>();
  const bookings: Booking[] = [];
  const outcomes = requests.map((request): Outcome => {
    const verdict = decide(state, request, rules);
    if (verdict.kind === 'refused') {
      return { ok: false, error: BankError.of(verdict) };
    }
    if (verdict.kind === 'replayed') {
      return { ok: true, receipt: receiptOfEarlier(request, verdict.earlier, state) };
    }
    const { booking } = verdict;
    for (const account of booking.changed) accounts.set(account);
    bookedHere?.set(request.requestId, booking);
    const hold = request.links?.captures && holds.get(request.links.captures);
    if (hold) holds.set(hold.id, { ...hold, ending: 'CAPTURED' });
    for (const link of linksOf(request)) {
      const payment = linkedPayment(request, booking.postings[0].amount);
      const after = linked.get(linkKey(link))!.paid(payment);
      assert('row' in after, 'what was decided a moment ago is still allowed');
      linked.set(linkKey(link), after.row);
      paid.set(link.kind, [...(paid.get(link.kind) ?? []), { payment, row: after.row }]);
    }
    if (booking.freeUse !== null) {
      const key = freeKey(booking.freeUse);
      freeUses.set(key, booking.freeUse);
      used.set(key, booking.freeUse);
    }
    bookings.push(booking);
    return { ok: true, receipt: receiptOfBooking(booking, state) };
  });
  return { outcomes, bookings, changed: accounts.changed(), paid, freeUses: [...used.values()] };
}
