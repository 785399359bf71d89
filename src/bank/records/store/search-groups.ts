/** The indexed groups of accounts, and what their entries add up to. */
import type { Reader } from '../../../db/pool.ts';
import { bigintOf, integerOf, type Row } from '../../../db/rows.ts';
import { smallNumber } from '../../../lib/assert.ts';
import type * as m from '../../model/index.ts';

const selectGroups = `
  SELECT COUNT(*) AS group_count, COALESCE(MIN(version), 0) AS lowest,
    COALESCE(MAX(version), 0) AS highest
  FROM history_groups
  WHERE account_id = ?`;
const selectLagging = `
  SELECT id, last_seq, group_count
  FROM (
    SELECT a.id, a.last_seq, (
      SELECT COALESCE(MAX(g.group_no) + 1, 0) FROM history_groups AS g WHERE g.account_id = a.id
    ) AS group_count
    FROM accounts AS a
    WHERE a.kind = 'CUSTOMER' AND a.last_seq >= ?
  ) AS long_ones
  WHERE last_seq >= (group_count + 1) * ?
  ORDER BY last_seq - group_count * ? DESC
  LIMIT ?`;
const selectSums = `
  SELECT COUNT(*) AS group_count, SUM(in_count) AS in_count, SUM(in_total) AS in_total,
    SUM(out_count) AS out_count, SUM(out_total) AS out_total
  FROM history_groups
  WHERE account_id = ? AND version = ? AND group_no >= ? AND group_no < ?`;
const selectOutdated = `
  SELECT DISTINCT account_id
  FROM history_groups
  WHERE version <> ?
  LIMIT ?`;
const selectIndexed = `
  SELECT DISTINCT account_id
  FROM history_groups
  ORDER BY account_id`;

/** Groups of the account that a search may use: none while one is of another version. */
export async function groupsOf(
  reader: Reader,
  accountId: m.AccountId,
  version: number,
): Promise<number> {
  const [row = {}] = await reader.rows(selectGroups, [accountId]);
  const isCurrent = [integerOf(row, 'lowest'), integerOf(row, 'highest')].every(
    (each) => each === version,
  );
  return isCurrent ? integerOf(row, 'group_count') : 0;
}

export interface Lagging {
  readonly accountId: m.AccountId;
  readonly lastSeq: number;
  readonly groups: number;
}

/** Accounts with a whole group that is not indexed, those that lag most first. */
export async function laggingAccounts(
  reader: Reader,
  groupSize: number,
  limit: number,
): Promise<Lagging[]> {
  const values = [groupSize, groupSize, groupSize, limit];
  return (await reader.rows(selectLagging, values)).map((row) => ({
    accountId: bigintOf(row, 'id') as m.AccountId,
    lastSeq: integerOf(row, 'last_seq'),
    groups: integerOf(row, 'group_count'),
  }));
}

export type HistorySums = Readonly<Record<'in' | 'out', m.HistorySum>>;

/**
 * What all entries of the groups from `from`, below `below`, add up to; null when one of them has
 * no index of this version.
 */
export async function sumsOfGroups(
  reader: Reader,
  accountId: m.AccountId,
  {
    version,
    from,
    below,
  }: { readonly version: number; readonly from: number; readonly below: number },
): Promise<HistorySums | null> {
  const [row = {}] = await reader.rows(selectSums, [accountId, version, from, below]);
  if (integerOf(row, 'group_count') !== below - from) return null;
  const sumOf = (way: 'in' | 'out'): m.HistorySum => ({
    count: smallNumber(bigintOf(row, `${way}_count`)),
    total: bigintOf(row, `${way}_total`),
  });
  return { in: sumOf('in'), out: sumOf('out') };
}

const accountIds = (rows: readonly Row[]): m.AccountId[] =>
  rows.map((row) => bigintOf(row, 'account_id') as m.AccountId);

export const outdatedAccounts = async (
  reader: Reader,
  version: number,
  limit: number,
): Promise<m.AccountId[]> => accountIds(await reader.rows(selectOutdated, [version, limit]));

export const indexedAccounts = async (reader: Reader): Promise<m.AccountId[]> =>
  accountIds(await reader.rows(selectIndexed));
