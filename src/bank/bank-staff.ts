/** What the bank's staff ask of it. Every act checks session and role in its own transaction. */
import type * as m from './model.ts';

/** What is known only when the bot has reached Discord. */
export interface DeskArrangement {
  /** Replaces the owners of the settings, when those name none. */
  readonly ownerIds: readonly string[];
  /** Somebody posts what waits for a decision. */
  readonly cards: boolean;
  /** Somebody posts a line for each movement and act of staff. */
  readonly log: boolean;
}

export interface StaffMember {
  readonly discordUserId: m.DiscordUserId;
  readonly role: m.StaffRole;
  readonly grantedAt: Date;
}

/** A request that waits, or waited, for a second person. */
export interface ApprovalView {
  readonly id: m.RequestId;
  readonly kind: m.ApprovalKind;
  readonly maker: m.DiscordUserId;
  /** Whose account it is about. */
  readonly member: m.DiscordUserId;
  readonly holder: m.PartyView;
  /** What exactly was asked, by name. */
  readonly content: Readonly<Record<string, string>>;
  readonly reason: string;
  readonly state: m.ApprovalState;
  readonly askedAt: Date;
  readonly expiresAt: Date;
  readonly checker: m.DiscordUserId | null;
}

/** What became of an act that may need a second person. */
export type Acted = { readonly kind: 'done' } | ({ readonly kind: 'asked' } & Asked);
export interface Asked {
  readonly approval: ApprovalView;
}

interface RoleChange {
  readonly member: m.DiscordUserId;
  readonly reason: string;
}

/** All throw SESSION_EXPIRED and STAFF_RIGHT_MISSING. */
export interface StaffService {
  /** Told by the bot at its start. */
  arrange(arrangement: DeskArrangement): void;
  /**
   * The owner makes managers at once while there are fewer than two; all else is asked of a second
   * person. Throws CUSTOMER_UNKNOWN, ROLE_UNCHANGED, STAFF_SELF, APPROVAL_WAITING.
   */
  grantRole(session: m.Session, grant: RoleChange & { readonly role: m.StaffRole }): Promise<Acted>;
  /** Holds at once, also for what is under way. Throws CUSTOMER_UNKNOWN, ROLE_UNCHANGED. */
  revokeRole(session: m.Session, change: RoleChange): Promise<m.StaffRole>;
  listRoles(session: m.Session): Promise<readonly StaffMember[]>;
}

/** Also throw SESSION_EXPIRED and STAFF_RIGHT_MISSING. */
export interface ApprovalsService {
  /** Those still open, oldest first, behind the one with the id `after`. */
  open(
    session: m.Session,
    page: { readonly after: bigint; readonly limit: number },
  ): Promise<readonly ApprovalView[]>;
  /** The request, where the session's member of staff has decided it so; null otherwise. */
  decided(
    session: m.Session,
    decision: { readonly id: m.RequestId; readonly verdict: 'APPROVED' | 'DECLINED' },
  ): Promise<ApprovalView | null>;
  /**
   * Once, and never by the maker or for the decider's own good; the same decision again by the same
   * person answers what came of it. Throws APPROVAL_UNKNOWN, APPROVAL_DECIDED (otherwise, or by
   * another person), APPROVAL_EXPIRED, APPROVAL_OWN, ACCOUNT_CLOSED (erased), STEP_UP_NEEDED where
   * money moves, and what the approved act itself throws.
   */
  decide(
    session: m.Session,
    decision: {
      readonly id: m.RequestId;
      readonly verdict: 'APPROVED' | 'DECLINED';
      readonly isProved?: boolean;
    },
  ): Promise<ApprovalView>;
}

/** A customer as staff see them, without personal details. */
export interface ServedCustomer {
  readonly account: m.AccountView;
  readonly holder: m.PartyView;
  readonly member: m.DiscordUserId;
  readonly locked: boolean;
  readonly registeredAt: Date;
}

interface About {
  readonly accountNumber: m.AccountNumber;
}
interface Because extends About {
  readonly reason: string;
}
export interface CounterOrder extends About {
  readonly wish: m.AmountWish;
  readonly memo: string | null;
}

/**
 * Serving customers. All throw SESSION_EXPIRED, STAFF_RIGHT_MISSING and CUSTOMER_UNKNOWN; what
 * changes something throws STAFF_SELF, and STATE_UNCHANGED where there is nothing to change; what
 * moves money throws STEP_UP_NEEDED.
 */
