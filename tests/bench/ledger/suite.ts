/**
 * Transfers per second and the time of one: the bank compared with usual ways, on one durable
 * server.
 */
import { createPool } from '../../../src/db/pool.ts';
import { databaseUrl } from '../../../src/lib/database-address.ts';
import type { Suite, SuiteContext } from '../support/context.ts';
import { median, medianOf, type Measured } from '../support/measure.ts';
import { insertPots } from './pots.ts';
import { makePopulation } from '../support/population.ts';
import { quietly } from '../support/quiet.ts';
import { atLeast, atMost, figure, type Cell, type Table, type Target } from '../support/report.ts';
import { blindWithCallers } from './blind-callers.ts';
import type { Contender } from './contender.ts';
import { contenders } from './contenders.ts';
import {
  measureBlind,
  type BlindCase,
  type BlindMeasured,
  type Case,
  type LedgerMeasured,
} from './measure.ts';
import { ours, oursInThree } from './ours.ts';
import { textbook } from './textbook.ts';
import { startWays } from './way.ts';
import type { Pattern } from './workload.ts';

const patterns: readonly Pattern[] = ['uniform', 'hot payee'];
const callerCounts = [1, 64, 1_000] as const;
const accounts = 10_000;

/** The fastest of several settings counts; two writers of one busy account would only wait. */
const blindCases: readonly BlindCase[] = [
  { pattern: 'uniform', connections: 2, transfersPerBatch: 500 },
  { pattern: 'uniform', connections: 4, transfersPerBatch: 250 },
  { pattern: 'uniform', connections: 4, transfersPerBatch: 1_000 },
  { pattern: 'hot payee', connections: 1, transfersPerBatch: 500 },
  { pattern: 'hot payee', connections: 1, transfersPerBatch: 1_000 },
];

/** Processor microseconds of one transfer, here and in the server. */
const perTransfer = ({ cpu, count }: { cpu: LedgerMeasured['cpu']; count: number }) => ({
  here: (cpu.hereMs * 1_000) / count,
  server: (cpu.serverMs * 1_000) / count,
});

function cpuText(result: LedgerMeasured | BlindMeasured): string {
  const { here, server } = perTransfer(result);
  const others = figure(result.cpu.othersCores);
  return `CPU ${figure(here)} + ${figure(server)} µs, others ${others} cores`;
}

interface Rounds {
  readonly cases: Map<Case, LedgerMeasured[]>;
  readonly blind: Map<BlindCase, BlindMeasured[]>;
}

function blindRate(pattern: Pattern, { blind }: Rounds): number {
  const rates = [...blind]
    .filter(([one, results]) => one.pattern === pattern && results.length > 0)
    .map(([, results]) => median(results.map(({ perSecond }) => perSecond)));
  return rates.length === 0 ? NaN : Math.max(...rates);
}

/** Empty if the case was not chosen. */
function resultsOf({ cases }: Rounds, contender: Contender, callers: number, pattern: Pattern) {
  const found = [...cases].find(
    ([one]) => one.contender === contender && one.callers === callers && one.pattern === pattern,
  );
  return found?.[1] ?? [];
}

type Look = (contender: Contender, callers: number, pattern: Pattern) => Measured | undefined;

const lookIn =
  (rounds: Rounds): Look =>
  (contender, callers, pattern) => {
    const results = resultsOf(rounds, contender, callers, pattern);
    return results.length === 0 ? undefined : medianOf(results);
  };

