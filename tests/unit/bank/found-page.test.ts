import { expect, test } from 'vitest';
import { foundPageOf, type PageCursor } from '../../../src/bank/model/base/pages.ts';

/** Multiples of ten up to 200 match; a search looks at 45 numbers and then stops. */
async function read(cursor: PageCursor, limit: number) {
  const isUp = cursor !== null && 'after' in cursor;
  const from = cursor === null ? 201n : 'after' in cursor ? cursor.after : cursor.before;
  const rows: bigint[] = [];
  let at = from;
  for (let looked = 0; looked < 45; looked += 1) {
    at += isUp ? 1n : -1n;
    if (at < 1n || at > 200n) return { rows, reached: null };
    if (at % 10n === 0n) rows.push(at);
    if (rows.length === limit) return { rows, reached: null };
  }
  return { rows, reached: at };
}
const turn = async (cursor: { readonly before?: bigint; readonly after?: bigint }, size = 8) =>
  foundPageOf({ size, ...cursor }, { sizeMax: 100, keyOf: (row: bigint) => row, read });

test('an unfinished page goes on where the search stopped, downwards to the end', async () => {
  const found: bigint[] = [];
  let page = await turn({});
  expect(page).toMatchObject({ older: 156n, newer: null, unfinished: 'older' });
  for (;;) {
    found.push(...page.entries);
    if (page.older === null) break;
    page = await turn({ before: page.older });
  }
  expect(found).toEqual(Array.from({ length: 20 }, (_, index) => 200n - 10n * BigInt(index)));
});

test('upwards it goes on, too, and leads back to what was shown', async () => {
  const page = await turn({ after: 42n });
  expect(page).toEqual({
    entries: [80n, 70n, 60n, 50n],
    older: 50n,
    newer: 87n,
    unfinished: 'newer',
  });
  const none = await foundPageOf(
    { size: 8, after: 42n },
    { sizeMax: 100, keyOf: (row: bigint) => row, read: async () => ({ rows: [], reached: 87n }) },
  );
  expect(none).toEqual({ entries: [], older: 43n, newer: 87n, unfinished: 'newer' });
});

test('a full page is as any other', async () => {
  const page = await turn({ before: 200n }, 3);
  expect(page).toEqual({ entries: [190n, 180n, 170n], older: 170n, newer: 190n });
});
