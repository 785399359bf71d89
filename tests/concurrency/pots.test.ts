/** Sixty-four moves of one pot at once, also by two processes, and closing beside them. */
import { expect, test } from 'vitest';
import { createPool } from '../../src/db/pool.ts';
import { balancesOf } from '../support/accounts.ts';
import { openBank } from '../support/bank.ts';
import { addTo, openPot, takeFrom } from '../support/pots.ts';
import { withBank } from '../support/with-bank.ts';

const { database, bank, anna } = withBank({ balances: { anna: 1_000n } });

test('64 at once put in and take out: balances match what was booked', async () => {
  const pot = await openPot(bank, anna);
  await addTo(bank, anna, pot, 300n);
  const pool = createPool(database.address);
  const second = await openBank(pool);
  try {
    const outcomes = await Promise.all(
      Array.from({ length: 64 }, async (_, index) => {
        const by = index % 2 === 0 ? bank : second;
        const isIn = index % 4 < 2;
        const moved = isIn ? addTo(by, anna, pot, 37n) : takeFrom(by, anna, pot, 41n);
        return moved.then(
          () => (isIn ? 'in' : 'out'),
          (error: { code: string }) => error.code,
        );
      }),
    );
    const times = (name: string) => BigInt(outcomes.filter((one) => one === name).length);
    const into = times('in') * 37n;
    const out = times('out') * 41n;
    expect(await balancesOf(bank, anna)).toEqual([700n - into + out, 300n + into - out]);
    const others = new Set(outcomes.filter((one) => one !== 'in' && one !== 'out'));
    expect([...others].filter((one) => one !== 'FUNDS_INSUFFICIENT')).toEqual([]);
    const [row] = await database.pool.rows(
      `SELECT SUM(e.amount) AS total FROM entries AS e JOIN accounts AS a ON a.id = e.account_id
       WHERE a.account_number = ?`,
      [pot],
    );
    expect(`${row!['total']}`).toBe(`${300n + into - out}`);
  } finally {
    await second.close();
    await pool.close();
  }
});