function rateTable(pattern: Pattern, rounds: Rounds): Table {
  const look = lookIn(rounds);
  return {
    title: `Transfers per second, ${pattern}, ${accounts.toLocaleString('en-US')} accounts`,
    columns: [
      'way',
      '1 caller',
      '64 callers',
      '1,000 callers',
      'p50 ms of 1',
      'p99 of 1',
      'p99 of 1,000',
    ],
    rows: [
      ...contenders.map((contender) => [
        contender.name,
        ...callerCounts.map((count) => look(contender, count, pattern)?.perSecond ?? NaN),
        look(contender, 1, pattern)?.p50Ms ?? NaN,
        look(contender, 1, pattern)?.p99Ms ?? NaN,
        look(contender, 1_000, pattern)?.p99Ms ?? NaN,
      ]),
      ['blind writer, all made beforehand', '–', '–', blindRate(pattern, rounds), '–', '–', '–'],
    ],
  };
}

const sum = (cells: readonly Cell[]): number =>
  cells.reduce<number>((total, cell) => total + Number(cell), 0);

function cpuTable(rounds: Rounds): Table {
  const of = (results: readonly (LedgerMeasured | BlindMeasured)[]): Cell[] => [
    median(results.map((result) => perTransfer(result).here)),
    median(results.map((result) => perTransfer(result).server)),
  ];
  const cells = (contender: Contender) =>
    callerCounts.flatMap((callers): Cell[] => {
      const results = resultsOf(rounds, contender, callers, 'uniform');
      return results.length > 0 ? of(results) : ['–', '–'];
    });
  const best = [...rounds.blind]
    .filter(([one, results]) => one.pattern === 'uniform' && results.length > 0)
    .map(([, results]) => of(results))
    .sort((one, other) => sum(one) - sum(other))[0] ?? ['–', '–'];
  return {
    title: 'Processor time of one transfer in µs, uniform: in the asking process and in the server',
    columns: ['way', ...callerCounts.flatMap((count) => [`${count}: process`, 'server'])],
    rows: [
      ...contenders.map((contender) => [contender.name, ...cells(contender)]),
      ['blind writer, all made beforehand', '–', '–', '–', '–', ...best],
    ],
  };
}

/** Of a transfer in the process and in the server together; the figure that holds still. */
function cpuOf(rounds: Rounds, contender: Contender, callers: number): number {
  const totals = resultsOf(rounds, contender, callers, 'uniform').map((result) => {
    const { here, server } = perTransfer(result);
    return here + server;
  });
  return totals.length === 0 ? NaN : median(totals);
}

/** How many times as much processor time as ours the textbook takes, by the number of callers. */
const cpuTimes = { 64: 6, 1_000: 8 } as const;

function cpuTargets(rounds: Rounds, callers: 64 | 1_000): Target[] {
  const own = cpuOf(rounds, ours, callers);
  const name = `${callers.toLocaleString('en-US')} callers, processor time`;
  return [
    atLeast(`${name}: textbook / ours`, cpuTimes[callers], cpuOf(rounds, textbook, callers) / own),
    atMost(`${name}: three postings / one`, 1.5, cpuOf(rounds, oursInThree, callers) / own),
  ];
}

function targetsOf(rounds: Rounds): Target[] {
  const look = lookIn(rounds);
  const rate = (contender: Contender, callers: number, pattern: Pattern = 'uniform') =>
    look(contender, callers, pattern)?.perSecond ?? NaN;
  const p50 = (contender: Contender) => look(contender, 1, 'uniform')?.p50Ms ?? NaN;
  return [
    atLeast('64 callers: ours / textbook', 4, rate(ours, 64) / rate(textbook, 64)),
    atLeast('1,000 callers: ours / textbook', 6, rate(ours, 1_000) / rate(textbook, 1_000)),
    atLeast(
      '1,000 callers: ours / blind writer with callers',
      0.9,
      rate(ours, 1_000) / rate(blindWithCallers, 1_000),
    ),
    atLeast(
      '1,000 callers: ours / blind writer, all made beforehand',
      0.9,
      rate(ours, 1_000) / blindRate('uniform', rounds),
    ),
    ...([64, 1_000] as const).map((callers) =>
      atLeast(
        `${callers.toLocaleString('en-US')} callers: hot payee / uniform, ours`,
        1,
        rate(ours, callers, 'hot payee') / rate(ours, callers),
      ),
    ),
    atLeast('1 caller: p50 textbook / p50 ours', 1, p50(textbook) / p50(ours)),
    ...([64, 1_000] as const).flatMap((callers) => cpuTargets(rounds, callers)),
  ];
}

