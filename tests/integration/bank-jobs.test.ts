/** Jobs: claimed once, run at least once, retried, and stuck in the end; by the time of the test. */
import { beforeEach, describe, expect, test } from 'vitest';
import { type Job, type JobKind, JobTakenOver } from '../../src/bank/jobs/index.ts';
import type { CustomerId } from '../../src/bank/model/index.ts';
import { withTransaction } from '../../src/db/transaction.ts';
import { dayMs } from '../../src/lib/durations.ts';
import { openBank } from '../support/bank.ts';
import { testDatabase } from '../support/database.ts';
import { jobProcess, notingKind, testTime, type TestTime } from '../support/jobs.ts';

const database = testDatabase();
let time: TestTime;
beforeEach(() => {
  time = testTime();
});

type Process = ReturnType<typeof jobProcess>;
const processOf = (...kinds: JobKind[]): Process => jobProcess(database.pool, kinds, { time });
const enqueue = async ({ jobs }: Process, ...given: Parameters<typeof jobs.enqueue>[1][]) =>
  withTransaction(database.pool, async (tx) => jobs.enqueue(tx, ...given));
const rows = async () =>
  database.pool.rows('SELECT kind, job_key, state, attempts, last_error FROM jobs ORDER BY id');
const states = async () => (await rows()).map((row) => row['state']);

