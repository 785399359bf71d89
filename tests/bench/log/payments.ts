/**
 * What the log costs payments. Both ways book the same number with a thousand callers; with the log,
 * its rounds run beside them and a last one ends the measurement, so that every payment is in it.
 */
import { performance } from 'node:perf_hooks';
import { startLog } from '../../../src/bank/audit/log/worker.ts';
import type { DatabaseAddress } from '../../../src/lib/database-address.ts';
import { createPool, type Pool } from '../../../src/db/pool.ts';
import { systemClock } from '../../../src/lib/clock.ts';
import { idSource } from '../../../src/lib/ids.ts';
import { ours } from '../ledger/ours.ts';
import { transferMaker } from '../ledger/workload.ts';
import type { SuiteContext } from '../support/context.ts';
import { watchCpu } from '../support/cpu.ts';
import { median, quantile } from '../support/measure.ts';
import { makePopulation } from '../support/population.ts';
import { logTools } from './tools.ts';

const schema = 'bench_log';
const accounts = 2_000;
const callers = 1_000;
/** Shorter than in a bank, so that several rounds are in one measurement. */
const everyMs = 1_000;
const nextId = idSource({ clock: systemClock, processNumber: 1_022n });

export interface PaymentFigures {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Processor time of one payment, here and in the server. */
  readonly hereMicros: number;
  readonly serverMicros: number;
}

interface Place {
  readonly pool: Pool;
  readonly address: DatabaseAddress;
  readonly serverPid: number;
  readonly make: ReturnType<typeof transferMaker>;
  readonly count: number;
}

async function booked(place: Place, hasLog: boolean): Promise<PaymentFigures> {
  const { pool, address, serverPid, make, count } = place;
  const open = await ours.open({ address, nextId, callers });
  const log = hasLog ? startLog({ ...logTools(pool), everyMs }) : null;
  const times: number[] = [];
  let begun = 0;
  const caller = async (): Promise<void> => {
    while (begun < count) {
      begun += 1;
      const start = performance.now();
      await open.transfer(make());
      times.push(performance.now() - start);
    }
  };
  const stop = watchCpu(serverPid);
  const start = performance.now();
  await Promise.all(Array.from({ length: callers }, caller));
  while (log !== null && (await log.round()) > 0);
  const spentMs = performance.now() - start;
  const { hereMs, serverMs } = stop();
  await log?.close();
  await open.close();
  return {
    perSecond: (count / spentMs) * 1_000,
    p50Ms: quantile(times, 0.5),
    p99Ms: quantile(times, 0.99),
    hereMicros: (hereMs / count) * 1_000,
    serverMicros: (serverMs / count) * 1_000,
  };
}

function middle(rounds: readonly PaymentFigures[]): PaymentFigures {
  const of = (pick: (one: PaymentFigures) => number) => median(rounds.map(pick));
  return {
    perSecond: of((one) => one.perSecond),
    p50Ms: of((one) => one.p50Ms),
    p99Ms: of((one) => one.p99Ms),
    hereMicros: of((one) => one.hereMicros),
    serverMicros: of((one) => one.serverMicros),
  };
}

export interface PaymentsMeasured {
  readonly paused: PaymentFigures;
  readonly logged: PaymentFigures;
}

/** In rounds, so that a slow minute of the machine affects both. */
export async function measurePayments(context: SuiteContext): Promise<PaymentsMeasured> {
  const { server, quick } = context;
  const address = await server.freshSchema(schema);
  const pool = createPool(address, { limits: { statementMs: 120_000 } });
  const found = { paused: [] as PaymentFigures[], logged: [] as PaymentFigures[] };
  try {
    const customers = await makePopulation(pool, accounts);
    const make = transferMaker(customers, 'uniform');
    const count = quick ? 30_000 : 100_000;
    const place: Place = { pool, address, serverPid: server.pid, make, count };
    await booked({ ...place, count: count / 3 }, true);
    for (let round = 0; round < (quick ? 3 : 5); round += 1) {
      found.paused.push(await booked(place, false));
      // What was booked without the log is added to it outside of the measurement.
      const log = startLog({ ...logTools(pool), everyMs: 3_600_000 });
      while ((await log.round()) > 0);
      await log.close();
      found.logged.push(await booked(place, true));
    }
  } finally {
    await pool.close();
    await server.dropSchema(schema);
  }
  return { paused: middle(found.paused), logged: middle(found.logged) };
}
