import { describe, expect, test } from 'vitest';
import {
  groupBuilder,
  groupSize,
  type IndexedEntry,
} from '../../../src/bank/records/search/group.ts';
import {
  amountItems,
  amountStep,
  directionItem,
  kindItem,
  partsOfSearch,
  partyItem,
  sliceOf,
} from '../../../src/bank/records/search/items.ts';
import { hasBlock } from '../../../src/bank/records/search/blocks.ts';
import { blocksWith } from '../../../src/bank/records/search/lookup.ts';
import { batchesOf, sizeOf, type Span, spansOf } from '../../../src/bank/records/search/spans.ts';

type Placed = IndexedEntry & { readonly at: number };
const entry = (at: number, memo: string | null): Placed => ({
  at,
  kind: 'TRANSFER',
  amount: at % 2 === 0 ? 1_999n : -250n,
  party: `${at % 100}`,
  memo,
});

function indexOf(entries: readonly Placed[]) {
  const builder = groupBuilder();
  for (const { at, ...each } of entries) builder.add(each, at);
  const slices = new Map(builder.slices().map(({ slice, items }) => [slice, items]));
  const has = (item: number, block: number): boolean => {
    const items = slices.get(sliceOf(item));
    return items !== undefined && hasBlock(blocksWith(items, item), block);
  };
  const size = [...slices.values()].reduce((sum, items) => sum + items.length, 0);
  return { has, size };
}

describe('the index of a group', () => {
  test('knows the block of a memo, a kind, a direction and a party', () => {
    const { has } = indexOf([entry(0, 'Pizza'), entry(10_000, 'Rent'), entry(10_001, null)]);
    const [pizza] = partsOfSearch('PIZZA');
    expect([has(pizza!, 0), has(pizza!, 39)]).toEqual([true, false]);
    expect(partsOfSearch('ent').map((item) => [has(item, 0), has(item, 39)])).toEqual([
      [false, true],
    ]);
    expect([has(directionItem('out'), 0), has(directionItem('out'), 39)]).toEqual([false, true]);
    expect([has(kindItem('TRANSFER'), 39), has(kindItem('FEE'), 39)]).toEqual([true, false]);
    const found = (least: bigint | null, most: bigint | null) =>
      [0, 39].map((block) => amountItems({ least, most }).some((item) => has(item, block)));
    expect(found(1_999n, 1_999n)).toEqual([true, true]);
    expect(found(250n, 250n)).toEqual([false, true]);
    expect(found(null, 1_000n)).toEqual([false, true]);
    expect(found(10_000n, null)).toEqual([false, false]);
    expect([has(partyItem('1'), 39), has(partyItem('2'), 39)]).toEqual([true, false]);
  });

  test('misses no part of any memo, also with more items than it has room for', () => {
    let state = 7;
    const letter = () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return String.fromCharCode(0x4e_00 + ((state >>> 8) % 20_000));
    };
    const memos = Array.from({ length: groupSize }, () =>
      Array.from({ length: 20 }, letter).join(''),
    );
    const { has, size } = indexOf(memos.map((memo, at) => entry(at, memo)));
    for (let at = 0; at < groupSize; at += 97) {
      for (const length of [1, 2, 3, 4, 5, 9, 20]) {
        const parts = partsOfSearch(memos[at]!.slice(0, length));
        expect(parts.every((item) => has(item, Math.floor(at / 256)))).toBe(true);
      }
    }
    expect(size).toBeLessThan(131_072 * 11 + 1_000);
  });
});

test('amounts have steps that rise, and a range has the steps of all its amounts', () => {
  const amounts = [1n, 2n, 3n, 4n, 7n, 8n, 99n, 100n, 2n ** 40n - 1n, 2n ** 40n, 2n ** 53n - 1n];
  const steps = amounts.map(amountStep);
  expect(steps).toEqual(steps.toSorted((a, b) => a - b));
  expect(new Set(amountItems({ least: 1n, most: null })).size).toBe(1 + steps.at(-1)!);
  expect(amountItems({ least: 9n, most: 8n })).toEqual([]);
});

describe('spans', () => {
  test('of neighbouring blocks are one, also across groups', () => {
    const groups = [
      { low: 1, high: 0x8000_0000 },
      { low: 1, high: 0 },
    ];
    expect(spansOf(groups, 2)).toEqual([
      { from: 32_769, below: 33_025 },
      { from: 48_897, below: 49_409 },
    ]);
  });

  test.each([true, false])('are read in order, each number once (downwards: %s)', (isDown) => {
    const spans: Span[] = Array.from({ length: 40 }, (_, index) => ({
      from: index * 20_000 + 1,
      below: index * 20_000 + 1 + (index % 5) * 4_000,
    }));
    const batches = batchesOf(spans, isDown);
    const read = batches.flat();
    const sum = (list: readonly Span[]) => list.map(sizeOf).reduce((all, size) => all + size, 0);
    expect(sum(read)).toBe(sum(spans));
    expect(Math.max(...batches.map(sum))).toBeLessThanOrEqual(8_192);
    const starts = read.map(({ from }) => from);
    expect(starts).toEqual([...starts].toSorted((a, b) => (isDown ? b - a : a - b)));
  });
});
