/** Recurring jobs, and the worker of a bank: quiet when nothing is due, woken when something is. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { housekeeping } from '../../src/bank/housekeeping.ts';
import type { JobKind, RunningJobs } from '../../src/bank/jobs/index.ts';
import type { Pool } from '../../src/db/pool.ts';
import { withTransaction } from '../../src/db/transaction.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { dayMs, hourMs } from '../../src/lib/durations.ts';
import { firstIdAt } from '../../src/lib/ids.ts';
import { openBank } from '../support/bank.ts';
import { testDatabase } from '../support/database.ts';
import { jobProcess, notingKind, testTime, type TestTime } from '../support/jobs.ts';

const database = testDatabase();
let time: TestTime;
let running: RunningJobs[] = [];
beforeEach(() => {
  time = testTime();
});
afterEach(async () => {
  for (const one of running.splice(0)) await one.close();
});

/** Of a kind that notes when it runs. */
function recurring(everyMs: number) {
  const runs: number[] = [];
  const state = { fails: false };
  const row: JobKind = {
    kind: 'EVERY',
    everyMs,
    leaseMs: 60_000,
    run: async () => {
      runs.push(time.now().getTime());
      if (state.fails) throw new Error('fails');
    },
  };
  return { row, runs, state };
}

function start(kinds: readonly JobKind[], everyMs = 5, pool: Pool = database.pool) {
  const one = jobProcess(pool, kinds, { time });
  running.push(one.jobs.start(kinds, { everyMs }));
  return one;
}

const rowsOf = async (kind: string) =>
  database.pool.rows('SELECT state, attempts, due_at FROM jobs WHERE kind = ?', [kind]);

/**
 * Waits until the next run is in the table. If time passed before the last run is written down, it
 * would count as one that no process was there for.
 */
async function scheduled(kind: string, withinMs = Infinity): Promise<void> {
  const isAhead = async (): Promise<boolean> => {
    const [row] = await rowsOf(kind);
    const due = Date.parse(`${String(row?.['due_at']).replace(' ', 'T')}Z`);
    const now = time.now().getTime();
    return due > now && due <= now + withinMs;
  };
  await expect.poll(isAhead).toBe(true);
}

describe('recurring work', () => {
  test('is one row, run once in each period by two processes', async () => {
    const { row, runs } = recurring(hourMs);
    start([row]);
    start([row]);
    await expect.poll(async () => (await rowsOf('EVERY')).length).toBe(1);
    for (let period = 1; period <= 10; period += 1) {
      time.pass(hourMs);
      await expect.poll(() => runs.length).toBe(period);
      await scheduled('EVERY');
      await sleep(20);
    }
    expect(runs).toHaveLength(10);
    expect(await rowsOf('EVERY')).toHaveLength(1);
  });

  test('runs ten years of months within seconds, on time and without drift', async () => {
    const monthMs = 30 * dayMs;
    const { row, runs } = recurring(monthMs);
    const one = start([row], 3_600_000);
    await expect.poll(async () => (await rowsOf('EVERY')).length).toBe(1);
    // From here on only the rounds of the test run jobs.
    await running.pop()?.close();
    const begun = time.now().getTime();
    for (let month = 0; month < 120; month += 1) {
      time.pass(monthMs + (month % 3) * 60_000);
      await one.round();
    }
    expect(runs).toHaveLength(120);
    const [last] = await rowsOf('EVERY');
    const due = Date.parse(`${String(last?.['due_at']).replace(' ', 'T')}Z`);
    expect((due - begun) % monthMs).toBe(0);
    expect(due).toBeGreaterThan(time.now().getTime());
  });

  test('skips the periods in which no process ran', async () => {
    const { row, runs } = recurring(hourMs);
    start([row]);
    await expect.poll(async () => (await rowsOf('EVERY')).length).toBe(1);
    time.pass(100 * hourMs);
    await expect.poll(() => runs.length).toBe(1);
    await sleep(30);
    expect(runs).toHaveLength(1);
  });

  test('that fails is retried for ever, reported now and then, and never stuck', async () => {
    const { row, runs, state } = recurring(hourMs);
    state.fails = true;
    const one = start([row]);
    await expect.poll(async () => (await rowsOf('EVERY')).length).toBe(1);
    for (let attempt = 1; attempt <= 20; attempt += 1) {
      time.pass(hourMs);
      await expect.poll(() => runs.length).toBe(attempt);
      await expect.poll(async () => (await rowsOf('EVERY'))[0]?.['attempts']).toBe(attempt);
    }
    const reported = one.events.flatMap((event) =>
      event.name === 'jobFailed' ? [event.attempts] : [],
    );
    expect(reported).toEqual([1, 2, 4, 8, 16]);
    state.fails = false;
    time.pass(hourMs);
    await expect.poll(async () => (await rowsOf('EVERY'))[0]?.['attempts']).toBe(0);
    expect(await rowsOf('EVERY')).toMatchObject([{ state: 'DUE' }]);
  });

  test('follows a shorter period at the next start', async () => {
    const long = recurring(dayMs);
    start([long.row]);
    await expect.poll(async () => (await rowsOf('EVERY')).length).toBe(1);
    const short = recurring(hourMs);
    start([short.row]);
    await scheduled('EVERY', hourMs);
    time.pass(hourMs);
    await expect.poll(() => long.runs.length + short.runs.length).toBe(1);
  });
});

