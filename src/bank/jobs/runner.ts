/** Runs jobs that are due: claims them, calls their handlers, and writes what became of each. */
import { DatabaseError } from '../../db/errors.ts';
import { databaseNow } from '../../db/time.ts';
import type { Pool } from '../../db/pool.ts';
import { type Tx, withTransaction } from '../../db/transaction.ts';
import type { IdSource } from '../../lib/ids.ts';
import { isTold } from '../../lib/retry.ts';
import { background } from '../audit/index.ts';
import { insertDeskMessages, noCustomer } from '../messages/index.ts';
import { BankError, referenceOf, type ReportEvent } from '../model/index.ts';
import { isRecurring, type Job, type JobKind, JobTakenOver } from './kinds.ts';
import { nextDue, retryDelayMs } from './schedule.ts';
import {
  type Claim,
  claimDue,
  type ClaimedRow,
  type End,
  endClaim,
  lockOwn,
} from './store/claims.ts';
import type { JobTime } from './store/jobs.ts';

export interface JobTools {
  readonly pool: Pool;
  readonly nextId: IdSource;
  readonly report: ReportEvent;
  /** Whether cards are posted to a staff channel. */
  readonly desk: { readonly cards: boolean };
  readonly time?: (() => Date) | undefined;
}

/** Jobs that one process runs at the same time. */
const atOnce = 4;

/** The run took longer than its lease. */
class LeaseOver extends Error {
  override readonly name = 'LeaseOver';
}

/** A short code for the row, so that staff see what the last failure was. */
function errorCodeOf(error: unknown): string {
  if (error instanceof BankError) return error.code;
  if (error instanceof LeaseOver) return 'LEASE_OVER';
  if (!(error instanceof DatabaseError)) return 'DEFECT';
  return error.errno === null ? `DATABASE_${error.kind.toUpperCase()}` : `DATABASE_${error.errno}`;
}

/** Rejects when the lease is over; the work itself cannot be stopped and goes on. */
async function within({ kind, leaseMs }: JobKind, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new LeaseOver(kind)), leaseMs);
  });
  try {
    await Promise.race([work, over]);
  } finally {
    clearTimeout(timer);
  }
}

/** The end of a run that succeeded. False: the claim is lost. */
async function succeed(
  tx: Tx,
  { claim, kind, time }: { claim: Claim; kind: JobKind; time: JobTime },
): Promise<boolean> {
  if (!isRecurring(kind)) return endClaim(tx, claim, { kind: 'done' }, time);
  const own = await lockOwn(tx, claim, time);
  if (own === null) return false;
  const dueAt = nextDue(own.dueAt, kind.everyMs, own.now);
  return endClaim(tx, claim, { kind: 'repeat', dueAt }, time);
}

function endAfter(kind: JobKind, attempts: number, error: unknown): End {
  const errorCode = errorCodeOf(error);
  if (!isRecurring(kind) && attempts >= kind.attemptsMax) {
    return { kind: 'stuck', attempts, errorCode };
  }
  return { kind: 'retry', delayMs: retryDelayMs(kind, attempts), errorCode };
}

/** The end of a run that failed; a job that is stuck gets one card and one report. */
async function fail(tools: JobTools, claim: Claim, { kind, end }: { kind: JobKind; end: End }) {
  const { pool, nextId, desk, report, time } = tools;
  const hasEnded = await withTransaction(pool, async (tx) => {
    if (!(await endClaim(tx, claim, end, time))) return false;
    if (end.kind !== 'stuck' || !desk.cards) return true;
    const subject = { kind: 'JOB_STUCK', jobId: claim.id } as const;
    const message = { id: nextId(), customerId: noCustomer, subject };
    await insertDeskMessages(tx, 'STAFF', [message], await databaseNow(tx));
    return true;
  });
  if (!hasEnded || end.kind !== 'stuck') return;
  report({ name: 'jobStuck', kind: kind.kind, reference: referenceOf(claim.id) });
}

function jobOf(row: ClaimedRow, finish: Job['finish']): Job {
  const { id, kind, key, customerId, subjectId, dueAt, attempts } = row;
  return { id, kind, key, subject: { customerId, id: subjectId }, dueAt, attempts, finish };
}

async function run(
  tools: JobTools,
  kind: JobKind,
  { row, claim }: { row: ClaimedRow; claim: Claim },
) {
  const { pool, report, time } = tools;
  const { attempts } = row;
  // Every earlier run ended with its process.
  if (!isRecurring(kind) && attempts > kind.attemptsMax) {
    const end: End = { kind: 'stuck', attempts: attempts - 1, errorCode: null };
    return fail(tools, claim, { kind, end });
  }
  const finish: Job['finish'] = async (tx) => {
    if (!(await succeed(tx, { claim, kind, time }))) throw new JobTakenOver(kind.kind);
  };
  try {
    await within(kind, kind.run(jobOf(row, finish)));
  } catch (error) {
    if (error instanceof JobTakenOver) return;
    if (isTold(attempts)) report({ name: 'jobFailed', kind: kind.kind, attempts, error });
    return fail(tools, claim, { kind, end: endAfter(kind, attempts, error) });
  }
  await withTransaction(pool, async (tx) => succeed(tx, { claim, kind, time }));
}

export interface Runner {
  /** Begins as many due jobs as there is room for; how many, and whether more may be due. */
  begin(): Promise<{ readonly begun: number; readonly isFull: boolean }>;
  /** Resolves when no job is running. */
  idle(): Promise<void>;
}

/** `ended` is called when a job has ended, so that the next one can begin. */
export function createRunner(tools: JobTools, kinds: readonly JobKind[], ended = () => {}): Runner {
  const { pool, nextId, report, time } = tools;
  const known = new Map(kinds.map((kind) => [kind.kind, kind]));
  const leases = new Map(kinds.map(({ kind, leaseMs }) => [kind, leaseMs]));
  const running = new Set<Promise<void>>();
  // What cannot be written is reported; the row is claimed again when its lease is over.
  const inBackground = background(report, 'jobs');
  return {
    begin: async () => {
      const limit = atOnce - running.size;
      if (limit === 0) return { begun: 0, isFull: true };
      const claimedBy = nextId();
      const rows = await claimDue(pool, { limit, claimedBy, leases, time });
      for (const row of rows) {
        const kind = known.get(row.kind)!;
        const claim = { id: row.id, claimedBy };
        const work = inBackground(async () => run(tools, kind, { row, claim })).finally(() => {
          running.delete(work);
          ended();
        });
        running.add(work);
      }
      return { begun: rows.length, isFull: rows.length === limit };
    },
    idle: async () => {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
