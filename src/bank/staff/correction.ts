/** One correction as the ledger takes it: an adjustment, or a reversal of a transaction. */
import type { Pool } from '../../db/pool.ts';
import { assert } from '../../lib/assert.ts';
import {
  type BookedTransaction,
  findTransaction,
  fingerprintOf,
  isOwnAccount,
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
  /** The target's account that they name; null: their first account. */
  readonly account: { readonly id: m.AccountId; readonly number: m.AccountNumber } | null;
  /** The customers whose money moves; none of them may ask or decide. */
  readonly parties: readonly m.CustomerId[];
  /** The transaction that a reversal mirrors; null for an adjustment. */
  readonly reverses: m.RequestId | null;
  readonly postings: LedgerRequest['postings'];
  readonly memo: string | null;
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
  const ends = [suspenseAccount.id, row.accountId] as const;
  const [source, target] = side === 'credit' ? ends : [ends[1], ends[0]];
  return {
    kind: 'ADJUST',
    reason,
    amount,
    content: { amount: `${amount}`, side, account: accountNumber },
    target: row.customerId,
    account: { id: row.accountId, number: accountNumber },
    parties: [row.customerId],
    reverses: null,
    postings: [{ kind: 'ADJUSTMENT', source, target, amount: { kind: 'exact', amount } }],
    memo: normalMemo(reason),
  };
}

/** The customer's account in the first posting. */
function accountOf(
  { source, target }: BookedTransaction,
  customerId: m.CustomerId,
): Correction['account'] {
  const side = [source, target].find((one) => one.customerId === customerId);
  return side === undefined || side.accountNumber === null
    ? null
    : { id: side.accountId, number: side.accountNumber };
}

/** Each posting backwards. */
function mirrored({ postings }: BookedTransaction): LedgerRequest['postings'] {
  const [first, ...others] = postings.map(({ sourceId, targetId, amount }) => ({
    kind: 'REVERSAL' as const,
    source: targetId,
    target: sourceId,
    amount: amountOf(amount),
  }));
  assert(first !== undefined, 'a transaction has a posting');
  return [{ ...first, amount: { kind: 'exact', amount: first.amount } }, ...others];
}

export async function reversalOf(
  pool: Pool,
  { transaction, reason }: { readonly transaction: m.RequestId; readonly reason: string },
): Promise<Correction> {
  const original = await findTransaction(pool, transaction);
  if (original === null) throw new BankError('TRANSACTION_UNKNOWN');
  if (original.kind === 'REVERSAL') throw new BankError('REVERSAL_IMPOSSIBLE');
  const { customers: parties } = original;
  const target = parties[0]!;
  const amount = amountOf(original.amount);
  return {
    kind: 'REVERSE',
    reason,
    amount,
    content: { amount: `${amount}`, transaction: `${transaction}` },
    target,
    account: accountOf(original, target),
    parties,
    reverses: transaction,
    postings: mirrored(original),
    memo: normalMemo(reason),
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
  { postings, memo, reverses, content }: Correction,
  attempt: {
    readonly requestId: m.RequestId;
    readonly session: m.Session;
    readonly currency: m.Currency;
  },
): LedgerRequest {
  const { requestId, session, currency } = attempt;
  const [{ kind, source, target, amount: wish }] = postings;
  const own = isOwnAccount(source) && target !== null ? target : source;
  const more = JSON.stringify(content);
  const asked = { kind, own, payeeNumber: null, wish, memo, currency: currency.code, more };
  return {
    requestId,
    initiator: { kind: 'STAFF', session },
    postings,
    memo,
    ...(reverses === null ? {} : { links: { reverses } }),
    fingerprint: fingerprintOf(asked),
  };
}
