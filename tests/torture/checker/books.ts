/** The content of the database as plain data: read from a server, or written by hand in a test. */

export interface BookAccount {
  readonly id: bigint;
  readonly kind: string;
  /** Null for the bank's own accounts, which store no balance either. */
  readonly number: string | null;
  readonly customerId: bigint | null;
  /** CURRENT, SAVINGS, POT or SHARED. */
  readonly type: string;
  readonly balance: bigint | null;
  readonly held: bigint;
  readonly lastSeq: bigint;
  /** YYYY-MM-DD in UTC, the day of the sums. */
  readonly countedDay: string;
  readonly paidOut: bigint;
  /** Of the week and the month of that day. */
  readonly paidOutWeek: bigint;
  readonly paidOutMonth: bigint;
  /** What its customer may pay out in a week by a limit of their own. */
  readonly weekLimit: bigint | null;
  readonly deposited: bigint;
  /** Whether its customer's limit of the day is lowered. */
  readonly isLimited: boolean;
}

/** One movement of a transaction. */
export interface BookPosting {
  readonly kind: string;
  readonly source: bigint;
  readonly sourceSeq: bigint;
  readonly target: bigint;
  readonly targetSeq: bigint;
  readonly amount: bigint;
}

/** The row of a transaction is its first posting. */
export interface BookTransaction extends BookPosting {
  /** The request id, which is the key in the history. */
  readonly id: bigint;
  /** Null: the bank itself asked. */
  readonly customerId: bigint | null;
  readonly initiator: string;
  /** Null where no session asked. */
  readonly sessionId: bigint | null;
  /** YYYY-MM-DD HH:MM:SS.ffffff in UTC, as all times here. */
  readonly bookedAt: string;
  /** The transaction that it reverses; null: none. */
  readonly reverses: bigint | null;
  /** The postings behind the first one, in order. */
  readonly further: readonly BookPosting[];
}

export interface BookHold {
  /** The request id, which is the key in the history. */
  readonly id: bigint;
  readonly kind: string;
  readonly source: bigint;
  readonly target: bigint;
  /** The account whose sums of the day have counted it. */
  readonly countedAt: bigint | null;
  /** With the fee. */
  readonly amount: bigint;
  readonly fee: bigint;
  readonly heldAt: string;
  readonly expiresAt: string;
  /** Whether a job that is due then or now will end it. */
  readonly isAwaited: boolean;
}

export interface BookEnding {
  readonly hold: bigint;
  readonly ending: string;
  readonly transactionId: bigint | null;
  readonly endedAt: string;
}

/** What a request asks of one payer. */
export interface BookDue {
  readonly id: bigint;
  /** The request id of the whole request, which is the key in the history. */
  readonly request: bigint;
  /** The customer who is asked. */
  readonly payer: bigint;
  /** The account that is paid. */
  readonly account: bigint;
  readonly amount: bigint;
  readonly paid: bigint;
  readonly state: string;
  readonly changedAt: string;
  readonly expiresAt: string;
}

export interface BookDuePayment {
  readonly transactionId: bigint;
  readonly due: bigint;
  readonly amount: bigint;
}

/** A member of a shared account. */
export interface BookMember {
  readonly holder: bigint;
  readonly customerId: bigint;
  readonly spent: bigint;
  /** YYYY-MM, or empty. */
  readonly month: string;
}

/** A payment that waits, or has waited, for the managers of a shared account. */
export interface BookApproval {
  /** Also of its hold, and of its transaction. */
  readonly id: bigint;
  readonly holder: bigint;
  /** Who has asked. */
  readonly customerId: bigint;
  readonly amount: bigint;
  readonly needed: number;
  readonly state: string;
  readonly askedAt: string;
}

/** How many movements of a customer were free. */
export interface BookFreeUse {
  /** The customer's first account. */
  readonly account: bigint;
  readonly kind: string;
  /** YYYY-MM. */
  readonly month: string;
  readonly used: number;
}

/** One month of an account whose interest was worked out. */
export interface BookCredit {
  readonly account: bigint;
  /** YYYY-MM-DD. */
  readonly month: string;
  readonly amount: bigint;
  readonly transactionId: bigint | null;
}

export interface BookEntry {
  readonly account: bigint;
  readonly seq: bigint;
  readonly transactionId: bigint;
  readonly amount: bigint;
  readonly balanceAfter: bigint | null;
  readonly memo: string | null;
}

export interface BookAudit {
  readonly action: string;
  readonly actor: string;
  readonly sessionId: bigint | null;
  /** Account number or other subject, if the action has one. */
  readonly customerId: bigint | null;
}

export interface Books {
  readonly accounts: readonly BookAccount[];
  readonly transactions: readonly BookTransaction[];
  readonly entries: readonly BookEntry[];
  readonly audit: readonly BookAudit[];
  readonly holds: readonly BookHold[];
  readonly endings: readonly BookEnding[];
  /** What became of each standing order, by its key: null where nothing did; unless given, unknown. */
  readonly occurrences?: ReadonlyMap<string, string | null>;
  readonly dues: readonly BookDue[];
  readonly duePayments: readonly BookDuePayment[];
  readonly members: readonly BookMember[];
  readonly approvals: readonly BookApproval[];
  readonly freeUses: readonly BookFreeUse[];
  readonly credits: readonly BookCredit[];
  readonly readAt: string;
  /** Holds whose time was over before must have ended: a few seconds before the rows were read. */
  readonly overdueBefore: string;
}
