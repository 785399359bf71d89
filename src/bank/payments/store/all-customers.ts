/** The customers whom a new fee or rate concerns. */
import type { Reader } from '../../../db/pool.ts';
import { bigintOf } from '../../../db/rows.ts';
import type * as m from '../../model/index.ts';

// The holder of a shared account is a row of its own: its members are told as customers.
const selectAfter = `
  SELECT c.id
  FROM customers AS c
  WHERE c.id > ? AND EXISTS (
    SELECT 1 FROM accounts AS a WHERE a.customer_id = c.id AND a.status <> 'CLOSED')
    AND NOT EXISTS (
      SELECT 1 FROM accounts AS s WHERE s.customer_id = c.id AND s.account_type = 'SHARED')
  ORDER BY c.id
  LIMIT ?`;

/** Those with an open account, in the order of their ids. */
export const customersAfter = async (
  reader: Reader,
  after: bigint,
  limit: number,
): Promise<m.CustomerId[]> =>
  (await reader.rows(selectAfter, [after, limit])).map(
    (row) => bigintOf(row, 'id') as m.CustomerId,
  );
