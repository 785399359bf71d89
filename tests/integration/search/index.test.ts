/** A search with the index finds what a search without it finds, in both directions. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cashAccount, ensureChart } from '../../../src/bank/ledger/chart.ts';
import type * as m from '../../../src/bank/model/index.ts';
import { groupSize } from '../../../src/bank/records/search/group.ts';
import { indexHistory } from '../../../src/bank/records/search/job.ts';
import { searchHistory } from '../../../src/bank/records/search/search.ts';
import { sumHistory } from '../../../src/bank/records/search/sums.ts';
import { readHistory } from '../../../src/bank/records/store/history.ts';
import type { Scalar } from '../../../src/db/text/scalars.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import {
  bookedAt,
  insertEntriesOf,
  insertHolders,
  type MadeEntry,
} from '../../support/long-history.ts';

const owner = 1_000n as m.AccountId;
const names = [
  'Anna M.',
  'Åsa Ö.',
  'Ben O.',
  '田中 あ.',
  'משה כ.',
  'İlker I.',
  'Cash 100%',
  'Ben _.',
];
const parties = names.map((name, index) => ({ id: 2_000 + index, name }));
const total = 2 * groupSize + 2_000;

/** Always the same numbers, from 0 below 1. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const next = random(42);
const oneOf = <Value>(list: readonly Value[]): Value => list[Math.floor(next() * list.length)]!;
const words = [
  'rent',
  'Pizza',
  'CAFÉ',
  'naïve',
  '家賃',
  'お米',
  'كهرباء',
  'שכירות',
  '🎉',
  '50%',
  'a_b',
];
const rare = [
  "'; DROP--",
  'zebra',
  'Ωmega',
  '珍しい',
  '\\back',
  'tschüß',
  'I\u0307stanbul',
  '🦓🦓',
];

function memoOf(seq: number): string | null {
  if (seq % 7 === 0) return null;
  if (seq % 4_001 === 3) return `${oneOf(words)} ${rare[Math.floor(seq / 4_001) % rare.length]!}`;
  if (seq % 3 === 0) return `Invoice ${100_000 + seq}`;
  return `${oneOf(words)} ${oneOf(words)}`;
}

const made = Array.from({ length: total }, (_, index): MadeEntry => {
  const seq = index + 1;
  // A few amounts are far from all others.
  const size = seq % 6_007 === 9 ? 1_000_000n + BigInt(seq) : 100n + BigInt(seq % 900);
  const amount = next() < 0.5 ? -size : size;
  if (seq % 9_000 === 5) return { kind: 'DEPOSIT', amount: 9n, party: cashAccount.id, memo: null };
  // The last one is on the other side of the oldest entries alone.
  const party = BigInt(seq < 40 ? 2_007 : 2_000 + Math.floor(next() * 7)) as m.AccountId;
  return { kind: 'TRANSFER', amount, party, memo: memoOf(seq) };
});

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await ensureChart(database.pool, { code: 'GEM', scale: 2 }, '2025-01-01');
  await insertHolders(database.pool, [{ id: Number(owner), name: 'Owner' }, ...parties]);
  await insertEntriesOf(database.pool, owner, made);
  expect(await indexHistory(database.pool, () => true)).toBe(2);
}, 120_000);
afterAll(async () => database.close());

const dayOf = (seq: number) => bookedAt(seq).toISOString().slice(0, 10);
type Range = Parameters<typeof searchHistory>[1];
const rangeOf = (filter: m.HistoryFilter, more: Partial<Range> = {}): Range => ({
  accountId: owner,
  filter,
  limit: 9,
  cursor: null,
  ...more,
});
const textOf = (filter: m.HistoryFilter): string =>
  JSON.stringify(filter, (_, value: unknown) => (typeof value === 'bigint' ? `${value}` : value));
const seqsOf = (rows: readonly { readonly seq: bigint }[]) => rows.map(({ seq }) => Number(seq));

/** Both groups in one window, and each in its own: the first then says how the second is read. */
async function expectSame(range: Range): Promise<number> {
  const all = seqsOf(await readHistory(database.pool, range));
  const whole = { ...range, budget: 10 * total };
  const [found, inTwo] = await Promise.all([
    searchHistory(database.pool, whole),
    searchHistory(database.pool, { ...whole, windows: { first: 1, most: 1 } }),
  ]);
  for (const { rows, reached } of [found, inTwo]) {
    expect(seqsOf(rows)).toEqual(all);
    expect(reached).toBeNull();
  }
  return found.looked;
}

