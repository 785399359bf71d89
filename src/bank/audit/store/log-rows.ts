/** Which rows the log has as leaves, and which it does not have yet. */
import { withList } from '../../../db/text/placeholders.ts';
import type { Reader } from '../../../db/pool.ts';
import { bigintOf, bigintOrNull, bytesOf, integerOf, type Row, textOf } from '../../../db/rows.ts';
import type { Tx } from '../../../db/transaction.ts';
import type { ChainKind } from '../../model/index.ts';

export type LogKind = ChainKind | 'START';
export interface LogRow {
  readonly leaf: number;
  readonly kind: LogKind;
  readonly subjectId: bigint;
  /** Of the leaf; of a transaction, of its details. */
  readonly salt: Uint8Array;
}
/** Ids from `from` up to, and without, `below`. */
export interface IdRange {
  readonly from: bigint;
  readonly below: bigint;
}

const insertRows = `
  INSERT INTO log_rows (leaf, kind, subject_id, salt)
  VALUES :rows`;
const selectRowOf = `
  SELECT leaf, kind AS log_kind, subject_id, salt
  FROM log_rows
  WHERE kind = ? AND subject_id = ?`;
const selectListed = `
  SELECT leaf, kind AS log_kind, subject_id, salt
  FROM log_rows
  WHERE kind = ? AND subject_id IN (:list)`;
const selectHighest = `
  SELECT MAX(subject_id) AS highest
  FROM log_rows
  WHERE kind = ?`;
const countLogged = `
  SELECT COUNT(*) AS rows_found
  FROM log_rows
  WHERE kind = ? AND subject_id >= ? AND subject_id < ?`;
const tables = { TRANSACTION: 'transactions', AUDIT: 'audit' } as const;
const countRows = (kind: ChainKind): string => `
  SELECT COUNT(*) AS rows_found
  FROM ${tables[kind]}
  WHERE id >= ? AND id < ?`;
/** Read from the index alone, before the wide rows are fetched. */
const selectUnlogged = (kind: ChainKind): string => `
  SELECT t.id
  FROM ${tables[kind]} AS t
  LEFT JOIN log_rows AS l ON l.kind = '${kind}' AND l.subject_id = t.id
  WHERE t.id >= ? AND t.id < ? AND l.leaf IS NULL
  ORDER BY t.id
  LIMIT ?`;

export const logRowOf = (row: Row): LogRow => ({
  leaf: integerOf(row, 'leaf'),
  kind: textOf(row, 'log_kind') as LogKind,
  subjectId: bigintOf(row, 'subject_id'),
  salt: bytesOf(row, 'salt'),
});

export async function insertLogRows(tx: Tx, rows: readonly LogRow[]): Promise<void> {
  const values = rows.map(({ leaf, kind, subjectId, salt }) => [
    BigInt(leaf),
    kind,
    subjectId,
    Buffer.from(salt.buffer, salt.byteOffset, salt.length),
  ]);
  if (rows.length > 0) await tx.writeRows(insertRows, values);
}

export async function findLogRow(
  reader: Reader,
  kind: LogKind,
  subjectId: bigint,
): Promise<LogRow | null> {
  const [row] = await reader.rows(selectRowOf, [kind, subjectId]);
  return row === undefined ? null : logRowOf(row);
}

/** Those that are in the log, by id. */
export async function logRowsOf(
  reader: Reader,
  kind: LogKind,
  subjectIds: readonly bigint[],
): Promise<Map<bigint, LogRow>> {
  if (subjectIds.length === 0) return new Map();
  const { sql, values } = withList(selectListed, subjectIds);
  const rows = (await reader.rows(sql, [kind, ...values])).map(logRowOf);
  return new Map(rows.map((row) => [row.subjectId, row]));
}

/** The highest id that is in the log; null where there is none of this kind. */
export async function highestLogged(reader: Reader, kind: ChainKind): Promise<bigint | null> {
  const [row = {}] = await reader.rows(selectHighest, [kind]);
  return bigintOrNull(row, 'highest');
}

/** Whether the log has as many rows in the range as there are: much faster than `unloggedIds`. */
export async function hasAll(reader: Reader, kind: ChainKind, range: IdRange): Promise<boolean> {
  const { from, below } = range;
  if (from >= below) return true;
  const [logged = {}] = await reader.rows(countLogged, [kind, from, below]);
  const [all = {}] = await reader.rows(countRows(kind), [from, below]);
  return integerOf(logged, 'rows_found') === integerOf(all, 'rows_found');
}

/** Ids of rows that the log does not have, in their order. */
export async function unloggedIds(
  reader: Reader,
  kind: ChainKind,
  range: IdRange & { readonly limit: number },
): Promise<bigint[]> {
  const { from, below, limit } = range;
  const rows = await reader.rows(selectUnlogged(kind), [from, below, limit]);
  return rows.map((row) => bigintOf(row, 'id'));
}
