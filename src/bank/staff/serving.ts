/** The service by which staff serve customers. */
import type * as m from '../model/index.ts';
import type { Acted } from './asking.ts';

/** A customer as staff see them, without personal details. */
export interface ServedCustomer {
  /** The account that was asked for, or the customer's first. */
  readonly account: m.AccountView;
  /** All of the customer's, oldest first. */
  readonly accounts: readonly m.AccountView[];
  readonly holder: m.PartyView;
  readonly member: m.DiscordUserId;
  readonly locked: boolean;
  /** Of a shared account, managers first; not in lists. */
  readonly members?: readonly m.SharedMember[];
  /** What the customer has set for their own payments; not in lists. */
  readonly limits?: readonly m.LimitUse[];
  readonly registeredAt: Date;
}

export interface ServedPast extends ServedCustomer {
  readonly past: m.PastBalance;
}

/** An account as staff choose it from a list. */
export interface ServedAccount {
  readonly accountNumber: m.AccountNumber;
  /** Of its holder, as the history shows it. */
  readonly name: string;
}

export interface About {
  readonly accountNumber: m.AccountNumber;
}

export interface Because extends About {
  readonly reason: string;
}

export interface CounterOrder extends About {
  readonly wish: m.AmountWish;
  readonly memo: string | null;
  /** What its card showed. */
  readonly fee?: m.Balance | undefined;
}

/**
 * Serving customers. All throw SESSION_EXPIRED, STAFF_RIGHT_MISSING and CUSTOMER_UNKNOWN; what
 * changes something throws STAFF_SELF, and STATE_UNCHANGED where there is nothing to change; what
 * moves money throws STEP_UP_NEEDED.
 */
export interface CounterService {
  /**
   * By account number or its last four digits, phone number, e-mail, Discord id or mention, or
   * whole words of the name; at most ten, each customer once.
   */
  find(
    session: m.Session,
    wanted: { readonly query: string } | { readonly member: m.DiscordUserId },
  ): Promise<readonly ServedCustomer[]>;
  view(session: m.Session, about: About): Promise<ServedCustomer>;
  /** As `view`, with the balances of all accounts at a moment in the customer's time zone. */
  viewAt(session: m.Session, about: About & { readonly moment: m.Moment }): Promise<ServedPast>;
  /**
   * Calls `use` with a statement of the account, which may be closed, after the audit row is
   * committed. `days` gives the period for the customer's time zone.
   */
  statement<Result>(
    session: m.Session,
    about: About & { readonly days: (zone: m.TimeZone) => Omit<m.StatementPeriod, 'zone'> },
    use: (statement: m.Statement) => Promise<Result>,
  ): Promise<Result>;
  /**
   * Accounts, not closed, of customers whom this member of staff has served or looked at in the
   * last day, latest first. Not noted again.
   */
  servedLately(session: m.Session): Promise<readonly ServedAccount[]>;
  details(
    session: m.Session,
    about: About,
  ): Promise<ServedCustomer & { readonly details: m.PersonalDetails }>;
  /**
   * Stops outgoing payments from all of the customer's accounts, open cards included; ends the
   * customer's session.
   */
  freeze(session: m.Session, change: Because): Promise<void>;
  /** Of all accounts of the customer; needs a second person. */
  unfreeze(session: m.Session, change: Because): Promise<Acted>;
  /**
   * Binds the account to another Discord user, who still needs its password; needs a second
   * manager. Throws MEMBER_HAS_ACCOUNT, APPROVAL_WAITING.
   */
  relink(
    session: m.Session,
    change: Because & { readonly member: m.DiscordUserId },
  ): Promise<Acted>;
  /** Removes the lock that the owner has set on their accounts. */
  unlock(session: m.Session, change: Because): Promise<void>;
  /** As the quotes and bookings of `PaymentsService`, for the account of a customer. */
  quoteDeposit(session: m.Session, order: CounterOrder): Promise<m.Quote>;
  quoteWithdrawal(session: m.Session, order: CounterOrder): Promise<m.Quote>;
  deposit(session: m.Session, order: CounterOrder & m.Confirmed): Promise<m.Receipt>;
  withdraw(session: m.Session, order: CounterOrder & m.Confirmed): Promise<m.Receipt>;
}
