/** Reads customers' accounts as staff see them; freezes and unfreezes their accounts. */
import { withList } from '../../../db/text/placeholders.ts';
import type { Reader } from '../../../db/pool.ts';
import { bigintOf, booleanOf, instantOf, type Row, textOf } from '../../../db/rows.ts';
import type { Scalar } from '../../../db/text/scalars.ts';
import type { Tx } from '../../../db/transaction.ts';
import { mainAccountClause } from '../../accounts/index.ts';
import { heldClause } from '../../ledger/index.ts';
import type * as m from '../../model/index.ts';
import { balanceOf } from '../../model/index.ts';

/** One account with its customer. */
export interface ServedRow {
  readonly customerId: m.CustomerId;
  readonly accountId: m.AccountId;
  /** The customer's first account, which keeps the sums of their day. */
  readonly firstId: m.AccountId;
  readonly member: m.DiscordUserId;
  readonly holderName: string;
  readonly account: m.AccountView;
  readonly locked: boolean;
  readonly registeredAt: Date;
}

const servedColumns = `c.id AS customer_id, c.discord_user_id, c.registered_at, a.id, a.holder_name,
    a.account_number, a.status, a.balance, ${heldClause} AS held,
    a.opened_at, a.locked_at IS NOT NULL AS locked,
    (SELECT MIN(first.id) FROM accounts AS first WHERE first.customer_id = c.id) AS first_id`;
/** A search for customers finds the main account of each. */
const mainAccountJoin = `
  JOIN accounts AS a ON a.id = ${mainAccountClause}`;
const selectByNumber = `
  SELECT ${servedColumns}
  FROM accounts AS a
  JOIN customers AS c ON c.id = a.customer_id
  WHERE a.account_number = ?`;
const selectByMember = `
  SELECT ${servedColumns}
  FROM customers AS c${mainAccountJoin}
  WHERE c.discord_user_id = ?
  LIMIT ?`;
const selectByEmail = `
  SELECT ${servedColumns}
  FROM customer_details AS d
  JOIN customers AS c ON c.id = d.customer_id${mainAccountJoin}
  WHERE d.email_index = ?
  LIMIT ?`;
const selectByPhone = `
  SELECT ${servedColumns}
  FROM customer_details AS d
  JOIN customers AS c ON c.id = d.customer_id${mainAccountJoin}
  WHERE d.phone_index = ?
  LIMIT ?`;
/** Scans the index of account numbers until `LIMIT`; one in ten thousand matches. */
const selectByTail = `
  SELECT ${servedColumns}
  FROM (
    SELECT id
    FROM accounts
    WHERE account_number LIKE ?
    ORDER BY account_number
    LIMIT ?
  ) AS found
  JOIN accounts AS a ON a.id = found.id
  JOIN customers AS c ON c.id = a.customer_id
  ORDER BY a.id`;
const selectByName = `
  SELECT ${servedColumns}
  FROM (
    SELECT customer_id
    FROM name_words
    WHERE word_index IN (:list)
    GROUP BY customer_id
    HAVING COUNT(*) = ?
  ) AS found
  JOIN customers AS c ON c.id = found.customer_id${mainAccountJoin}
  ORDER BY a.id
  LIMIT ?`;
const selectOfCustomers = `
  SELECT ${servedColumns}
  FROM customers AS c
  JOIN accounts AS a ON a.customer_id = c.id
  WHERE c.id IN (:list)
  ORDER BY a.id`;
const selectFrozen = `
  SELECT id
  FROM accounts
  WHERE customer_id = ? AND status = 'FROZEN'
  LIMIT 1`;
const freezeAll = `
  UPDATE accounts
  SET status = 'FROZEN'
  WHERE customer_id = ? AND status = 'OPEN'`;
const unfreezeAll = `
  UPDATE accounts
  SET status = 'OPEN'
  WHERE customer_id = ? AND status = 'FROZEN'`;

const servedOf = (row: Row): ServedRow => {
  const [balance, held] = [bigintOf(row, 'balance'), bigintOf(row, 'held')];
  return {
    customerId: bigintOf(row, 'customer_id') as m.CustomerId,
    accountId: bigintOf(row, 'id') as m.AccountId,
    firstId: bigintOf(row, 'first_id') as m.AccountId,
    member: textOf(row, 'discord_user_id') as m.DiscordUserId,
    holderName: textOf(row, 'holder_name'),
    account: {
      accountNumber: textOf(row, 'account_number') as m.AccountNumber,
      status: textOf(row, 'status') as m.AccountStatus,
      balance: balanceOf(balance),
      held: balanceOf(held),
      available: balanceOf(balance - held),
      openedAt: instantOf(row, 'opened_at'),
    },
    locked: booleanOf(row, 'locked'),
    registeredAt: instantOf(row, 'registered_at'),
  };
};

export async function findServed(
  reader: Reader,
  number: m.AccountNumber,
): Promise<ServedRow | null> {
  const [row] = await reader.rows(selectByNumber, [number]);
  return row === undefined ? null : servedOf(row);
}

/** All accounts of these customers, oldest first. */
export async function accountsServed(
  reader: Reader,
  customerIds: readonly m.CustomerId[],
): Promise<ServedRow[]> {
  if (customerIds.length === 0) return [];
  const { sql, values } = withList(selectOfCustomers, customerIds);
  return (await reader.rows(sql, values)).map(servedOf);
}

export type Search =
  | { readonly by: 'number'; readonly number: m.AccountNumber }
  | { readonly by: 'member'; readonly member: m.DiscordUserId }
  | { readonly by: 'email' | 'phone'; readonly index: Buffer }
  /** The last four digits of a number. */
  | { readonly by: 'tail'; readonly tail: string }
  /** Every one of these words. */
  | { readonly by: 'name'; readonly indexes: readonly Buffer[] };

/** An account of each customer found: the one that was searched for, or else their main one. */
export async function searchServed(
  reader: Reader,
  search: Search,
  limit: number,
): Promise<ServedRow[]> {
  const ask = async (sql: string, values: readonly Scalar[]) =>
    (await reader.rows(sql, values)).map(servedOf);
  switch (search.by) {
    case 'number':
      return ask(selectByNumber, [search.number]);
    case 'member':
      return ask(selectByMember, [search.member, limit]);
    case 'email':
      return ask(selectByEmail, [search.index, limit]);
    case 'phone':
      return ask(selectByPhone, [search.index, limit]);
    case 'tail':
      return ask(selectByTail, [`%${search.tail}`, limit]);
    case 'name': {
      const { sql, values } = withList(selectByName, search.indexes);
      return ask(sql, [...values, search.indexes.length, limit]);
    }
  }
}

/** The customer's row must be locked; waits for payments in progress. False when none was open. */
export async function freezeAccounts(tx: Tx, customerId: m.CustomerId): Promise<boolean> {
  return (await tx.write(freezeAll, [customerId])).affectedRows > 0;
}

export const isFrozen = async (reader: Reader, customerId: m.CustomerId): Promise<boolean> =>
  (await reader.rows(selectFrozen, [customerId])).length > 0;

/** The customer's row must be locked. False when none was frozen. */
export async function unfreezeAccounts(tx: Tx, customerId: m.CustomerId): Promise<boolean> {
  return (await tx.write(unfreezeAll, [customerId])).affectedRows > 0;
}
