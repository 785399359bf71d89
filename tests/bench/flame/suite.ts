/** Where the process' time of a transfer goes: a profile of the ledger, as a table and a picture. */
import { Session, type Profiler } from 'node:inspector/promises';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPool } from '../../../src/db/pool.ts';
import { measureCase } from '../ledger/measure.ts';
import { ours } from '../ledger/ours.ts';
import type { Suite, SuiteContext } from '../support/context.ts';
import { makePopulation } from '../support/population.ts';
import { figure } from '../support/report.ts';
import { benchFolder } from '../support/server.ts';
import { flameSvg } from './svg.ts';
import { frameTree, partsOf } from './tree.ts';

const accounts = 10_000;
const callers = 1_000;
const intervalUs = 200;

async function profiled<T>(work: () => Promise<T>): Promise<readonly [T, Profiler.Profile]> {
  const session = new Session();
  session.connect();
  try {
    await session.post('Profiler.enable');
    await session.post('Profiler.setSamplingInterval', { interval: intervalUs });
    await session.post('Profiler.start');
    const result = await work();
    const { profile } = await session.post('Profiler.stop');
    return [result, profile];
  } finally {
    session.disconnect();
  }
}

async function run({ server, quick, progress }: SuiteContext) {
  const address = await server.freshSchema('bench_flame');
  const pool = createPool(address, { limits: { statementMs: 120_000 } });
  try {
    const customers = await makePopulation(pool, accounts);
    const place = { pool, customers, address, serverPid: server.pid };
    const one = { contender: ours, callers, pattern: 'uniform' } as const;
    // Compiled code alone.
    await measureCase(place, one, quick);
    const [measured, profile] = await profiled(async () => measureCase(place, one, quick));
    const root = frameTree(profile);
    const title =
      `${callers.toLocaleString('en-US')} callers, ${figure(measured.count)} transfers, ` +
      `${figure(root.totalUs / 1e6)} s of the process`;
    const name = 'ledger-flame.svg';
    const folder = join(benchFolder, quick ? 'results' : '../../docs/images');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, name), flameSvg(root, title));
    progress(`flame: ${title}`);
    const parts = [...partsOf(root)].sort(([, one], [, other]) => other - one);
    return {
      tables: [
        {
          title: `Share of the process' time, ${callers.toLocaleString('en-US')} callers`,
          columns: ['part', '%'],
          rows: parts.map(([part, us]) => [part, (us / root.totalUs) * 100]),
        },
      ],
      targets: [],
      values: Object.fromEntries(parts),
    };
  } finally {
    await pool.close();
    await server.dropSchema('bench_flame');
  }
}

export const flameSuite: Suite = { name: 'flame', roundsMax: 1, run };
