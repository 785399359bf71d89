/** What is booked: each posting in turn, on the accounts as the one before left them. */
import { assert } from '../../lib/assert.ts';
import type * as m from '../model/index.ts';
import { moneyMax, type Refused, refusedWith, sumsAfter } from '../model/index.ts';
import { feesAccount } from './chart.ts';
import type { Counts } from './limits.ts';
import type { LedgerRequest, Posting } from './request.ts';
import type { LedgerState } from './state.ts';
import type { FreeUse } from './store/fees.ts';
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
  /** The allowance of free movements that it used; null: none. */
  readonly freeUse: FreeUse | null;
}

/** The account after so much more money in so many entries, and with what counts in its sums. */
function changedBy(
  account: AccountState,
  change: { readonly amount: bigint; readonly entries: bigint; readonly counts: Counts | null },
  today: string,
): AccountState {
  const { amount, entries, counts } = change;
  const isSame = counts === null && account.countedDay === today;
  const sums = isSame ? account : sumsAfter(account, counts ?? nothingOn(today), today);
  return {
    id: account.id,
    customerId: account.customerId,
    accountNumber: account.accountNumber,
    holderName: account.holderName,
    status: account.status,
    balance: account.balance + amount,
    held: account.held,
    lastSeq: account.lastSeq + entries,
    countedDay: today,
    paidOutThatDay: sums.paidOutThatDay,
    paidOutThatWeek: sums.paidOutThatWeek,
    paidOutThatMonth: sums.paidOutThatMonth,
    depositedThatDay: sums.depositedThatDay,
    locked: account.locked,
    limitedUntil: account.limitedUntil,
    hasLimits: account.hasLimits,
    isPot: account.isPot,
    isShared: account.isShared,
    isSharedPot: account.isSharedPot,
    paysFrom: account.paysFrom,
  };
}

const nothingOn = (on: string) => ({ paidOut: 0n, deposited: 0n, on });

/** The account with more in its sums; it takes no entry. */
export const counted = (account: AccountState, counts: Counts, today: string): AccountState =>
  changedBy(account, { amount: 0n, entries: 0n, counts }, today);

/**
 * The customers' accounts of the first posting, which all of it changes: in a list of their number,
 * since one that grows takes room for many.
 */
function endsOf({ accounts }: LedgerState, { source, target }: Posting<unknown>): AccountState[] {
  const payer = accounts.get(source);
  const payee = target === null ? undefined : accounts.get(target);
  if (payer === undefined) return payee === undefined ? [] : [payee];
  return payee === undefined ? [payer] : [payer, payee];
}

/** Replaces the account among those that have changed, or adds it. */
function put(changed: AccountState[], account: AccountState): void {
  for (let place = 0; place < changed.length; place += 1) {
    if (changed[place]!.id === account.id) {
      changed[place] = account;
      return;
    }
  }
  changed.push(account);
}

function current(state: LedgerState, changed: readonly AccountState[], id: m.AccountId) {
  for (const account of changed) if (account.id === id) return account;
  return state.accounts.get(id);
}

/** A transaction that is being made: accounts as it has changed them so far. */
interface Draft {
  readonly state: LedgerState;
  readonly changed: AccountState[];
  readonly today: string;
}

/** One more entry on a customer's account; null for the bank's own. */
function take(
  { state, changed, today }: Draft,
  id: m.AccountId,
  { amount, counts }: { readonly amount: bigint; readonly counts: Counts | null },
): AccountState | null {
  const former = current(state, changed, id);
  if (former === undefined) return null;
  const counted = counts?.at === id ? counts : null;
  const account = changedBy(former, { amount, entries: 1n, counts: counted }, today);
  put(changed, account);
  return account;
}

function book(
  draft: Draft,
  { kind, source, target }: Omit<Posting, 'amount'>,
  { amount, counts }: { readonly amount: bigint; readonly counts: Counts | null },
): BookedPosting {
  assert(target !== null && source !== target, 'a posting has two different ends');
  const paid = take(draft, source, { amount: -amount, counts });
  const got = take(draft, target, { amount, counts });
  return { kind, sourceId: source, targetId: target, amount, source: paid, target: got };
}

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
    readonly fee: bigint;
    readonly freeUse: FreeUse | null;
    readonly principal: AccountState;
    readonly counts: Counts | null;
    readonly currency: m.Currency;
  },
): { readonly booking: Booking } | { readonly refusal: Refused } {
  const { wanted, fee, freeUse, principal, counts, currency } = decided;
  const { today } = state;
  const [main, ...further] = request.postings;
  const changed = endsOf(state, main);
  // A captured hold takes nothing from it any more.
  if (request.links?.captures !== undefined) put(changed, principal);
  const draft = { state, changed, today };
  const first = book(draft, main, { amount: wanted, counts });
  const postings: [BookedPosting, ...BookedPosting[]] = [first];
  if (fee > 0n) {
    const charged = { kind: 'FEE', source: principal.id, target: feesAccount.id } as const;
    postings.push(book(draft, charged, { amount: fee, counts: null }));
  }
  for (const posting of further) {
    postings.push(book(draft, posting, { amount: posting.amount, counts: null }));
  }
  for (const posting of postings) {
    const refusal = accountRefusal(posting, currency);
    if (refusal !== null) return { refusal };
  }
  const isCounted = counts === null || counts.at === first.sourceId || counts.at === first.targetId;
  const counter = isCounted ? undefined : current(state, changed, counts.at);
  if (counter !== undefined && counts !== null) {
    put(changed, counted(counter, counts, today));
  }
  return { booking: { request, postings, changed, freeUse } };
}
