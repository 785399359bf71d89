import type {
  ApprovalCardsService,
  DeskOutboxService,
  MailService,
  OutboxService,
} from './messages/service.ts';
import type {
  CustomersService,
  LocksService,
  PrivacyService,
  ProfileService,
  RecoveryService,
  SecondFactorService,
  SessionsService,
} from './people/service.ts';
import type {
  ApprovalsService,
  Asked,
  CorrectionsService,
  CounterService,
  OversightService,
  StaffService,
  StuckService,
} from './staff/service.ts';
import type * as m from './model/types.ts';

export type * from './messages/service.ts';
export type * from './people/service.ts';
export type * from './staff/service.ts';

/** The bank as the bot sees it: bound plain functions, grouped by subject. Made by `createBank`. */
export interface Bank {
  readonly currency: m.Currency;
  /** The country whose phone numbers need no country code; null: none. */
  readonly defaultRegion: string | null;
  /** Whether codes and notices leave by mail; without it recovery codes are the only codes. */
  readonly canMail: boolean;
  /** Whether large and first payments and the staff's money acts need a proof of their own. */
  readonly asksProof: boolean;
  readonly access: AccessService;
  readonly customers: CustomersService;
  readonly sessions: SessionsService;
  readonly recovery: RecoveryService;
  readonly profile: ProfileService;
  readonly locks: LocksService;
  readonly secondFactor: SecondFactorService;
  readonly privacy: PrivacyService;
  readonly accounts: AccountsService;
  readonly payments: PaymentsService;
  readonly statements: StatementsService;
  readonly throttle: ThrottleService;
  readonly pending: PendingService;
  readonly outbox: OutboxService;
  readonly mail: MailService;
  /** Cards for the staff's channel. */
  readonly staffCards: DeskOutboxService;
  /** Cards that stand there already. */
  readonly approvalCards: ApprovalCardsService;
  /** Lines for the staff's log. */
  readonly staffLog: DeskOutboxService;
  readonly staff: StaffService;
  readonly approvals: ApprovalsService;
  readonly counter: CounterService;
  readonly corrections: CorrectionsService;
  readonly oversight: OversightService;
  readonly stuck: StuckService;
  readonly books: BooksService;
  /** Waits for work under way; called once at shutdown, before the pool closes. */
  close(): Promise<void>;
}

export interface AccessService {
  /**
   * By the password while no app is set up; once one is, by its code or a recovery code. Throws
   * SESSION_EXPIRED, CODE_NEEDED, LOCKED_OUT, PASSWORD_WRONG, CODE_WRONG: throttled like a login.
   */
  prove(session: m.Session, proof: string): Promise<void>;
  /** One indexed read; also slides the session's idle limit. Throws BANK_BUSY. */
  identify(discordUserId: m.DiscordUserId): Promise<m.Identity>;
}

export interface ThrottleService {
  /** Counts a form, list or button of a person, in memory. Throws REQUESTS_TOO_MANY. */
  admitForm(discordUserId: m.DiscordUserId, place: m.Place): Promise<void>;
}

export interface AccountsService {
  /** The session's accounts, oldest first. */
  overview(session: m.Session): Promise<readonly m.AccountView[]>;
  /** What staff did with the session's customer. Throws SESSION_EXPIRED. */
  accessLog(session: m.Session, range: m.PageRange): Promise<m.AccessPage>;
}

export interface Order {
  readonly wish: m.AmountWish;
  readonly memo: string | null;
}
export type Target =
  { readonly accountNumber: m.AccountNumber } | { readonly discordUserId: m.DiscordUserId };

/**
 * Quotes move nothing and throw what booking would throw. Bookings are idempotent by `requestId`:
 * the same request again returns the same receipt with `replayed: true`. In order of precedence:
 * AMOUNT_UNCLEAR (a share of the balance as a deposit), REQUEST_REUSED, SESSION_EXPIRED,
 * ACCOUNT_CLOSED, ACCOUNT_FROZEN, ACCOUNT_LOCKED, TARGET_SAME, TARGET_UNAVAILABLE
 * (MEMBER_UNAVAILABLE in a quote for a member), AMOUNT_ABOVE_LIMIT, FUNDS_INSUFFICIENT,
 * LIMIT_LOWERED, DAY_LIMIT_REACHED, STEP_UP_NEEDED, BALANCE_TOO_LARGE; BANK_BUSY (nothing moved)
 * and OUTCOME_UNKNOWN (ask again with the same request) at any time. Cards of transfers also throw
 * REQUESTS_TOO_MANY, before all else.
 */
