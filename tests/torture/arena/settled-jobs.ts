/** Waits until the bank processes have run all jobs that are due, before the books are read. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from '../../../src/db/pool.ts';
import { bigintOf } from '../../../src/db/rows.ts';
import { bonusKind } from '../bank/door.ts';

const withinMs = 20_000;
const due = `kind IN ('HOLD_EXPIRY', 'ORDER_PAYMENT', ?) AND state = 'DUE' AND (due_at <= NOW(6) OR attempts > 0)`;
const countDue = `
  SELECT COUNT(*) AS due
  FROM jobs
  WHERE ${due}`;
/** Pauses after a failure, and leases of killed processes, would take a minute. */
const hurry = `
  UPDATE jobs
  SET due_at = LEAST(due_at, NOW(6)), claimed_until = LEAST(claimed_until, NOW(6))
  WHERE ${due}`;

const countOverdue = `
  SELECT COUNT(*) AS due
  FROM shared_approvals
  WHERE state = 'WAITING' AND expires_at <= NOW(6)`;
const hurryApprovals = `
  UPDATE jobs
  SET due_at = LEAST(due_at, NOW(6)), claimed_until = LEAST(claimed_until, NOW(6))
  WHERE kind = 'END_APPROVALS'`;

export async function settledJobs(pool: Pool): Promise<void> {
  const deadline = performance.now() + withinMs;
  for (let round = 0; performance.now() < deadline; round += 1) {
    const [row] = await pool.rows(countDue, [bonusKind]);
    const [overdue] = await pool.rows(countOverdue);
    if (bigintOf(row!, 'due') === 0n && bigintOf(overdue!, 'due') === 0n) return;
    // Rarely, so that a job that is running is seldom taken over.
    if (round % 10 !== 0) {
      await sleep(100);
      continue;
    }
    await pool.write(hurry, [bonusKind]);
    await pool.write(hurryApprovals);
    await sleep(100);
  }
}
