/** Imports, and the balances that each has booked. */
import { withList } from '../../../db/text/placeholders.ts';
import type { Reader } from '../../../db/pool.ts';
import {
  bigintOf,
  booleanOf,
  bytesOf,
  instantOf,
  instantOrNull,
  integerOf,
  type Row,
  textOf,
} from '../../../db/rows.ts';
import type { Tx } from '../../../db/transaction.ts';
import type * as m from '../../model/index.ts';
import { pagesOf } from './people.ts';

export interface ImportedRow {
  readonly customerId: m.CustomerId;
  readonly position: number | null;
  readonly accountId: m.AccountId;
  /** Of the entry on that account. */
  readonly seq: bigint;
  readonly transactionId: m.RequestId;
  readonly amount: bigint;
}

export interface NewImport {
  readonly id: m.RequestId;
  readonly source: string;
  readonly sha256: Buffer;
  readonly at: string;
}

const insertImport = `
  INSERT INTO imports (id, source, file_sha256, imported_at)
  VALUES (?, ?, ?, ?)`;
const insertRows = `
  INSERT INTO import_rows
    (import_id, customer_id, source, position, account_id, seq, transaction_id, amount)
  VALUES :rows`;
const selectBefore = `
  SELECT customer_id, amount
  FROM import_rows
  WHERE customer_id IN (:list) AND source = ?`;
const selectPositions = `
  SELECT r.position, r.amount
  FROM imports AS i
  JOIN import_rows AS r ON r.import_id = i.id
  WHERE i.file_sha256 = ? AND i.source = ? AND r.source IS NOT NULL AND r.position IS NOT NULL`;
const selectBooked = `
  SELECT COUNT(*) AS booked, COALESCE(SUM(t.amount), 0) AS total
  FROM import_rows AS r
  JOIN transactions AS t ON t.id = r.transaction_id
  JOIN entries AS e ON e.account_id = r.account_id AND e.seq = r.seq
  WHERE r.import_id = ? AND t.initiator_id = r.import_id AND t.amount = r.amount
    AND e.transaction_id = t.id AND e.amount = r.amount`;
const lockImportRow = `
  SELECT id, source, file_sha256, imported_at, undone_at
  FROM imports
  WHERE id = ?
  FOR UPDATE`;
const selectRows = `
  SELECT r.customer_id, r.position, r.account_id, r.seq, r.transaction_id, r.amount
  FROM import_rows AS r
  WHERE r.import_id = ?
  ORDER BY r.account_id`;
const lockAccounts = `
  SELECT a.id, a.account_number, a.status, a.held, a.last_seq,
    c.discord_user_id LIKE 'u%' AS is_unclaimed
  FROM accounts AS a
  JOIN customers AS c ON c.id = a.customer_id
  WHERE a.id IN (:list)
  ORDER BY a.id
  FOR UPDATE`;
const markUndone = `
  UPDATE imports
  SET undone_at = ?
  WHERE id = ?`;
const freeRows = `
  UPDATE import_rows
  SET source = NULL
  WHERE import_id = ?`;
const selectAll = `
  SELECT i.id, i.source, i.file_sha256, i.imported_at, i.undone_at, COUNT(*) AS booked,
    COALESCE(SUM(r.amount), 0) AS total
  FROM imports AS i
  JOIN import_rows AS r ON r.import_id = i.id
  GROUP BY i.id, i.source, i.file_sha256, i.imported_at, i.undone_at
  ORDER BY i.id`;
const selectEntries = `
  SELECT seq
  FROM import_rows
  WHERE customer_id = ? AND account_id = ? AND source IS NOT NULL
  ORDER BY seq`;

export async function insertImported(
  tx: Tx,
  one: NewImport,
  rows: readonly ImportedRow[],
): Promise<void> {
  const { id, source, sha256, at } = one;
  await tx.write(insertImport, [id, source, sha256, at]);
  for (const page of pagesOf(rows)) {
    await tx.writeRows(
      insertRows,
      page.map((row) => [
        id,
        row.customerId,
        source,
        row.position,
        row.accountId,
        row.seq,
        row.transactionId,
        row.amount,
      ]),
    );
  }
}

/** What these customers got from the source, in imports that were not undone. */
export async function importedBefore(
  reader: Reader,
  ids: readonly m.CustomerId[],
  source: string,
): Promise<ReadonlyMap<m.CustomerId, bigint>> {
  const found = new Map<m.CustomerId, bigint>();
  for (const page of pagesOf(ids)) {
    const { sql, values } = withList(selectBefore, page);
    for (const row of await reader.rows(sql, [...values, source])) {
      found.set(bigintOf(row, 'customer_id') as m.CustomerId, bigintOf(row, 'amount'));
    }
  }
  return found;
}

