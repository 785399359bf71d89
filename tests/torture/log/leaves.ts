/**
 * The leaves of transactions, made from the rows by the table in `docs/log.md` alone, and compared
 * with the stored hashes. Nothing here uses the encoder of the bank.
 */
import { createHash } from 'node:crypto';
import type { Pool } from '../../../src/db/pool.ts';
import { bigintOf, bytesOf, type Row } from '../../../src/db/rows.ts';
import { readTile } from '../../../src/bank/audit/log/service.ts';

const rowsMax = 1_000;
const micros = (column: string): string => `TIMESTAMPDIFF(MICROSECOND, '1970-01-01', ${column})`;

/** Every posting, the first of each transaction with number 1. */
const allPostings = `
  SELECT id AS transaction_id, 1 AS number, kind, amount, source_account_id, source_seq,
    target_account_id, target_seq
  FROM transactions
  UNION ALL
  SELECT transaction_id, number, kind, amount, source_account_id, source_seq, target_account_id,
    target_seq
  FROM postings`;
const selectPostings = `
  SELECT p.transaction_id, p.kind, p.amount, p.source_account_id, p.source_seq,
    p.target_account_id, p.target_seq, sa.account_number AS source_number,
    ta.account_number AS target_number
  FROM (${allPostings}) AS p
  JOIN accounts AS sa ON sa.id = p.source_account_id
  JOIN accounts AS ta ON ta.id = p.target_account_id
  ORDER BY p.transaction_id, p.number`;
const selectEntries = `
  SELECT transaction_id, account_id, seq, kind, counterparty_account_id, amount, balance_after, memo,
    ${micros('booked_at')} AS at
  FROM entries`;
const selectTransactions = `
  SELECT l.leaf, l.salt, t.id, ${micros('t.booked_at')} AS at, t.initiator_kind, t.initiator_id,
    t.customer_id, t.fingerprint, t.reverses_id
  FROM log_rows AS l
  JOIN transactions AS t ON l.kind = 'TRANSACTION' AND t.id = l.subject_id
  ORDER BY l.leaf
  LIMIT ${rowsMax}`;

const sha256 = (...parts: Buffer[]): Buffer =>
  createHash('sha256').update(Buffer.concat(parts)).digest();

function short(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}
function integer(row: Row, column: string): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(bigintOf(row, column));
  return bytes;
}
function text(row: Row, column: string): Buffer {
  const bytes = Buffer.from(row[column] as string);
  return Buffer.concat([short(bytes.length), bytes]);
}
const optional = (row: Row, column: string, form: typeof integer): Buffer =>
  row[column] === null ? Buffer.of(0) : Buffer.concat([Buffer.of(1), form(row, column)]);

const entryKey = (account: unknown, seq: unknown): string => `${String(account)} ${String(seq)}`;

const entryBytes = (row: Row): Buffer =>
  Buffer.concat([
    integer(row, 'transaction_id'),
    integer(row, 'at'),
    text(row, 'kind'),
    ...['account_id', 'seq', 'counterparty_account_id', 'amount'].map((name) => integer(row, name)),
    optional(row, 'balance_after', integer),
    optional(row, 'memo', text),
  ]);

const sideBytes = (row: Row, side: 'source' | 'target'): Buffer =>
  Buffer.concat([
    integer(row, `${side}_account_id`),
    integer(row, `${side}_seq`),
    optional(row, `${side}_number`, text),
  ]);

function leafBytes(row: Row, postings: readonly Row[], entries: ReadonlyMap<string, Row>): Buffer {
  const salt = bytesOf(row, 'salt');
  const hashes = postings.flatMap((posting, number) => {
    const salts = sha256(Buffer.of(4), salt, short(number));
    return (['source', 'target'] as const).map((side, half) => {
      const key = entryKey(posting[`${side}_account_id`], posting[`${side}_seq`]);
      const own = salts.subarray(half * 16, half * 16 + 16);
      return sha256(Buffer.of(3), own, entryBytes(entries.get(key)!));
    });
  });
  return Buffer.concat([
    Buffer.of(1, 1),
    sha256(Buffer.of(2), ...hashes),
    integer(row, 'id'),
    integer(row, 'at'),
    text(row, 'initiator_kind'),
    optional(row, 'initiator_id', integer),
    optional(row, 'customer_id', integer),
    bytesOf(row, 'fingerprint'),
    optional(row, 'reverses_id', integer),
    short(postings.length),
    ...postings.flatMap((posting) => [
      text(posting, 'kind'),
      integer(posting, 'amount'),
      sideBytes(posting, 'source'),
      sideBytes(posting, 'target'),
    ]),
  ]);
}

export interface ComparedLeaves {
  readonly compared: number;
  /** Leaves whose stored hash is another one. */
  readonly different: number;
}

export async function compareLeaves(pool: Pool): Promise<ComparedLeaves> {
  const entries = new Map<string, Row>();
  for (const row of await pool.rows(selectEntries)) {
    entries.set(entryKey(row['account_id'], row['seq']), row);
  }
  const postings = new Map<bigint, Row[]>();
  for (const row of await pool.rows(selectPostings)) {
    const id = bigintOf(row, 'transaction_id');
    postings.set(id, [...(postings.get(id) ?? []), row]);
  }
  const rows = await pool.rows(selectTransactions);
  let different = 0;
  for (const row of rows) {
    const leaf = Number(bigintOf(row, 'leaf'));
    const tile = await readTile(pool, { level: 0, number: Math.floor(leaf / 256) });
    const stored = tile.subarray((leaf % 256) * 32, (leaf % 256) * 32 + 32);
    const own = postings.get(bigintOf(row, 'id')) ?? [];
    const made = sha256(Buffer.of(0), leafBytes(row, own, entries));
    if (!made.equals(stored)) different += 1;
  }
  return { compared: rows.length, different };
}
