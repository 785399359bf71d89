/** Jobs that are due, claimed for the length of a lease, and what becomes of a claimed one. */
import { withList } from '../../../db/text/placeholders.ts';
import type { Pool, Reader } from '../../../db/pool.ts';
import {
  bigintOf,
  bigintOrNull,
  instantOf,
  integerOf,
  type Row,
  textOf,
} from '../../../db/rows.ts';
import { type Tx, withTransaction } from '../../../db/transaction.ts';
import type * as m from '../../model/index.ts';
import { type JobTime, nowClause, timeValue } from './jobs.ts';

export interface ClaimedRow {
  readonly id: m.JobId;
  readonly kind: string;
  readonly key: string;
  readonly customerId: m.CustomerId | null;
  readonly subjectId: bigint | null;
  readonly dueAt: Date;
  /** Runs so far, this one included. */
  readonly attempts: number;
}

/** A claimed row is changed only by the claim that has it. */
export interface Claim {
  readonly id: m.JobId;
  readonly claimedBy: bigint;
}

/** Rows that are read for each one that may be claimed: another process may be taking the first. */
const readPerClaim = 8;

const dueClause = `state = 'DUE' AND due_at <= ${nowClause}
    AND (claimed_until IS NULL OR claimed_until <= ${nowClause})`;
const selectDue = `
  SELECT id
  FROM jobs
  WHERE ${dueClause} AND kind IN (:list)
  ORDER BY due_at
  LIMIT ?`;
const lockDue = `
  SELECT id, kind, job_key, customer_id, subject_id, due_at, attempts
  FROM jobs
  WHERE ${dueClause} AND id IN (:list)
  ORDER BY id
  LIMIT ?
  FOR UPDATE SKIP LOCKED`;
const claimOne = `
  UPDATE jobs
  SET attempts = attempts + 1, claimed_by = ?, claimed_until = ${nowClause} + INTERVAL ? MICROSECOND
  WHERE id = ?`;
const selectUnknown = `
  SELECT DISTINCT kind
  FROM jobs
  WHERE state = 'DUE' AND due_at <= ${nowClause} AND kind NOT IN (:list)
  LIMIT 20`;
const lockClaimed = `
  SELECT due_at AS was_due_at, ${nowClause} AS now_at
  FROM jobs
  WHERE id = ? AND claimed_by = ?
  FOR UPDATE`;
const ownClause = `id = ? AND claimed_by = ?`;
const finishOne = `
  UPDATE jobs
  SET state = 'DONE', finished_at = ${nowClause}, claimed_by = NULL, claimed_until = NULL
  WHERE ${ownClause}`;
const repeatOne = `
  UPDATE jobs
  SET due_at = ?, attempts = 0, last_error = NULL, claimed_by = NULL, claimed_until = NULL
  WHERE ${ownClause}`;
const retryOne = `
  UPDATE jobs
  SET due_at = ${nowClause} + INTERVAL ? MICROSECOND, last_error = ?,
    claimed_by = NULL, claimed_until = NULL
  WHERE ${ownClause}`;
const stickOne = `
  UPDATE jobs
  SET state = 'STUCK', attempts = ?, last_error = COALESCE(?, last_error),
    claimed_by = NULL, claimed_until = NULL
  WHERE ${ownClause}`;

const claimedOf = (row: Row): ClaimedRow => ({
  id: bigintOf(row, 'id') as m.JobId,
  kind: textOf(row, 'kind'),
  key: textOf(row, 'job_key'),
  customerId: bigintOrNull(row, 'customer_id') as m.CustomerId | null,
  subjectId: bigintOrNull(row, 'subject_id'),
  dueAt: instantOf(row, 'due_at'),
  attempts: integerOf(row, 'attempts') + 1,
});

/**
 * At most `limit` due jobs of the kinds named in `leases`, oldest first, for as many milliseconds
 * as their kind's lease. A look that finds nothing is one read of an index, without locks.
 */
export async function claimDue(
  pool: Pool,
  options: {
    readonly limit: number;
    readonly claimedBy: bigint;
    readonly leases: ReadonlyMap<string, number>;
    readonly time: JobTime;
  },
): Promise<ClaimedRow[]> {
  const { limit, claimedBy, leases } = options;
  const now = timeValue(options.time);
  const look = withList(selectDue, [...leases.keys()]);
  const due = await pool.rows(look.sql, [now, now, ...look.values, limit * readPerClaim]);
  if (due.length === 0) return [];
  const lock = withList(
    lockDue,
    due.map((row) => bigintOf(row, 'id')),
  );
  return withTransaction(pool, async (tx) => {
    const rows = await tx.rows(lock.sql, [now, now, ...lock.values, limit]);
    if (rows.length === 0) return [];
    const claimed = rows.map(claimedOf);
    const claims = claimed.map(({ id, kind }) => ({
      sql: claimOne,
      values: [claimedBy, now, (leases.get(kind) ?? 0) * 1000, id],
    }));
    await tx.writeTogether(claims);
    return claimed.toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
  });
}

/** Kinds of due jobs that are not among the known ones. */
export async function unknownKinds(
  reader: Reader,
  known: readonly string[],
  time: JobTime,
): Promise<string[]> {
  const { sql, values } = withList(selectUnknown, known);
  return (await reader.rows(sql, [timeValue(time), ...values])).map((row) => textOf(row, 'kind'));
}

/** Null when the claim does not have the row any more. */
export async function lockOwn(
  tx: Tx,
  { id, claimedBy }: Claim,
  time: JobTime,
): Promise<{ readonly dueAt: Date; readonly now: Date } | null> {
  const [row] = await tx.rows(lockClaimed, [timeValue(time), id, claimedBy]);
  return row === undefined
    ? null
    : { dueAt: instantOf(row, 'was_due_at'), now: instantOf(row, 'now_at') };
}

/** What becomes of a row that the claim has. */
export type End =
  | { readonly kind: 'done' }
  | { readonly kind: 'repeat'; readonly dueAt: Date }
  | { readonly kind: 'retry'; readonly delayMs: number; readonly errorCode: string }
  /** A null code keeps that of the run before. */
  | { readonly kind: 'stuck'; readonly attempts: number; readonly errorCode: string | null };

/** False when the claim does not have the row any more. */
export async function endClaim(
  tx: Tx,
  { id, claimedBy }: Claim,
  end: End,
  time: JobTime,
): Promise<boolean> {
  const write = async (sql: string, values: readonly (Date | number | string | null)[]) =>
    (await tx.write(sql, [...values, id, claimedBy])).affectedRows > 0;
  const now = timeValue(time);
  if (end.kind === 'done') return write(finishOne, [now]);
  if (end.kind === 'repeat') return write(repeatOne, [end.dueAt]);
  if (end.kind === 'retry') return write(retryOne, [now, end.delayMs * 1000, end.errorCode]);
  return write(stickOne, [end.attempts, end.errorCode]);
}
