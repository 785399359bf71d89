/** A second account of each customer; no command opens one yet. */
import { randomAccountNumber } from '../../../src/bank/model/index.ts';
import type * as m from '../../../src/bank/model/index.ts';
import type { Pool } from '../../../src/db/pool.ts';

const insertSecond = `
  INSERT INTO accounts
    (id, kind, customer_id, account_number, holder_name, currency, status, balance, counted_day,
     opened_at)
  SELECT ?, 'CUSTOMER', customer_id, ?, holder_name, currency, 'OPEN', 0, CURRENT_DATE, NOW(6)
  FROM accounts
  WHERE customer_id = ?
  LIMIT 1`;
const lowerLimit = `
  UPDATE accounts
  SET limited_until = NOW(6) + INTERVAL 1 DAY
  WHERE customer_id = ?`;

export async function openSecondAccount(
  pool: Pool,
  opening: {
    readonly session: m.Session;
    /** Above the id of the first account. */
    readonly id: bigint;
    /** Whether the customer's limit of the day is lowered, as after a recovery. */
    readonly isLimited: boolean;
  },
): Promise<m.AccountNumber> {
  const { session, id, isLimited } = opening;
  const number = randomAccountNumber();
  await pool.write(insertSecond, [id, number, session.customerId]);
  if (isLimited) await pool.write(lowerLimit, [session.customerId]);
  return number;
}
