/** Rows of jobs, written by the rooms that need something done, and the time they are due by. */
import type { Pool } from '../../../db/pool.ts';
import type { Statement } from '../../../db/text/statement.ts';
import { type Tx, withTransaction } from '../../../db/transaction.ts';
import type * as m from '../../model/index.ts';

/** Answers the present, for tests; absent: the database's clock, which each statement reads. */
export type JobTime = (() => Date) | undefined;

/** The present in SQL; it takes one value, that of `timeValue`. */
export const nowClause = 'COALESCE(CAST(? AS DATETIME(6)), NOW(6))';

export const timeValue = (time: JobTime): Date | null => time?.() ?? null;

export interface NewJobRow {
  readonly id: m.JobId;
  readonly kind: string;
  readonly key: string;
  readonly customerId: m.CustomerId | null;
  readonly subjectId: bigint | null;
  /** Milliseconds from now, unless `dueAt` is given. */
  readonly dueInMs: number;
  readonly dueAt: Date | null;
}

const insertOne = `
  INSERT INTO jobs (id, kind, job_key, customer_id, subject_id, state, due_at)
  VALUES (?, ?, ?, ?, ?, 'DUE',
    COALESCE(CAST(? AS DATETIME(6)), ${nowClause} + INTERVAL ? MICROSECOND))
  ON DUPLICATE KEY UPDATE id = id`;
const cancelOne = `
  UPDATE jobs
  SET state = 'DONE', finished_at = ${nowClause}, claimed_by = NULL, claimed_until = NULL
  WHERE kind = ? AND job_key = ? AND state IN ('DUE', 'STUCK')`;
const keepRecurring = `
  UPDATE jobs
  SET state = 'DUE', finished_at = NULL,
    due_at = LEAST(due_at, ${nowClause} + INTERVAL ? MICROSECOND)
  WHERE kind = ? AND job_key = ?
    AND (state <> 'DUE' OR due_at > ${nowClause} + INTERVAL ? MICROSECOND)`;
export function insertStatement(job: NewJobRow, time: JobTime): Statement {
  const { id, kind, key, customerId, subjectId, dueInMs, dueAt } = job;
  const due = [dueAt, timeValue(time), dueInMs * 1000];
  return { sql: insertOne, values: [id, kind, key, customerId, subjectId, ...due] };
}

/** False when it was done, given up or never written. */
export async function cancelJob(
  tx: Tx,
  { kind, key }: { readonly kind: string; readonly key: string },
  time: JobTime,
): Promise<boolean> {
  const { affectedRows } = await tx.write(cancelOne, [timeValue(time), kind, key]);
  return affectedRows > 0;
}

/** Writes the rows of recurring work, first due in one period, or shortens their periods. */
export async function ensureRecurring(
  pool: Pool,
  jobs: readonly (NewJobRow & { readonly everyMs: number })[],
  time: JobTime,
): Promise<void> {
  const now = timeValue(time);
  const statements = jobs.flatMap((job) => {
    const period = [now, job.everyMs * 1000];
    const keep = { sql: keepRecurring, values: [...period, job.kind, job.key, ...period] };
    return [insertStatement(job, time), keep];
  });
  await withTransaction(pool, async (tx) => {
    await tx.writeTogether(statements);
  });
}
