/** A figure is valid only if the books are right: acknowledged transfers exist and balance. */
import type { Pool } from '../../../src/db/pool.ts';
import { bigintOf, integerOf } from '../../../src/db/rows.ts';
import { startBalance } from '../support/population.ts';

const selectCounts = `
  SELECT
    (SELECT COUNT(*) FROM transactions) AS bookings,
    (SELECT COUNT(*) FROM outbox) AS messages,
    (SELECT COUNT(*) FROM entries) AS entries,
    (SELECT COALESCE(SUM(amount), 0) FROM entries) AS difference`;
const selectSums = `
  SELECT account_id AS id, SUM(amount) AS total, MAX(seq) AS last_seq
  FROM entries
  GROUP BY account_id`;
const selectAccounts = `
  SELECT id, balance, last_seq
  FROM accounts
  WHERE kind = 'CUSTOMER'`;

/** Compared here, because right after a load the server plans a join from old statistics. */
async function wrongAccounts(pool: Pool): Promise<number> {
  const sums = new Map((await pool.rows(selectSums)).map((row) => [bigintOf(row, 'id'), row]));
  const accounts = await pool.rows(selectAccounts);
  return accounts.filter((account) => {
    const entries = sums.get(bigintOf(account, 'id'));
    const total = entries === undefined ? 0n : bigintOf(entries, 'total');
    const lastSeq = entries === undefined ? 0n : bigintOf(entries, 'last_seq');
    const isRight = bigintOf(account, 'balance') === startBalance + total;
    return !isRight || bigintOf(account, 'last_seq') !== lastSeq;
  }).length;
}

/** Throws unless the tables have at least `acknowledged` complete transfers. */
export async function checkBooks(pool: Pool, acknowledged: number, postings = 1): Promise<void> {
  const [row = {}] = await pool.rows(selectCounts);
  const of = (column: string) => integerOf(row, column);
  const bookings = of('bookings');
  const whole = of('entries') === 2 * postings * bookings && of('messages') === bookings;
  const wrong = await wrongAccounts(pool);
  if (bookings < acknowledged || !whole || of('difference') !== 0 || wrong > 0) {
    const found = JSON.stringify({ ...row, wrong });
    throw new Error(`The books are wrong after ${acknowledged}: ${found}`);
  }
}