describe('equals a search without the index', () => {
  const parts = `zebr|ebra|PIZZA n|cafe|naive|賃|家賃 お|invoice 100007|00033|7|tschuss|TSCHÜß|🦓|0%|_b|
\\|no such text|istanbul|ω|ı`;
  const texts = [...words, ...rare, ...parts.replace('\n', '').split('|')];
  test.each(texts)('for the text %s', async (text) => {
    for (const cursor of [null, { after: 11_000n }]) {
      await expectSame(rangeOf({ text }, { cursor, limit: 20 }));
    }
  });

  const others: m.HistoryFilter[] = [
    ...[...names, 'ben', 'o', 'ASA', '2007', '1000002003', '1', '999999'].map((counterparty) => ({
      counterparty,
    })),
    { kinds: ['DEPOSIT'] },
    { kinds: ['DEPOSIT', 'FEE'] },
    { kinds: ['REVERSAL'] },
    { direction: 'in', text: 'zebra' },
    { counterparty: 'Ben', text: 'zebra', direction: 'out' },
    { counterparty: 'Ben _', text: 'pizza' },
    { text: 'zebra', fromDate: dayOf(9_000), toDate: dayOf(29_000) },
    { kinds: ['TRANSFER'], text: 'Ωmega', counterparty: 'a' },
    { amount: { least: 500n, most: 500n } },
    { amount: { least: 500n, most: 515n }, direction: 'in' },
    { amount: { least: 1_000_000n, most: null } },
    { amount: { least: null, most: 9n } },
    { amount: { least: 200n, most: 900n }, text: 'zebra' },
    { amount: { least: 1_006_016n, most: 1_006_016n }, counterparty: 'e' },
    { amount: { least: 10n, most: 2n } },
  ];
  const named = others.map((filter) => [textOf(filter), filter] as const);
  test.each(named)('for %s', async (_, filter) => {
    for (const cursor of [null, { before: 17_000n }, { after: 0n }]) {
      await expectSame(rangeOf(filter, { cursor, limit: 200 }));
    }
    await expectSame(rangeOf(filter, { seqAfter: 20_100n, limit: 200 }));
  });

  test('for random parts of random memos', async () => {
    for (let round = 0; round < 60; round += 1) {
      const memo = Array.from(oneOf(made).memo ?? 'nothing');
      const from = Math.floor(next() * memo.length);
      const text = memo.slice(from, from + 1 + Math.floor(next() * 6)).join('');
      const counterparty = next() < 0.3 ? { counterparty: oneOf(names) } : {};
      await expectSame(rangeOf({ text, ...counterparty }, { limit: 30 }));
    }
  });
});

test('reads few entries where few can match', async () => {
  const rarely = await expectSame(rangeOf({ text: 'zebra' }));
  expect(rarely).toBeLessThan(9_000);
  expect(await expectSame(rangeOf({ text: 'no such text' }))).toBeLessThan(4_700);
  expect(await expectSame(rangeOf({ counterparty: 'Ben _' }, { limit: 60 }))).toBeLessThan(5_000);
});

