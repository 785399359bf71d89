/** One correction as the ledger takes it: an adjustment, or a reversal of a transaction. */
import type { Pool } from '../../db/pool.ts';
import {
  type BookedTransaction,
  findTransaction,
  fingerprintOf,
  type LedgerRequest,
  suspenseAccount,
} from '../ledger/index.ts';
import type * as m from '../model/index.ts';
import { amountOf, BankError, normalMemo, parseAccountNumber } from '../model/index.ts';
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
  /** Stored with a request for approval; `correctionIn` makes the correction from it again. */
  readonly content: Readonly<Record<string, string>>;
  /** The customer whom the audit row and the request name. */
  readonly target: m.CustomerId;
  /** The customers whose money moves; none of them may ask or decide. */
  readonly parties: readonly m.CustomerId[];
  /** Without the fields that belong to one attempt. */
  readonly booking: Omit<LedgerRequest, 'requestId' | 'session' | 'fingerprint'>;
}

export async function adjustmentOf(
  pool: Pool,
  asked: {
    readonly accountNumber: m.AccountNumber;
    readonly amount: m.Amount;
    readonly side: 'credit' | 'debit';
    readonly reason: string;
  },
): Promise<Correction> {
  const { accountNumber, amount, side, reason } = asked;
  const row = await servedBy(pool, accountNumber);
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

/** The receiving customer pays back; where the bank received, it pays the customer back. */
function mirrored({ source, target }: BookedTransaction) {
  if (target.customerId === null) {
    return { own: source.accountId, payee: null, into: true, counter: target.accountId };
  }
  return source.customerId === null
    ? { own: target.accountId, payee: null, into: false, counter: source.accountId }
    : { own: target.accountId, payee: source.accountId, into: false };
}

export async function reversalOf(
  pool: Pool,
  { transaction, reason }: { readonly transaction: m.RequestId; readonly reason: string },
): Promise<Correction> {
  const original = await findTransaction(pool, transaction);
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

/** From the content of a request for approval. */
export async function correctionIn(
  pool: Pool,
  row: { readonly content: Readonly<Record<string, string>>; readonly reason: string },
): Promise<Correction> {
  const { transaction, account = '', amount = '', side } = row.content;
  if (transaction !== undefined) {
    const id = BigInt(transaction) as m.RequestId;
    return reversalOf(pool, { transaction: id, reason: row.reason });
  }
  const number = parseAccountNumber(account);
  if (!number.ok) throw new BankError('CUSTOMER_UNKNOWN');
  return adjustmentOf(pool, {
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