describe('a worker', () => {
  test('runs at once what its own process enqueues, after the commit', async () => {
    const { row, runs } = notingKind();
    const one = jobProcess(database.pool, [row]);
    running.push(one.jobs.start([row], { everyMs: 3_600_000 }));
    await expect.poll(async () => (await rowsOf('PRUNE_JOBS')).length).toBe(1);
    await sleep(50);
    await withTransaction(database.pool, async (tx) => {
      await one.jobs.enqueue(tx, { kind: 'NOTING', key: 'at once' });
      await sleep(50);
      expect(runs).toEqual([]);
    });
    await expect.poll(() => runs).toEqual(['at once']);
  });

  test('goes on while more jobs are due than it runs at the same time', async () => {
    const { row, runs } = notingKind();
    const one = jobProcess(database.pool, [row]);
    const keys = Array.from({ length: 30 }, (_, index) => `${index}`);
    await withTransaction(database.pool, async (tx) =>
      one.jobs.enqueue(tx, ...keys.map((key) => ({ kind: 'NOTING', key }))),
    );
    running.push(one.jobs.start([row], { everyMs: 3_600_000 }));
    await expect.poll(() => runs.length, { timeout: 10_000 }).toBe(30);
  });

  test('asks one read in each period when nothing is due', async () => {
    let [reads, writes] = [0, 0];
    const counting: Pool = {
      ...database.pool,
      rows: async (sql, values) => {
        reads += 1;
        return database.pool.rows(sql, values);
      },
      use: async (work) => {
        writes += 1;
        return database.pool.use(work);
      },
    };
    start([recurring(dayMs).row], 10, counting);
    await expect.poll(() => reads).toBeGreaterThan(2);
    [reads, writes] = [0, 0];
    await sleep(300);
    expect(reads).toBeGreaterThan(1);
    expect(reads).toBeLessThanOrEqual(31);
    expect(writes).toBe(0);
  });

  test('is awaited when it is closed', async () => {
    let isDone = false;
    const { row, runs } = notingKind({ run: async () => sleep(200).then(() => (isDone = true)) });
    const one = jobProcess(database.pool, [row]);
    const jobs = one.jobs.start([row], { everyMs: 10 });
    await withTransaction(database.pool, async (tx) =>
      one.jobs.enqueue(tx, { kind: 'NOTING', key: 'slow' }),
    );
    await expect.poll(() => runs.length).toBe(1);
    await jobs.close();
    expect(isDone).toBe(true);
  });

  test('reports once a kind that it does not know', async () => {
    const newer = jobProcess(database.pool, [notingKind({ kind: 'OF_TOMORROW' }).row], { time });
    await withTransaction(database.pool, async (tx) =>
      newer.jobs.enqueue(tx, { kind: 'OF_TOMORROW', key: '1' }, { kind: 'OF_TOMORROW', key: '2' }),
    );
    const older = start([notingKind().row]);
    await expect.poll(() => older.events).toEqual([{ name: 'kindUnknown', kind: 'OF_TOMORROW' }]);
    await sleep(30);
    expect(older.events).toHaveLength(1);
  });

  test('reports a database that is away, and goes on when it is back', async () => {
    let isAway = true;
    const failing: Pool = {
      ...database.pool,
      rows: async (sql, values) => {
        if (isAway) throw new Error('away');
        return database.pool.rows(sql, values);
      },
    };
    const { row, runs } = notingKind();
    const one = start([row], 5, failing);
    await withTransaction(database.pool, async (tx) =>
      one.jobs.enqueue(tx, { kind: 'NOTING', key: 'late' }),
    );
    await expect.poll(() => one.events.length).toBeGreaterThan(1);
    expect(one.events).toMatchObject(
      [1, 2, 4, 8].slice(0, one.events.length).map((times) => ({
        name: 'backgroundFailed',
        work: 'jobs',
        times,
      })),
    );
    isAway = false;
    await expect.poll(() => runs).toEqual(['late']);
  });
});

