/** Account ids by number and by customer, for many at once. */
import { withList } from '../../../db/placeholders.ts';
import type { Reader } from '../../../db/pool.ts';
import { bigintOf, textOf } from '../../../db/rows.ts';
import type * as m from '../../model/index.ts';

const selectByNumbers = `
  SELECT account_number, id
  FROM accounts
  WHERE account_number IN (:list)`;
const selectFirstOfCustomers = `
  SELECT customer_id, MIN(id) AS id
  FROM accounts
  WHERE customer_id IN (:list)
  GROUP BY customer_id`;

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

/** Each customer's oldest account. */
export async function findFirstAccountIds(
  reader: Reader,
  customerIds: readonly m.CustomerId[],
): Promise<Map<m.CustomerId, m.AccountId>> {
  const { sql, values } = withList(selectFirstOfCustomers, customerIds);
  const rows = await reader.rows(sql, values);
  return new Map(
    rows.map((row) => [
      bigintOf(row, 'customer_id') as m.CustomerId,
      bigintOf(row, 'id') as m.AccountId,
    ]),
  );
}
