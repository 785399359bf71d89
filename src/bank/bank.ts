import type { Result } from '../lib/result.ts';
import type * as m from './model.ts';

/** The bank as the bot sees it: bound plain functions, grouped by subject. Made by `createBank`. */
export interface Bank {
  readonly currency: m.Currency;
  /** Whether codes and notices leave by mail; without it recovery codes are the only codes. */
  readonly canMail: boolean;
  readonly access: AccessService;
  readonly customers: CustomersService;
  readonly sessions: SessionsService;
  readonly recovery: RecoveryService;
  readonly profile: ProfileService;
  readonly locks: LocksService;
  readonly accounts: AccountsService;
  readonly payments: PaymentsService;
  readonly statements: StatementsService;
  readonly pending: PendingService;
  readonly outbox: OutboxService;
  readonly mail: MailService;
  readonly books: BooksService;
  /** Waits for work under way; called once at shutdown, before the pool closes. */
  close(): Promise<void>;
}

export interface AccessService {
  /** One indexed read; also slides the session's idle limit. Throws BANK_BUSY. */
  identify(discordUserId: m.DiscordUserId): Promise<m.Identity>;
}

export interface Registration {
  readonly discordUserId: m.DiscordUserId;
  readonly place: m.Place;
  readonly details: m.PersonalDetails;
  readonly password: string;
}

export interface Registered {
  readonly account: m.AccountView;
  readonly session: m.Session;
  /** Shown once, stored hashed. */
  readonly recoveryCodes: readonly string[];
}

export interface CustomersService {
  /** Throws ALREADY_REGISTERED, UNDER_AGE, CONTACT_TAKEN: asked after the first form. */
  checkRegistration(discordUserId: m.DiscordUserId, details: m.PersonalDetails): Promise<void>;
  /** Judges a password before it is hashed; the details are the words it must not contain. */
  judgePassword(password: string, details: m.PersonalDetails | null): Result<string>;
  /** Also throws PASSWORD_WEAK. Creates customer, account and session in one transaction. */
  register(registration: Registration): Promise<Registered>;
}

export interface SessionsService {
  /**
   * Ends the former session. Throws LOCKED_OUT, CREDENTIALS_WRONG, ACCOUNT_LOCKED (which also
   * mails a code that lifts the lock), BANK_BUSY.
   */
  login(login: {
    readonly discordUserId: m.DiscordUserId;
    readonly place: m.Place;
    readonly accountNumber: m.AccountNumber;
    readonly password: string;
  }): Promise<m.Session>;
  /** Ending an ended session is not an error. */
  logout(session: m.Session): Promise<void>;
  /** The newest logins, the live one first. Throws SESSION_EXPIRED. */
  recent(session: m.Session, limit: number): Promise<readonly m.SessionView[]>;
}

/** For somebody who has forgotten the password; only for the Discord user of the account. */
export interface RecoveryService {
  /**
   * Mails a code where account number, e-mail and phone are one customer's and the asker is their
   * Discord user. The answer and its time are the same whether or not that is so. Throws
   * CODES_TOO_MANY (3 a day for each Discord user).
   */
  request(request: {
    readonly discordUserId: m.DiscordUserId;
    readonly place: m.Place;
    readonly accountNumber: m.AccountNumber;
    readonly email: string;
    readonly phone: string;
  }): Promise<void>;
  /**
   * Sets the password by the newest request's code or a recovery code, ends all sessions and lowers
   * the outgoing limit for a day. Throws PASSWORD_WEAK, CODE_EXPIRED (also after 5 tries),
   * CODE_WRONG.
   */
  complete(proof: {
    readonly discordUserId: m.DiscordUserId;
    readonly place: m.Place;
    readonly code: m.ProofCode;
    readonly password: string;
  }): Promise<void>;
}

export type ProfileField = 'fullName' | 'email' | 'phone';
export interface ProfileChanges extends Pick<m.PersonalDetails, ProfileField> {
  /** Throws LOCKED_OUT and PASSWORD_WRONG before anything else is looked at. */
  readonly currentPassword: string;
}
export interface ProfileUpdated {
  /** What holds from now on; a new address holds only after its code. */
  readonly changed: readonly ProfileField[];
  readonly emailToConfirm: { readonly address: string; readonly until: Date } | null;
}

