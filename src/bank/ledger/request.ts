/** What enters the ledger: postings, who asks for them, and what kind of movement they are. */
import { hash } from 'node:crypto';
import type * as m from '../model/index.ts';
import { isOwnAccount } from './chart.ts';

/** Who or what asks; `initiators` in the model says what each may. */
export type Initiator =
  | { readonly kind: 'SESSION' | 'STAFF'; readonly session: Pick<m.Session, 'id' | 'customerId'> }
  | { readonly kind: 'ORDER'; readonly id: bigint; readonly customerId: m.CustomerId }
  /** What a member asked for and the managers approved; `id` is of that approval. */
  | { readonly kind: 'MEMBERS'; readonly id: bigint; readonly customerId: m.CustomerId }
  /** The bank itself: `id` is of what made it act, for example a job; 0 where nothing has an id. */
  | { readonly kind: 'BANK'; readonly id: bigint }
  /** An import, or its undoing. */
  | { readonly kind: 'IMPORT'; readonly id: bigint };

/** One movement between two accounts, each a customer's or the bank's own. */
export interface Posting<Amount = m.Amount> {
  readonly kind: m.TransactionKind;
  readonly source: m.AccountId;
  /** Null when no account has the number that was given. */
  readonly target: m.AccountId | null;
  readonly amount: Amount;
}

/** The first posting gives the transaction its kind; the others, such as a fee, follow it. */
export type Postings = readonly [Posting<m.AmountWish>, ...Posting[]];

/** One transaction as it is asked for: complete and immutable. */
export interface LedgerRequest {
  /** Idempotency key, and the id of the transaction it becomes. */
  readonly requestId: m.RequestId;
  readonly initiator: Initiator;
  readonly postings: Postings;
  /**
   * The account whose row keeps the sums of the day of the customer who is limited: that
   * customer's first account. Unless given, the one that the first posting counts at.
   */
  readonly countedAt?: m.AccountId;
  readonly memo: string | null;
  /**
   * The fee of its kind is charged. `shown`: what its card said, or null where there is none. Left
   * out: the movement is free.
   */
  readonly fee?: { readonly shown: bigint | null };
  /** The customer has proved themselves for this request. */
  readonly isProved?: boolean;
  /** It only sets the money aside; see `Holds.authorise`. */
  readonly isHold?: boolean;
  readonly links?: {
    /** The transaction that this one mirrors. */
    readonly reverses?: m.RequestId;
    /** The hold whose money it takes. */
    readonly captures?: m.HoldId;
    /** The row of another room that it pays. */
    readonly pays?: m.Link;
    /** The part of the customer in the shared account that it is about; decides what they may. */
    readonly member?: m.Link;
  };
  /** What was asked for; the same key with another fingerprint is refused. */
  readonly fingerprint: m.Fingerprint;
}

export const kindOf = ({ postings }: LedgerRequest): m.TransactionKind => postings[0].kind;

export const sessionOf = ({ initiator }: LedgerRequest) =>
  'session' in initiator ? initiator.session : null;

/** Null: the bank itself. */
export function customerOf(initiator: Initiator): m.CustomerId | null {
  if ('session' in initiator) return initiator.session.customerId;
  return 'customerId' in initiator ? initiator.customerId : null;
}

export const initiatorId = (initiator: Initiator): bigint =>
  'session' in initiator ? initiator.session.id : initiator.id;

/** The account whose owner the request is about: the payer, or the receiver if the bank pays. */
export function principalOf({ postings: [{ source, target }] }: LedgerRequest): m.AccountId {
  return isOwnAccount(source) && target !== null ? target : source;
}

/** SHA-256 over everything that decides where how much goes; a share stays a share. */
export function fingerprintOf(payment: {
  readonly kind: m.TransactionKind;
  readonly own: m.AccountId;
  readonly payeeNumber: m.AccountNumber | null;
  readonly wish: m.AmountWish;
  readonly currency: string;
  readonly memo: string | null;
  /** What else decides about it. */
  readonly more?: string;
}): m.Fingerprint {
  const { kind, own, payeeNumber, wish, currency, memo, more } = payment;
  const amount = wish.kind === 'exact' ? `${wish.amount}` : wish.kind;
  const parts = [kind, `${own}`, payeeNumber, amount, currency, memo];
  if (more !== undefined) parts.push(more);
  return hash('sha256', JSON.stringify(parts), 'hex') as m.Fingerprint;
}
