/** One correction as the ledger takes it: what is adjusted, or what a reversal mirrors. */
import {
  type BookedTransaction,
  findTransaction,
  fingerprintOf,
  type LedgerRequest,
  suspenseAccount,
} from '../ledger/index.ts';
import type * as m from '../model/index.ts';
import { amountOf, BankError, normalMemo, parseAccountNumber } from '../model/index.ts';
import type { StaffTools } from './desk.ts';
import { servedBy } from './looking.ts';
import type { About } from './serving.ts';

export interface Adjustment extends About {
  readonly amount: m.Amount;
  readonly side: 'credit' | 'debit';
  readonly reason: string;
}

export interface Reversal {
  readonly transaction: m.RequestId;
  readonly reason: string;
}

export interface Correction {
  readonly kind: 'ADJUST' | 'REVERSE';
  readonly reason: string;
  readonly amount: m.Amount;
  /** What a request for a second person keeps, and from which it is made again. */
  readonly content: Readonly<Record<string, string>>;
  /** Who gains, or at least is concerned. */
  readonly target: m.CustomerId;
  /** Whose money it is about: none of them may ask or decide. */
  readonly parties: readonly m.CustomerId[];
  /** Without what belongs to one attempt. */
  readonly booking: Omit<LedgerRequest, 'requestId' | 'session' | 'fingerprint'>;
}

export async function adjustmentOf(
  tools: StaffTools,
  asked: {
    readonly accountNumber: m.AccountNumber;
    readonly amount: m.Amount;
    readonly side: 'credit' | 'debit';
    readonly reason: string;
  },
): Promise<Correction> {
  const { accountNumber, amount, side, reason } = asked;
  const row = await servedBy(tools, accountNumber);
  return {
    kind: 'ADJUST',
    reason,
    amount,
    content: { amount: `${amount}`, side, account: accountNumber },
    target: row.customerId,
    parties: [row.customerId],
    booking: {
      kind: 'ADJUSTMENT',
      own: row.accountId,
      payee: null,
      wish: { kind: 'exact', amount },
      memo: normalMemo(reason),
      byStaff: true,
      into: side === 'credit',
      counter: suspenseAccount.id,
    },
  };
}

/** The customer who received pays back; where the bank received, the customer gets it back. */
function mirrored({ source, target }: BookedTransaction) {
  if (target.customerId === null) {
    return { own: source.accountId, payee: null, into: true, counter: target.accountId };
  }
  return source.customerId === null
    ? { own: target.accountId, payee: null, into: false, counter: source.accountId }
    : { own: target.accountId, payee: source.accountId, into: false };
}

export async function reversalOf(
  tools: StaffTools,
  { transaction, reason }: { readonly transaction: m.RequestId; readonly reason: string },
): Promise<Correction> {
  const original = await findTransaction(tools.pool, transaction);
  if (original === null) throw new BankError('TRANSACTION_UNKNOWN');
  if (original.kind === 'REVERSAL') throw new BankError('REVERSAL_IMPOSSIBLE');
  const customers = [original.source.customerId, original.target.customerId];
  const parties = customers.filter((one) => one !== null);
  const amount = amountOf(original.amount);
  return {
    kind: 'REVERSE',
    reason,
    amount,
    content: { amount: `${amount}`, transaction: `${transaction}` },
    target: parties[0]!,
    parties,
    booking: {
      kind: 'REVERSAL',
      ...mirrored(original),
      wish: { kind: 'exact', amount },
      memo: normalMemo(reason),
      byStaff: true,
      reverses: transaction,
    },
  };
}

/** From what a request for a second person keeps. */
export async function correctionIn(
  tools: StaffTools,
  row: { readonly content: Readonly<Record<string, string>>; readonly reason: string },
): Promise<Correction> {
  const { transaction, account = '', amount = '', side } = row.content;
  if (transaction !== undefined) {
    const id = BigInt(transaction) as m.RequestId;
    return reversalOf(tools, { transaction: id, reason: row.reason });
  }
  const number = parseAccountNumber(account);
  if (!number.ok) throw new BankError('CUSTOMER_UNKNOWN');
  return adjustmentOf(tools, {
    accountNumber: number.value,
    amount: amountOf(BigInt(amount)),
    side: side === 'credit' ? 'credit' : 'debit',
    reason: row.reason,
  });
}

export function requestOf(
  { booking, content }: Correction,
  attempt: {
    readonly requestId: m.RequestId;
    readonly session: m.Session;
    readonly currency: m.Currency;
  },
): LedgerRequest {
  const { requestId, session, currency } = attempt;
  const { kind, own, wish, memo } = booking;
  const more = JSON.stringify(content);
  const asked = { kind, own, payeeNumber: null, wish, memo, currency: currency.code, more };
  return { ...booking, requestId, session, fingerprint: fingerprintOf(asked) };
}
