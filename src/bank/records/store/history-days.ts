/**
 * Finds where days begin in an account's entries. Booking times rise with `seq`, so a day is one
 * range of the key. Its ends are found by looking at a few dozen entries at a time: a million
 * entries take four statements, where halving would take twenty.
 */
import { withList } from '../../../db/text/placeholders.ts';
import type { Reader } from '../../../db/pool.ts';
import { bigintOf, bigintOrNull } from '../../../db/rows.ts';
import { smallNumber } from '../../../lib/assert.ts';
import { instant } from '../../../lib/clock.ts';
import { dayMs } from '../../../lib/durations.ts';
import type * as m from '../../model/index.ts';

/** With fewer entries, reading all of them is faster than a search. */
const worthwhile = 1_000n;

const selectLastSeq = `
  SELECT last_seq
  FROM accounts
  WHERE id = ?`;
const selectLastBefore = `
  SELECT MAX(seq) AS last_before
  FROM entries
  WHERE account_id = ? AND booked_at < ? AND seq IN (:list)`;

/** So many entries are looked at in one statement. */
const looksAtOnce = 31n;

export interface SeqRange {
  /** Inclusive; null: no limit. */
  readonly from: bigint | null;
  /** Exclusive; null: no limit. */
  readonly below: bigint | null;
}

/** The number of the account's newest entry; 0 without entries. */
export async function lastSeqOf(reader: Reader, id: m.AccountId): Promise<bigint> {
  const [row] = await reader.rows(selectLastSeq, [id]);
  return row === undefined ? 0n : bigintOf(row, 'last_seq');
}

/** The first entry booked at or after the instant; the last `seq` + 1 when there is none. */
export async function firstSeqAt(
  reader: Reader,
  account: { readonly id: m.AccountId; readonly lastSeq: bigint },
  at: Date,
): Promise<bigint> {
  // The answer is from `low` up to `high`.
  let [low, high] = [1n, account.lastSeq + 1n];
  while (low < high) {
    const step = (high - low) / (looksAtOnce + 1n) + 1n;
    const looks = Array.from(
      { length: smallNumber((high - low - 1n) / step) + 1 },
      (_, index) => low + BigInt(index) * step,
    );
    const { sql, values } = withList(selectLastBefore, looks);
    const [row = {}] = await reader.rows(sql, [account.id, at, ...values]);
    const before = bigintOrNull(row, 'last_before');
    if (before === null) return low;
    low = before + 1n;
    high = before + step < high ? before + step : high;
  }
  return low;
}

/** The entries of the filter's days; entries booked meanwhile come after the range. */
export async function seqRangeOf(
  reader: Reader,
  id: m.AccountId,
  { fromDate, toDate }: Pick<m.HistoryFilter, 'fromDate' | 'toDate'>,
): Promise<SeqRange> {
  const nothing = { from: null, below: null };
  if (fromDate === undefined && toDate === undefined) return nothing;
  const lastSeq = await lastSeqOf(reader, id);
  if (lastSeq < worthwhile) return nothing;
  const at = async (day: string, plusDays: number) =>
    firstSeqAt(reader, { id, lastSeq }, instant(Date.parse(day) + plusDays * dayMs));
  const [from, below] = await Promise.all([
    fromDate === undefined ? null : at(fromDate, 0),
    toDate === undefined ? null : at(toDate, 1),
  ]);
  return {
    from,
    // No upper limit at the end of the entries: more may have been booked meanwhile.
    below: below !== null && below <= lastSeq ? below : null,
  };
}
