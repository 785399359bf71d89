/** Standing orders as customers and staff see them. */
import type { OrderCalendar, Occurrence } from './calendar.ts';
import type { FeeTerms } from '../base/fees.ts';
import type { LimitPeriod } from '../base/own-limits.ts';
import type { AccountNumber, Amount, Balance, CustomerId, RequestId } from '../base/types.ts';
import type { PartyView } from '../base/views.ts';

/** ENDED: its last occurrence is over. */
export type OrderState = 'ACTIVE' | 'PAUSED' | 'ENDED' | 'CANCELLED';

/**
 * Why an order is paused or cancelled. MISSED: three occurrences in a row were missed for want of
 * money. ACCOUNT_CLOSED: the payer's own account. ROLE: the payer may no longer pay from the shared
 * account.
 */
export type OrderReason =
  'CUSTOMER' | 'STAFF' | 'MISSED' | 'PAYEE_CLOSED' | 'ACCOUNT_CLOSED' | 'ROLE';

/**
 * WAITING: it could not be paid and is tried again. ASKED: the managers of the shared account are
 * asked, and its money is set aside.
 */
export type OccurrenceState = 'WAITING' | 'ASKED' | 'PAID' | 'MISSED' | 'SKIPPED';

/**
 * Why an occurrence was not paid. LIMIT: a limit of the day or of one payment. BANK_DOWN: a later
 * one was due, too, when the bank could pay again. NOTHING_ABOVE: the account had no more than the
 * amount that stays on it. Of shared accounts: ALLOWANCE: that of the month. APPROVERS: too few
 * managers can approve it. CROWDED: too many payments wait for them. NOT_APPROVED: they did not
 * approve it. ROLE: as for orders.
 */
export type OccurrenceReason =
  | 'FUNDS'
  | 'LIMIT'
  | 'PAYEE_FULL'
  | 'FROZEN'
  | 'LOCKED'
  | 'PAYEE_CLOSED'
  | 'ACCOUNT_CLOSED'
  | 'BANK_DOWN'
  | 'CUSTOMER'
  | 'PAUSED'
  | 'NOTHING_ABOVE'
  | 'ALLOWANCE'
  | 'APPROVERS'
  | 'CROWDED'
  | 'NOT_APPROVED'
  | 'ROLE';

/** FIXED: this sum. ABOVE: all that is available above this sum, which may be zero. */
export type OrderAmount =
  | { readonly kind: 'FIXED'; readonly amount: Amount }
  | { readonly kind: 'ABOVE'; readonly above: bigint };

export interface OrderView {
  /** The id of the request that made it. */
  readonly id: RequestId;
  /** The customer's orders are numbered from 1. */
  readonly number: number;
  readonly customerId: CustomerId;
  readonly from: PartyView;
  /** Not from the customer's main account. */
  readonly isFromOther: boolean;
  readonly to: PartyView;
  readonly amount: OrderAmount;
  readonly memo: string | null;
  readonly calendar: OrderCalendar;
  readonly state: OrderState;
  readonly reason: OrderReason | null;
  /** The next occurrence; null where there is none, or the order is not active. */
  readonly next: Occurrence | null;
  /** When `next` is tried again after it could not be paid; null: it has not been tried. */
  readonly retryAt: Date | null;
}

/** What became of one occurrence. */
export interface OccurrenceView {
  readonly number: number;
  readonly date: string;
  readonly state: OccurrenceState;
  readonly reason: OccurrenceReason | null;
  /** Of the payment. */
  readonly transactionId: RequestId | null;
  readonly amount: Amount | null;
  /** So many occurrences before it were missed while the bank was down. */
  readonly missedBefore: number;
}

/** One payment to come, if all goes as planned. */
export interface PlannedPayment {
  readonly order: OrderView;
  readonly occurrence: Occurrence;
  /** Null where there is nothing above the sum that is to stay. */
  readonly amount: Amount | null;
  /** Whether what is available will do, after the payments before it. */
  readonly suffices: boolean;
}

export interface OrderPlan {
  readonly available: bigint;
  /** By time. */
  readonly payments: readonly PlannedPayment[];
}

/** What a new order would be. */
export interface OrderQuote {
  /** Of each payment, as it is now; zero where the sum is not known yet. */
  readonly fee: Balance;
  /** What is charged of a sum that is not known yet; null where nothing is, or the sum is known. */
  readonly charged: FeeTerms | null;
  /** The customer's own limit that each payment would exceed; null: none. */
  readonly limit: { readonly period: LimitPeriod; readonly amount: Amount } | null;
  /** Of a shared account; null: another one pays. */
  readonly shared: {
    /** The member's allowance of a month, which one payment alone would exceed; null: none. */
    readonly allowance: Amount | null;
    /** So many managers must approve each payment; 0 also where the sum is not known yet. */
    readonly approvals: number;
  } | null;
  readonly from: PartyView;
  readonly to: PartyView;
  readonly toNumber: AccountNumber;
  readonly calendar: OrderCalendar;
  /** The first ones; not empty. */
  readonly upcoming: readonly Occurrence[];
}
