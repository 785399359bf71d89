/** The rows that the log covers. */
import { withList } from '../../../db/placeholders.ts';
import type { Reader } from '../../../db/pool.ts';
import { bigintOf, type Row } from '../../../db/rows.ts';
import type { Entry, Posting } from '../../../records/index.ts';
import type { ChainKind } from '../../model/index.ts';
import {
  auditColumns,
  type AuditHead,
  auditOf,
  briefColumns,
  fullColumns,
  fullEntries,
  headOfTransaction,
  isPlain,
  plainEntries,
  postingOf,
  sideTables,
  transactionColumns,
  type TransactionHead,
} from './log-columns.ts';
import { type IdRange, type LogRow, logRowOf } from './log-rows.ts';

interface Subject {
  readonly id: bigint;
  /** The time stored in the row, in microseconds since 1970. */
  readonly at: bigint;
}
export interface TransactionSubject extends Subject {
  readonly kind: 'TRANSACTION';
  readonly head: TransactionHead;
  readonly postings: readonly Posting[];
  /** In the order of the postings, source before target; null where one is missing. */
  readonly entries: readonly Entry[] | null;
}
export interface AuditSubject extends Subject {
  readonly kind: 'AUDIT';
  readonly head: AuditHead;
}
export type LogSubject = TransactionSubject | AuditSubject;
/** With `limit`, the rows with the lowest ids. */
type Page = IdRange & { readonly limit: number };

const briefTransactions = `
  SELECT ${transactionColumns}, ${briefColumns}
  FROM transactions AS t ${sideTables('t')}`;
const selectBetween = `${briefTransactions}
  WHERE t.id >= ? AND t.id < ?
  ORDER BY t.id
  LIMIT ?`;
const selectListed = `${briefTransactions}
  WHERE t.id IN (:list)`;
const selectFull = `
  SELECT t.id, ${fullColumns}
  FROM transactions AS t ${sideTables('t')}
  WHERE t.id IN (:list)`;
const selectLogged = `
  SELECT l.leaf, l.kind AS log_kind, l.subject_id, l.salt, ${transactionColumns}, ${briefColumns}
  FROM log_rows AS l
  LEFT JOIN transactions AS t ON l.kind = 'TRANSACTION' AND t.id = l.subject_id ${sideTables('t')}
  WHERE l.leaf >= ?
  ORDER BY l.leaf
  LIMIT ?`;
const postingColumns = `p.transaction_id, p.kind, p.source_account_id, p.source_seq,
    p.target_account_id, p.target_seq, p.amount, ${fullColumns}`;
const furtherBetween = `
  SELECT ${postingColumns}
  FROM postings AS p ${sideTables('p')}
  WHERE p.transaction_id >= ? AND p.transaction_id <= ?
  ORDER BY p.transaction_id, p.number`;
const furtherListed = `
  SELECT ${postingColumns}
  FROM postings AS p ${sideTables('p')}
  WHERE p.transaction_id IN (:list)
  ORDER BY p.transaction_id, p.number`;
const furtherLogged = `
  SELECT ${postingColumns}
  FROM log_rows AS l
  JOIN postings AS p ON p.transaction_id = l.subject_id ${sideTables('p')}
  WHERE l.leaf >= ? AND l.leaf <= ? AND l.kind = 'TRANSACTION'
  ORDER BY p.transaction_id, p.number`;
const auditBetween = `
  SELECT ${auditColumns}
  FROM audit
  WHERE id >= ? AND id < ?
  ORDER BY id
  LIMIT ?`;
const auditListed = `
  SELECT ${auditColumns}
  FROM audit
  WHERE id IN (:list)`;

interface Further {
  readonly postings: Posting[];
  /** Null where one is missing. */
  entries: Entry[] | null;
}

async function listed(reader: Reader, text: string, ids: readonly bigint[]): Promise<Row[]> {
  if (ids.length === 0) return [];
  const { sql, values } = withList(text, ids);
  return reader.rows(sql, values);
}

function byTransaction(rows: readonly Row[]): Map<bigint, Further> {
  const all = new Map<bigint, Further>();
  for (const row of rows) {
    const id = bigintOf(row, 'transaction_id');
    const posting = postingOf(row);
    const entries = fullEntries(row, posting);
    const known = all.get(id);
    if (known === undefined) all.set(id, { postings: [posting], entries });
    else {
      known.postings.push(posting);
      known.entries = known.entries && entries && [...known.entries, ...entries];
    }
  }
  return all;
}

/**
 * `rows` of `briefTransactions`, with their further postings. Each subject is made when it is used,
 * so that thousands of them are not in memory together.
 */
