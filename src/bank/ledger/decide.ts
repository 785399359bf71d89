/** Decides one request against a known state: no clock, no database, no change. */
import type * as m from '../model/index.ts';
import {
  amountOf,
  moneyMax,
  type Refused,
  type RefusedArguments,
  refusedWith,
} from '../model/index.ts';
import { isCorrection, type LedgerRequest, paysIn } from './request.ts';
import type { LedgerState } from './state.ts';
import type { AccountState, BookedState, SessionState } from './store/state.ts';

export interface LedgerRules {
  readonly currency: m.Currency;
  readonly limitPerTransaction: bigint;
  readonly limitPerDay: bigint;
  readonly idleMs: number;
  readonly absoluteMs: number;
  /** What customers send or take out above it needs a proof. */
  readonly stepUpAbove?: bigint | null;
  /** The books were found wrong: nothing moves. */
  readonly isHalted?: boolean;
}

/** What shall be booked: customers' accounts as they will be; null stands for the bank's own. */
export interface Booking {
  readonly request: LedgerRequest;
  readonly amount: m.Amount;
  readonly source: AccountState | null;
  readonly target: AccountState | null;
}

export type Verdict =
  | { readonly kind: 'booked'; readonly booking: Booking }
  | { readonly kind: 'replayed'; readonly earlier: BookedState }
  | ({ readonly kind: 'refused' } & Refused);

const refused = (...args: RefusedArguments): Verdict => ({
  kind: 'refused',
  ...refusedWith(...args),
});

function isLive(session: SessionState | undefined, now: Date, rules: LedgerRules): boolean {
  return (
    session !== undefined &&
    session.endedAt === null &&
    now.getTime() - session.lastSeenAt.getTime() < rules.idleMs &&
    now.getTime() - session.createdAt.getTime() < rules.absoluteMs
  );
}

/** Zero when the share of an empty account was asked for. */
function wantedOf(wish: m.AmountWish, available: bigint): bigint {
  if (wish.kind === 'exact') return wish.amount;
  return wish.kind === 'all' ? available : available / 2n;
}

/** What the account has moved in the way of `request` on the day of `now`. */
function movedToday(account: AccountState, request: LedgerRequest, today: string): bigint {
  if (account.countedDay !== today) return 0n;
  return paysIn(request) ? account.depositedThatDay : account.paidOutThatDay;
}

/** The account after one more entry. What it moved on an earlier day is forgotten with the day. */
function moved(
  account: AccountState,
  change: bigint,
  counted: { readonly today: string; readonly paidOut: bigint; readonly deposited: bigint },
): AccountState {
  const isToday = account.countedDay === counted.today;
  return {
    id: account.id,
    customerId: account.customerId,
    accountNumber: account.accountNumber,
    holderName: account.holderName,
    status: account.status,
    balance: account.balance + change,
    held: account.held,
    lastSeq: account.lastSeq + 1n,
    countedDay: counted.today,
    paidOutThatDay: (isToday ? account.paidOutThatDay : 0n) + counted.paidOut,
    depositedThatDay: (isToday ? account.depositedThatDay : 0n) + counted.deposited,
    locked: account.locked,
    limitedUntil: account.limitedUntil,
  };
}

/** One part in so many of the day’s limit is left while a recovery is recent. */
const loweredShare = 10n;

/** Null when the day's limits allow it. */
function dayRefusal(
  state: LedgerState,
  own: AccountState,
  order: { readonly request: LedgerRequest; readonly wanted: bigint },
  { currency, limitPerDay }: LedgerRules,
): Verdict | null {
  const { request, wanted } = order;
  const movedBefore = movedToday(own, request, state.nowText.slice(0, 10));
  const { limitedUntil } = own;
  const waitMs = limitedUntil === null ? 0 : limitedUntil.getTime() - state.now.getTime();
  const lowered = !paysIn(request) && waitMs > 0;
  const limit = lowered ? limitPerDay / loweredShare : limitPerDay;
  if (movedBefore + wanted <= limit) return null;
  const sums = {
    limit: { units: limit, currency },
    left: { units: movedBefore < limit ? limit - movedBefore : 0n, currency },
  };
  return lowered
    ? refused('LIMIT_LOWERED', { ...sums, waitMs })
    : refused('DAY_LIMIT_REACHED', sums);
}