function chosenCases({ filters }: SuiteContext): Case[] {
  const { way, callers: wantedCallers, pattern: wantedPattern } = filters;
  return patterns
    .flatMap((pattern) =>
      callerCounts.flatMap((callers) =>
        contenders.map((contender): Case => ({ contender, callers, pattern })),
      ),
    )
    .filter(
      ({ contender, callers, pattern }) =>
        (way === undefined || way.split(',').some((name) => contender.name.startsWith(name))) &&
        (wantedCallers === undefined || callers === wantedCallers) &&
        (wantedPattern === undefined || pattern.startsWith(wantedPattern)),
    );
}

function chosenBlind({ filters }: SuiteContext): readonly BlindCase[] {
  const { way, pattern: wantedPattern } = filters;
  if (way !== undefined && !way.split(',').includes('blind')) return [];
  return blindCases.filter(
    ({ pattern }) => wantedPattern === undefined || pattern.startsWith(wantedPattern),
  );
}

async function run(context: SuiteContext) {
  const { server, quick, rounds: count, progress, filters, patienceMs } = context;
  const address = await server.freshSchema('bench_ledger');
  const pool = createPool(address, { limits: { statementMs: 120_000 } });
  const cases = chosenCases(context);
  const url = databaseUrl(address);
  const about = { databaseUrl: url, serverPid: server.pid, customers: accounts };
  const names = cases.map(({ contender }) => contender.name);
  const ways = startWays(names, about);
  try {
    const customers = await makePopulation(pool, accounts);
    await insertPots(pool, customers);
    const place = { pool, customers, address, serverPid: server.pid };
    const rounds: Rounds = {
      cases: new Map(cases.map((one) => [one, []])),
      blind: new Map(chosenBlind(context).map((one) => [one, []])),
    };
    // In rounds, so that a slow minute of the machine affects all of them.
    for (let round = 1; round <= count; round += 1) {
      for (const [one, results] of rounds.cases) {
        const { contender, callers, pattern } = one;
        const asked = { callers, pattern, quick };
        const measure = async () => ways.measure(contender.name, asked);
        const result = await quietly(patienceMs, measure);
        results.push(result);
        const speed = `${figure(result.perSecond)}/s, p50 ${figure(result.p50Ms)} ms`;
        const told = `${contender.name}, ${callers} callers, ${pattern}`;
        progress(`round ${round}: ${told}: ${speed}, ${cpuText(result)}`);
      }
      for (const [one, results] of rounds.blind) {
        const result = await quietly(patienceMs, async () => measureBlind(place, one, quick));
        results.push(result);
        const { pattern, connections, transfersPerBatch } = one;
        const told = `blind, ${connections} × ${transfersPerBatch}, ${pattern}`;
        progress(`round ${round}: ${told}: ${figure(result.perSecond)}/s, ${cpuText(result)}`);
      }
    }
    const isWhole = Object.values(filters).every((filter) => filter === undefined);
    return {
      tables: [...patterns.map((pattern) => rateTable(pattern, rounds)), cpuTable(rounds)],
      // With only some of the cases there is nothing to compare.
      targets: isWhole ? targetsOf(rounds) : [],
      values: {
        cases: [...rounds.cases].map(([one, results]) => ({
          ...one,
          contender: one.contender.name,
          results,
        })),
        blind: [...rounds.blind].map(([one, results]) => ({ ...one, results })),
      },
    };
  } finally {
    await ways.close();
    await pool.close();
    await server.dropSchema('bench_ledger');
  }
}

export const ledgerSuite: Suite = { name: 'ledger', run };
