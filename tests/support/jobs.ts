/** Jobs of a test: a process that runs them, by a time that the test sets. */
import { createJobs, type Job, type JobKind } from '../../src/bank/jobs/index.ts';
import { createRunner, type JobTools } from '../../src/bank/jobs/runner.ts';
import type { BankEvent } from '../../src/bank/index.ts';
import type { Pool } from '../../src/db/pool.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { idSource, processNumbers } from '../../src/lib/ids.ts';

/** Numbers that no bank of a test gets, each again after 123 others: enough for one test. */
const firstNumber = 900n;
let taken = 0n;
const nextNumber = (): bigint => firstNumber + (taken++ % (processNumbers - firstNumber));

/** Later than any time of the database, so that the test's own rows are not due by its clock. */
const beginning = Date.parse('2040-01-01T00:00:00Z');

export interface TestTime {
  now(): Date;
  pass(ms: number): void;
}

export function testTime(): TestTime {
  let ms = beginning;
  return {
    now: () => new Date(ms),
    pass: (by) => {
      ms += by;
    },
  };
}

/** As one more process of the bank, which runs jobs only when it is asked to. */
export function jobProcess(
  pool: Pool,
  kinds: readonly JobKind[],
  options: { readonly time?: TestTime } = {},
) {
  const events: BankEvent[] = [];
  const { time } = options;
  const tools: JobTools = {
    pool,
    nextId: idSource({ clock: systemClock, processNumber: nextNumber() }),
    report: (event) => events.push(event),
    desk: { cards: true },
    time: time && (() => time.now()),
  };
  const runner = createRunner(tools, kinds);
  /** Runs what is due to its end; how many runs that were. */
  const round = async (): Promise<number> => {
    let count = 0;
    for (;;) {
      const { begun } = await runner.begin();
      await runner.idle();
      if (begun === 0) return count;
      count += begun;
    }
  };
  return { events, tools, jobs: createJobs(tools), runner, round };
}

/** A kind that notes its runs, and fails while `fails` says so. */
export function notingKind(
  options: {
    readonly kind?: string;
    readonly attemptsMax?: number;
    readonly leaseMs?: number;
    readonly run?: (job: Job) => Promise<unknown>;
  } = {},
) {
  const { kind = 'NOTING', attemptsMax = 3, leaseMs = 60_000 } = options;
  const runs: string[] = [];
  const state = { fails: false };
  const row: JobKind = {
    kind,
    attemptsMax,
    leaseMs,
    run: async (job) => {
      runs.push(job.key);
      if (state.fails) throw new Error('fails');
      await options.run?.(job);
    },
  };
  return { row, runs, state };
}
