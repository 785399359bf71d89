/** The two sides of a move, found without a session: the ledger checks that when it books. */
import type { Reader } from '../../../../db/pool.ts';
import {
  bigintOf,
  bigintOrNull,
  booleanOf,
  type Row,
  textOf,
  textOrNull,
} from '../../../../db/rows.ts';
import { mainAccountClause } from '../../../accounts/index.ts';
import type * as m from '../../../model/index.ts';

const selectAll = `
  SELECT a.id, a.account_number, a.id = ${mainAccountClause} AS is_main,
    IF(a.account_type = 'SHARED', a.holder_name, a.account_name) AS account_name
  FROM customers AS c
  JOIN accounts AS a ON a.customer_id = c.id
  WHERE c.id = `;
const selectOfShared = `${selectAll}(
    SELECT s.customer_id FROM accounts AS s
    WHERE s.account_number = ? AND s.account_type = 'SHARED')`;
const selectOwner = `
  SELECT customer_id
  FROM accounts
  WHERE id = ?`;

export interface SideRow {
  readonly id: m.AccountId;
  readonly accountNumber: m.AccountNumber;
  readonly name: string | null;
  readonly isMain: boolean;
}

const sideOf = (row: Row): SideRow => ({
  id: bigintOf(row, 'id') as m.AccountId,
  accountNumber: textOf(row, 'account_number') as m.AccountNumber,
  name: textOrNull(row, 'account_name'),
  isMain: booleanOf(row, 'is_main'),
});

/** All accounts of the customer, closed ones included. */
export const sidesOf = async (reader: Reader, customerId: m.CustomerId): Promise<SideRow[]> =>
  (await reader.rows(`${selectAll}?`, [customerId])).map(sideOf);

/** The shared account with this number, and its pots. */
export const sidesOfShared = async (reader: Reader, number: m.AccountNumber): Promise<SideRow[]> =>
  (await reader.rows(selectOfShared, [number])).map(sideOf);

/** Null: there is no such account, or it is the bank's own. */
export async function ownerOf(reader: Reader, id: m.AccountId): Promise<m.CustomerId | null> {
  const [row] = await reader.rows(selectOwner, [id]);
  return row === undefined ? null : (bigintOrNull(row, 'customer_id') as m.CustomerId | null);
}
