/** The columns of the rows that the log covers, and how they are read. */
import { bigintOf, bigintOrNull, bytesOf, type Row, textOf, textOrNull } from '../../../db/rows.ts';
import { microsecondsFromSql } from '../../../lib/clock.ts';
import type { AuditLeaf, Entry, Posting, Side, TransactionLeaf } from '../../../records/index.ts';
import type { AccountNumberOf } from './account-numbers.ts';

/** Everything of a transaction but its entries and further postings. */
export type TransactionHead = Omit<TransactionLeaf, 'details' | 'postings'>;
export type AuditHead = Omit<AuditLeaf, 'salt'>;

/** The entries of both sides. */
export const joinEntries = (posting: 't' | 'p'): string => `
  LEFT JOIN entries AS s
    ON s.account_id = ${posting}.source_account_id AND s.seq = ${posting}.source_seq
  LEFT JOIN entries AS g
    ON g.account_id = ${posting}.target_account_id AND g.seq = ${posting}.target_seq`;

/**
 * All numbers of a transaction in one text, null as an empty part: a column for each takes the
 * driver many times as long. Most entries repeat their transaction, and only their balances and
 * memos are read. Kinds are compared as bytes, because as text they would be equal to one with
 * spaces behind.
 */
const numbers = `CONCAT(t.id, '|', TIMESTAMPDIFF(MICROSECOND, '1970-01-01', t.booked_at), '|',
    IFNULL(t.customer_id, ''), '|', IFNULL(t.initiator_id, ''), '|', IFNULL(t.reverses_id, ''), '|',
    t.source_account_id, '|', t.source_seq, '|', t.target_account_id, '|', t.target_seq, '|',
    t.amount, '|', IFNULL(s.balance_after, ''), '|', IFNULL(g.balance_after, ''), '|',
    IFNULL(s.transaction_id = t.id AND g.transaction_id = t.id AND s.amount = -t.amount
      AND g.amount = t.amount AND s.booked_at = t.booked_at AND g.booked_at = t.booked_at
      AND s.counterparty_account_id = t.target_account_id
      AND g.counterparty_account_id = t.source_account_id
      AND CAST(s.kind AS BINARY) = CAST(t.kind AS BINARY)
      AND CAST(g.kind AS BINARY) = CAST(t.kind AS BINARY), 0))`;
/** Null where there is no transaction. */
export const briefColumns = `${numbers} AS numbers, t.kind, t.initiator_kind, t.fingerprint,
    s.memo AS s_memo, g.memo AS g_memo`;
export const fullColumns = `s.transaction_id AS s_transaction, s.kind AS s_kind, s.amount AS s_amount,
    s.balance_after AS s_after, s.counterparty_account_id AS s_other, s.memo AS s_memo,
    s.booked_at AS s_at, g.transaction_id AS g_transaction, g.kind AS g_kind, g.amount AS g_amount,
    g.balance_after AS g_after, g.counterparty_account_id AS g_other, g.memo AS g_memo,
    g.booked_at AS g_at`;
export const furtherColumns = `p.transaction_id, p.kind, p.source_account_id, p.source_seq,
    p.target_account_id, p.target_seq, p.amount, ${fullColumns}`;
export const auditColumns = `id, occurred_at, action, actor_discord_user_id, target_customer_id,
    session_id, details, actor_role, reason`;

const microseconds = (row: Row, column: string): bigint => microsecondsFromSql(textOf(row, column));

const optional = (part: string): bigint | null => (part === '' ? null : BigInt(part));

/** A row with `briefColumns`; `parts` in the order of its numbers. */
export interface BriefRow {
  readonly id: bigint;
  readonly sourceId: bigint;
  readonly targetId: bigint;
  /** Whether both entries exist and repeat the transaction. */
  readonly isPlain: boolean;
  readonly parts: readonly string[];
  readonly row: Row;
}

export function briefOf(row: Row): BriefRow {
  const parts = textOf(row, 'numbers').split('|');
  return {
    id: BigInt(parts[0]!),
    sourceId: BigInt(parts[5]!),
    targetId: BigInt(parts[7]!),
    isPlain: parts[12] === '1',
    parts,
    row,
  };
}