export interface PaymentsService {
  /** Whether deposits are booked at once, or asked for and approved by a teller. */
  readonly deposits: 'open' | 'approval';
  quoteDeposit(session: m.Session, order: Order): Promise<m.Quote>;
  quoteWithdrawal(session: m.Session, order: Order): Promise<m.Quote>;
  /** Resolves a member to the account number the booking must use, so that it cannot change. */
  quoteTransfer(
    session: m.Session,
    order: Order & { readonly target: Target },
  ): Promise<m.Quote & { readonly accountNumber: m.AccountNumber }>;
  /** Also throws DEPOSIT_NEEDS_APPROVAL, first. */
  deposit(session: m.Session, booking: Order & m.Confirmed): Promise<m.Receipt>;
  /** Books nothing yet; the same request again is the same one. Also throws DEPOSITS_WAITING. */
  askDeposit(session: m.Session, booking: Order & m.Confirmed): Promise<Asked>;
  withdraw(session: m.Session, booking: Order & m.Confirmed): Promise<m.Receipt>;
  transfer(
    session: m.Session,
    booking: Order & m.Confirmed & { readonly accountNumber: m.AccountNumber },
  ): Promise<m.Receipt>;
}

export interface StatementsService {
  page(
    session: m.Session,
    query: m.PageRange & { readonly filter: m.HistoryFilter },
  ): Promise<m.HistoryPage>;
}

/**
 * Unfinished conversations, kept in the database so that any process can serve the next step after
 * any restart. A DRAFT waits for more input, a CONFIRM for one press; payloads are sealed.
 */
export type PendingKind = 'DRAFT' | 'CONFIRM';
export type PendingState = 'OPEN' | 'TAKEN' | 'DONE' | 'CANCELLED' | 'STUCK' | 'EXPIRED';
export interface PendingAction {
  readonly requestId: m.RequestId;
  readonly discordUserId: m.DiscordUserId;
  readonly kind: PendingKind;
  /** The command's path, for example `transfer` or `staff customer freeze`. */
  readonly command: string;
  /** Empty when it cannot be unsealed, which no form is kept as. */
  readonly payload: string;
  readonly state: PendingState;
  /** The session it was taken with; a resolver finishes the action in its name. */
  readonly session: m.Session | null;
  /** It is taken only after `prove`, by the session that proved itself. */
  readonly needsProof: boolean;
  /** Taken with a proof. */
  readonly isProved: boolean;
  readonly expiresAt: Date;
  /** How often it was claimed to be run again, since it was taken or since staff asked. */
  readonly attempts: number;
}
export interface PendingService {
  /** Drafts live 15 min, confirms 5 min; at most 20 open rows per person, the oldest give way. */
  open(action: {
    readonly discordUserId: m.DiscordUserId;
    readonly kind: PendingKind;
    readonly command: string;
    readonly payload: string;
    readonly needsProof?: boolean;
  }): Promise<PendingAction>;
  /** Null when unknown or somebody else's: both read the same. */
  find(requestId: m.RequestId, discordUserId: m.DiscordUserId): Promise<PendingAction | null>;
  /**
   * A proof for this card alone, as `AccessService.prove`; not looked at where the card has been
   * proved in this session or is no longer open.
   */
  prove(requestId: m.RequestId, session: m.Session, proof: string): Promise<void>;
  /**
   * OPEN → TAKEN, once; answers the row as it is now and whether this call took it. OPEN still: a
   * proof is missing.
   */
  take(
    requestId: m.RequestId,
    discordUserId: m.DiscordUserId,
    session: m.Session | null,
  ): Promise<{ readonly action: PendingAction; readonly takenNow: boolean } | null>;
  /** OPEN → CANCELLED; false when it was no longer open. */
  cancel(requestId: m.RequestId, discordUserId: m.DiscordUserId): Promise<boolean>;
  /**
   * TAKEN → DONE: booked and told. TAKEN → CANCELLED: refused, nothing moved, and it stays so: a
   * later press or a resolver must not book what the customer was told had not moved. Idempotent.
   */
  settle(requestId: m.RequestId, outcome: 'DONE' | 'CANCELLED'): Promise<void>;
  /**
   * TAKEN rows whose outcome was not reported for `olderThanMs`; claims them for this process, and
   * counts an attempt.
   */
  claimUnsettled(olderThanMs: number, limit: number): Promise<readonly PendingAction[]>;
  /**
   * Ends a TAKEN row that cannot be run any more: DONE when the request has happened, else
   * CANCELLED; its owner is sent a message. Null, and nothing changes, when it is settled, or was
   * taken so lately that a process may still be running it.
   */
  conclude(requestId: m.RequestId): Promise<'DONE' | 'CANCELLED' | null>;
  /**
   * Ends the attempts at a TAKEN row: DONE as `conclude`, else STUCK until staff decide; reported,
   * and a card for the staff's channel. Null as `conclude`.
   */
  giveUp(requestId: m.RequestId): Promise<'DONE' | 'CANCELLED' | 'STUCK' | null>;
}

/** What staff and operators ask of the whole ledger; nobody's session is needed or checked. */
export interface BooksService {
  /** Every kind of account with its balance; `debits` equals `credits` or the books are broken. */
  trialBalance(): Promise<m.TrialBalance>;
}