/** All throw SESSION_EXPIRED. */
export interface ProfileService {
  view(session: m.Session): Promise<m.Profile>;
  /** Also throws MAIL_UNAVAILABLE, CONTACT_TAKEN, CODES_TOO_MANY; then nothing has changed. */
  update(session: m.Session, changes: ProfileChanges): Promise<ProfileUpdated>;
  /** Answers the address that holds now. Throws CODE_EXPIRED, CODE_WRONG, CONTACT_TAKEN. */
  confirmEmail(session: m.Session, code: m.ProofCode): Promise<string>;
  /** Answers the session that replaces the given one. Also throws PASSWORD_WEAK. */
  changePassword(
    session: m.Session,
    change: {
      readonly currentPassword: string;
      readonly password: string;
      readonly place: m.Place;
    },
  ): Promise<m.Session>;
  /** Eight codes, to be shown once; the former ones are void. */
  renewRecoveryCodes(session: m.Session, currentPassword: string): Promise<readonly string[]>;
}

/** The owner's lock: nobody can log in and no money can leave, until it is lifted. */
export interface LocksService {
  /** Works without a session. False when it was locked already. Throws NOT_REGISTERED. */
  lock(request: {
    readonly discordUserId: m.DiscordUserId;
    readonly place: m.Place;
  }): Promise<boolean>;
  /**
   * By the password and the code that a login mailed, or a recovery code. False when nothing was
   * locked. Throws LOCKED_OUT, CREDENTIALS_WRONG (also without an account), CODE_EXPIRED,
   * CODE_WRONG.
   */
  unlock(proof: {
    readonly discordUserId: m.DiscordUserId;
    readonly place: m.Place;
    readonly password: string;
    readonly code: m.ProofCode;
  }): Promise<boolean>;
}

export interface AccountsService {
  /** The session's accounts, oldest first. */
  overview(session: m.Session): Promise<readonly m.AccountView[]>;
}

export interface Order {
  readonly wish: m.AmountWish;
  readonly memo: string | null;
}
export type Target =
  { readonly accountNumber: m.AccountNumber } | { readonly discordUserId: m.DiscordUserId };
export interface Booking {
  readonly requestId: m.RequestId;
}

/**
 * Quotes move nothing and throw what booking would throw. Bookings are idempotent by `requestId`:
 * the same request again returns the same receipt with `replayed: true`. In order of precedence:
 * AMOUNT_UNCLEAR (a share of the balance as a deposit), REQUEST_REUSED, SESSION_EXPIRED,
 * ACCOUNT_CLOSED, ACCOUNT_FROZEN, ACCOUNT_LOCKED, TARGET_SAME, TARGET_UNAVAILABLE
 * (MEMBER_UNAVAILABLE in a quote for a member), AMOUNT_ABOVE_LIMIT, FUNDS_INSUFFICIENT,
 * LIMIT_LOWERED, DAY_LIMIT_REACHED, BALANCE_TOO_LARGE; BANK_BUSY (nothing moved) and
 * OUTCOME_UNKNOWN (ask again with the same request) at any time.
 */
export interface PaymentsService {
  quoteDeposit(session: m.Session, order: Order): Promise<m.Quote>;
  quoteWithdrawal(session: m.Session, order: Order): Promise<m.Quote>;
  /** Resolves a member to the account number the booking must use, so that it cannot change. */
  quoteTransfer(
    session: m.Session,
    order: Order & { readonly target: Target },
  ): Promise<m.Quote & { readonly accountNumber: m.AccountNumber }>;
  deposit(session: m.Session, booking: Order & Booking): Promise<m.Receipt>;
  withdraw(session: m.Session, booking: Order & Booking): Promise<m.Receipt>;
  transfer(
    session: m.Session,
    booking: Order & Booking & { readonly accountNumber: m.AccountNumber },
  ): Promise<m.Receipt>;
}

export interface StatementsService {
  page(
    session: m.Session,
    query: {
      readonly filter: m.HistoryFilter;
      readonly size: number;
      readonly before?: bigint;
      readonly after?: bigint;
    },
  ): Promise<m.HistoryPage>;
}

/**
 * Unfinished conversations, kept in the database so that any process can serve the next step after
 * any restart. A DRAFT waits for more input, a CONFIRM for one press; payloads are sealed.
 */
