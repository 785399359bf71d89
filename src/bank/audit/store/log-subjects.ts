/** The rows that the log covers. */
import { bigintOf, type Row } from '../../../db/rows.ts';
import type { ChainKind } from '../../model/index.ts';
import {
  auditColumns,
  type AuditHead,
  auditOf,
  briefColumns,
  briefOf,
  furtherColumns,
  joinEntries,
} from './log-columns.ts';
import { type IdRange, type LogRow, logRowOf } from './log-rows.ts';
import {
  listed,
  type Subject,
  type SubjectReader,
  type TransactionSubject,
  transactionsOf,
} from './log-transactions.ts';

export interface AuditSubject extends Subject {
  readonly kind: 'AUDIT';
  readonly head: AuditHead;
}
export type LogSubject = TransactionSubject | AuditSubject;
/** With `limit`, the rows with the lowest ids. */
type Page = IdRange & { readonly limit: number };

const briefTransactions = `
  SELECT ${briefColumns}
  FROM transactions AS t ${joinEntries('t')}`;
const selectBetween = `${briefTransactions}
  WHERE t.id >= ? AND t.id < ?
  ORDER BY t.id
  LIMIT ?`;
const selectListed = `${briefTransactions}
  WHERE t.id IN (:list)`;
const selectLogged = `
  SELECT l.leaf, l.kind AS log_kind, l.subject_id, l.salt, ${briefColumns}
  FROM log_rows AS l
  LEFT JOIN transactions AS t ON l.kind = 'TRANSACTION' AND t.id = l.subject_id ${joinEntries('t')}
  WHERE l.leaf >= ?
  ORDER BY l.leaf
  LIMIT ?`;
const furtherBetween = `
  SELECT ${furtherColumns}
  FROM postings AS p ${joinEntries('p')}
  WHERE p.transaction_id >= ? AND p.transaction_id <= ?
  ORDER BY p.transaction_id, p.number`;
const furtherListed = `
  SELECT ${furtherColumns}
  FROM postings AS p ${joinEntries('p')}
  WHERE p.transaction_id IN (:list)
  ORDER BY p.transaction_id, p.number`;
const furtherLogged = `
  SELECT ${furtherColumns}
  FROM log_rows AS l
  JOIN postings AS p ON p.transaction_id = l.subject_id ${joinEntries('p')}
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

function auditSubject(row: Row): AuditSubject {
  const head = auditOf(row);
  return { kind: 'AUDIT', id: head.id, at: head.occurredAt, head };
}

export interface SubjectList extends Iterable<LogSubject> {
  readonly length: number;
  /** Null of an empty list. */
  readonly lastId: bigint | null;
}

interface Items<Item> {
  readonly items: readonly Item[];
  readonly subject: (item: Item) => LogSubject;
}

function listOf<Item>({ items, subject }: Items<Item>, lastId: bigint | null): SubjectList {
  return {
    length: items.length,
    lastId,
    *[Symbol.iterator]() {
      for (const item of items) yield subject(item);
    },
  };
}

/** The rows with these ids, in the order of their ids. */
export async function subjectsBetween(
  source: SubjectReader,
  kind: ChainKind,
  { from, below, limit }: Page,
): Promise<SubjectList> {
  const { reader } = source;
  const values = [from, below, limit];
  if (kind === 'AUDIT') {
    const items = await reader.rows(auditBetween, values);
    const last = items.at(-1);
    return listOf({ items, subject: auditSubject }, last ? bigintOf(last, 'id') : null);
  }
  const items = (await reader.rows(selectBetween, values)).map(briefOf);
  const [first, last] = [items.at(0), items.at(-1)];
  if (first === undefined || last === undefined) {
    return listOf({ items: [], subject: auditSubject }, null);
  }
  const further = await reader.rows(furtherBetween, [first.id, last.id]);
  return listOf({ items, subject: await transactionsOf(source, items, further) }, last.id);
}

/** Those of the rows that exist, by id. */
export async function subjectsWith(
  source: SubjectReader,
  kind: ChainKind,
  ids: readonly bigint[],
): Promise<Map<bigint, LogSubject>> {
  const { reader } = source;
  if (kind === 'AUDIT') {
    const rows = await listed(reader, auditListed, ids);
    return new Map(rows.map((row) => [bigintOf(row, 'id'), auditSubject(row)]));
  }
  const briefs = (await listed(reader, selectListed, ids)).map(briefOf);
  const subject = await transactionsOf(source, briefs, await listed(reader, furtherListed, ids));
  return new Map(briefs.map((brief) => [brief.id, subject(brief)]));
}

export interface LoggedRows {
  readonly rows: readonly LogRow[];
  /** By place in `rows`; null where the row is missing, and of the first leaf. */
  readonly subjectOf: (at: number) => LogSubject | null;
}

/** Leaves from number `from` on, with the rows that they were made of. */
export async function loggedRows(
  source: SubjectReader,
  from: number,
  limit: number,
): Promise<LoggedRows> {
  const { reader } = source;
  const rows = await reader.rows(selectLogged, [BigInt(from), limit]);
  const logRows = rows.map(logRowOf);
  const [first, last] = [logRows.at(0), logRows.at(-1)];
  if (first === undefined || last === undefined) return { rows: [], subjectOf: () => null };
  const further = await reader.rows(furtherLogged, [BigInt(first.leaf), BigInt(last.leaf)]);
  const briefs = rows.map((row) => (row['numbers'] === null ? null : briefOf(row)));
  const existing = briefs.filter((brief) => brief !== null);
  const transaction = await transactionsOf(source, existing, further);
  const audited = logRows.filter(({ kind }) => kind === 'AUDIT').map(({ subjectId }) => subjectId);
  const audits = await subjectsWith(source, 'AUDIT', audited);
  return {
    rows: logRows,
    subjectOf: (at) => {
      const { kind, subjectId } = logRows[at]!;
      if (kind === 'AUDIT') return audits.get(subjectId) ?? null;
      const brief = briefs[at];
      return brief ? transaction(brief) : null;
    },
  };
}
