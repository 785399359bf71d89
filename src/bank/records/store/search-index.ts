/** The index of the history: written by the job, read by searches. */
import type { Pool, Reader } from '../../../db/pool.ts';
import { inParts } from '../../../db/parts.ts';
import { withList } from '../../../db/text/placeholders.ts';
import { bigintOf, bytesOrNull, integerOf, textOf, textOrNull } from '../../../db/rows.ts';
import { type Tx, withTransaction } from '../../../db/transaction.ts';
import { minuteMs } from '../../../lib/durations.ts';
import type * as m from '../../model/index.ts';
import { insertParties } from './search-parties.ts';

// Numbers as text, which the driver reads faster.
const selectEntries = `
  SELECT kind, CAST(amount AS CHAR) AS amount, CAST(counterparty_account_id AS CHAR) AS party, memo
  FROM entries
  WHERE account_id = ? AND seq >= ? AND seq < ?
  ORDER BY seq`;
const lockGroup = `
  SELECT group_no
  FROM history_groups
  WHERE account_id = ? AND group_no = ?
  FOR UPDATE`;
const insertGroup = `
  INSERT IGNORE INTO history_groups
    (account_id, group_no, version, in_count, in_total, out_count, out_total)
  VALUES (?, ?, ?, ?, ?, ?, ?)`;
const insertItems = `
  INSERT INTO history_items (account_id, slice, group_no, items)
  VALUES :rows`;
// One statement, so that groups and items are of the same moment.
const selectItems = `
  SELECT group_no, slice, items
  FROM history_items
  WHERE account_id = ? AND group_no >= ? AND group_no < ? AND slice IN (:list)
  UNION ALL
  SELECT group_no, NULL, NULL
  FROM history_groups
  WHERE account_id = ? AND group_no >= ? AND group_no < ?`;
const deleteIndex = ['history_groups', 'history_items'].map(
  (table) => `
  DELETE FROM ${table}
  WHERE account_id = ?`,
);

export interface EntryItems {
  readonly kind: string;
  /** Above zero when it adds to the balance. */
  readonly amount: bigint;
  /** The id of the account on the other side, as text. */
  readonly party: string;
  readonly memo: string | null;
}

/** Upwards; `below` is exclusive. */
export async function entriesToIndex(
  reader: Reader,
  accountId: m.AccountId,
  { from, below }: { readonly from: number; readonly below: number },
): Promise<EntryItems[]> {
  const rows = await reader.rows(selectEntries, [accountId, from, below]);
  return rows.map((row) => ({
    kind: textOf(row, 'kind'),
    amount: bigintOf(row, 'amount'),
    party: textOf(row, 'party'),
    memo: textOrNull(row, 'memo'),
  }));
}

export interface NewGroup {
  readonly accountId: m.AccountId;
  readonly group: number;
  readonly version: number;
  readonly slices: readonly { readonly slice: number; readonly items: Buffer }[];
  readonly parties: readonly string[];
  readonly sums: Readonly<Record<'in' | 'out', { count: number; total: bigint }>>;
}

/** Of an account with ten million entries. */
const deletingMs = 5 * minuteMs;
/** Of slices, which may have some kilobytes each. */
const slicesAtOnce = 32;

/**
 * Whether this call wrote the group: another process may have done so before, or deleted those
 * before it, whose lock keeps groups without a gap.
 */
export const insertIndexed = async (pool: Pool, made: NewGroup): Promise<boolean> =>
  withTransaction(pool, async (tx: Tx) => {
    const { accountId, group, version, slices, parties, sums } = made;
    if (group > 0 && (await tx.rows(lockGroup, [accountId, group - 1])).length === 0) return false;
    const totals = [sums.in.count, sums.in.total, sums.out.count, sums.out.total];
    const { affectedRows } = await tx.write(insertGroup, [accountId, group, version, ...totals]);
    if (affectedRows === 0) return false;
    for (const part of inParts(slices, slicesAtOnce)) {
      const rows = part.map(({ slice, items }) => [accountId, slice, group, items]);
      await tx.writeRows(insertItems, rows);
    }
    await insertParties(tx, accountId, parties);
    return true;
  });

/** By group, the items of the slices that were asked for; nothing of a group without an index. */
export type SlicesOfGroups = ReadonlyMap<number, ReadonlyMap<number, Buffer>>;

/** Groups from `from`, below `below`; at least one slice. */
export async function readSlices(
  reader: Reader,
  accountId: m.AccountId,
  wanted: { readonly from: number; readonly below: number; readonly slices: readonly number[] },
): Promise<SlicesOfGroups> {
  const { sql, values } = withList(selectItems, wanted.slices);
  const range = [accountId, wanted.from, wanted.below];
  const rows = await reader.rows(sql, [...range, ...values, ...range]);
  const groups = new Map<number, Map<number, Buffer>>();
  for (const row of rows) {
    const group = integerOf(row, 'group_no');
    const found = groups.get(group) ?? new Map<number, Buffer>();
    groups.set(group, found);
    const items = bytesOrNull(row, 'items');
    if (items !== null) found.set(integerOf(row, 'slice'), items);
  }
  return groups;
}

/**
 * In one transaction, so that no search uses a part of it. Parties stay: a search may have read the
 * groups already, and needs the parties of all of them.
 */
export const deleteIndexOf = async (pool: Pool, accountId: m.AccountId): Promise<void> =>
  withTransaction(
    pool,
    async (tx) => {
      for (const sql of deleteIndex) await tx.write(sql, [accountId]);
    },
    { workMs: deletingMs },
  );
