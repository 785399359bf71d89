/** The gain of more processes, and the cost of a longer ledger. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { databaseUrl } from '../../../src/lib/database-address.ts';
import { createPool } from '../../../src/db/pool.ts';
import { systemClock } from '../../../src/lib/clock.ts';
import { idSource } from '../../../src/lib/ids.ts';
import { longLedger, otherAt, others } from '../history/generate.ts';
import { checkBooks } from '../ledger/check.ts';
import { ours } from '../ledger/ours.ts';
import { resetBooks } from '../ledger/schema.ts';
import { textbook } from '../ledger/textbook.ts';
import { transferMaker } from '../ledger/workload.ts';
import type { Suite, SuiteContext } from '../support/context.ts';
import { closedLoop, median, medianOf, type Measured } from '../support/measure.ts';
import { makePopulation } from '../support/population.ts';
import type { WorkerTask } from './worker.ts';

const processCounts = [1, 2, 4] as const;
const callersTotal = 1_000;
const customers = 10_000;
const workerFile = fileURLToPath(new URL('worker.js', import.meta.url));

async function startWorker(task: WorkerTask): Promise<ChildProcess> {
  const child = fork(workerFile, [JSON.stringify(task)]);
  await once(child, 'message');
  return child;
}

/** Transfers per second of several processes together. */
async function measureProcesses(context: SuiteContext, url: string, count: number) {
  const times = context.quick
    ? { warmMs: 500, measureMs: 1_000 }
    : { warmMs: 1_500, measureMs: 4_000 };
  const callers = callersTotal / count;
  const workers = await Promise.all(
    Array.from({ length: count }, async (_, number) =>
      startWorker({ databaseUrl: url, callers, customers, number, ...times }),
    ),
  );
  const results = workers.map(async (worker) => {
    const answered = once(worker, 'message');
    worker.send('go');
    const [measured] = (await answered) as [Measured];
    return measured;
  });
  const measured = await Promise.all(results);
  return {
    perSecond: measured.reduce((sum, { perSecond }) => sum + perSecond, 0),
    p99Ms: Math.max(...measured.map(({ p99Ms }) => p99Ms)),
    count: measured.reduce((sum, one) => sum + one.count, 0),
  };
}

async function processes(context: SuiteContext) {
  const { server, rounds, progress } = context;
  const address = await server.freshSchema('bench_growth');
  const pool = createPool(address, { limits: { statementMs: 120_000 } });
  await makePopulation(pool, customers);
  const found = new Map<number, { perSecond: number[]; p99Ms: number[] }>(
    processCounts.map((count) => [count, { perSecond: [], p99Ms: [] }]),
  );
  for (let round = 1; round <= rounds; round += 1) {
    for (const count of processCounts) {
      await resetBooks(pool);
      await sleep(400);
      const result = await measureProcesses(context, databaseUrl(address), count);
      await checkBooks(pool, result.count);
      found.get(count)?.perSecond.push(result.perSecond);
      found.get(count)?.p99Ms.push(result.p99Ms);
      progress(`round ${round}: ${count} processes: ${Math.round(result.perSecond)}/s`);
    }
  }
  await pool.close();
  await server.dropSchema('bench_growth');
  return [...found].map(([count, { perSecond, p99Ms }]) => ({
    count,
    perSecond: median(perSecond),
    p99Ms: median(p99Ms),
    rounds: perSecond,
  }));
}

const sizes = [10_000, 1_000_000, 10_000_000] as const;
const nextId = idSource({ clock: systemClock, processNumber: 1_022n });
const callerCounts = [1, 64] as const;

/** Transfers among the other customers, so that the long history stays unchanged. */
async function measureSize(context: SuiteContext, entries: number) {
  const { pool, address } = await longLedger(context.server, entries, context.progress);
  const parties = Array.from({ length: others }, (_, index) => otherAt(index));
  const make = transferMaker(parties, 'uniform');
  const all: { way: string; callers: number; measured: Measured }[] = [];
  for (const way of [ours, textbook]) {
    for (const callers of callerCounts) {
      const rounds: Measured[] = [];
      for (let round = 1; round <= context.rounds; round += 1) {
        const open = await way.open({ address, nextId, callers });
        await sleep(400);
        const measureMs = context.quick ? 1_000 : 3_000;
        const work = async () => open.transfer(make());
        rounds.push(await closedLoop({ callers, warmMs: 1_000, measureMs, work }));
        await open.close();
        await pool.write('TRUNCATE TABLE outbox');
      }
      const measured = medianOf(rounds);
      all.push({ way: way.name, callers, measured });
      const told = `${Math.round(measured.perSecond)}/s`;
      context.progress(`${entries} entries: ${way.name}, ${callers} callers: ${told}`);
    }
  }
  await pool.close();
  return all;
}

async function run(context: SuiteContext) {
  const byProcesses = await processes(context);
  const used = context.quick ? sizes.slice(0, 2) : sizes;
  const bySize: (Awaited<ReturnType<typeof measureSize>>[number] & { entries: number })[] = [];
  for (const entries of used) {
    for (const one of await measureSize(context, entries)) bySize.push({ entries, ...one });
  }
  const cases = bySize.filter(({ entries }) => entries === used[0]);
  return {
    tables: [
      {
        title: `Transfers per second of several processes, ${callersTotal} callers together`,
        columns: ['processes', 'per second', 'p99 ms'],
        rows: byProcesses.map(({ count, perSecond, p99Ms }) => [String(count), perSecond, p99Ms]),
      },
      {
        title: 'Transfers per second by entries of one customer and as many of all others',
        columns: ['way', ...used.map((entries) => entries.toLocaleString('en-US'))],
        rows: cases.map(({ way, callers }) => [
          `${way}, ${callers} ${callers === 1 ? 'caller' : 'callers'}`,
          ...used.map(
            (entries) =>
              bySize.find(
                (one) => one.way === way && one.callers === callers && one.entries === entries,
              )?.measured.perSecond ?? NaN,
          ),
        ]),
      },
    ],
    targets: [],
    values: { byProcesses, bySize },
  };
}

export const growthSuite: Suite = { name: 'growth', run };
