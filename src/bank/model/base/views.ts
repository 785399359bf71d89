/** What the bank shows of its rows to those who may see them. */
import type { Page } from './pages.ts';
import type {
  AccountNumber,
  AccountStatus,
  AccountKind,
  ActorRole,
  Amount,
  AmountWish,
  ApprovalKind,
  ApprovalState,
  Balance,
  DiscordUserId,
  JobId,
  Reference,
  RequestId,
  TransactionKind,
} from './types.ts';

/** A request that waits, or waited, for a second person. */
export interface ApprovalView {
  readonly id: RequestId;
  readonly kind: ApprovalKind;
  readonly maker: DiscordUserId;
  /** Whose account it is about. */
  readonly member: DiscordUserId;
  readonly holder: PartyView;
  /** What exactly was asked, by name. */
  readonly content: Readonly<Record<string, string>>;
  readonly reason: string;
  readonly state: ApprovalState;
  readonly askedAt: Date;
  readonly expiresAt: Date;
  readonly checker: DiscordUserId | null;
}

export interface Asked {
  readonly approval: ApprovalView;
}

/** Something a person confirmed that could not be finished, and waits for staff. */
export interface StuckConfirmation {
  readonly id: RequestId;
  readonly member: DiscordUserId;
  /** The command's path, for example `transfer`. */
  readonly command: string;
  readonly confirmedAt: Date;
}

/** A job that failed as often as it may, and waits for staff. */
export interface StuckJob {
  readonly id: JobId;
  /** The kind's name, for example `HOLD_EXPIRY`. */
  readonly job: string;
  /** Runs that failed. */
  readonly attempts: number;
  readonly dueAt: Date;
  /** A short code of the last failure. */
  readonly errorCode: string;
}

export type Stuck = StuckConfirmation | StuckJob;
export type StuckId = Stuck['id'];

/** A party of a payment as another person may see it. */
export interface PartyView {
  /** For example `Anna M.` for a counterparty, `Cash desk` for the bank's own accounts. */
  readonly name: string;
  /** Last four digits, `null` for the bank's own accounts. */
  readonly numberTail: string | null;
}

export interface AccountView {
  readonly accountNumber: AccountNumber;
  readonly status: AccountStatus;
  readonly balance: Balance;
  readonly held: Balance;
  /** balance - held. */
  readonly available: Balance;
  readonly openedAt: Date;
}

/** A payment as it would be booked now; nothing has moved. */
export interface Quote {
  readonly kind: TransactionKind;
  readonly from: PartyView;
  readonly to: PartyView;
  readonly wish: AmountWish;
  /** What `wish` means at this moment. */
  readonly amount: Amount;
  readonly fee: Balance;
  readonly balanceBefore: Balance;
  readonly balanceAfter: Balance;
  readonly firstPayment: boolean;
  /** Its booking needs a proof that it is really the customer, or the member of staff. */
  readonly needsProof: boolean;
  /** Somebody else who was paid before and whose name looks the same. */
  readonly alike?: PartyView;
  readonly memo: string | null;
}

/** Of what somebody confirms. */
export interface Confirmed {
  readonly requestId: RequestId;
  /** They proved themselves for this very request. */
  readonly isProved?: boolean;
}

/** Confirmation of one booked transaction from the acting customer's point of view. */
export interface Receipt {
  readonly reference: Reference;
  readonly requestId: RequestId;
  readonly kind: TransactionKind;
  readonly from: PartyView;
  readonly to: PartyView;
  readonly amount: Amount;
  readonly fee: Balance;
  readonly balanceBefore: Balance;
  readonly balanceAfter: Balance;
  readonly memo: string | null;
  readonly bookedAt: Date;
  /** True when this request had been booked before; nothing moved this time. */
  readonly replayed: boolean;
}

/** One line of an account's history. */
export interface EntryView {
  /** 1..n without gaps within the account. */
  readonly seq: bigint;
  readonly reference: Reference;
  readonly kind: TransactionKind;
  readonly direction: 'in' | 'out';
  readonly amount: Amount;
  readonly balanceAfter: Balance;
  readonly counterparty: PartyView;
  readonly memo: string | null;
  readonly bookedAt: Date;
}

export interface HistoryFilter {
  readonly kinds?: readonly TransactionKind[];
  /** Inclusive, YYYY-MM-DD in UTC. */
  readonly fromDate?: string;
  /** Inclusive, YYYY-MM-DD in UTC. */
  readonly toDate?: string;
  readonly counterparty?: string;
  readonly text?: string;
}

/** Cursors are `seq` values. */
export interface HistoryPage extends Page<EntryView> {
  readonly accountNumber: AccountNumber;
}

/** Somebody of the staff looked at an account or changed it. */
export interface AccessEntry {
  /** The cursor of its page; also its place in time. */
  readonly id: bigint;
  readonly at: Date;
  readonly actor: DiscordUserId;
  readonly role: ActorRole;
  /** Upper-case words, for example `ACCOUNT_FROZEN`. */
  readonly action: string;
  readonly reason: string | null;
}

export type AccessPage = Page<AccessEntry>;

export interface TrialBalanceLine {
  readonly kind: AccountKind;
  readonly side: 'DEBIT' | 'CREDIT';
  /**
   * Positive on the account's side, which is its normal one unless something is overdrawn. A sum
   * of many accounts and years: the limit of one customer's account does not hold for it.
   */
  readonly balance: bigint;
}
/** `debits` equals `credits`, or the books are broken. */
export interface TrialBalance {
  readonly lines: readonly TrialBalanceLine[];
  readonly debits: bigint;
  readonly credits: bigint;
}