describe('what the first window teaches', () => {
  /** The slices that are read of each window. */
  async function slicesRead(filter: m.HistoryFilter): Promise<readonly number[]> {
    const read: number[] = [];
    const reader = {
      rows: async (sql: string, values: readonly Scalar[] = []) => {
        const list = /slice IN \((.*?)\)/.exec(sql)?.[1];
        if (list !== undefined) read.push(list.split(', ').length);
        return database.pool.rows(sql, values);
      },
    };
    await searchHistory(reader, rangeOf(filter, { windows: { first: 1, most: 1 } }));
    return read;
  }
  test('one condition is read where it leaves no block', async () => {
    expect(await slicesRead({ text: 'no such text', direction: 'in' })).toEqual([8, 1]);
  });
  test('others are read where it leaves some, without those that leave all', async () => {
    const filter: m.HistoryFilter = { kinds: ['TRANSFER'], counterparty: 'Ben _', text: 'invoice' };
    expect(await slicesRead(filter)).toEqual([8, 1]);
    expect(await slicesRead({ text: 'schüß', direction: 'in' })).toEqual([2, 1]);
  });
});

test('sums are those of all entries, with and without the index', async () => {
  const filters: m.HistoryFilter[] = [
    {},
    { direction: 'in' },
    { fromDate: dayOf(5_000), toDate: dayOf(33_000) },
    { fromDate: dayOf(20_000), direction: 'out' },
    { fromDate: '2099-01-01' },
    { text: 'zebra' },
    { text: 'rent', toDate: dayOf(30_000) },
    { counterparty: 'Ben', amount: { least: 400n, most: null } },
    { amount: { least: 500n, most: 500n }, direction: 'out' },
  ];
  for (const filter of filters) {
    const every = { accountId: owner, filter };
    const rows = await readHistory(database.pool, rangeOf(filter, { limit: total }));
    const sumOf = (isIn: boolean) => {
      const amounts = rows.map(({ amount }) => amount).filter((one) => one > 0n === isIn);
      const sum = amounts.reduce((a, b) => a + b, 0n);
      return { count: amounts.length, total: isIn ? sum : -sum };
    };
    expect(await sumHistory(database.pool, every)).toEqual({ in: sumOf(true), out: sumOf(false) });
  }
});

test('sums over whole groups read no more entries than those at the ends', async () => {
  const asked: string[] = [];
  const reader = {
    rows: async (sql: string, values: readonly Scalar[] = []) => {
      if (sql.includes('FROM entries')) asked.push(sql);
      return database.pool.rows(sql, values);
    },
  };
  await sumHistory(reader, { accountId: owner, filter: {} });
  // The 2,000 entries after the two groups.
  expect(asked).toHaveLength(1);
});

test('names are those of now', async () => {
  const rename = async (name: string) =>
    database.pool.write('UPDATE accounts SET holder_name = ? WHERE id = 2007', [name]);
  await rename('Zoë Q.');
  await expectSame(rangeOf({ counterparty: 'zoe' }, { limit: 60 }));
  await rename('Former customer');
  const found = await searchHistory(database.pool, rangeOf({ counterparty: 'zoe' }));
  expect(found.rows).toEqual([]);
  await expectSame(rangeOf({ counterparty: 'former' }, { limit: 60 }));
});

describe('a search that stops', () => {
  test.each([
    { filter: { text: 'rent', counterparty: 'Anna' }, isDown: true },
    { filter: { text: 'rent', counterparty: 'Anna' }, isDown: false },
    { filter: { text: 'zebra' }, isDown: true },
    { filter: { text: 'zebra' }, isDown: false },
  ])('goes on where it stopped and loses nothing: %j', async ({ filter, isDown }) => {
    const all = await readHistory(
      database.pool,
      rangeOf(filter, { limit: total, cursor: isDown ? null : { after: 0n } }),
    );
    const found: number[] = [];
    let cursor: Range['cursor'] = isDown ? null : { after: 0n };
    let stops = 0;
    for (;;) {
      const limit = 400;
      const part = await searchHistory(
        database.pool,
        rangeOf(filter, { cursor, limit, budget: 1 }),
      );
      found.push(...seqsOf(part.rows));
      const last = part.rows.length === limit ? part.rows.at(-1)!.seq : part.reached;
      stops += part.reached === null ? 0 : 1;
      if (last === null) break;
      cursor = isDown ? { before: last } : { after: last };
    }
    expect(found).toEqual(seqsOf(all));
    expect(stops).toBeGreaterThan(0);
  });
});
