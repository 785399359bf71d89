/** Makes the index of the long history, and measures what it costs. */
import { createPool, type Pool } from '../../../src/db/pool.ts';
import { integerOf } from '../../../src/db/rows.ts';
import { groupSize } from '../../../src/bank/records/search/group.ts';
import { indexHistory } from '../../../src/bank/records/search/job.ts';
import { deleteIndexOf } from '../../../src/bank/records/store/search-index.ts';
import { measureCase } from '../ledger/measure.ts';
import { ours } from '../ledger/ours.ts';
import { watchCpu } from '../support/cpu.ts';
import { customerAt, insertPopulation } from '../support/population.ts';
import type { Table } from '../support/report.ts';
import type { BenchServer } from '../support/server.ts';
import { longLedger, reader } from './generate.ts';

export interface Indexed {
  readonly entries: number;
  readonly groups: number;
  readonly indexBytes: number;
  readonly secondsSpent: number;
  /** Processor microseconds of an indexed entry. */
  readonly hereUs: number;
  readonly serverUs: number;
}

const selectBytes = `
  SELECT CAST(SUM(LENGTH(items) + 25) AS SIGNED) AS bytes
  FROM history_items`;

export async function makeIndex(
  pool: Pool,
  server: BenchServer,
  { entries, progress }: { readonly entries: number; readonly progress: (line: string) => void },
): Promise<Indexed> {
  await deleteIndexOf(pool, reader.accountId);
  const stop = watchCpu(server.pid);
  const groups = await indexHistory(pool, () => true);
  const { spentMs, hereMs, serverMs } = stop();
  const [row = {}] = groups === 0 ? [{ bytes: 0 }] : await pool.rows(selectBytes);
  const indexedEntries = Math.max(1, groups * groupSize);
  progress(`indexed ${groups} groups in ${(spentMs / 1_000).toFixed(1)} s`);
  return {
    entries,
    groups,
    indexBytes: integerOf(row, 'bytes'),
    secondsSpent: spentMs / 1_000,
    hereUs: (hereMs * 1_000) / indexedEntries,
    serverUs: (serverMs * 1_000) / indexedEntries,
  };
}

/** Processor microseconds of a payment to one busy account, here and in the server. */
async function paymentUs(server: BenchServer, quick: boolean): Promise<number> {
  const customers = Array.from({ length: 1_000 }, (_, index) => customerAt(index));
  const address = await server.freshSchema('bench_payments');
  const pool = createPool(address);
  try {
    await insertPopulation(pool, customers, { deposits: false });
    const place = { pool, customers, address, serverPid: server.pid };
    const payments = { contender: ours, callers: 64, pattern: 'hot payee' } as const;
    const { cpu, count } = await measureCase(place, payments, quick);
    return ((cpu.hereMs + cpu.serverMs) * 1_000) / count;
  } finally {
    await pool.close();
    await server.dropSchema('bench_payments');
  }
}

/** The index of an entry, as a share of a payment to a busy account, measured in turn. */
export async function indexShares(
  server: BenchServer,
  setting: {
    readonly entries: number;
    readonly quick: boolean;
    readonly progress: (line: string) => void;
  },
): Promise<readonly number[]> {
  const { entries, quick, progress } = setting;
  const { pool } = await longLedger(server, entries, progress);
  const shares: number[] = [];
  try {
    for (let round = 0; round < 3; round += 1) {
      const ofPayment = await paymentUs(server, quick);
      const { hereUs, serverUs } = await makeIndex(pool, server, { entries, progress });
      shares.push((hereUs + serverUs) / ofPayment);
      progress(`index ${(hereUs + serverUs).toFixed(1)} µs, payment ${ofPayment.toFixed(0)} µs`);
    }
  } finally {
    await pool.close();
  }
  return shares;
}

export const indexTable = (indexed: readonly Indexed[]): Table => ({
  title: 'The index of the account',
  columns: [
    'entries',
    'groups',
    'index MB',
    'bytes per entry',
    's',
    'process µs per entry',
    'server',
  ],
  rows: indexed
    .filter(({ groups }) => groups > 0)
    .map(({ entries, groups, indexBytes, secondsSpent, hereUs, serverUs }) => [
      entries.toLocaleString('en-US'),
      groups,
      indexBytes / 1_000_000,
      indexBytes / (groups * groupSize),
      secondsSpent,
      hereUs,
      serverUs,
    ]),
});
