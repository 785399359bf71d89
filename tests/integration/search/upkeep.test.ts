/** The index is made once by several processes, made again, compared, and never has a gap. */
import { beforeEach, expect, test } from 'vitest';
import { ensureChart } from '../../../src/bank/ledger/chart.ts';
import type * as m from '../../../src/bank/model/index.ts';
import { groupSize, indexVersion } from '../../../src/bank/records/search/group.ts';
import { indexHistory, indexKind, makeGroup } from '../../../src/bank/records/search/job.ts';
import { checkHistoryIndex, rebuildHistoryIndex } from '../../../src/bank/records/search/upkeep.ts';
import { searchHistory } from '../../../src/bank/records/search/search.ts';
import { readHistory } from '../../../src/bank/records/store/history.ts';
import { groupsOf } from '../../../src/bank/records/store/search-groups.ts';
import { deleteIndexOf, insertIndexed } from '../../../src/bank/records/store/search-index.ts';
import { testDatabase } from '../../support/database.ts';
import { insertEntriesOf, insertHolders, type MadeEntry } from '../../support/long-history.ts';

const database = testDatabase();
const owner = 1_000n as m.AccountId;
const other = 2_000n as m.AccountId;
const made = (count: number) =>
  Array.from({ length: count }, (_, index): MadeEntry => ({
    kind: 'TRANSFER',
    amount: 1n,
    party: other,
    memo: `No ${index}`,
  }));
const always = () => true;

beforeEach(async () => {
  await ensureChart(database.pool, { code: 'GEM', scale: 2 }, '2025-01-01');
  await insertHolders(database.pool, [
    { id: Number(owner), name: 'Owner' },
    { id: Number(other), name: 'Other' },
  ]);
  await insertEntriesOf(database.pool, owner, made(groupSize - 1));
});

test('begins with a whole group, and only with the rights of the bank', async () => {
  expect(await indexHistory(database.botPool, always)).toBe(0);
  await insertEntriesOf(database.pool, owner, made(1), groupSize - 1);
  expect(await indexHistory(database.botPool, () => false)).toBe(0);
  expect(await indexHistory(database.botPool, always)).toBe(1);
  expect(await indexHistory(database.botPool, always)).toBe(0);
  expect(await checkHistoryIndex(database.botPool)).toEqual({ groups: 1, wrong: [] });
});

test('two processes and a repeated round make it once; a rebuild makes the same', async () => {
  await insertEntriesOf(database.pool, owner, made(groupSize + 5), groupSize - 1);
  const job = indexKind(database.pool);
  const rounds = await Promise.all([
    indexHistory(database.pool, always),
    indexHistory(database.pool, always),
    job.run({} as Parameters<typeof job.run>[0]),
  ]);
  expect(rounds.length).toBe(3);
  await indexHistory(database.pool, always);
  expect(await checkHistoryIndex(database.pool)).toEqual({ groups: 2, wrong: [] });
  expect(await rebuildHistoryIndex(database.pool)).toBe(2);
  expect(await checkHistoryIndex(database.pool)).toEqual({ groups: 2, wrong: [] });
});

test('a group is not written when those before it were deleted meanwhile', async () => {
  await insertEntriesOf(database.pool, owner, made(groupSize + 5), groupSize - 1);
  const second = await makeGroup(database.pool, owner, 1);
  expect(await insertIndexed(database.pool, second)).toBe(false);
  await indexHistory(database.pool, always);
  await deleteIndexOf(database.pool, owner);
  expect(await insertIndexed(database.pool, second)).toBe(false);
  expect(await groupsOf(database.pool, owner, indexVersion)).toBe(0);
});

test('a wrong group is found, and one of another version is made again', async () => {
  await insertEntriesOf(database.pool, owner, made(1), groupSize - 1);
  await indexHistory(database.pool, always);
  await database.pool.write('DELETE FROM history_items WHERE slice = 7');
  expect(await checkHistoryIndex(database.pool)).toEqual({
    groups: 1,
    wrong: [{ accountId: owner, group: 0 }],
  });
  await database.pool.write('UPDATE history_groups SET version = 99');
  expect(await groupsOf(database.pool, owner, indexVersion)).toBe(0);
  expect(await indexHistory(database.pool, always)).toBe(1);
  expect(await checkHistoryIndex(database.pool)).toEqual({ groups: 1, wrong: [] });
});

test('a search finds the same while the index is made, made again and entries arrive', async () => {
  await insertEntriesOf(database.pool, owner, made(2 * groupSize), groupSize - 1);
  const range = {
    accountId: owner,
    filter: { text: 'No 777' },
    limit: 100,
    cursor: { before: BigInt(2 * groupSize) },
  };
  const expected = await readHistory(database.pool, range);
  expect(expected.length).toBeGreaterThan(20);
  let isDone = false;
  const work = async () => {
    await indexHistory(database.pool, always);
    await insertEntriesOf(database.pool, owner, made(groupSize), 3 * groupSize - 1);
    for (let times = 0; times < 3; times += 1) await rebuildHistoryIndex(database.pool);
    isDone = true;
  };
  const worked = work();
  let searches = 0;
  while (!isDone) {
    const found = await searchHistory(database.pool, { ...range, budget: 10 * groupSize });
    expect(found.rows.map(({ seq }) => seq)).toEqual(expected.map(({ seq }) => seq));
    searches += 1;
  }
  await worked;
  expect(searches).toBeGreaterThan(2);
  expect(await checkHistoryIndex(database.pool)).toEqual({ groups: 3, wrong: [] });
});
