import { createHash } from 'node:crypto';
import { cashAccount } from '../chart.ts';
import type * as m from '../model.ts';

export type PaymentKind = 'DEPOSIT' | 'WITHDRAWAL' | 'TRANSFER';

/** What enters the ledger: one payment that a customer asked for, complete and immutable. */
export interface LedgerRequest {
  /** Idempotency key, and the id of the transaction it becomes. */
  readonly requestId: m.RequestId;
  readonly kind: PaymentKind;
  readonly session: Pick<m.Session, 'id' | 'customerId'>;
  /** The customer's account: paying, or receiving a deposit. */
  readonly own: m.AccountId;
  /** The receiving account of a transfer; null when there is none with the number given. */
  readonly payee: m.AccountId | null;
  readonly wish: m.AmountWish;
  readonly memo: string | null;
  /** What the request asked for; the same key with another fingerprint is refused. */
  readonly fingerprint: Buffer;
}

export const sourceOf = (request: LedgerRequest): m.AccountId =>
  request.kind === 'DEPOSIT' ? cashAccount.id : request.own;

/** Null when the payee is unknown. */
export const targetOf = (request: LedgerRequest): m.AccountId | null =>
  ({ DEPOSIT: request.own, WITHDRAWAL: cashAccount.id, TRANSFER: request.payee })[request.kind];

/** SHA-256 over everything that decides where how much goes; a share stays a share. */
export function fingerprintOf(payment: {
  readonly kind: PaymentKind;
  readonly own: m.AccountId;
  readonly payeeNumber: m.AccountNumber | null;
  readonly wish: m.AmountWish;
  readonly currency: string;
  readonly memo: string | null;
}): Buffer {
  const { kind, own, payeeNumber, wish, currency, memo } = payment;
  const amount = wish.kind === 'exact' ? `${wish.amount}` : wish.kind;
  const parts = [kind, `${own}`, payeeNumber, amount, currency, memo];
  return createHash('sha256').update(JSON.stringify(parts)).digest();
}
