/** One correction as the ledger takes it: what is adjusted, or what a reversal mirrors. */
import {
  type BookedTransaction,
  findTransaction,
  fingerprintOf,
  isOwnAccount,
  type LedgerRequest,
  suspenseAccount,
} from '../ledger/index.ts';
import { assert } from '../../lib/assert.ts';
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
  /** Whose entries a reversal mirrors; null for an adjustment. */
  readonly reverses: m.RequestId | null;
  readonly postings: LedgerRequest['postings'];
  readonly memo: string | null;
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
  const ends = [suspenseAccount.id, row.accountId] as const;
  const [source, target] = side === 'credit' ? ends : [ends[1], ends[0]];
  return {
    kind: 'ADJUST',
    reason,
    amount,
    content: { amount: `${amount}`, side, account: accountNumber },
    target: row.customerId,
    parties: [row.customerId],
    reverses: null,
    postings: [{ kind: 'ADJUSTMENT', source, target, amount: { kind: 'exact', amount } }],
    memo: normalMemo(reason),
  };
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
  tools: StaffTools,
  { transaction, reason }: { readonly transaction: m.RequestId; readonly reason: string },
): Promise<Correction> {
  const original = await findTransaction(tools.pool, transaction);
  if (original === null) throw new BankError('TRANSACTION_UNKNOWN');
  if (original.kind === 'REVERSAL') throw new BankError('REVERSAL_IMPOSSIBLE');
  const { customers: parties } = original;
  const amount = amountOf(original.amount);
  return {
    kind: 'REVERSE',
    reason,
    amount,
    content: { amount: `${amount}`, transaction: `${transaction}` },
    target: parties[0]!,
    parties,
    reverses: transaction,
    postings: mirrored(original),
    memo: normalMemo(reason),
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