export function headOfTransaction({ id, parts, row }: BriefRow): TransactionHead {
  return {
    kind: 'TRANSACTION',
    id,
    bookedAt: BigInt(parts[1]!),
    initiator: textOf(row, 'initiator_kind'),
    initiatorId: optional(parts[3]!),
    customerId: optional(parts[2]!),
    fingerprint: bytesOf(row, 'fingerprint'),
    reversesId: optional(parts[4]!),
  };
}

export function postingOf(
  { sourceId, targetId, parts, row }: BriefRow,
  numberOf: AccountNumberOf,
): Posting {
  const [sourceSeq, targetSeq] = [BigInt(parts[6]!), BigInt(parts[8]!)];
  return {
    kind: textOf(row, 'kind'),
    amount: BigInt(parts[9]!),
    source: { accountId: sourceId, seq: sourceSeq, accountNumber: numberOf(sourceId) },
    target: { accountId: targetId, seq: targetSeq, accountNumber: numberOf(targetId) },
  };
}

/** Of a row that is plain, source before target. */
export function plainEntries(
  { parts, row }: BriefRow,
  { id: transactionId, bookedAt }: TransactionHead,
  { kind, amount, source, target }: Posting,
): Entry[] {
  return [
    {
      transactionId,
      bookedAt,
      kind,
      accountId: source.accountId,
      seq: source.seq,
      counterpartyId: target.accountId,
      amount: -amount,
      balanceAfter: optional(parts[10]!),
      memo: textOrNull(row, 's_memo'),
    },
    {
      transactionId,
      bookedAt,
      kind,
      accountId: target.accountId,
      seq: target.seq,
      counterpartyId: source.accountId,
      amount,
      balanceAfter: optional(parts[11]!),
      memo: textOrNull(row, 'g_memo'),
    },
  ];
}

const sideOf = (row: Row, side: 'source' | 'target', numberOf: AccountNumberOf): Side => {
  const accountId = bigintOf(row, `${side}_account_id`);
  return { accountId, seq: bigintOf(row, `${side}_seq`), accountNumber: numberOf(accountId) };
};

/** Of a row with `furtherColumns`. */
export const furtherPosting = (row: Row, numberOf: AccountNumberOf): Posting => ({
  kind: textOf(row, 'kind'),
  amount: bigintOf(row, 'amount'),
  source: sideOf(row, 'source', numberOf),
  target: sideOf(row, 'target', numberOf),
});

const entryOf = (row: Row, side: 's' | 'g', { accountId, seq }: Side): Entry => ({
  transactionId: bigintOf(row, `${side}_transaction`),
  bookedAt: microseconds(row, `${side}_at`),
  kind: textOf(row, `${side}_kind`),
  accountId,
  seq,
  counterpartyId: bigintOf(row, `${side}_other`),
  amount: bigintOf(row, `${side}_amount`),
  balanceAfter: bigintOrNull(row, `${side}_after`),
  memo: textOrNull(row, `${side}_memo`),
});

/** Of a row with `fullColumns`, source before target; null where one is missing. */
export function fullEntries(row: Row, { source, target }: Posting): Entry[] | null {
  if (row['s_transaction'] === null || row['g_transaction'] === null) return null;
  return [entryOf(row, 's', source), entryOf(row, 'g', target)];
}

/** Without its salt. */
export const auditOf = (row: Row): AuditHead => ({
  kind: 'AUDIT',
  id: bigintOf(row, 'id'),
  occurredAt: microseconds(row, 'occurred_at'),
  action: textOf(row, 'action'),
  actor: textOf(row, 'actor_discord_user_id'),
  targetCustomerId: bigintOrNull(row, 'target_customer_id'),
  sessionId: bigintOrNull(row, 'session_id'),
  details: textOf(row, 'details'),
  role: textOrNull(row, 'actor_role'),
  reason: textOrNull(row, 'reason'),
});
