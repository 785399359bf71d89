/** The columns of the rows that the log covers, and how they are read. */
import { bigintOf, bigintOrNull, bytesOf, type Row, textOf, textOrNull } from '../../../db/rows.ts';
import { microsecondsFromSql } from '../../../lib/clock.ts';
import type { AuditLeaf, Entry, Posting, Side, TransactionLeaf } from '../../../records/index.ts';

/** Everything of a transaction but its entries and further postings. */
export type TransactionHead = Omit<TransactionLeaf, 'details' | 'postings'>;
export type AuditHead = Omit<AuditLeaf, 'salt'>;

export const transactionColumns = `t.id, t.kind, t.customer_id, t.initiator_id, t.initiator_kind,
    t.fingerprint, t.source_account_id, t.source_seq, t.target_account_id, t.target_seq, t.amount,
    t.booked_at, t.reverses_id`;
const joinEntries = (posting: 't' | 'p'): string => `
  LEFT JOIN entries AS s
    ON s.account_id = ${posting}.source_account_id AND s.seq = ${posting}.source_seq
  LEFT JOIN entries AS g
    ON g.account_id = ${posting}.target_account_id AND g.seq = ${posting}.target_seq`;
const joinNumbers = (posting: 't' | 'p'): string => `
  LEFT JOIN accounts AS sa ON sa.id = ${posting}.source_account_id
  LEFT JOIN accounts AS ga ON ga.id = ${posting}.target_account_id`;
export const sideTables = (posting: 't' | 'p'): string =>
  joinEntries(posting) + joinNumbers(posting);

const numbers = `sa.account_number AS s_number, ga.account_number AS g_number`;
/**
 * Most entries repeat their transaction: only what they add is read. Kinds are compared as bytes,
 * because as text they would be equal to one with spaces behind.
 */
export const briefColumns = `s.balance_after AS s_after, s.memo AS s_memo, g.balance_after AS g_after,
    g.memo AS g_memo, ${numbers},
    s.transaction_id = t.id AND g.transaction_id = t.id AND s.amount = -t.amount
      AND g.amount = t.amount AND s.booked_at = t.booked_at AND g.booked_at = t.booked_at
      AND s.counterparty_account_id = t.target_account_id
      AND g.counterparty_account_id = t.source_account_id
      AND CAST(s.kind AS BINARY) = CAST(t.kind AS BINARY)
      AND CAST(g.kind AS BINARY) = CAST(t.kind AS BINARY) AS is_plain`;
export const fullColumns = `s.transaction_id AS s_transaction, s.kind AS s_kind, s.amount AS s_amount,
    s.balance_after AS s_after, s.counterparty_account_id AS s_other, s.memo AS s_memo,
    s.booked_at AS s_at, g.transaction_id AS g_transaction, g.kind AS g_kind, g.amount AS g_amount,
    g.balance_after AS g_after, g.counterparty_account_id AS g_other, g.memo AS g_memo,
    g.booked_at AS g_at, ${numbers}`;
export const auditColumns = `id, occurred_at, action, actor_discord_user_id, target_customer_id,
    session_id, details, actor_role, reason`;

let lastMoment = { text: '', microseconds: 0n };

/** Rows of one batch have the same moment, so the last one is remembered. */
function microseconds(row: Row, column: string): bigint {
  const text = textOf(row, column);
  if (text !== lastMoment.text) lastMoment = { text, microseconds: microsecondsFromSql(text) };
  return lastMoment.microseconds;
}

export function headOfTransaction(row: Row): TransactionHead {
  return {
    kind: 'TRANSACTION',
    id: bigintOf(row, 'id'),
    bookedAt: microseconds(row, 'booked_at'),
    initiator: textOf(row, 'initiator_kind'),
    initiatorId: bigintOrNull(row, 'initiator_id'),
    customerId: bigintOrNull(row, 'customer_id'),
    fingerprint: bytesOf(row, 'fingerprint'),
    reversesId: bigintOrNull(row, 'reverses_id'),
  };
}

const sideOf = (row: Row, side: 'source' | 'target', number: string): Side => ({
  accountId: bigintOf(row, `${side}_account_id`),
  seq: bigintOf(row, `${side}_seq`),
  accountNumber: textOrNull(row, number),
});

export function postingOf(row: Row): Posting {
  return {
    kind: textOf(row, 'kind'),
    amount: bigintOf(row, 'amount'),
    source: sideOf(row, 'source', 's_number'),
    target: sideOf(row, 'target', 'g_number'),
  };
}

/** Of a row with `briefColumns`: whether both entries exist and repeat their transaction. */
export const isPlain = (row: Row): boolean => row['is_plain'] === '1' || row['is_plain'] === 1;

/** Of a row that is plain. */
export function plainEntries(
  row: Row,
  { id, bookedAt }: TransactionHead,
  posting: Posting,
): Entry[] {
  const { kind, amount, source, target } = posting;
  return [
    {
      transactionId: id,
      bookedAt,
      kind,
      accountId: source.accountId,
      seq: source.seq,
      counterpartyId: target.accountId,
      amount: -amount,
      balanceAfter: bigintOrNull(row, 's_after'),
      memo: textOrNull(row, 's_memo'),
    },
    {
      transactionId: id,
      bookedAt,
      kind,
      accountId: target.accountId,
      seq: target.seq,
      counterpartyId: source.accountId,
      amount,
      balanceAfter: bigintOrNull(row, 'g_after'),
      memo: textOrNull(row, 'g_memo'),
    },
  ];
}

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
