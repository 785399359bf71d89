/** What one customer may move in a day, over all of their accounts. */
import { assert } from '../../lib/assert.ts';
import type * as m from '../model/index.ts';
import {
  type ErrorCode,
  freeAt,
  initiatorOf,
  isSameMonth,
  isSameWeek,
  limitNow,
  policyOf,
  type Refused,
  refusedWith,
  usedOf,
} from '../model/index.ts';
import { kindOf, type LedgerRequest, principalOf } from './request.ts';
import type { LedgerState } from './state.ts';
import type { HoldState } from './store/holds.ts';
import type { AccountState } from './store/state.ts';

export interface DayLimits {
  readonly currency: m.Currency;
  /** Of one customer. */
  readonly limitPerDay: bigint;
}

/** What one request adds to the sums of a customer's day, and of its week and month. */
export interface Counts {
  /** The account whose row keeps these sums. */
  readonly at: m.AccountId;
  readonly paidOut: bigint;
  readonly deposited: bigint;
  /** The day that it adds to, YYYY-MM-DD. */
  readonly on: string;
}

export const isLimited = (request: LedgerRequest): boolean =>
  policyOf(kindOf(request)).counts !== null && initiatorOf(request.initiator.kind).isLimited;

const ownerIn = ({ accounts }: LedgerState, id: m.AccountId) => accounts.get(id)?.customerId;

/**
 * Null where nothing counts, such as a correction. A hold has been counted apart from its fee: what
 * its capture leaves is given back to the sums of that day.
 */
export function countsOf(
  state: LedgerState,
  request: LedgerRequest,
  wanted: bigint,
): Counts | null {
  const hold = request.links?.captures && state.holds.get(request.links.captures);
  if (hold) return returnedBy(hold, countedFor(hold) - wanted, state.today);
  if (!isLimited(request)) return null;
  const principal = principalOf(request);
  const at = request.countedAt ?? principal;
  // The holder of a shared account has no day: the one who acts for it has.
  const isOwn = at === principal || ownerIn(state, at) === ownerIn(state, principal);
  const isShared = state.accounts.get(principal)?.isShared === true;
  assert(isOwn || isShared, 'a day is counted at an account of the same customer');
  const on = state.today;
  return policyOf(kindOf(request)).counts === 'target'
    ? { at, paidOut: 0n, deposited: wanted, on }
    : { at, paidOut: wanted, deposited: 0n, on };
}

/** What a hold has added to the sums of its day. */
export const countedFor = ({ amount, fee }: HoldState): bigint => amount - fee;

/** What is no longer held is no longer counted, as long as its week or month is not over. */
export function returnedBy(hold: HoldState, amount: bigint, today: string): Counts | null {
  const { countedAt, heldOn: on } = hold;
  const isOver = !isSameWeek(on, today) && !isSameMonth(on, today);
  if (countedAt === null || isOver || amount === 0n) return null;
  return { at: countedAt, paidOut: -amount, deposited: 0n, on };
}

/** One part in so many of the day’s limit is left while a recovery is recent. */
const loweredShare = 10n;

function movedToday(account: AccountState, today: string, paysOut: boolean): bigint {
  if (account.countedDay !== today) return 0n;
  return paysOut ? account.paidOutThatDay : account.depositedThatDay;
}

/** What may count holds that are over. */
export const isDayRefusal = (code: ErrorCode): boolean =>
  code === 'DAY_LIMIT_REACHED' || code === 'LIMIT_LOWERED' || code === 'OWN_LIMIT_REACHED';

/** Null when the day's limits allow it. */
export function dayRefusal(
  state: LedgerState,
  counts: Counts,
  { currency, limitPerDay }: DayLimits,
): Refused | null {
  if (counts.paidOut < 0n) return null;
  const counter = state.accounts.get(counts.at);
  if (counter === undefined) return refusedWith('SESSION_EXPIRED');
  const paysOut = counts.paidOut > 0n;
  const wanted = counts.paidOut + counts.deposited;
  const movedBefore = movedToday(counter, state.today, paysOut);
  const { limitedUntil } = counter;
  const waitMs = limitedUntil === null ? 0 : limitedUntil.getTime() - state.now.getTime();
  const lowered = paysOut && waitMs > 0;
  const limit = lowered ? limitPerDay / loweredShare : limitPerDay;
  if (movedBefore + wanted <= limit) return null;
  const sums = {
    limit: { units: limit, currency },
    left: { units: movedBefore < limit ? limit - movedBefore : 0n, currency },
  };
  return lowered
    ? refusedWith('LIMIT_LOWERED', { ...sums, waitMs })
    : refusedWith('DAY_LIMIT_REACHED', sums);
}

/** Null where the customer's own limits allow it; of several that do not, the tightest. */
export function ownLimitRefusal(
  { accounts, limits, now, today }: LedgerState,
  { at, paidOut }: Counts,
  currency: m.Currency,
): Refused | null {
  const account = accounts.get(at);
  const own = limits.get(at);
  if (account === undefined || own === undefined || paidOut <= 0n) return null;
  let tightest: m.ErrorData['OWN_LIMIT_REACHED'] | null = null;
  for (const one of own) {
    const { period } = one;
    const limit = limitNow(one, now).amount;
    const used = usedOf(period, account, today);
    if (limit === null || used + paidOut <= limit) continue;
    const left = { units: used < limit ? limit - used : 0n, currency };
    if (tightest !== null && left.units >= tightest.left.units) continue;
    tightest = { period, limit: { units: limit, currency }, left, freeAt: freeAt(period, today) };
  }
  return tightest === null ? null : refusedWith('OWN_LIMIT_REACHED', tightest);
}
