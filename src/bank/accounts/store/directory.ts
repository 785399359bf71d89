/** Account ids by number and by customer, for many at once. */
import { withList } from '../../../db/text/placeholders.ts';
import type { Reader } from '../../../db/pool.ts';
import { bigintOf, textOf } from '../../../db/rows.ts';
import type * as m from '../../model/index.ts';
import { mainAccountClause } from './accounts.ts';

const selectByNumbers = `
  SELECT account_number, id
  FROM accounts
  WHERE account_number IN (:list)`;
const selectFirstOfCustomers = `
  SELECT customer_id, MIN(id) AS id
  FROM accounts
  WHERE customer_id IN (:list)
  GROUP BY customer_id`;
const selectMainOfCustomers = `
  SELECT c.id AS customer_id, ${mainAccountClause} AS id
  FROM customers AS c
  WHERE c.id IN (:list)`;

export async function findAccountIds(
  reader: Reader,
  numbers: readonly m.AccountNumber[],
): Promise<Map<m.AccountNumber, m.AccountId>> {
  const { sql, values } = withList(selectByNumbers, numbers);
  const rows = await reader.rows(sql, values);
  return new Map(
    rows.map((row) => [
      textOf(row, 'account_number') as m.AccountNumber,
      bigintOf(row, 'id') as m.AccountId,
    ]),
  );
}

async function accountsOfCustomers(
  reader: Reader,
  select: string,
  customerIds: readonly m.CustomerId[],
): Promise<Map<m.CustomerId, m.AccountId>> {
  const { sql, values } = withList(select, customerIds);
  const rows = await reader.rows(sql, values);
  return new Map(
    rows.map((row) => [
      bigintOf(row, 'customer_id') as m.CustomerId,
      bigintOf(row, 'id') as m.AccountId,
    ]),
  );
}

/** Each customer's oldest account, whose row keeps the sums of the day. */
export const findFirstAccountIds = async (
  reader: Reader,
  customerIds: readonly m.CustomerId[],
): Promise<Map<m.CustomerId, m.AccountId>> =>
  accountsOfCustomers(reader, selectFirstOfCustomers, customerIds);

/** Each customer's main account. */
export const findMainAccountIds = async (
  reader: Reader,
  customerIds: readonly m.CustomerId[],
): Promise<Map<m.CustomerId, m.AccountId>> =>
  accountsOfCustomers(reader, selectMainOfCustomers, customerIds);
