import {
  allOf,
  type Condition,
  containing,
  cursorConditions,
  directionOf,
} from '../../../db/conditions.ts';
import { filledUp } from '../../../db/text/placeholders.ts';
import type { Reader } from '../../../db/pool.ts';
import { bigintOf, instantOf, type Row, textOf, textOrNull } from '../../../db/rows.ts';
import type * as m from '../../model/index.ts';
import { seqRangeOf } from './history-days.ts';

export interface HistoryRow {
  readonly seq: bigint;
  readonly transactionId: m.RequestId;
  readonly kind: m.TransactionKind;
  readonly initiator: m.InitiatorKind;
  /** Credits above zero, debits below. */
  readonly amount: bigint;
  readonly balanceAfter: bigint;
  readonly counterpartyName: string;
  /** Null on the bank's own accounts. */
  readonly counterpartyNumber: m.AccountNumber | null;
  readonly memo: string | null;
  readonly bookedAt: Date;
}

// The initiator is read for the entries of the page alone, not for all that a filter looks at.
export const historyColumns = `e.seq, e.transaction_id, e.kind, e.amount, e.balance_after, e.memo,
    e.booked_at, other.holder_name, other.account_number, (
      SELECT t.initiator_kind FROM transactions AS t WHERE t.id = e.transaction_id
    ) AS initiator_kind`;
export const historyTables = `
  FROM entries AS e
  JOIN accounts AS other ON other.id = e.counterparty_account_id`;
const selectMany = `
  SELECT ${historyColumns}, own.id AS own_id, own.account_number AS own_number ${historyTables}
  JOIN accounts AS own ON own.id = e.account_id`;
const selectBookedAt = `
  SELECT booked_at
  FROM entries
  WHERE account_id = ? AND seq = ?`;
const recentTables = `
  FROM (
    SELECT counterparty_account_id, amount
    FROM entries
    WHERE account_id = ?
    ORDER BY seq DESC
    LIMIT ?
  ) AS recent`;
const selectKnownPayee = `
  SELECT 1 AS known ${recentTables}
  WHERE recent.counterparty_account_id = ? AND recent.amount < 0
  LIMIT 1`;
const selectPaid = `
  SELECT DISTINCT other.holder_name, other.account_number ${recentTables}
  JOIN accounts AS other ON other.id = recent.counterparty_account_id
  WHERE recent.amount < 0 AND other.account_number IS NOT NULL
  LIMIT 1000`;
// Searches ignore case and accents; keys never use this collation.
const likeClause = 'COLLATE utf8mb4_unicode_ci LIKE ?';

export const historyRowOf = (row: Row): HistoryRow => ({
  seq: bigintOf(row, 'seq'),
  transactionId: bigintOf(row, 'transaction_id') as m.RequestId,
  kind: textOf(row, 'kind') as m.TransactionKind,
  initiator: textOf(row, 'initiator_kind') as m.InitiatorKind,
  amount: bigintOf(row, 'amount'),
  balanceAfter: bigintOf(row, 'balance_after'),
  counterpartyName: textOf(row, 'holder_name'),
  counterpartyNumber: textOrNull(row, 'account_number') as m.AccountNumber | null,
  memo: textOrNull(row, 'memo'),
  bookedAt: instantOf(row, 'booked_at'),
});

/** The counterparty's name contains the text, or its number ends with the digits. */
export function counterpartyCondition(text: string): Condition {
  const digits = text.replaceAll(/[ -]/g, '');
  // A whole number is found by its key.
  if (/^[0-9]{10}$/.test(digits)) return { where: 'other.account_number = ?', values: [digits] };
  return /^[0-9]{4,9}$/.test(digits)
    ? { where: 'other.account_number LIKE ?', values: [`%${digits}`] }
    : { where: `other.holder_name ${likeClause}`, values: [containing(text)] };
}

const amountConditions = ({
  least = null,
  most = null,
}: Partial<m.AmountRange> = {}): Condition[] => [
  ...(least === null ? [] : [{ where: 'ABS(e.amount) >= ?', values: [least] }]),
  ...(most === null ? [] : [{ where: 'ABS(e.amount) <= ?', values: [most] }]),
];

function conditions(filter: m.HistoryFilter): Condition[] {
  const { kinds, fromDate, toDate, counterparty, text, amount, direction } = filter;
  const kindPlaceholders = (kinds ?? []).map(() => '?').join(', ');
  return [
    ...(kinds && kinds.length > 0
      ? [{ where: `e.kind IN (${kindPlaceholders})`, values: kinds }]
      : []),
    ...(fromDate ? [{ where: 'e.booked_at >= ?', values: [fromDate] }] : []),
    ...(toDate ? [{ where: 'e.booked_at < ? + INTERVAL 1 DAY', values: [toDate] }] : []),
    ...(counterparty ? [counterpartyCondition(counterparty)] : []),
    ...(text ? [{ where: `e.memo ${likeClause}`, values: [containing(text)] }] : []),
    ...amountConditions(amount),
    ...(direction ? [{ where: `e.amount ${direction === 'in' ? '>' : '<'} 0`, values: [] }] : []),
  ];
}

