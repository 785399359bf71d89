/** A figure counts only when the books are right: what was acknowledged is there, and balances. */
import type { Pool } from '../../../src/db/pool.ts';
import { integerOf } from '../../../src/db/rows.ts';
import { startBalance } from '../support/population.ts';

const selectCounts = `
  SELECT
    (SELECT COUNT(*) FROM transactions) AS bookings,
    (SELECT COUNT(*) FROM outbox) AS messages,
    (SELECT COUNT(*) FROM entries) AS entries,
    (SELECT COALESCE(SUM(amount), 0) FROM entries) AS difference,
    (SELECT COUNT(*)
       FROM accounts AS a
       LEFT JOIN entries AS e ON e.account_id = a.id AND e.seq = a.last_seq
       WHERE a.kind = 'CUSTOMER' AND a.balance <> COALESCE(e.balance_after, ?)) AS wrong_last,
    (SELECT COUNT(*)
       FROM (SELECT account_id, SUM(amount) AS total FROM entries GROUP BY account_id) AS sums
       JOIN accounts AS a ON a.id = sums.account_id
       WHERE a.kind = 'CUSTOMER' AND a.balance <> ? + sums.total) AS wrong_sum`;

/** Throws when the tables do not hold at least `acknowledged` whole transfers. */
export async function checkBooks(pool: Pool, acknowledged: number): Promise<void> {
  const [row = {}] = await pool.rows(selectCounts, [startBalance, startBalance]);
  const of = (column: string) => integerOf(row, column);
  const bookings = of('bookings');
  const whole = of('entries') === 2 * bookings && of('messages') === bookings;
  const balanced = of('difference') === 0 && of('wrong_last') === 0 && of('wrong_sum') === 0;
  if (bookings < acknowledged || !whole || !balanced) {
    throw new Error(`The books are wrong after ${acknowledged}: ${JSON.stringify(row)}`);
  }
}
