/** Transfers per second and the time of one: ours beside the usual ways, on one server, durably. */
import { setTimeout as sleep } from 'node:timers/promises';
import { createPool, type Pool } from '../../../src/db/pool.ts';
import { systemClock } from '../../../src/lib/clock.ts';
import { idSource } from '../../../src/lib/ids.ts';
import type { Suite, SuiteContext } from '../support/context.ts';
import { watchCpu, type CpuUse } from '../support/cpu.ts';
import { closedLoop, median, medianOf, type Measured } from '../support/measure.ts';
import { makePopulation, type Customer } from '../support/population.ts';
import { atLeast, figure, type Table, type Target } from '../support/report.ts';
import { blindPerSecond } from './blind.ts';
import { checkBooks } from './check.ts';
import type { Contender } from './contender.ts';
import { kysely } from './kysely.ts';
import { ours } from './ours.ts';
import { procedure } from './procedure.ts';
import { resetBooks } from './schema.ts';
import { sequelize } from './sequelize.ts';
import { textbook } from './textbook.ts';
import { transferMaker, type Pattern } from './workload.ts';

const contenders: readonly Contender[] = [ours, textbook, kysely, sequelize, procedure];
const patterns: readonly Pattern[] = ['uniform', 'hot payee'];
const callerCounts = [1, 64, 1_000] as const;
const accounts = 10_000;

interface Place {
  readonly pool: Pool;
  readonly serverPid: number;
  readonly customers: readonly Customer[];
  readonly address: Parameters<Contender['open']>[0]['address'];
}

interface Case {
  readonly contender: Contender;
  readonly callers: number;
  readonly pattern: Pattern;
}

const nextId = idSource({ clock: systemClock, processNumber: 1_023n });
/** Lets the server write out what the former measurement left. */
const settleMs = 400;

interface LedgerMeasured extends Measured {
  readonly cpu: CpuUse;
}

async function measure(place: Place, one: Case, quick: boolean): Promise<LedgerMeasured> {
  const { contender, callers, pattern } = one;
  await resetBooks(place.pool);
  const open = await contender.open({ address: place.address, nextId, callers });
  const make = transferMaker(place.customers, pattern);
  try {
    await sleep(settleMs);
    let cpu: CpuUse | undefined;
    const measured = await closedLoop({
      callers,
      warmMs: quick ? 500 : 1_000,
      measureMs: quick ? 1_000 : 3_000,
      work: async () => open.transfer(make()),
      watch: () => {
        const stop = watchCpu(place.serverPid);
        return () => (cpu = stop());
      },
    });
    await checkBooks(place.pool, measured.count);
    if (cpu === undefined) throw new Error('The measurement ended before its warm-up');
    return { ...measured, cpu };
  } finally {
    await open.close();
  }
}

const blindSettings = [
  { connections: 2, transfersPerBatch: 500 },
  { connections: 4, transfersPerBatch: 250 },
];

async function measureBlind(place: Place, pattern: Pattern, quick: boolean): Promise<number> {
  const hotPayee = pattern === 'hot payee' ? place.customers[0]! : null;
  const transfers = quick ? 15_000 : 40_000;
  const rates: number[] = [];
  for (const setting of blindSettings) {
    // Two writers of one hot account would only wait for each other.
    const connections = hotPayee === null ? setting.connections : 1;
    await resetBooks(place.pool);
    await sleep(settleMs);
    const { address, customers } = place;
    const all = { address, nextId, customers, hotPayee, transfers, ...setting, connections };
    rates.push(await blindPerSecond(all));
    await checkBooks(place.pool, transfers);
  }
  return Math.max(...rates);
}

interface Row extends Case {
  readonly rounds: readonly LedgerMeasured[];
  readonly middle: Measured;
}

/** Processor microseconds that one transfer took here and in the server. */
const perTransfer = ({ cpu, count }: LedgerMeasured) => ({
  here: (cpu.hereMs * 1_000) / count,
  server: (cpu.serverMs * 1_000) / count,
});

function told({ contender, callers, pattern }: Case, result: LedgerMeasured): string {
  const { here, server } = perTransfer(result);
  const speed = `${figure(result.perSecond)}/s, p50 ${figure(result.p50Ms)} ms`;
  const cpu = `${figure(here)} + ${figure(server)} µs, others ${figure(result.cpu.othersCores)}`;
  return `${contender.name}, ${callers} callers, ${pattern}: ${speed}, ${cpu}`;
}