export interface HistoryRange {
  readonly accountId: m.AccountId;
  readonly filter: m.HistoryFilter;
  readonly limit: number;
  readonly cursor: m.PageCursor;
  /** Only entries with a higher number. */
  readonly seqAfter?: bigint;
}

/** The entries of one account that the filter lets through. */
export async function entriesWhere(
  reader: Reader,
  range: Pick<HistoryRange, 'accountId' | 'filter' | 'cursor' | 'seqAfter'>,
): Promise<Condition> {
  const days = await seqRangeOf(reader, range.accountId, range.filter);
  const { seqAfter = 0n } = range;
  return allOf([
    { where: 'e.account_id = ?', values: [range.accountId] },
    ...cursorConditions('e.seq', range.cursor),
    ...(seqAfter === 0n ? [] : [{ where: 'e.seq > ?', values: [seqAfter] }]),
    ...(days.from === null ? [] : [{ where: 'e.seq >= ?', values: [days.from] }]),
    ...(days.below === null ? [] : [{ where: 'e.seq < ?', values: [days.below] }]),
    ...conditions(range.filter),
  ]);
}

/** One range of the clustered key: newest first, except upwards from `after`. */
export async function readHistory(reader: Reader, range: HistoryRange): Promise<HistoryRow[]> {
  const { where: allWhere, values } = await entriesWhere(reader, range);
  const orderClause = directionOf(range.cursor);
  const rows = await reader.rows(
    `
  SELECT ${historyColumns} ${historyTables}
  WHERE ${allWhere}
  ORDER BY e.seq ${orderClause}
  LIMIT ?`,
    [...values, range.limit],
  );
  return rows.map(historyRowOf);
}

export type InSpans = Pick<HistoryRange, 'accountId' | 'filter'> & {
  /** Numbers of entries; `below` is exclusive. */
  readonly spans: readonly { readonly from: number; readonly below: number }[];
};

/**
 * The entries of some ranges that the filter lets through. The ranges are the last condition: the
 * database reads no others anyway, and would compare every entry with all of them.
 */
export function inSpans({ accountId, filter, spans }: InSpans): Condition {
  const all = filledUp(spans);
  return allOf([
    { where: 'e.account_id = ?', values: [accountId] },
    ...conditions(filter),
    {
      where: `(${all.map(() => 'e.seq >= ? AND e.seq < ?').join(' OR ')})`,
      values: all.flatMap(({ from, below }) => [from, below]),
    },
  ]);
}

/** Entries of some ranges that the filter lets through: newest first, or oldest first. */
export async function readSpans(
  reader: Reader,
  asked: InSpans & { readonly limit: number; readonly isDown: boolean },
): Promise<HistoryRow[]> {
  const { where, values } = inSpans(asked);
  const rows = await reader.rows(
    `
  SELECT ${historyColumns} ${historyTables}
  WHERE ${where}
  ORDER BY e.seq ${asked.isDown ? 'DESC' : 'ASC'}
  LIMIT ?`,
    [...values, asked.limit],
  );
  return rows.map(historyRowOf);
}

/** Identifies an entry. */
export interface EntryPlace {
  readonly accountId: m.AccountId;
  readonly seq: bigint;
}

/** Null without such an entry. */
export async function bookedAtOf(
  reader: Reader,
  { accountId, seq }: EntryPlace,
): Promise<Date | null> {
  const [row] = await reader.rows(selectBookedAt, [accountId, seq]);
  return row === undefined ? null : instantOf(row, 'booked_at');
}

export interface OwnEntryRow extends HistoryRow {
  readonly accountId: m.AccountId;
  readonly accountNumber: m.AccountNumber;
}

/** In no order; places without an entry are left out. */
export async function readEntries(
  reader: Reader,
  places: readonly EntryPlace[],
): Promise<OwnEntryRow[]> {
  const all = filledUp(places);
  const placesWhere = all.map(() => '(e.account_id = ? AND e.seq = ?)').join(' OR ');
  const values = all.flatMap(({ accountId, seq }) => [accountId, seq]);
  const rows = await reader.rows(`${selectMany}\n  WHERE ${placesWhere}`, values);
  return rows.map((row) => ({
    ...historyRowOf(row),
    accountId: bigintOf(row, 'own_id') as m.AccountId,
    accountNumber: textOf(row, 'own_number') as m.AccountNumber,
  }));
}

/** Whether the account paid the other one within its newest `depth` entries. */
export async function hasPaid(
  reader: Reader,
  payment: { readonly from: m.AccountId; readonly to: m.AccountId },
  depth: number,
): Promise<boolean> {
  const rows = await reader.rows(selectKnownPayee, [payment.from, depth, payment.to]);
  return rows.length > 0;
}

/** The payees among the newest `depth` entries of the account. */
export async function paidParties(
  reader: Reader,
  from: m.AccountId,
  depth: number,
): Promise<{ readonly name: string; readonly accountNumber: m.AccountNumber }[]> {
  const rows = await reader.rows(selectPaid, [from, depth]);
  return rows.map((row) => ({
    name: textOf(row, 'holder_name'),
    accountNumber: textOf(row, 'account_number') as m.AccountNumber,
  }));
}
