/** Reads of the online verifier, all in one snapshot. */
import { withList } from '../../../db/text/placeholders.ts';
import type { Reader } from '../../../db/pool.ts';
import { bigintOf, bigintOrNull, textOf } from '../../../db/rows.ts';
import type { AccountId } from '../../model/index.ts';

export interface AccountHead {
  readonly id: AccountId;
  readonly accountNumber: string;
  readonly balance: bigint;
  readonly lastSeq: bigint;
}

export interface ChainLink {
  readonly accountId: AccountId;
  readonly seq: bigint;
  readonly amount: bigint;
  readonly balanceAfter: bigint | null;
}

const selectHeads = `
  SELECT id, account_number, balance, last_seq
  FROM accounts
  WHERE kind = 'CUSTOMER'
  ORDER BY id`;
const selectLinks = `
  SELECT account_id, seq, amount, balance_after
  FROM entries
  WHERE account_id = ? AND seq > ?
  ORDER BY seq
  LIMIT ?`;
const selectLastLinks = `
  SELECT e.account_id, e.seq, e.amount, e.balance_after
  FROM accounts AS a
  JOIN entries AS e ON e.account_id = a.id AND e.seq = a.last_seq
  WHERE a.id IN (:list)`;
const sumOwnEntries = `
  SELECT COALESCE(SUM(e.amount), 0) AS total
  FROM accounts AS a
  JOIN entries AS e ON e.account_id = a.id
  WHERE a.kind <> 'CUSTOMER' AND e.seq > ? AND e.seq <= ?`;

/** Every customer's account. The largest table that is read in full each round. */
export async function readHeads(reader: Reader): Promise<AccountHead[]> {
  const rows = await reader.rows(selectHeads);
  return rows.map((row) => ({
    id: bigintOf(row, 'id') as AccountId,
    accountNumber: textOf(row, 'account_number'),
    balance: bigintOf(row, 'balance'),
    lastSeq: bigintOf(row, 'last_seq'),
  }));
}

const linkOf = (row: Readonly<Record<string, unknown>>): ChainLink => ({
  accountId: bigintOf(row, 'account_id') as AccountId,
  seq: bigintOf(row, 'seq'),
  amount: bigintOf(row, 'amount'),
  balanceAfter: bigintOrNull(row, 'balance_after'),
});

/** The entries of one account above `after`, oldest first. */
export async function readLinks(
  reader: Reader,
  accountId: AccountId,
  page: { readonly after: bigint; readonly limit: number },
): Promise<ChainLink[]> {
  const rows = await reader.rows(selectLinks, [accountId, page.after, page.limit]);
  return rows.map(linkOf);
}

/** The newest entry of each of these accounts, where there is one. */
export async function readLastLinks(
  reader: Reader,
  ids: readonly AccountId[],
): Promise<ChainLink[]> {
  const { sql, values } = withList(selectLastLinks, ids);
  const rows = await reader.rows(sql, values);
  return rows.map(linkOf);
}

/** Sum of the bank's own entries with `seq` above `after` and up to `upTo`. */
export async function sumOwn(
  reader: Reader,
  range: { readonly after: bigint; readonly upTo: bigint },
): Promise<bigint> {
  const [row = {}] = await reader.rows(sumOwnEntries, [range.after, range.upTo]);
  return bigintOf(row, 'total');
}
