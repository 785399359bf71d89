/** Decides one request against a known state: no clock, no database, no change. */
import { assert } from '../../lib/assert.ts';
import type * as m from '../model/index.ts';
import {
  initiatorOf,
  policyOf,
  type Refused,
  type RefusedArguments,
  refusedWith,
  sessionEndsMs,
  type SessionLimits,
} from '../model/index.ts';
import { isOwnAccount } from './chart.ts';
import { type Booking, bookingOf } from './booking.ts';
import { captureRefusal } from './capture.ts';
import { countsOf, dayRefusal, type DayLimits, isLimited, ownLimitRefusal } from './limits.ts';
import { linkedPayment, linkKey, linksOf } from './linked.ts';
import { chargeOf, type Payable, payableOf } from './payable.ts';
import { potRefusal } from './pots.ts';
import {
  customerOf,
  kindOf,
  type LedgerRequest,
  type Posting,
  principalOf,
  sessionOf,
} from './request.ts';
import type { LedgerState } from './state.ts';
import type { BookedState } from './store/bookings.ts';

export interface LedgerRules extends DayLimits, SessionLimits {
  readonly limitPerTransaction: bigint;
  /** What customers send or take out above it needs a proof. */
  readonly stepUpAbove?: bigint | null;
  /** All that there are, were and will be. */
  readonly fees?: readonly m.Fee[];
  /** The books were found wrong: nothing moves. */
  readonly isHalted?: boolean;
}

export type Verdict =
  | { readonly kind: 'booked'; readonly booking: Booking }
  | { readonly kind: 'replayed'; readonly earlier: BookedState }
  | ({ readonly kind: 'refused' } & Refused);

/** `quote`: what booking would do once the card's sum is confirmed and proved. */
export type Mode = 'book' | 'quote';

const refused = (...args: RefusedArguments): Verdict => ({
  kind: 'refused',
  ...refusedWith(...args),
});

/** ENDED: it may not even read. READS: it moves money only with a proof. */
type Power = 'ENDED' | 'READS' | 'MOVES';

/** Of the session that asks; null where none does. */
function powerOf(
  { sessions, now }: LedgerState,
  request: LedgerRequest,
  rules: LedgerRules,
): Power | null {
  const asking = sessionOf(request);
  if (asking === null) return null;
  const session = sessions.get(asking.id);
  if (session === undefined || session.isEnded) return 'ENDED';
  const { moneyMs, readMs } = sessionEndsMs(session, rules);
  const nowMs = now.getTime();
  if (nowMs < moneyMs) return 'MOVES';
  return nowMs < readMs ? 'READS' : 'ENDED';
}

/** Whether the one who asks is still admitted, and asks about money of their own. */
function isAdmitted(state: LedgerState, request: LedgerRequest, power: Power | null): boolean {
  const { initiator, postings } = request;
  const { hasSession, ownsMoney } = initiatorOf(initiator.kind);
  if (hasSession && power === null) return false;
  // Staff, who move other people's money, never act in a session that only reads.
  if (power === 'ENDED' || (power === 'READS' && !ownsMoney)) return false;
  const principal = state.accounts.get(principalOf(request));
  if (principal === undefined) return false;
  if (!ownsMoney) return true;
  // What a member may do with a shared account, the member's own row decides; see `linkedRefusal`.
  const isMembers = principal.isShared || principal.isSharedPot;
  const isMember = request.links?.member !== undefined && isMembers;
  const customer = isMember ? principal.customerId : customerOf(initiator);
  const { counts, isOwn } = policyOf(kindOf(request));
  if ((counts === null && !isOwn) || principal.customerId !== customer) return false;
  for (const { kind, source, target } of postings) {
    const payer = state.accounts.get(source);
    if (!isOwnAccount(source) && payer?.customerId !== customer) return false;
    const receiver = target === null ? undefined : state.accounts.get(target);
    if (policyOf(kind).isOwn && receiver?.customerId !== customer) return false;
  }
  return true;
}

/** Null when the state of both ends allows the posting. */
function endsRefusal(state: LedgerState, { kind, source, target }: Posting<unknown>) {
  const policy = policyOf(kind);
  const payer = state.accounts.get(source);
  if (payer !== undefined) {
    if (payer.status === 'CLOSED') return refused('ACCOUNT_CLOSED');
    if (policy.source === 'ACTIVE') {
      if (payer.status === 'FROZEN') return refused('ACCOUNT_FROZEN');
      if (payer.locked) return refused('ACCOUNT_LOCKED', { unlockBy: 'OWNER' });
    }
    if (source === target) return refused('TARGET_SAME');
  }
  if (target !== null && isOwnAccount(target)) return null;
  const receiver = target === null ? undefined : state.accounts.get(target);
  if (receiver === undefined || receiver.status === 'CLOSED') return refused(policy.targetClosed);
  return null;
}

