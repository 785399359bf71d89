import { hash } from 'node:crypto';
import type * as m from '../model/index.ts';
import { cashAccount } from './chart.ts';

export type PaymentKind = 'DEPOSIT' | 'WITHDRAWAL' | 'TRANSFER';
/** What staff put right: free of limits and of locks, never below zero. */
export type CorrectionKind = 'REVERSAL' | 'ADJUSTMENT';

/** What enters the ledger: one payment that a customer asked for, complete and immutable. */
export interface LedgerRequest {
  /** Idempotency key, and the id of the transaction it becomes. */
  readonly requestId: m.RequestId;
  readonly kind: PaymentKind | CorrectionKind;
  readonly session: Pick<m.Session, 'id' | 'customerId'>;
  /** The customer's account: paying, or receiving a deposit. */
  readonly own: m.AccountId;
  /** The receiving account of a transfer; null when there is none with the number given. */
  readonly payee: m.AccountId | null;
  readonly wish: m.AmountWish;
  readonly memo: string | null;
  /** Its customer proved themselves for it. */
  readonly isProved?: boolean;
  /** The session is one of staff, who have been admitted in the same transaction. */
  readonly byStaff?: true;
  /** Of a correction: whether `own` receives. */
  readonly into?: boolean;
  /** The bank's own account on the other side; the cash desk unless given. */
  readonly counter?: m.AccountId;
  /** The transaction that a reversal mirrors. */
  readonly reverses?: m.RequestId;
  /** What the request asked for; the same key with another fingerprint is refused. */
  readonly fingerprint: Buffer;
}

export const isCorrection = ({ kind }: LedgerRequest): boolean =>
  kind === 'REVERSAL' || kind === 'ADJUSTMENT';

/** Whether the customer's account receives. */
export const paysIn = ({ kind, into }: LedgerRequest): boolean =>
  kind === 'DEPOSIT' || into === true;

const counterOf = (request: LedgerRequest): m.AccountId => request.counter ?? cashAccount.id;

export const sourceOf = (request: LedgerRequest): m.AccountId =>
  paysIn(request) ? counterOf(request) : request.own;

/** Null when the payee is unknown. */
export const targetOf = (request: LedgerRequest): m.AccountId | null => {
  if (paysIn(request)) return request.own;
  return request.kind === 'TRANSFER' ? request.payee : (request.payee ?? counterOf(request));
};

/** SHA-256 over everything that decides where how much goes; a share stays a share. */
export function fingerprintOf(payment: {
  readonly kind: PaymentKind | CorrectionKind;
  readonly own: m.AccountId;
  readonly payeeNumber: m.AccountNumber | null;
  readonly wish: m.AmountWish;
  readonly currency: string;
  readonly memo: string | null;
  /** What else decides about a correction. */
  readonly more?: string;
}): Buffer {
  const { kind, own, payeeNumber, wish, currency, memo, more } = payment;
  const amount = wish.kind === 'exact' ? `${wish.amount}` : wish.kind;
  const parts = [kind, `${own}`, payeeNumber, amount, currency, memo];
  if (more !== undefined) parts.push(more);
  // From its hexadecimal text, since a buffer of its own each is dear to collect.
  return Buffer.from(hash('sha256', JSON.stringify(parts), 'hex'), 'hex');
}