function tableOf(pattern: Pattern, rows: readonly Row[], blind: number): Table {
  const of = (contender: Contender, callers: number) =>
    rows.find((row) => row.contender === contender && row.callers === callers)?.middle;
  return {
    title: `Transfers per second, ${pattern} over ${figure(accounts)} accounts`,
    columns: ['way', ...callerCounts.map((count) => `${count} callers`), '1 caller p50 ms', 'p99'],
    rows: [
      ...contenders.map((contender) => [
        contender.name,
        ...callerCounts.map((callers) => of(contender, callers)?.perSecond ?? NaN),
        of(contender, 1)?.p50Ms ?? NaN,
        of(contender, 1)?.p99Ms ?? NaN,
      ]),
      ['blind multi-row writer', '–', '–', blind, '–', '–'],
    ],
  };
}

function targetsOf(rows: readonly Row[], blind: number): Target[] {
  const of = (contender: Contender, callers: number, pattern: Pattern = 'uniform') =>
    rows.find(
      (row) => row.contender === contender && row.callers === callers && row.pattern === pattern,
    )!.middle;
  const ratio = (callers: number) => of(ours, callers).perSecond / of(textbook, callers).perSecond;
  return [
    atLeast('64 callers: ours / textbook', 4, ratio(64)),
    atLeast('1,000 callers: ours / textbook', 6, ratio(1_000)),
    atLeast('1,000 callers: ours / blind writer', 0.9, of(ours, 1_000).perSecond / blind),
    ...([64, 1_000] as const).map((callers) =>
      atLeast(
        `${callers} callers: hot payee / uniform, ours`,
        1,
        of(ours, callers, 'hot payee').perSecond / of(ours, callers).perSecond,
      ),
    ),
    atLeast('1 caller: p50 textbook / ours', 1, of(textbook, 1).p50Ms / of(ours, 1).p50Ms),
  ];
}

async function run({ server, quick, rounds, progress, filters }: SuiteContext) {
  const address = await server.freshSchema('bench_ledger');
  const pool = createPool(address, { limits: { statementMs: 120_000 } });
  try {
    const customers = await makePopulation(pool, accounts);
    const place = { pool, customers, address, serverPid: server.pid };
    const cases = patterns
      .flatMap((pattern) =>
        callerCounts.flatMap((callers) =>
          contenders.map((contender): Case => ({ contender, callers, pattern })),
        ),
      )
      .filter(
        ({ contender, callers, pattern }) =>
          (filters.way === undefined || contender.name.startsWith(filters.way)) &&
          (filters.callers === undefined || callers === filters.callers) &&
          (filters.pattern === undefined || pattern.startsWith(filters.pattern)),
      );
    const measured = new Map<Case, LedgerMeasured[]>(cases.map((one) => [one, []]));
    const blind: Record<Pattern, number[]> = { uniform: [], 'hot payee': [] };
    // Round after round, so that a slow minute of the machine falls on all of them.
    for (let round = 1; round <= rounds; round += 1) {
      for (const one of cases) {
        const result = await measure(place, one, quick);
        measured.get(one)?.push(result);
        progress(`round ${round}: ${told(one, result)}`);
      }
      for (const pattern of filters.way === undefined || filters.way === 'blind' ? patterns : []) {
        blind[pattern].push(await measureBlind(place, pattern, quick));
        progress(`round ${round}: blind, ${pattern}: ${figure(blind[pattern].at(-1) ?? 0)}/s`);
      }
    }
    const rows = [...measured].map(([one, all]) => ({
      ...one,
      rounds: all,
      middle: medianOf(all),
    }));
    const middle = { uniform: median(blind.uniform), 'hot payee': median(blind['hot payee']) };
    return {
      tables: patterns.map((pattern) =>
        tableOf(
          pattern,
          rows.filter((row) => row.pattern === pattern),
          middle[pattern],
        ),
      ),
      // With a part of the cases only there is nothing to compare.
      targets: Object.values(filters).every((filter) => filter === undefined)
        ? targetsOf(rows, middle.uniform)
        : [],
      values: {
        cases: rows.map(({ contender, ...row }) => ({ way: contender.name, ...row })),
        blind,
      },
    };
  } finally {
    await pool.close();
    await server.dropSchema('bench_ledger');
  }
}

export const ledgerSuite: Suite = { name: 'ledger', run };