/** Null when the sum may be moved, apart from the limits of the day. */
function sumRefusal(request: LedgerRequest, payable: Payable, rules: LedgerRules, mode: Mode) {
  const { currency, limitPerTransaction } = rules;
  const { available, wanted, needed, fee } = payable;
  const [{ amount: wish }] = request.postings;
  const sumOf = (units: bigint): m.Money => ({ units, currency });
  if (isLimited(request) && wanted > limitPerTransaction) {
    return refused('AMOUNT_ABOVE_LIMIT', { limit: sumOf(limitPerTransaction) });
  }
  if (wanted > 0n && fee > wanted) {
    return refused('FEE_ABOVE_AMOUNT', { fee: sumOf(fee), amount: sumOf(wanted) });
  }
  if (wanted < 1n || needed > available) {
    return refused('FUNDS_INSUFFICIENT', {
      available: sumOf(available),
      needed: sumOf(needed < 1n ? 1n : needed),
      ...(fee === 0n ? {} : { fee: sumOf(fee) }),
    });
  }
  if (mode === 'book' && wish.kind !== 'exact' && wish.shown !== wanted) {
    return refused('AMOUNT_CHANGED', { now: sumOf(wanted) });
  }
  const shown = request.fee?.shown ?? null;
  if (mode === 'book' && shown !== null && shown !== fee) {
    return refused('FEE_CHANGED', { now: sumOf(fee) });
  }
  return null;
}

function needsProof(
  request: LedgerRequest,
  power: Power | null,
  { wanted, rules }: { readonly wanted: bigint; readonly rules: LedgerRules },
): boolean {
  if (request.isProved === true) return false;
  if (power !== null && power !== 'MOVES') return true;
  const { stepUpAbove = null } = rules;
  if (stepUpAbove === null || wanted <= stepUpAbove) return false;
  return initiatorOf(request.initiator.kind).proves && policyOf(kindOf(request)).asksProof;
}

/** Null when the rows that the request names allow it, and where it names none. */
function linkedRefusal(
  state: LedgerState,
  request: LedgerRequest,
  { wanted, mode }: { readonly wanted: bigint; readonly mode: Mode },
): Verdict | null {
  for (const link of linksOf(request)) {
    const row = state.linked.get(linkKey(link));
    assert(row !== undefined, 'the rows that a request names are read with the accounts');
    const paid = row.paid(linkedPayment(request, wanted, mode));
    if ('refusal' in paid) return { kind: 'refused', ...paid.refusal };
  }
  return null;
}

/** Checks in the order that `PaymentsService` documents; the first that fails is the answer. */
export function decide(
  state: LedgerState,
  request: LedgerRequest,
  rules: LedgerRules,
  mode: Mode = 'book',
): Verdict {
  const earlier = state.booked.get(request.requestId);
  if (earlier) {
    const same =
      earlier.customerId === customerOf(request.initiator) &&
      earlier.fingerprint === request.fingerprint;
    return same ? { kind: 'replayed', earlier } : refused('REQUEST_REUSED');
  }
  if (rules.isHalted === true) return refused('BANK_HALTED');
  const power = powerOf(state, request, rules);
  if (!isAdmitted(state, request, power)) return refused('SESSION_EXPIRED');
  const charge = chargeOf(state, request, rules.fees ?? []);
  const payable = payableOf(state, request, charge);
  const { wanted, fee } = payable;
  const unpayable = linkedRefusal(state, request, { wanted, mode });
  if (unpayable) return unpayable;
  for (const posting of request.postings) {
    const refusal = endsRefusal(state, posting);
    if (refusal) return refusal;
    const unsaved = potRefusal(state, posting);
    if (unsaved) return { kind: 'refused', ...unsaved };
  }
  const uncaptured = captureRefusal(state, request);
  if (uncaptured) return { kind: 'refused', ...uncaptured };
  const refusal = sumRefusal(request, payable, rules, mode);
  if (refusal) return refusal;
  const counts = countsOf(state, request, wanted);
  const limited =
    counts && (dayRefusal(state, counts, rules) ?? ownLimitRefusal(state, counts, rules.currency));
  if (limited) return { kind: 'refused', ...limited };
  if (mode === 'book' && needsProof(request, power, { wanted, rules })) {
    return refused('STEP_UP_NEEDED');
  }
  const { principal } = payable;
  const { currency } = rules;
  const about = { wanted, fee, freeUse: charge.use, principal, counts, currency };
  const decided = bookingOf(state, request, about);
  return 'booking' in decided
    ? { kind: 'booked', booking: decided.booking }
    : { kind: 'refused', ...decided.refusal };
}