/** What the same file gave by position, in imports that were not undone. */
export async function positionsBefore(
  reader: Reader,
  { sha256, source }: { readonly sha256: Buffer; readonly source: string },
): Promise<ReadonlyMap<number, bigint>> {
  const rows = await reader.rows(selectPositions, [sha256, source]);
  return new Map(rows.map((row) => [integerOf(row, 'position'), bigintOf(row, 'amount')]));
}

/** Number and sum of the rows whose transaction and entry say the same. */
export async function bookedBy(
  reader: Reader,
  id: m.RequestId,
): Promise<{ readonly rows: number; readonly units: bigint }> {
  const [row] = await reader.rows(selectBooked, [id]);
  return { rows: integerOf(row!, 'booked'), units: bigintOf(row!, 'total') };
}

export interface ImportRecord {
  readonly id: m.RequestId;
  readonly source: string;
  readonly sha256: Buffer;
  readonly importedAt: Date;
  readonly undoneAt: Date | null;
}

const recordOf = (row: Row): ImportRecord => ({
  id: bigintOf(row, 'id') as m.RequestId,
  source: textOf(row, 'source'),
  sha256: bytesOf(row, 'file_sha256'),
  importedAt: instantOf(row, 'imported_at'),
  undoneAt: instantOrNull(row, 'undone_at'),
});

/** Locked until the transaction ends. */
export async function lockImport(tx: Tx, id: m.RequestId): Promise<ImportRecord | null> {
  const [row] = await tx.rows(lockImportRow, [id]);
  return row === undefined ? null : recordOf(row);
}

/** By the ids of the accounts. */
export async function importedRows(reader: Reader, id: m.RequestId): Promise<ImportedRow[]> {
  return (await reader.rows(selectRows, [id])).map((row) => ({
    customerId: bigintOf(row, 'customer_id') as m.CustomerId,
    position: null,
    accountId: bigintOf(row, 'account_id') as m.AccountId,
    seq: bigintOf(row, 'seq'),
    transactionId: bigintOf(row, 'transaction_id') as m.RequestId,
    amount: bigintOf(row, 'amount'),
  }));
}

export interface HeldAccount {
  readonly accountNumber: m.AccountNumber;
  readonly status: m.AccountStatus;
  readonly held: bigint;
  readonly lastSeq: bigint;
  readonly isUnclaimed: boolean;
}

/** Locked in the order of their ids, until the transaction ends. */
export async function lockImportAccounts(
  tx: Tx,
  ids: readonly m.AccountId[],
): Promise<ReadonlyMap<m.AccountId, HeldAccount>> {
  const found = new Map<m.AccountId, HeldAccount>();
  for (const page of pagesOf(ids)) {
    const { sql, values } = withList(lockAccounts, page);
    for (const row of await tx.rows(sql, values)) {
      found.set(bigintOf(row, 'id') as m.AccountId, {
        accountNumber: textOf(row, 'account_number') as m.AccountNumber,
        status: textOf(row, 'status') as m.AccountStatus,
        held: bigintOf(row, 'held'),
        lastSeq: bigintOf(row, 'last_seq'),
        isUnclaimed: booleanOf(row, 'is_unclaimed'),
      });
    }
  }
  return found;
}

/** The people of the import can be imported again. */
export async function markImportUndone(tx: Tx, id: m.RequestId, at: string): Promise<void> {
  await tx.write(markUndone, [at, id]);
  await tx.write(freeRows, [id]);
}

export interface ImportSummary extends ImportRecord {
  readonly rows: number;
  readonly units: bigint;
}

/** Oldest first. */
export async function readImports(reader: Reader): Promise<ImportSummary[]> {
  return (await reader.rows(selectAll)).map((row) => ({
    ...recordOf(row),
    rows: integerOf(row, 'booked'),
    units: bigintOf(row, 'total'),
  }));
}

/** Entries by imports on this account that were not undone. */
export async function importEntries(
  reader: Reader,
  of: { readonly customerId: m.CustomerId; readonly accountId: m.AccountId },
): Promise<bigint[]> {
  const rows = await reader.rows(selectEntries, [of.customerId, of.accountId]);
  return rows.map((row) => bigintOf(row, 'seq'));
}
