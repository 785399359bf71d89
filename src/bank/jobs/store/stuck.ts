/** Jobs that wait for staff. */
import type { Pool, Reader } from '../../../db/pool.ts';
import {
  bigintOf,
  bigintOrNull,
  instantOf,
  integerOf,
  type Row,
  textOf,
  textOrNull,
} from '../../../db/rows.ts';
import type { Tx } from '../../../db/transaction.ts';
import type * as m from '../../model/index.ts';
import { withList } from '../../../db/text/placeholders.ts';
import { type JobTime, nowClause, timeValue } from './jobs.ts';

export interface StuckJobRow extends m.StuckJob {
  readonly customerId: m.CustomerId | null;
}

const stuckColumns = `id, kind, customer_id, attempts, due_at, last_error`;
const selectOne = `
  SELECT ${stuckColumns}
  FROM jobs
  WHERE id = ? AND state = 'STUCK'`;
const lockOne = `${selectOne}
  FOR UPDATE`;
const selectStuck = `
  SELECT ${stuckColumns}
  FROM jobs
  WHERE state = 'STUCK' AND id > ?
  ORDER BY id
  LIMIT ?`;
const countAll = `
  SELECT COUNT(*) AS stuck
  FROM jobs
  WHERE state = 'STUCK'`;
const selectBacklog = `
  SELECT COUNT(*) AS due,
    CAST(COALESCE(TIMESTAMPDIFF(MICROSECOND, MIN(due_at), NOW(6)), 0) / 1000 AS SIGNED)
      AS eldest_ms
  FROM jobs
  WHERE state = 'DUE' AND due_at <= NOW(6)`;
const runAgain = `
  UPDATE jobs
  SET state = 'DUE', due_at = ${nowClause}, attempts = 0
  WHERE id = ?`;
const giveUpOne = `
  UPDATE jobs
  SET state = 'GIVEN_UP', finished_at = ${nowClause}
  WHERE id = ?`;
const selectOld = `
  SELECT id
  FROM jobs
  WHERE state IN ('DONE', 'GIVEN_UP') AND due_at < ${nowClause} - INTERVAL ? MICROSECOND
    AND finished_at < ${nowClause} - INTERVAL ? MICROSECOND
  LIMIT ?`;
const deleteMany = `
  DELETE FROM jobs
  WHERE id IN (:list)`;

const stuckOf = (row: Row): StuckJobRow => ({
  id: bigintOf(row, 'id') as m.JobId,
  job: textOf(row, 'kind'),
  customerId: bigintOrNull(row, 'customer_id') as m.CustomerId | null,
  attempts: integerOf(row, 'attempts'),
  dueAt: instantOf(row, 'due_at'),
  errorCode: textOrNull(row, 'last_error') ?? 'UNKNOWN',
});

/** Null unless it is stuck. */
export async function findStuckJob(reader: Reader, id: m.JobId): Promise<StuckJobRow | null> {
  const [row] = await reader.rows(selectOne, [id]);
  return row === undefined ? null : stuckOf(row);
}

/** The same, locked. */
export async function lockStuckJob(tx: Tx, id: m.JobId): Promise<StuckJobRow | null> {
  const [row] = await tx.rows(lockOne, [id]);
  return row === undefined ? null : stuckOf(row);
}

/** Oldest first, behind the one with the id `after`. */
export async function stuckJobs(
  reader: Reader,
  { after, limit }: { readonly after: bigint; readonly limit: number },
): Promise<StuckJobRow[]> {
  return (await reader.rows(selectStuck, [after, limit])).map(stuckOf);
}

export async function countStuckJobs(reader: Reader): Promise<number> {
  const [row] = await reader.rows(countAll);
  return row === undefined ? 0 : integerOf(row, 'stuck');
}

/** Jobs that are due and not finished; the milliseconds since the eldest was due. */
export async function jobBacklog(
  reader: Reader,
): Promise<{ readonly count: number; readonly eldestMs: number }> {
  const [row] = await reader.rows(selectBacklog);
  return { count: integerOf(row!, 'due'), eldestMs: integerOf(row!, 'eldest_ms') };
}

/** The row must be locked and stuck. */
export async function moveStuckJob(
  tx: Tx,
  id: m.JobId,
  { to, time }: { readonly to: 'DUE' | 'GIVEN_UP'; readonly time: JobTime },
): Promise<void> {
  await tx.write(to === 'DUE' ? runAgain : giveUpOne, [timeValue(time), id]);
}

/** Deletes at most `limit` jobs that ended before; how many. */
export async function deleteEnded(
  pool: Pool,
  { keptMs, limit, time }: { keptMs: number; limit: number; time: JobTime },
): Promise<number> {
  const kept = [timeValue(time), keptMs * 1000];
  const rows = await pool.rows(selectOld, [...kept, ...kept, limit]);
  if (rows.length === 0) return 0;
  const { sql, values } = withList(
    deleteMany,
    rows.map((row) => bigintOf(row, 'id')),
  );
  await pool.write(sql, values);
  return rows.length;
}
