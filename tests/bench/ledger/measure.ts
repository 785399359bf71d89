/**
 * One measurement of one way to book, on books that are empty at the start and checked at the end.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { DatabaseAddress } from '../../../src/lib/database-address.ts';
import type { Pool } from '../../../src/db/pool.ts';
import { systemClock } from '../../../src/lib/clock.ts';
import { idSource } from '../../../src/lib/ids.ts';
import { watchCpu, type CpuUse } from '../support/cpu.ts';
import { closedLoop, type Measured } from '../support/measure.ts';
import type { Customer } from '../support/population.ts';
import { prepareBlind } from './blind.ts';
import { checkBooks } from './check.ts';
import type { Contender } from './contender.ts';
import { resetBooks } from './schema.ts';
import { transferMaker, type Pattern } from './workload.ts';

export interface Place {
  readonly pool: Pool;
  readonly address: DatabaseAddress;
  readonly customers: readonly Customer[];
  readonly serverPid: number;
}

export interface Case {
  readonly contender: Contender;
  readonly callers: number;
  readonly pattern: Pattern;
}

export interface LedgerMeasured extends Measured {
  readonly cpu: CpuUse;
}

const nextId = idSource({ clock: systemClock, processNumber: 1_023n });
/** Lets the server flush the pages of the previous measurement. */
const settleMs = 400;

/**
 * Until the code is compiled, which takes a number of calls: with one caller, what is called once
 * for each batch took 1.5 ms of processor in the first seconds and 0.43 ms after 15.
 */
const warmMsFor = (callers: number, quick: boolean): number =>
  callers === 1 ? (quick ? 4_000 : 12_000) : quick ? 1_500 : 4_000;

export async function measureCase(
  place: Place,
  { contender, callers, pattern }: Case,
  quick: boolean,
): Promise<LedgerMeasured> {
  await resetBooks(place.pool);
  const open = await contender.open({ address: place.address, nextId, callers });
  const make = transferMaker(place.customers, pattern);
  try {
    await sleep(settleMs);
    let cpu: CpuUse | undefined;
    const measured = await closedLoop({
      callers,
      warmMs: warmMsFor(callers, quick),
      measureMs: quick ? 1_000 : 3_000,
      work: () => open.transfer(make()),
      watch: () => {
        const stop = watchCpu(place.serverPid);
        return () => (cpu = stop());
      },
    });
    await checkBooks(place.pool, measured.count, contender.postings);
    if (cpu === undefined) throw new Error('The measurement ended before its warm-up');
    return { ...measured, cpu };
  } finally {
    await open.close();
  }
}

export interface BlindMeasured {
  readonly perSecond: number;
  readonly count: number;
  readonly cpu: CpuUse;
}

export interface BlindCase {
  readonly pattern: Pattern;
  readonly connections: number;
  readonly transfersPerBatch: number;
}

export async function measureBlind(
  place: Place,
  { pattern, connections, transfersPerBatch }: BlindCase,
  quick: boolean,
): Promise<BlindMeasured> {
  const { address, customers, pool, serverPid } = place;
  const hotPayee = pattern === 'hot payee' ? customers[0]! : null;
  const transfers = quick ? 20_000 : 60_000;
  await resetBooks(pool);
  const run = await prepareBlind({
    address,
    nextId,
    customers,
    hotPayee,
    transfersPerBatch,
    connections,
    transfers,
  });
  await sleep(settleMs);
  const stop = watchCpu(serverPid);
  const { perSecond, count } = await run();
  const cpu = stop();
  await checkBooks(pool, count);
  return { perSecond, count, cpu };
}