describe('a job', () => {
  test('is run once when it is due, and not before', async () => {
    const { row, runs } = notingKind();
    const one = processOf(row);
    const at = new Date(time.now().getTime() + dayMs);
    await enqueue(
      one,
      { kind: 'NOTING', key: 'now' },
      { kind: 'NOTING', key: 'soon', due: { inMs: 60_000 } },
      { kind: 'NOTING', key: 'tomorrow', due: { at } },
    );
    expect(await one.round()).toBe(1);
    time.pass(59_999);
    expect(await one.round()).toBe(0);
    time.pass(1);
    await one.round();
    time.pass(dayMs);
    await one.round();
    expect(runs).toEqual(['now', 'soon', 'tomorrow']);
    expect(await states()).toEqual(['DONE', 'DONE', 'DONE']);
  });

  test('is one for each key, however often and by whom it is enqueued', async () => {
    const { row, runs } = notingKind();
    const [one, two] = [processOf(row), processOf(row)];
    const job = { kind: 'NOTING', key: 'same' };
    await Promise.all([enqueue(one, job), enqueue(two, job), enqueue(one, job, job)]);
    await one.round();
    await enqueue(two, job);
    expect(await two.round()).toBe(0);
    expect(runs).toEqual(['same']);
  });

  test('is not written when the transaction that wants it is rolled back', async () => {
    const one = processOf(notingKind().row);
    const failing = withTransaction(database.pool, async (tx) => {
      await one.jobs.enqueue(tx, { kind: 'NOTING', key: 'never' });
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    expect(await rows()).toEqual([]);
  });

  test('brings its subject', async () => {
    const seen: Job[] = [];
    const { row } = notingKind({ run: async (job) => seen.push(job) });
    const one = processOf(row);
    const subject = { customerId: 5n as CustomerId, id: 7n };
    await enqueue(one, { kind: 'NOTING', key: 'a', subject }, { kind: 'NOTING', key: 'b' });
    await one.round();
    expect(seen.map((job) => [job.key, job.subject, job.attempts])).toEqual([
      ['a', subject, 1],
      ['b', { customerId: null, id: null }, 1],
    ]);
  });

  test('is claimed once by several processes with the rights of the bot', async () => {
    const { row, runs } = notingKind();
    const processes = [database.pool, database.botPool, database.botPool].map((pool) =>
      jobProcess(pool, [row], { time }),
    );
    const keys = Array.from({ length: 60 }, (_, index) => `job ${index}`);
    await enqueue(processes[0]!, ...keys.map((key) => ({ kind: 'NOTING', key })));
    await Promise.all(processes.map(async (one) => one.round()));
    await processes[0]!.round();
    expect(runs.toSorted()).toEqual(keys.toSorted());
    expect(new Set(await states())).toEqual(new Set(['DONE']));
  });

  test('that is cancelled is not run, nor when it was enqueued again', async () => {
    const { row, runs } = notingKind();
    const one = processOf(row);
    const job = { kind: 'NOTING', key: 'off' };
    await enqueue(one, job);
    const cancel = async () =>
      withTransaction(database.pool, async (tx) => one.jobs.cancel(tx, job));
    expect(await cancel()).toBe(true);
    expect(await cancel()).toBe(false);
    await enqueue(one, job);
    expect(await one.round()).toBe(0);
    expect(runs).toEqual([]);
  });
});

describe('a process that dies', () => {
  test('between the effect and its end leaves the job to another, with the same key', async () => {
    const dead = notingKind({ run: async () => new Promise(() => {}) });
    const alive = notingKind();
    const [one, two] = [processOf(dead.row), processOf(alive.row)];
    await enqueue(one, { kind: 'NOTING', key: 'twice' });
    await one.runner.begin();
    await expect.poll(() => dead.runs).toEqual(['twice']);
    expect(await two.round()).toBe(0);
    time.pass(60_000);
    expect(await two.round()).toBe(1);
    expect([...dead.runs, ...alive.runs]).toEqual(['twice', 'twice']);
    expect(await states()).toEqual(['DONE']);
  });

  test('at every attempt makes the job stuck without one more run', async () => {
    const dead = notingKind({ attemptsMax: 2, run: async () => new Promise(() => {}) });
    await enqueue(processOf(dead.row), { kind: 'NOTING', key: 'deadly' });
    for (let attempt = 0; attempt < 2; attempt += 1) {
      await processOf(dead.row).runner.begin();
      time.pass(60_000);
    }
    const last = processOf(dead.row);
    await last.round();
    expect(dead.runs).toHaveLength(2);
    expect(await rows()).toMatchObject([{ state: 'STUCK', attempts: 2 }]);
    expect(last.events.map(({ name }) => name)).toEqual(['jobStuck']);
  });
});

describe('a lease', () => {
  test('that is over frees its place, and what ends late changes nothing', async () => {
    let end = (): void => {};
    const slow = notingKind({
      leaseMs: 20,
      run: async () => new Promise<void>((resolve) => (end = resolve)),
    });
    const one = processOf(slow.row);
    await enqueue(one, { kind: 'NOTING', key: 'slow' });
    await one.round();
    expect(await rows()).toMatchObject([{ state: 'DUE', last_error: 'LEASE_OVER' }]);
    end();
    await one.runner.idle();
    expect(await states()).toEqual(['DUE']);
  });

  test('that another process has taken over rolls the late effect back', async () => {
    const outcome: unknown[] = [];
    let goOn = (): void => {};
    const waited = new Promise<void>((resolve) => (goOn = resolve));
    const late = notingKind({
      run: async (job) => {
        await waited;
        const work = withTransaction(database.pool, async (tx) => {
          await tx.write(`INSERT INTO throttles (name, points, window_ms) VALUES ('late', 1, 1)`);
          await job.finish(tx);
        });
        outcome.push(await work.catch((error: unknown) => error));
        await work;
      },
    });
    const [one, two] = [processOf(late.row), processOf(notingKind().row)];
    await enqueue(one, { kind: 'NOTING', key: 'both' });
    await one.runner.begin();
    time.pass(60_000);
    await two.round();
    goOn();
    await one.runner.idle();
    expect(outcome).toMatchObject([expect.any(JobTakenOver)]);
    expect(await database.pool.rows('SELECT name FROM throttles')).toEqual([]);
    expect(one.events).toEqual([]);
  });

  test('held, the effect and the end of the job are one transaction', async () => {
    const { row } = notingKind({
      run: async (job) => withTransaction(database.pool, async (tx) => job.finish(tx)),
    });
    const one = processOf(row);
    await enqueue(one, { kind: 'NOTING', key: 'whole' });
    await one.round();
    expect(await states()).toEqual(['DONE']);
  });
});

describe('a job that fails', () => {
  test('is run again after growing delays, reported, and succeeds', async () => {
    const { row, runs, state } = notingKind();
    const one = processOf(row);
    await enqueue(one, { kind: 'NOTING', key: 'weak' });
    state.fails = true;
    await one.round();
    time.pass(4_999);
    expect(await one.round()).toBe(0);
    time.pass(1);
    await one.round();
    state.fails = false;
    time.pass(9_999);
    expect(await one.round()).toBe(0);
    time.pass(1);
    await one.round();
    expect(runs).toHaveLength(3);
    expect(await states()).toEqual(['DONE']);
    expect(one.events).toMatchObject([
      { name: 'jobFailed', kind: 'NOTING', attempts: 1 },
      { name: 'jobFailed', kind: 'NOTING', attempts: 2 },
    ]);
  });

  test('as often as it may is stuck: one line, one card, no other run', async () => {
    const bank = await openBank(database.pool);
    const { row, runs, state } = notingKind();
    const [one, two] = [processOf(row), processOf(row)];
    await enqueue(one, { kind: 'NOTING', key: 'hopeless' });
    state.fails = true;
    for (let round = 0; round < 9; round += 1) {
      await Promise.all([one.round(), two.round()]);
      time.pass(dayMs);
    }
    expect(runs).toHaveLength(3);
    const stuck = [...one.events, ...two.events].filter(({ name }) => name === 'jobStuck');
    expect(stuck).toMatchObject([{ kind: 'NOTING' }]);
    const cards = await bank.staffCards.claim(9);
    expect(cards.map(({ notice }) => notice)).toMatchObject([
      { kind: 'JOB_STUCK', stuck: { job: 'NOTING', attempts: 3, errorCode: 'DEFECT' } },
    ]);
    await bank.close();
  });
});

describe('kinds of a newer version', () => {
  test('are left alone, and keep no other job from being run', async () => {
    const { row, runs } = notingKind();
    const newer = processOf(notingKind({ kind: 'OF_TOMORROW' }).row);
    const keys = Array.from({ length: 100 }, (_, index) => `${index}`);
    await enqueue(newer, ...keys.map((key) => ({ kind: 'OF_TOMORROW', key })));
    time.pass(1);
    const older = processOf(row);
    await enqueue(older, { kind: 'NOTING', key: 'known' });
    expect(await older.round()).toBe(1);
    expect(runs).toEqual(['known']);
    expect((await states()).filter((state) => state === 'DUE')).toHaveLength(100);
    expect(await newer.round()).toBe(100);
  });
});
