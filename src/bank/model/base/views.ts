/** What the bank returns of its rows to callers who may see them. */
import type { InitiatorKind, TransactionKind } from './money-kinds.ts';
import type { Page } from './pages.ts';
import type { PotTerms, RoundUp } from './pots.ts';
import type { SharedRef, SharedTerms } from './shared.ts';
import type {
  AccountNumber,
  AccountStatus,
  AccountKind,
  AccountType,
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
} from './types.ts';

/** A request for a second member of staff, open or decided. */
export interface ApprovalView {
  readonly id: RequestId;
  readonly kind: ApprovalKind;
  readonly maker: DiscordUserId;
  /** The Discord user of the account concerned. */
  readonly member: DiscordUserId;
  readonly holder: PartyView;
  /** The details of the request, by name. */
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

/** A confirmed action that could not be finished and waits for a decision of staff. */
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

/** A party of a payment, as shown to other people. */
export interface PartyView {
  /** For example `Anna M.` for a counterparty, `Cash desk` for the bank's own accounts. */
  readonly name: string;
  /** Last four digits, `null` for the bank's own accounts. */
  readonly numberTail: string | null;
  /** The name is empty: this holder's name is not shown to strangers. */
  readonly isHidden?: boolean;
}

/**
 * The name that a payer typed against the name on the account. UNAVAILABLE: it cannot be checked,
 * or may not be. LIMIT: the payer has checked too many.
 */
export type NameCheck = 'MATCH' | 'CLOSE' | 'NO_MATCH' | 'UNAVAILABLE' | 'LIMIT';

export interface AccountView {
  readonly accountNumber: AccountNumber;
  readonly status: AccountStatus;
  readonly balance: Balance;
  readonly held: Balance;
  /** balance - held. */
  readonly available: Balance;
  readonly openedAt: Date;
}

/** An account as its owner sees it. */
export interface OwnAccount extends AccountView {
  readonly type: AccountType;
  /** The owner's own name for it. */
  readonly name: string | null;
  /** It receives payments to its owner as a member, and pays where no other is named. */
  readonly isMain: boolean;
  /** Only of pots. */
  readonly pot?: PotTerms;
  /** Only of shared accounts and their pots: the customer's part in the shared account. */
  readonly shared?: SharedTerms;
  /** Only of pots of a shared account: that account. */
  readonly potOf?: SharedRef;
}

/** A payment as it would be booked now; nothing has moved. */
export interface Quote {
  readonly kind: TransactionKind;
  readonly from: PartyView;
  readonly to: PartyView;
  readonly wish: AmountWish;
  /** The current amount of `wish`. */
  readonly amount: Amount;
  readonly fee: Balance;
  readonly balanceBefore: Balance;
  readonly balanceAfter: Balance;
  readonly firstPayment: boolean;
  /** Its booking needs a proof of the customer or the member of staff. */
  readonly needsProof: boolean;
  /** Another payee, paid before, whose name looks the same. */
  readonly alike?: PartyView;
  /** Where a name was typed. */
  readonly nameCheck?: NameCheck;
  readonly memo: string | null;
  /** So many managers of the shared account must approve it. */
  readonly approvals?: number;
  /** Put aside beside the payment; where the money does not suffice for it, `isSkipped`. */
  readonly roundUp?: RoundUp & { readonly isSkipped: boolean };
}

/** A confirmed request. */
export interface Confirmed {
  readonly requestId: RequestId;
  /** Confirmed with a proof for this request. */
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
  /** Put aside beside the payment. */
  readonly roundUp?: RoundUp;
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
  /** Who or what asked for it. */
  readonly initiator: InitiatorKind;
  readonly direction: 'in' | 'out';
  readonly amount: Amount;
  readonly balanceAfter: Balance;
  readonly counterparty: PartyView;
  /** On a shared account: the member who acted. */
  readonly actor?: string;
  readonly memo: string | null;
  readonly bookedAt: Date;
}

/** Minor units, both included; null: no limit. */
export interface AmountRange {
  readonly least: bigint | null;
  readonly most: bigint | null;
}

export interface HistoryFilter {
  readonly kinds?: readonly TransactionKind[];
  /** Inclusive, YYYY-MM-DD in UTC. */
  readonly fromDate?: string;
  /** Inclusive, YYYY-MM-DD in UTC. */
  readonly toDate?: string;
  readonly counterparty?: string;
  readonly text?: string;
  /** Of the amount without its sign. */
  readonly amount?: AmountRange;
  /** Only entries that add to the balance, or only those that take from it. */
  readonly direction?: 'in' | 'out';
}

/** Entries of one direction, added up. */
export interface HistorySum {
  readonly count: number;
  readonly total: bigint;
}

/** The other side of some of a customer's entries. */
export interface KnownParty {
  /** As on cards: `Anna M.` */
  readonly name: string;
  readonly accountNumber: AccountNumber;
  readonly discordUserId: DiscordUserId;
  readonly isClosed: boolean;
}

/** An account as its customers call it; without a name it has only its number. */
export type NamedAccount = Pick<OwnAccount, 'accountNumber' | 'name' | 'potOf'>;

/** Cursors are `seq` values. */
export interface HistoryPage extends Page<EntryView>, NamedAccount {
  /** Of an unfinished search: when the last entry it looked at was booked. */
  readonly searchedTo?: Date;
}

/** One act of staff on a customer's account. */
export interface AccessEntry {
  /** The cursor of its page; increases with time. */
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
   * Positive on `side`, the kind's normal side unless it is overdrawn. A sum of many accounts, so
   * it may exceed the maximum of one account.
   */
  readonly balance: bigint;
}
/** `debits` equals `credits`, or the books are broken. */
export interface TrialBalance {
  readonly lines: readonly TrialBalanceLine[];
  readonly debits: bigint;
  readonly credits: bigint;
}