/** Checks in the order that `PaymentsService` documents; the first that fails is the answer. */
export function decide(state: LedgerState, request: LedgerRequest, rules: LedgerRules): Verdict {
  const { currency, limitPerTransaction } = rules;
  const earlier = state.booked.get(request.requestId);
  if (earlier) {
    const same =
      earlier.customerId === request.session.customerId &&
      earlier.fingerprint.equals(request.fingerprint);
    return same ? { kind: 'replayed', earlier } : refused('REQUEST_REUSED');
  }
  if (rules.isHalted === true) return refused('BANK_HALTED');
  const session = state.sessions.get(request.session.id);
  const own = state.accounts.get(request.own);
  if (!isLive(session, state.now, rules)) return refused('SESSION_EXPIRED');
  const isOwn = own?.customerId === session?.customerId || request.byStaff === true;
  if (own === undefined || !isOwn) return refused('SESSION_EXPIRED');

  const paysOut = !paysIn(request);
  const corrects = isCorrection(request);
  const payee = request.payee === null ? undefined : state.accounts.get(request.payee);
  if (own.status === 'CLOSED') return refused('ACCOUNT_CLOSED');
  if (own.status === 'FROZEN' && paysOut && !corrects) return refused('ACCOUNT_FROZEN');
  if (own.locked && paysOut && !corrects) return refused('ACCOUNT_LOCKED', { unlockBy: 'OWNER' });
  const isTransfer = request.kind === 'TRANSFER';
  if (isTransfer && request.payee === request.own) return refused('TARGET_SAME');
  const isPaid = isTransfer || request.payee !== null;
  if (isPaid && (payee === undefined || payee.status === 'CLOSED')) {
    return refused(isTransfer ? 'TARGET_UNAVAILABLE' : 'ACCOUNT_CLOSED');
  }

  const available = own.balance - own.held;
  const wanted = wantedOf(request.wish, available);
  if (wanted > limitPerTransaction && !corrects) {
    return refused('AMOUNT_ABOVE_LIMIT', { limit: { units: limitPerTransaction, currency } });
  }
  if (wanted < 1n || (paysOut && wanted > available)) {
    return refused('FUNDS_INSUFFICIENT', {
      available: { units: available, currency },
      needed: { units: wanted < 1n ? 1n : wanted, currency },
    });
  }
  const limited = corrects ? null : dayRefusal(state, own, { request, wanted }, rules);
  if (limited) return limited;
  const { stepUpAbove = null } = rules;
  const needsProof = paysOut && request.byStaff !== true && request.isProved !== true;
  if (needsProof && stepUpAbove !== null && wanted > stepUpAbove) return refused('STEP_UP_NEEDED');
  const receiver = paysOut ? payee : own;
  if (receiver && receiver.balance + wanted > moneyMax) return refused('BALANCE_TOO_LARGE');

  const uncounted = { today: state.nowText.slice(0, 10), paidOut: 0n, deposited: 0n };
  const counted = {
    today: uncounted.today,
    paidOut: paysOut && !corrects ? wanted : 0n,
    deposited: paysOut || corrects ? 0n : wanted,
  };
  const ownAfter = moved(own, paysOut ? -wanted : wanted, counted);
  const booking: Booking = {
    request,
    amount: amountOf(wanted),
    source: paysOut ? ownAfter : null,
    target: paysOut ? (payee ? moved(payee, wanted, uncounted) : null) : ownAfter,
  };
  return { kind: 'booked', booking };
}
