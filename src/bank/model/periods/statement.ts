/** A statement: what an account held, what moved, and what it holds, between two days. */
import type { InitiatorKind, TransactionKind } from '../base/money-kinds.ts';
import type { TimeZone } from '../base/notices.ts';
import type { AccountNumber, Balance, Currency, Reference } from '../base/types.ts';
import type { NamedAccount, PartyView } from '../base/views.ts';

/** Whole days, both inclusive. */
export interface StatementPeriod {
  /** YYYY-MM-DD in `zone`. */
  readonly from: string;
  /** YYYY-MM-DD in `zone`. */
  readonly to: string;
  /** Of the customer. */
  readonly zone: TimeZone;
}

export interface StatementHead {
  readonly period: StatementPeriod;
  readonly accountNumber: AccountNumber;
  readonly holderName: string;
  readonly currency: Currency;
  /** Three capital letters, for formats that allow only those. */
  readonly isoCurrency: string;
  readonly openedAt: Date;
  /** Before the first entry of the period. */
  readonly opening: Balance;
  /** After the last entry of the period. */
  readonly closing: Balance;
  /** Number of entries. */
  readonly count: bigint;
  /** The period is not over, so more entries may follow. */
  readonly isProvisional: boolean;
}

/** One entry. */
export interface StatementLine {
  /** 1..n within the account. */
  readonly seq: bigint;
  /** YYYY-MM-DD in the zone of the period; never before that of an earlier line. */
  readonly day: string;
  /** HH:MM:SS in the zone of the period. */
  readonly time: string;
  readonly bookedAt: Date;
  readonly reference: Reference;
  readonly kind: TransactionKind;
  readonly initiator: InitiatorKind;
  /** Minor units; credits above zero, debits below. */
  readonly amount: bigint;
  readonly balanceAfter: Balance;
  readonly counterparty: PartyView;
  /** On a shared account: the member who acted. */
  readonly actor?: string;
  readonly memo: string | null;
  /** The transaction that this one reverses. */
  readonly reverses: Reference | null;
}

export interface Statement {
  readonly head: StatementHead;
  /**
   * Oldest first, in pieces, so that a long statement is never whole in memory. Fails
   * as soon as a line does not follow from the balance before it.
   */
  readonly lines: () => AsyncIterable<readonly StatementLine[]>;
  /** The statement of the same account in another period. */
  readonly within: (period: StatementPeriod) => Promise<Statement>;
  /**
   * The proof of a file of it with this SHA-256, as `docs/log.md` documents it; null while no
   * checkpoint covers the last entry.
   */
  readonly proof: (file: Uint8Array) => Promise<string | null>;
}

/** A day, up to its end; or a time of it, by the clock of a customer's zone. */
export interface Moment {
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly time: { readonly hour: number; readonly minute: number } | null;
}

/** The balance of one account at an instant. */
export interface BalanceAt extends NamedAccount {
  readonly balance: Balance;
}

/** The same of a shared account, or of a pot of one. */
export interface SharedBalanceAt extends NamedAccount {
  /** Null: the member joined later, and reads from then on. */
  readonly balance: Balance | null;
}

/** The balances of all accounts of a customer, oldest account first. */
export interface PastBalance {
  /** After all entries booked before it. */
  readonly at: Date;
  readonly zone: TimeZone;
  readonly balances: readonly BalanceAt[];
  readonly shared: readonly SharedBalanceAt[];
}
