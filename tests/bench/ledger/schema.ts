/** Resets the tables between two measurements, so that all have the same size. */
import type { Pool } from '../../../src/db/pool.ts';
import { startBalance } from '../support/population.ts';

const emptyTables = ['transactions', 'entries', 'outbox'].map((table) => `TRUNCATE TABLE ${table}`);
const resetAccounts = `
  UPDATE accounts
  SET balance = ?, last_seq = 0, paid_out_that_day = 0, deposited_that_day = 0
  WHERE kind = 'CUSTOMER'`;

export async function resetBooks(pool: Pool): Promise<void> {
  for (const statement of emptyTables) await pool.write(statement);
  await pool.write(resetAccounts, [startBalance]);
}
