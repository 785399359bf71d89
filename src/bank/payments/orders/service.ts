/** What customers ask about their standing orders. */
import type * as m from '../../model/index.ts';
import type { Target } from '../payees/targets.ts';

/** The terms of a new order, as asked for. */
export interface OrderTerms {
  /** The account that pays, their own or a shared one: the main one unless given. */
  readonly from?: m.AccountNumber | undefined;
  readonly amount: m.OrderAmount;
  readonly unit: m.OrderUnit;
  readonly every: number;
  /** Only of MONTH; the day of the first date unless given. */
  readonly monthDay: number | 'last' | null;
  /** YYYY-MM-DD; the next possible day unless given. */
  readonly first: string | null;
  readonly last: string | null;
  readonly count: number | null;
  readonly hour: number;
  readonly minute: number;
  /** The customer's own zone unless given. */
  readonly zone: m.TimeZone | null;
  readonly memo: string | null;
}

/** The terms that a card has shown. */
export interface NewOrder extends m.Confirmed {
  /** The account that pays; the main one in cards of versions that did not name it. */
  readonly from?: m.AccountNumber | undefined;
  readonly accountNumber: m.AccountNumber;
  readonly amount: m.OrderAmount;
  readonly calendar: m.OrderCalendar;
  readonly memo: string | null;
}

/** An order, and how many of its days passed without a payment while it was paused. */
export interface ResumedOrder {
  readonly order: m.OrderView;
  readonly passed: number;
}

/**
 * Each throws SESSION_EXPIRED. Changes of one order throw ORDER_UNKNOWN, and ORDER_OVER where it
 * has ended or was cancelled; a change that was made before is not made again.
 */
export interface OrdersService {
  /**
   * Changes nothing. Throws TIME_ZONE_MISSING, ACCOUNT_CLOSED, ACCOUNT_FROZEN, TARGET_SAME,
   * SHARED_ROLE for a shared account from which the customer may not pay,
   * TARGET_UNAVAILABLE (MEMBER_UNAVAILABLE for a member), what `numberOfTarget` throws,
   * AMOUNT_ABOVE_LIMIT, ORDER_FIRST_PAST, ORDER_WITHOUT_DAYS and ORDERS_TOO_MANY.
   */
  quote(session: m.Session, terms: OrderTerms & { readonly payee: Target }): Promise<m.OrderQuote>;
  /** Once per request. Throws as `quote`, and STEP_UP_NEEDED. Keeps the zone as the customer's. */
  create(session: m.Session, order: NewOrder): Promise<m.OrderView>;
  /** Active and paused ones by number, then those that are over, newest first; at most 50. */
  list(session: m.Session): Promise<readonly m.OrderView[]>;
  /** One order with what became of its newest occurrences, newest first. */
  view(
    session: m.Session,
    number: number,
  ): Promise<{ readonly order: m.OrderView; readonly past: readonly m.OccurrenceView[] }>;
  /** The next payments of all active orders, or of one. Throws ORDER_UNKNOWN. */
  plan(session: m.Session, wanted: { readonly number: number | null }): Promise<m.OrderPlan>;
  pause(session: m.Session, number: number): Promise<m.OrderView>;
  /** Throws ORDER_PAUSED_BY_STAFF, and TARGET_UNAVAILABLE where the payee has closed. */
  resume(session: m.Session, number: number): Promise<ResumedOrder>;
  /** Leaves out the next occurrence, which the answer names. Throws ORDER_NOT_ACTIVE. */
  skip(
    session: m.Session,
    number: number,
    /** The day that a card showed: skipped already where the next one is later. */
    date: string | null,
  ): Promise<{ readonly order: m.OrderView; readonly skipped: m.Occurrence }>;
  cancel(session: m.Session, number: number): Promise<m.OrderView>;
}
