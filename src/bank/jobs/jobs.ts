/** Work that is due by itself: enqueued in the transaction that needs it, run by any process. */
import type { Tx } from '../../db/transaction.ts';
import { assert } from '../../lib/assert.ts';
import { dayMs, hourMs } from '../../lib/durations.ts';
import { startWorker } from '../../lib/worker.ts';
import { unknownKindsReporter } from '../messages/index.ts';
import type * as m from '../model/index.ts';
import {
  isRecurring,
  type JobKind,
  type NewJob,
  type RecurringKind,
  recurringKey,
} from './kinds.ts';
import { createRunner, type JobTools } from './runner.ts';
import { unknownKinds } from './store/claims.ts';
import { cancelJob, ensureRecurring, insertStatement, type NewJobRow } from './store/jobs.ts';
import {
  deleteEnded,
  lockStuckJob,
  moveStuckJob,
  type StuckJobRow,
  stuckJobs,
} from './store/stuck.ts';

/** What any room that is above this one may ask of the jobs, inside its own transaction. */
export interface JobQueue {
  /** Writes jobs that do not exist yet; this process looks for them as soon as it is committed. */
  enqueue(tx: Tx, ...jobs: readonly NewJob[]): Promise<void>;
  /**
   * The job need not be done any more. False when it was done, given up or never enqueued. It may
   * be running at this moment: its handler finds out by what it locks, or by `job.finish`.
   */
  cancel(tx: Tx, job: Pick<NewJob, 'kind' | 'key'>): Promise<boolean>;
}

export interface Jobs extends JobQueue {
  /** What staff settle, inside their own transaction. */
  readonly stuck: {
    list(
      tx: Tx,
      page: { readonly after: bigint; readonly limit: number },
    ): Promise<readonly StuckJobRow[]>;
    /** Null unless it is stuck. */
    lock(tx: Tx, id: m.JobId): Promise<StuckJobRow | null>;
    /** The row must be locked. It is due at once, with as many attempts as at first. */
    tryAgain(tx: Tx, id: m.JobId): Promise<void>;
    /** The row must be locked. It is not run any more. */
    giveUp(tx: Tx, id: m.JobId): Promise<void>;
  };
  /** Begins to run jobs of these kinds; those of other kinds are left to other processes. */
  start(kinds: readonly JobKind[], options: { readonly everyMs: number }): RunningJobs;
}

export interface RunningJobs {
  /** Resolves when the jobs under way have ended; no other begins. */
  close(): Promise<void>;
}

const keptMs = 30 * dayMs;
const pruneMax = 1_000;

/** Forgets jobs that ended long ago, and their keys. */
const pruning = ({ pool, time }: JobTools): RecurringKind => ({
  kind: 'PRUNE_JOBS',
  everyMs: hourMs,
  leaseMs: 60_000,
  run: async () => {
    while ((await deleteEnded(pool, { keptMs, limit: pruneMax, time })) === pruneMax);
  },
});

function rowOf(id: bigint, { kind, key, subject, due }: NewJob): NewJobRow {
  assert(/^[A-Z][A-Z0-9_]{0,39}$/.test(kind), 'the kind of a job is a short upper-case name');
  assert(/^[\x20-\x7e]{1,64}$/.test(key), 'the key of a job is 1 to 64 ASCII characters');
  return {
    id: id as m.JobId,
    kind,
    key,
    customerId: subject?.customerId ?? null,
    subjectId: subject?.id ?? null,
    dueInMs: due !== undefined && 'inMs' in due ? due.inMs : 0,
    dueAt: due !== undefined && 'at' in due ? due.at : null,
  };
}

/** Writes the rows of recurring kinds once, before the first round. */
function recurringRows({ pool, nextId, time }: JobTools, kinds: readonly JobKind[]) {
  let isWritten = false;
  return async (): Promise<void> => {
    if (isWritten) return;
    const rows = kinds.filter(isRecurring).map(({ kind, everyMs }) => ({
      ...rowOf(nextId(), { kind, key: recurringKey, due: { inMs: everyMs } }),
      everyMs,
    }));
    await ensureRecurring(pool, rows, time);
    isWritten = true;
  };
}

export function createJobs(tools: JobTools): Jobs {
  const { pool, nextId, report, time } = tools;
  const wakeUps = new Set<() => void>();
  const wake = (): void => {
    for (const wakeOne of wakeUps) wakeOne();
  };
  const move = async (tx: Tx, id: m.JobId, to: 'DUE' | 'GIVEN_UP'): Promise<void> => {
    await moveStuckJob(tx, id, { to, time });
    if (to === 'DUE') tx.afterCommit(wake);
  };
  return {
    enqueue: async (tx, ...jobs) => {
      if (jobs.length === 0) return;
      await tx.writeTogether(jobs.map((job) => insertStatement(rowOf(nextId(), job), time)));
      if (jobs.some(({ due }) => due === undefined)) tx.afterCommit(wake);
    },
    cancel: async (tx, job) => cancelJob(tx, job, time),
    stuck: {
      list: async (tx, page) => stuckJobs(tx, page),
      lock: lockStuckJob,
      tryAgain: async (tx, id) => move(tx, id, 'DUE'),
      giveUp: async (tx, id) => move(tx, id, 'GIVEN_UP'),
    },
    start: (given, { everyMs }) => {
      const kinds = [...given, pruning(tools)];
      const names = kinds.map(({ kind }) => kind);
      const prepare = recurringRows(tools, kinds);
      const reportUnknown = unknownKindsReporter(report, async () =>
        unknownKinds(pool, names, time),
      );
      let isFull = false;
      const runner = createRunner(tools, kinds, () => {
        if (isFull) worker.wake();
      });
      const worker = startWorker({
        everyMs,
        work: async () => {
          await prepare();
          ({ isFull } = await runner.begin());
          await reportUnknown();
          return false;
        },
        failed: (error, times) => report({ name: 'backgroundFailed', work: 'jobs', times, error }),
      });
      const wakeUp = () => worker.wake();
      wakeUps.add(wakeUp);
      return {
        close: async () => {
          wakeUps.delete(wakeUp);
          await worker.close();
          await runner.idle();
        },
      };
    },
  };
}
