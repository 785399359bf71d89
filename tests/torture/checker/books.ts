/** The content of the database as plain data: read from a server, or written by hand in a test. */

export interface BookAccount {
  readonly id: bigint;
  readonly kind: string;
  /** Null for the bank's own accounts, which store no balance either. */
  readonly number: string | null;
  readonly customerId: bigint | null;
  readonly balance: bigint | null;
  readonly held: bigint;
  readonly lastSeq: bigint;
}

export interface BookTransaction {
  /** The request id, which is the key in the history. */
  readonly id: bigint;
  readonly kind: string;
  readonly customerId: bigint;
  readonly sessionId: bigint;
  readonly source: bigint;
  readonly sourceSeq: bigint;
  readonly target: bigint;
  readonly targetSeq: bigint;
  readonly amount: bigint;
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
}
