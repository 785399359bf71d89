/** What a job is: the row that a room writes, and the registry row that says how it is run. */
import type { Tx } from '../../db/transaction.ts';
import type * as m from '../model/index.ts';

/** What a job is about. */
export interface JobSubject {
  readonly customerId: m.CustomerId | null;
  /** Of a row whose table the kind implies, for example a hold. */
  readonly id: bigint | null;
}

/** At most 40 upper-case letters, digits and underscores, for example `HOLD_EXPIRY`. */
export type JobKindName = string;

export interface NewJob {
  readonly kind: JobKindName;
  /**
   * At most 64 ASCII characters, unique within the kind: a job that exists, whatever its state, is
   * not written again. Keys of finished jobs are forgotten after 30 days.
   */
  readonly key: string;
  readonly subject?: Partial<JobSubject>;
  /** By the time of the jobs; at once unless given. */
  readonly due?: { readonly at: Date } | { readonly inMs: number };
}

/** A job as its handler gets it. */
export interface Job {
  readonly id: m.JobId;
  readonly kind: JobKindName;
  /** The same at every run. */
  readonly key: string;
  readonly subject: JobSubject;
  readonly dueAt: Date;
  /** Runs so far, this one included. */
  readonly attempts: number;
  /**
   * Marks this job as done in the transaction of its effect, so that both happen or neither. Throws
   * JobTakenOver, which must roll that transaction back, when the lease is over and another process
   * has the job. Optional: a job whose handler returns is marked as done in any case.
   */
  finish(tx: Tx): Promise<void>;
}

interface AnyKind {
  readonly kind: JobKindName;
  /** A run that takes longer counts as failed, and another process may begin the next one. */
  readonly leaseMs: number;
  /**
   * Runs at least once for each job, and again after a failure, a lost answer or the death of a
   * process. A run that outlives its lease goes on beside the next one, so it must be idempotent
   * by `job.key`.
   */
  readonly run: (job: Job) => Promise<unknown>;
}

/** Its jobs are enqueued by rooms, each run until it succeeds or has failed `attemptsMax` times. */
export interface OneTimeKind extends AnyKind {
  /** After so many runs a job is STUCK until a manager decides. */
  readonly attemptsMax: number;
}

/** One row for all processes, run once in each period. It is retried for ever and never STUCK. */
export interface RecurringKind extends AnyKind {
  readonly everyMs: number;
}

export type JobKind = OneTimeKind | RecurringKind;

export const isRecurring = (kind: JobKind): kind is RecurringKind => 'everyMs' in kind;

/** The key of the one row of a recurring kind. */
export const recurringKey = 'RECURRING';

/** The lease was over and another process has the job, or it was cancelled. */
export class JobTakenOver extends Error {
  override readonly name = 'JobTakenOver';
}
