/** The entries of one account between two numbers, for statements. */
import type { Reader } from '../../../db/pool.ts';
import { bigintOf, bigintOrNull, type Row } from '../../../db/rows.ts';
import { databaseNow } from '../../../db/time.ts';
import { instantFromSql } from '../../../lib/clock.ts';
import type * as m from '../../model/index.ts';
import { firstSeqAt, lastSeqOf } from './history-days.ts';
import { historyColumns, type HistoryRow, historyRowOf, historyTables } from './history.ts';

const selectBalance = `
  SELECT balance_after
  FROM entries
  WHERE account_id = ? AND seq = ?`;
const selectRange = `
  SELECT ${historyColumns}, (
      SELECT t.reverses_id FROM transactions AS t WHERE t.id = e.transaction_id
    ) AS reverses_id ${historyTables}
  WHERE e.account_id = ? AND e.seq BETWEEN ? AND ?
  ORDER BY e.seq
  LIMIT ?`;

export interface StatementRow extends HistoryRow {
  readonly reverses: m.RequestId | null;
}

export interface StatementRange {
  /** The first and the last entry of the period; without entries, last is first - 1. */
  readonly first: bigint;
  readonly last: bigint;
  readonly opening: bigint;
  readonly closing: bigint;
  /** The database's time. */
  readonly now: Date;
}

const statementRowOf = (row: Row): StatementRow => ({
  ...historyRowOf(row),
  reverses: bigintOrNull(row, 'reverses_id') as m.RequestId | null,
});

async function balanceAfter(reader: Reader, id: m.AccountId, seq: bigint): Promise<bigint> {
  if (seq === 0n) return 0n;
  const [row] = await reader.rows(selectBalance, [id, seq]);
  return bigintOf(row ?? {}, 'balance_after');
}

/** The balance after all entries booked before the instant. */
export async function balanceBefore(reader: Reader, id: m.AccountId, at: Date): Promise<bigint> {
  const lastSeq = await lastSeqOf(reader, id);
  return balanceAfter(reader, id, (await firstSeqAt(reader, { id, lastSeq }, at)) - 1n);
}

/** The entries booked from `start` on and before `end`, and later than the entry `after`. */
export async function statementRange(
  reader: Reader,
  id: m.AccountId,
  { start, end, after }: { readonly start: Date; readonly end: Date; readonly after: bigint },
): Promise<StatementRange> {
  const now = instantFromSql(await databaseNow(reader));
  const account = { id, lastSeq: await lastSeqOf(reader, id) };
  const later = (seq: bigint): bigint => (seq > after ? seq : after + 1n);
  const first = later(await firstSeqAt(reader, account, start));
  const last = later(await firstSeqAt(reader, account, end)) - 1n;
  const opening = await balanceAfter(reader, id, first - 1n);
  return { first, last, opening, closing: await balanceAfter(reader, id, last), now };
}

/** At most `limit` entries, oldest first. */
export async function readStatementRows(
  reader: Reader,
  id: m.AccountId,
  range: { readonly from: bigint; readonly last: bigint; readonly limit: number },
): Promise<StatementRow[]> {
  const values = [id, range.from, range.last, range.limit];
  return (await reader.rows(selectRange, values)).map(statementRowOf);
}