export interface CounterService {
  /** By account number, e-mail, or whole words of the name; at most ten. */
  find(
    session: m.Session,
    wanted: { readonly query: string } | { readonly member: m.DiscordUserId },
  ): Promise<readonly ServedCustomer[]>;
  view(session: m.Session, about: About): Promise<ServedCustomer>;
  details(
    session: m.Session,
    about: About,
  ): Promise<ServedCustomer & { readonly details: m.PersonalDetails }>;
  /** No money leaves from now on, also where a card is open; ends the customer's session. */
  freeze(session: m.Session, change: Because): Promise<void>;
  /** Asked of a second person. */
  unfreeze(session: m.Session, change: Because): Promise<Acted>;
  /**
   * Asked of a second manager: the account will answer to another Discord user, who still needs its
   * password. Throws MEMBER_HAS_ACCOUNT, APPROVAL_WAITING.
   */
  relink(
    session: m.Session,
    change: Because & { readonly member: m.DiscordUserId },
  ): Promise<Acted>;
  /** Lifts the owner's own lock. */
  unlock(session: m.Session, change: Because): Promise<void>;
  /** As the quotes and bookings of `PaymentsService`, for the account of somebody else. */
  quoteDeposit(session: m.Session, order: CounterOrder): Promise<m.Quote>;
  quoteWithdrawal(session: m.Session, order: CounterOrder): Promise<m.Quote>;
  deposit(session: m.Session, order: CounterOrder & m.Confirmed): Promise<m.Receipt>;
  withdraw(session: m.Session, order: CounterOrder & m.Confirmed): Promise<m.Receipt>;
}

/** One row of the audit trail, as managers and auditors read it. */
export interface AuditEntry {
  readonly id: bigint;
  readonly at: Date;
  /** Upper-case words, for example `ACCOUNT_FROZEN`. */
  readonly action: string;
  readonly actor: m.DiscordUserId;
  /** Null where a customer acted for themselves. */
  readonly role: m.ActorRole | null;
  readonly about: m.PartyView | null;
  readonly reason: string | null;
  readonly details: Readonly<Record<string, string>>;
}
export type AuditPage = m.Page<AuditEntry>;
export interface AuditFilter {
  readonly actor?: m.DiscordUserId;
  readonly target?: m.AccountNumber;
  /** Part of the action’s name. */
  readonly action?: string;
  /** YYYY-MM-DD, UTC, both days included. */
  readonly fromDate?: string;
  readonly toDate?: string;
}

/** Sums in minor units of one day (UTC). */
export interface DayFlow {
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly deposited: m.Balance;
  readonly withdrawn: m.Balance;
  readonly transferred: m.Balance;
  readonly transactions: number;
}
export interface BankReport {
  readonly at: Date;
  readonly customers: number;
  readonly accounts: Readonly<Record<m.AccountStatus | 'LOCKED', number>>;
  /** What the bank owes its customers. */
  readonly held: m.Balance;
  /** Oldest first, today last; days without movements are there too. */
  readonly days: readonly DayFlow[];
  readonly trialBalance: m.TrialBalance;
}

/** Reading the bank as a whole. All throw SESSION_EXPIRED and STAFF_RIGHT_MISSING. */
export interface OversightService {
  /** Newest first, in pages that new rows do not shift. Throws CUSTOMER_UNKNOWN. */
  audit(
    session: m.Session,
    query: m.PageRange & { readonly filter: AuditFilter },
  ): Promise<AuditPage>;
  report(session: m.Session): Promise<BankReport>;
}

export type Corrected =
  { readonly kind: 'booked'; readonly receipt: m.Receipt } | ({ readonly kind: 'asked' } & Asked);
export interface Adjustment extends About {
  readonly amount: m.Amount;
  readonly side: 'credit' | 'debit';
  readonly reason: string;
}
export interface Reversal {
  readonly transaction: m.RequestId;
  readonly reason: string;
}

/**
 * Putting right what was booked: never by editing, always by a further transaction. Above a limit a
 * second manager decides. Also throws STEP_UP_NEEDED, STAFF_SELF, CUSTOMER_UNKNOWN,
 * TRANSACTION_UNKNOWN, REVERSAL_DONE, REVERSAL_IMPOSSIBLE, REVERSAL_SHORT, FUNDS_INSUFFICIENT.
 */
export interface CorrectionsService {
  quoteAdjustment(session: m.Session, adjustment: Adjustment): Promise<m.Quote>;
  /** The other side is SUSPENSE. */
  adjust(session: m.Session, adjustment: Adjustment & m.Confirmed): Promise<Corrected>;
  quoteReversal(session: m.Session, reversal: Reversal): Promise<m.Quote>;
  reverse(session: m.Session, reversal: Reversal & m.Confirmed): Promise<Corrected>;
}
