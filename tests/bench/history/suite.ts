/** Pages of a history of ten thousand, a million and ten million entries, read through the bank. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bank } from '../../../src/bank/index.ts';
import { searchHistory } from '../../../src/bank/records/search/search.ts';
import { openBank } from '../support/bank.ts';
import { type CpuUse, watchCpu } from '../support/cpu.ts';
import type { Suite, SuiteContext } from '../support/context.ts';
import { closedLoop, median, medianOf, type Measured } from '../support/measure.ts';
import { quietly } from '../support/quiet.ts';
import { atMost, type Table } from '../support/report.ts';
import { benchFolder } from '../support/server.ts';
import { longLedger, reader } from './generate.ts';
import { indexTable, makeIndex, type Indexed, indexShares } from './index-cost.ts';
import { planText, plansOf } from './plans.ts';
import { pageSize, type Read, reads } from './reads.ts';

const allSizes = [10_000, 1_000_000, 10_000_000] as const;
const quickSizes = [10_000, 1_000_000] as const;

const pageOf = async (bank: Bank, read: Read, entries: number) =>
  bank.statements.page(read.session?.() ?? reader.session, {
    filter: read.filter,
    size: pageSize,
    ...(read.before ? { before: read.before(entries) } : {}),
  });

/** A wrong page must not count as a fast one. */
async function check(bank: Bank, entries: number): Promise<void> {
  for (const read of reads.filter(({ session }) => session === undefined)) {
    const { entries: shown } = await pageOf(bank, read, entries);
    if (!read.isShort && shown.length !== pageSize) {
      throw new Error(`${read.name}: ${shown.length} entries`);
    }
    const newest = read.before?.(entries) ?? BigInt(entries + 1);
    const contiguous = shown.every(({ seq }, index) => seq === newest - 1n - BigInt(index));
    if (Object.keys(read.filter).length === 0 && !contiguous) throw new Error(read.name);
  }
}

/** A pause of the machine, by the host or by others, must not count as a slow page. */
const quietCores = 0.03;

interface PageMeasured extends Measured {
  readonly cpu: CpuUse;
}

async function timed(pid: number, work: () => Promise<Measured>): Promise<PageMeasured> {
  const stop = watchCpu(pid);
  const measured = await work();
  return { ...measured, cpu: stop() };
}

async function measure(bank: Bank, read: Read, entries: number, quick: boolean) {
  const measureMs = quick ? 1_000 : 2_000;
  const work = async () => pageOf(bank, read, entries);
  // A page that takes longer than the whole measurement is measured by itself.
  const begun = performance.now();
  await work();
  const onceMs = performance.now() - begun;
  if (onceMs > measureMs / 4) {
    return { perSecond: 1_000 / onceMs, p50Ms: onceMs, p99Ms: onceMs, maxMs: onceMs, count: 1 };
  }
  return closedLoop({ callers: 1, warmMs: 200, measureMs, work });
}

async function plans(context: SuiteContext, sizes: readonly number[]): Promise<string> {
  const entries = sizes.at(-1)!;
  const { pool } = await longLedger(context.server, entries, context.progress);
  const texts: string[] = [];
  for (const { name, filter, before } of reads.filter(({ session }) => session === undefined)) {
    const cursor = before ? { before: before(entries) } : null;
    const range = { accountId: reader.accountId, filter, limit: pageSize + 1, cursor };
    texts.push(planText(name, await plansOf(pool, async (asked) => searchHistory(asked, range))));
  }
  await pool.close();
  const title = `# Query plans of the history at ${entries.toLocaleString('en-US')} entries`;
  return `${[title, ...texts].join('\n\n')}\n`;
}

function tableOf(sizes: readonly number[], middle: (read: Read, size: number) => Measured): Table {
  return {
    title: `One page of ${pageSize} entries, p50 and p99 in ms, by entries of the account`,
    columns: ['page', ...sizes.flatMap((size) => [`${size.toLocaleString('en-US')} p50`, 'p99'])],
    rows: reads.map((read) => [
      read.name,
      ...sizes.flatMap((size) => [middle(read, size).p50Ms, middle(read, size).p99Ms]),
    ]),
  };
}

async function run(context: SuiteContext) {
  const { server, quick, rounds, patienceMs, progress } = context;
  const sizes = quick ? quickSizes : allSizes;
  const measured = new Map<string, Measured[]>();
  const ledgers = [];
  const indexed: Indexed[] = [];
  for (const entries of sizes) {
    const { pool, address } = await longLedger(server, entries, progress);
    indexed.push(await makeIndex(pool, server, { entries, progress }));
    await pool.close();
    const open = await openBank(address);
    await check(open.bank, entries);
    ledgers.push({ entries, ...open });
  }
  const shares = await indexShares(server, { entries: sizes[1], quick, progress });
  for (let round = 1; round <= rounds; round += 1) {
    for (const read of reads) {
      for (const { entries, bank } of ledgers) {
        const key = `${read.name} ${entries}`;
        const once = async () => timed(server.pid, async () => measure(bank, read, entries, quick));
        const result = await quietly(patienceMs, once, quietCores);
        measured.set(key, [...(measured.get(key) ?? []), result]);
        const { p50Ms, p99Ms, cpu } = result;
        progress(
          `round ${round}: ${key}: p50 ${p50Ms.toFixed(2)} ms, p99 ${p99Ms.toFixed(1)} ms, ` +
            `others ${cpu.othersCores.toFixed(2)} cores`,
        );
      }
    }
  }
  for (const { close } of ledgers) await close();
  const middle = (read: Read, size: number) => medianOf(measured.get(`${read.name} ${size}`) ?? []);
  mkdirSync(join(benchFolder, 'results'), { recursive: true });
  const place = quick ? 'results/history-plans.md' : '../../docs/query-plans.md';
  writeFileSync(join(benchFolder, place), await plans(context, sizes));
  const [least = 0, most = 0] = [sizes[0], sizes.at(-1)];
  return {
    tables: [tableOf(sizes, middle), indexTable(indexed)],
    targets: [
      ...reads
        .slice(0, 2)
        .map((read) =>
          atMost(
            `${read.name}: p50 at ${most.toLocaleString('en-US')} entries / at 10,000`,
            1.3,
            middle(read, most).p50Ms / middle(read, least).p50Ms,
          ),
        ),
      ...reads
        .filter(({ name }) => name.startsWith('search'))
        .map((read) =>
          atMost(
            `${read.name}: p99 at ${most.toLocaleString('en-US')} entries, ms`,
            50,
            middle(read, most).p99Ms,
          ),
        ),
      atMost('index of an entry / payment to a busy account, processor time', 0.05, median(shares)),
    ],
    values: { ...Object.fromEntries(measured), indexed, shares },
  };
}

export const historySuite: Suite = { name: 'history', run };
