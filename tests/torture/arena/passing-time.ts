/** What time alone would do, done at once. */
import type * as m from '../../../src/bank/model/index.ts';
import type { Pool } from '../../../src/db/pool.ts';
import { textOf } from '../../../src/db/rows.ts';
import { type Tx, withTransaction } from '../../../src/db/transaction.ts';
import { Lost } from '../bank/host.ts';
import type { PassingTime } from '../crowd/world.ts';

/** Longer than a session moves money after its login, and shorter than it reads. */
const setBack = `
  UPDATE sessions
  SET created_at = created_at - INTERVAL 9 HOUR
  WHERE id = ? AND ended_at IS NULL`;
const lockApproval = `
  SELECT id
  FROM shared_approvals
  WHERE id = ? AND state = 'WAITING'
  FOR UPDATE`;
// Every ending of a hold is written under the lock of the account that pays.
const lockAccount = `
  SELECT id
  FROM accounts
  WHERE id = (SELECT source_account_id FROM holds WHERE id = ?)
  FOR UPDATE`;
const selectTime = `
  SELECT SYSDATE(6) + INTERVAL ? MICROSECOND AS over_at`;
const changes = [
  'UPDATE shared_approvals SET expires_at = ? WHERE id = ?',
  `UPDATE holds SET expires_at = ?
   WHERE id = ? AND NOT EXISTS (SELECT 1 FROM hold_endings AS e WHERE e.hold_id = holds.id)`,
  `UPDATE jobs SET due_at = ? WHERE kind = 'HOLD_EXPIRY' AND job_key = ? AND state = 'DUE'`,
];
/** It looks once a minute. */
const lookSooner = `
  UPDATE jobs
  SET due_at = LEAST(due_at, ?)
  WHERE kind = 'END_APPROVALS'`;
const dayIsOver = `
  UPDATE personal_limits
  SET next_from = NOW(6)
  WHERE customer_id = ? AND next_from IS NOT NULL`;

async function endApproval(tx: Tx, id: m.RequestId, inMs: number): Promise<void> {
  if ((await tx.rows(lockApproval, [id])).length === 0) return;
  await tx.rows(lockAccount, [id]);
  const [row] = await tx.rows(selectTime, [inMs * 1_000]);
  const overAt = textOf(row!, 'over_at');
  for (const sql of changes) await tx.write(sql, [overAt, `${id}`]);
  await tx.write(lookSooner, [overAt]);
}

export function passingTime(pool: Pool): PassingTime {
  const known = async (work: Promise<unknown>): Promise<void> => {
    try {
      await work;
    } catch (error) {
      throw new Lost('the time could not be set', { cause: error });
    }
  };
  return {
    idle: async ({ id }) => known(pool.write(setBack, [id])),
    endApproval: async (id, inMs) =>
      known(withTransaction(pool, async (tx) => endApproval(tx, id, inMs))),
    raiseLimit: async (customerId) => known(pool.write(dayIsOver, [customerId])),
  };
}
