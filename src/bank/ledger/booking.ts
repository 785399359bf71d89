/** What is booked: each posting in turn, on the accounts as the one before left them. */
import { assert } from '../../lib/assert.ts';
import type * as m from '../model/index.ts';
import { moneyMax, type Refused, refusedWith } from '../model/index.ts';
import type { Counts } from './limits.ts';
import type { LedgerRequest } from './request.ts';
import type { LedgerState } from './state.ts';
import type { AccountState } from './store/state.ts';

/** One posting as it is booked: customers' accounts as it leaves them; null: the bank's own. */
export interface BookedPosting {
  readonly kind: m.TransactionKind;
  readonly sourceId: m.AccountId;
  readonly targetId: m.AccountId;
  readonly amount: bigint;
  readonly source: AccountState | null;
  readonly target: AccountState | null;
}

export interface Booking {
  readonly request: LedgerRequest;
  readonly postings: readonly [BookedPosting, ...BookedPosting[]];
  /** Customers' accounts as they will be. */
  readonly changed: readonly AccountState[];
}

interface Change {
  /** Entries that the account takes: one, or none where it keeps only the sums of the day. */
  readonly entries: bigint;
  readonly amount: bigint;
  readonly paidOut: bigint;
  readonly deposited: bigint;
}

/** What the account counted on an earlier day is forgotten with that day. */
function changedBy(account: AccountState, change: Change, today: string): AccountState {
  const isToday = account.countedDay === today;
  return {
    id: account.id,
    customerId: account.customerId,
    accountNumber: account.accountNumber,
    holderName: account.holderName,
    status: account.status,
    balance: account.balance + change.amount,
    held: account.held,
    lastSeq: account.lastSeq + change.entries,
    countedDay: today,
    paidOutThatDay: (isToday ? account.paidOutThatDay : 0n) + change.paidOut,
    depositedThatDay: (isToday ? account.depositedThatDay : 0n) + change.deposited,
    locked: account.locked,
    limitedUntil: account.limitedUntil,
  };
}

/** The few accounts of one transaction, as they are after what was booked so far. */
class Accounts {
  readonly changed: AccountState[] = [];
  readonly #state: LedgerState;
  readonly #today: string;

  constructor(state: LedgerState) {
    this.#state = state;
    this.#today = state.nowText.slice(0, 10);
  }

  put(account: AccountState): void {
    const place = this.changed.findIndex(({ id }) => id === account.id);
    if (place < 0) this.changed.push(account);
    else this.changed[place] = account;
  }

  /** Null where the account is the bank's own. */
  change(id: m.AccountId, change: Change): AccountState | null {
    const former = this.changed.find((one) => one.id === id) ?? this.#state.accounts.get(id);
    if (former === undefined) return null;
    const account = changedBy(former, change, this.#today);
    this.put(account);
    return account;
  }
}

const uncounted = { paidOut: 0n, deposited: 0n };

/** The first account that the posting would overdraw, or fill above what an account may hold. */
function accountRefusal(
  { source, target, amount }: BookedPosting,
  currency: m.Currency,
): Refused | null {
  if (source !== null && source.balance < source.held) {
    const available = { units: source.balance + amount - source.held, currency };
    return refusedWith('FUNDS_INSUFFICIENT', { available, needed: { units: amount, currency } });
  }
  return target !== null && target.balance > moneyMax ? refusedWith('BALANCE_TOO_LARGE') : null;
}

/** What is booked, or why an account refuses it. */
export function bookingOf(
  state: LedgerState,
  request: LedgerRequest,
  decided: {
    readonly wanted: bigint;
    readonly principal: AccountState;
    readonly counts: Counts | null;
    readonly currency: m.Currency;
  },
): { readonly booking: Booking } | { readonly refusal: Refused } {
  const { wanted, principal, counts, currency } = decided;
  const accounts = new Accounts(state);
  // A captured hold takes nothing from it any more.
  if (request.links?.captures !== undefined) accounts.put(principal);
  let refusal: Refused | null = null;
  const postings = request.postings.map(({ kind, source, target, amount }, index) => {
    assert(target !== null && source !== target, 'a posting has two different ends');
    const sum = typeof amount === 'bigint' ? amount : wanted;
    const sumsOf = (id: m.AccountId) => (index === 0 && counts?.at === id ? counts : uncounted);
    const paid = accounts.change(source, { ...sumsOf(source), entries: 1n, amount: -sum });
    const got = accounts.change(target, { ...sumsOf(target), entries: 1n, amount: sum });
    const booked = { kind, sourceId: source, targetId: target, amount: sum };
    const posting: BookedPosting = { ...booked, source: paid, target: got };
    refusal ??= accountRefusal(posting, currency);
    return posting;
  });
  if (refusal !== null) return { refusal };
  const [first, ...others] = postings;
  assert(first !== undefined, 'a transaction has a posting');
  const isCounted = counts === null || counts.at === first.sourceId || counts.at === first.targetId;
  if (!isCounted) accounts.change(counts.at, { ...counts, entries: 0n, amount: 0n });
  return { booking: { request, postings: [first, ...others], changed: accounts.changed } };
}