async function transactionsOf(
  reader: Reader,
  rows: readonly Row[],
  furtherRows: readonly Row[],
): Promise<(row: Row) => TransactionSubject> {
  const further = byTransaction(furtherRows);
  const unlike = rows.filter((row) => !isPlain(row)).map((row) => bigintOf(row, 'id'));
  const fullRows = await listed(reader, selectFull, unlike);
  const full = new Map(fullRows.map((row) => [bigintOf(row, 'id'), row]));
  const entriesOf = (row: Row, head: TransactionHead, posting: Posting): Entry[] | null => {
    if (isPlain(row)) return plainEntries(row, head, posting);
    const fullRow = full.get(head.id);
    return fullRow === undefined ? null : fullEntries(fullRow, posting);
  };
  return (row) => {
    const [head, posting] = [headOfTransaction(row), postingOf(row)];
    const { id, bookedAt: at } = head;
    const first = entriesOf(row, head, posting);
    const more = further.get(id);
    if (more === undefined) {
      return { kind: 'TRANSACTION', id, at, head, postings: [posting], entries: first };
    }
    const entries = first && more.entries && [...first, ...more.entries];
    return { kind: 'TRANSACTION', id, at, head, postings: [posting, ...more.postings], entries };
  };
}

function auditSubject(row: Row): AuditSubject {
  const head = auditOf(row);
  return { kind: 'AUDIT', id: head.id, at: head.occurredAt, head };
}

export interface SubjectList extends Iterable<LogSubject> {
  readonly length: number;
  /** Null of an empty list. */
  readonly lastId: bigint | null;
}

function listOf(rows: readonly Row[], subject: (row: Row) => LogSubject): SubjectList {
  const last = rows.at(-1);
  return {
    length: rows.length,
    lastId: last === undefined ? null : bigintOf(last, 'id'),
    *[Symbol.iterator]() {
      for (const row of rows) yield subject(row);
    },
  };
}

/** The rows with these ids, in the order of their ids. */
export async function subjectsBetween(
  reader: Reader,
  kind: ChainKind,
  { from, below, limit }: Page,
): Promise<SubjectList> {
  const values = [from, below, limit];
  if (kind === 'AUDIT') return listOf(await reader.rows(auditBetween, values), auditSubject);
  const rows = await reader.rows(selectBetween, values);
  const last = rows.at(-1);
  if (last === undefined) return listOf([], auditSubject);
  const ends = [bigintOf(rows[0]!, 'id'), bigintOf(last, 'id')];
  const further = await reader.rows(furtherBetween, ends);
  return listOf(rows, await transactionsOf(reader, rows, further));
}

/** Those of the rows that exist, by id. */
export async function subjectsWith(
  reader: Reader,
  kind: ChainKind,
  ids: readonly bigint[],
): Promise<Map<bigint, LogSubject>> {
  const isAudit = kind === 'AUDIT';
  const rows = await listed(reader, isAudit ? auditListed : selectListed, ids);
  const subject: (row: Row) => LogSubject = isAudit
    ? auditSubject
    : await transactionsOf(reader, rows, await listed(reader, furtherListed, ids));
  return new Map(rows.map((row) => [bigintOf(row, 'id'), subject(row)]));
}

export interface LoggedRows {
  readonly rows: readonly LogRow[];
  /** By place in `rows`; null where the row is missing, and of the first leaf. */
  readonly subjectOf: (at: number) => LogSubject | null;
}

/** Leaves from number `from` on, with the rows that they were made of. */
export async function loggedRows(reader: Reader, from: number, limit: number): Promise<LoggedRows> {
  const rows = await reader.rows(selectLogged, [BigInt(from), limit]);
  const logRows = rows.map(logRowOf);
  const [first, last] = [logRows.at(0), logRows.at(-1)];
  if (first === undefined || last === undefined) return { rows: [], subjectOf: () => null };
  const further = await reader.rows(furtherLogged, [BigInt(first.leaf), BigInt(last.leaf)]);
  const existing = rows.filter((row) => row['id'] !== null);
  const transaction = await transactionsOf(reader, existing, further);
  const audited = logRows.filter(({ kind }) => kind === 'AUDIT').map(({ subjectId }) => subjectId);
  const audits = await subjectsWith(reader, 'AUDIT', audited);
  return {
    rows: logRows,
    subjectOf: (at) => {
      const [row, { kind, subjectId }] = [rows[at]!, logRows[at]!];
      if (kind === 'AUDIT') return audits.get(subjectId) ?? null;
      return row['id'] === null ? null : transaction(row);
    },
  };
}