describe('a bank deletes by itself', () => {
  const count = async (table: string, where = '1 = 1'): Promise<number> =>
    (await database.pool.rows(`SELECT 1 FROM ${table} WHERE ${where}`)).length;

  test('what is of no use any more, and nothing else', async () => {
    const open = async () =>
      openBank(database.pool, { settings: { jobsEveryMs: 5 }, jobTime: () => time.now() });
    const banks = [await open(), await open()];
    const { pool } = database;
    const all = housekeeping({ pool, clock: systemClock, sessionsKeptMs: 0 });
    // One more deletes the jobs themselves.
    const prunings = all.filter(({ kind }) => kind.startsWith('PRUNE'));
    await expect.poll(async () => count('jobs', `kind LIKE 'PRUNE%'`)).toBe(prunings.length + 1);
    const old = firstIdAt(Date.now() - 2 * dayMs);
    for (const [id, state, takenAt] of [
      [old, 'OPEN', null],
      [old + 1n, 'STUCK', '2026-01-01'],
      [firstIdAt(Date.now()), 'OPEN', null],
    ] as const) {
      await database.pool.write(
        `INSERT INTO pending (id, discord_user_id, kind, command, payload, state, expires_at, taken_at)
         VALUES (?, '1', 'CONFIRM', 'transfer', '', ?, NOW(6), ?)`,
        [id, state, takenAt],
      );
    }
    for (const days of [3, 0]) {
      await database.pool.write(
        `INSERT INTO throttles (name, points, window_ms, begun_at)
         VALUES (?, 1, 1, NOW(6) - INTERVAL ? DAY)`,
        [`${days}`, days],
      );
      await database.pool.write(
        `INSERT INTO login_counters (scope, subject, failures, failed_at, locked_until)
         VALUES ('PERSON', ?, 1, NOW(6) - INTERVAL ? DAY, NOW(6))`,
        [`${days}`, days],
      );
    }
    time.pass(dayMs);
    await expect.poll(async () => count('pending')).toBe(2);
    await expect.poll(async () => count('throttles')).toBe(1);
    await expect.poll(async () => count('login_counters')).toBe(1);
    expect(await count('pending', `state = 'STUCK'`)).toBe(1);
    for (const bank of banks) await bank.close();
  });

  test('jobs that ended a month ago, with their keys', async () => {
    const { row, runs } = notingKind();
    const one = start([row]);
    await scheduled('PRUNE_JOBS');
    const enqueue = async (key: string) =>
      withTransaction(database.pool, async (tx) => one.jobs.enqueue(tx, { kind: 'NOTING', key }));
    await enqueue('old');
    await expect.poll(() => runs).toEqual(['old']);
    time.pass(20 * dayMs);
    await scheduled('PRUNE_JOBS');
    await enqueue('young');
    await expect.poll(() => runs).toEqual(['old', 'young']);
    await expect.poll(async () => count('jobs', `state = 'DONE'`)).toBe(2);
    time.pass(11 * dayMs);
    await expect.poll(async () => count('jobs', `kind = 'NOTING'`)).toBe(1);
    await enqueue('old');
    await expect.poll(() => runs).toEqual(['old', 'young', 'old']);
  });
});
