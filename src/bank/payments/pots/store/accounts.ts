/** The two sides of a move, found without a session: the ledger checks that when it books. */
import type { Reader } from '../../../../db/pool.ts';
import { bigintOf, booleanOf, textOf, textOrNull } from '../../../../db/rows.ts';
import { mainAccountClause } from '../../../accounts/index.ts';
import type * as m from '../../../model/index.ts';

const selectAll = `
  SELECT a.id, a.account_number, a.account_name, a.id = ${mainAccountClause} AS is_main
  FROM customers AS c
  JOIN accounts AS a ON a.customer_id = c.id
  WHERE c.id = ?`;

export interface SideRow {
  readonly id: m.AccountId;
  readonly accountNumber: m.AccountNumber;
  readonly name: string | null;
  readonly isMain: boolean;
}

/** All accounts of the customer, closed ones included. */
export async function sidesOf(reader: Reader, customerId: m.CustomerId): Promise<SideRow[]> {
  return (await reader.rows(selectAll, [customerId])).map((row) => ({
    id: bigintOf(row, 'id') as m.AccountId,
    accountNumber: textOf(row, 'account_number') as m.AccountNumber,
    name: textOrNull(row, 'account_name'),
    isMain: booleanOf(row, 'is_main'),
  }));
}