export type PendingKind = 'DRAFT' | 'CONFIRM';
export type PendingState = 'OPEN' | 'TAKEN' | 'DONE' | 'CANCELLED' | 'EXPIRED';
export interface PendingAction {
  readonly requestId: m.RequestId;
  readonly discordUserId: m.DiscordUserId;
  readonly kind: PendingKind;
  /** The command's path, for example `transfer` or `staff customer freeze`. */
  readonly command: string;
  readonly payload: string;
  readonly state: PendingState;
  /** The session it was taken with; a resolver finishes the action in its name. */
  readonly session: m.Session | null;
  readonly expiresAt: Date;
}
export interface PendingService {
  /** Drafts live 15 min, confirms 5 min; at most 20 open rows per person, the oldest give way. */
  open(action: {
    readonly discordUserId: m.DiscordUserId;
    readonly kind: PendingKind;
    readonly command: string;
    readonly payload: string;
  }): Promise<PendingAction>;
  /** Null when unknown or somebody else's: both read the same. */
  find(requestId: m.RequestId, discordUserId: m.DiscordUserId): Promise<PendingAction | null>;
  /** OPEN → TAKEN, once; answers the row as it is now and whether this call took it. */
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
  /** TAKEN rows whose outcome nobody reported for `olderThanMs`; claims them for this process. */
  claimUnsettled(olderThanMs: number, limit: number): Promise<readonly PendingAction[]>;
}

/** Messages to people, written with the change they tell of and sent after commit. */
export type Notice =
  | { readonly kind: 'MONEY_RECEIVED'; readonly entry: NoticeEntry }
  | { readonly kind: 'NEW_LOGIN'; readonly place: m.Place }
  | {
      readonly kind: 'SECURITY';
      readonly event: SecurityEvent;
      readonly at: Date;
      /** Where it was done; null when nobody did it on Discord. */
      readonly place: m.Place | null;
      /** Of PROFILE_CHANGED. */
      readonly changed: readonly ProfileField[];
    };
export type SecurityEvent =
  | 'PASSWORD_CHANGED'
  | 'PASSWORD_RECOVERED'
  | 'RECOVERY_CODES_RENEWED'
  | 'PROFILE_CHANGED'
  | 'EMAIL_CHANGE_ASKED'
  | 'EMAIL_CHANGED'
  | 'ACCOUNT_LOCKED'
  | 'ACCOUNT_UNLOCKED';
export interface NoticeEntry {
  readonly reference: m.Reference;
  readonly amount: m.Amount;
  readonly from: m.PartyView;
  readonly numberTail: string;
  readonly memo: string | null;
}
export interface OutboxMessage {
  readonly id: bigint;
  readonly channel: 'DM';
  readonly recipient: m.DiscordUserId;
  readonly notice: Notice;
  readonly attempts: number;
}
export interface OutboxService {
  /** At-least-once, in order per person; claimed rows return after a lease if never settled. */
  claim(limit: number): Promise<readonly OutboxMessage[]>;
  sent(id: bigint): Promise<void>;
  /** Retried with back-off up to a cap, unless `final`. */
  failed(id: bigint, reason: string, final: boolean): Promise<void>;
}

export interface TrialBalanceLine {
  readonly kind: m.AccountKind;
  readonly side: 'DEBIT' | 'CREDIT';
  /** Positive on the account's side, which is its normal one unless something is overdrawn. */
  readonly balance: m.Balance;
}
/** What staff and operators ask of the whole ledger; nobody's session is needed or checked. */
export interface BooksService {
  /** Every kind of account with its balance; `debits` equals `credits` or the books are broken. */
  trialBalance(): Promise<{
    readonly lines: readonly TrialBalanceLine[];
    readonly debits: bigint;
    readonly credits: bigint;
  }>;
}

/** A one-time code; it travels by mail alone. */
export interface CodeNotice {
  readonly kind: 'CODE';
  readonly purpose: 'RECOVERY' | 'EMAIL' | 'UNLOCK';
  readonly code: string;
  readonly expiresAt: Date;
}
export interface MailMessage {
  readonly id: bigint;
  readonly channel: 'MAIL';
  /** One normal address, as a parser has read it. */
  readonly address: string;
  readonly notice: Notice | CodeNotice;
  readonly attempts: number;
}
/** As the outbox; empty where the bank cannot mail. */
export interface MailService {
  claim(limit: number): Promise<readonly MailMessage[]>;
  sent(id: bigint): Promise<void>;
  failed(id: bigint, reason: string, final: boolean): Promise<void>;
}
