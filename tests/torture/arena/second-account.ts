/** A second account of each customer; no command opens one yet. */
import { openAccount } from '../../../src/bank/accounts/index.ts';
import type * as m from '../../../src/bank/model/index.ts';
import { lockCustomer } from '../../../src/bank/people/index.ts';
import type { Pool } from '../../../src/db/pool.ts';
import { textOf } from '../../../src/db/rows.ts';
import { withTransaction } from '../../../src/db/transaction.ts';

const selectFirst = `
  SELECT holder_name, currency
  FROM accounts
  WHERE customer_id = ?
  ORDER BY id
  LIMIT 1`;
const selectNumber = `
  SELECT account_number
  FROM accounts
  WHERE id = ?`;
const lowerLimit = `
  UPDATE accounts
  SET limited_until = NOW(6) + INTERVAL 1 DAY
  WHERE customer_id = ?`;

export async function openSecondAccount(
  pool: Pool,
  opening: {
    readonly session: m.Session;
    readonly id: bigint;
    /** Whether the customer's limit of the day is lowered, as after a recovery. */
    readonly isLimited: boolean;
  },
): Promise<m.AccountNumber> {
  const { session, isLimited } = opening;
  const { customerId } = session;
  return withTransaction(pool, async (tx) => {
    await lockCustomer(tx, customerId);
    const [first] = await tx.rows(selectFirst, [customerId]);
    const [holderName, currency] = [textOf(first!, 'holder_name'), textOf(first!, 'currency')];
    const id = opening.id as m.AccountId;
    const opened = await openAccount(tx, { id, customerId, holderName, currency });
    if (isLimited) await tx.write(lowerLimit, [customerId]);
    const [row] = await tx.rows(selectNumber, [opened]);
    return textOf(row!, 'account_number') as m.AccountNumber;
  });
}
