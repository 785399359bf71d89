/** The index keeps each account on the other side once, and no more of them than a search reads. */
import { beforeEach, expect, test } from 'vitest';
import { ensureChart } from '../../../src/bank/ledger/chart.ts';
import type * as m from '../../../src/bank/model/index.ts';
import { groupSize } from '../../../src/bank/records/search/group.ts';
import { indexHistory } from '../../../src/bank/records/search/job.ts';
import { searchHistory } from '../../../src/bank/records/search/search.ts';
import { checkHistoryIndex } from '../../../src/bank/records/search/upkeep.ts';
import { readHistory } from '../../../src/bank/records/store/history.ts';
import {
  knownPartiesOf,
  matchingParties,
  knownPartiesMax,
} from '../../../src/bank/records/store/search-parties.ts';
import { testDatabase } from '../../support/database.ts';
import { insertEntriesOf, insertHolders, type MadeEntry } from '../../support/long-history.ts';

const database = testDatabase();
const owner = 1_000n as m.AccountId;
/** More than are inserted without a look at those that are known. */
const count = 700;
const others = Array.from({ length: count + 100 }, (_, index) => ({
  id: 2_000 + index,
  name: `Holder ${index}.`,
}));

const withParties = (first: number): MadeEntry[] =>
  Array.from({ length: groupSize }, (_, index) => ({
    kind: 'TRANSFER',
    amount: 1n,
    party: BigInt(2_000 + first + (index % count)) as m.AccountId,
    memo: null,
  }));

beforeEach(async () => {
  await ensureChart(database.pool, { code: 'GEM', scale: 2 }, '2025-01-01');
  await insertHolders(database.pool, [{ id: Number(owner), name: 'Owner' }, ...others]);
});

test('known ones are not inserted again, new ones are', async () => {
  await insertEntriesOf(database.pool, owner, withParties(0));
  await indexHistory(database.pool, () => true);
  expect((await knownPartiesOf(database.pool, owner)).size).toBe(count);
  await insertEntriesOf(database.pool, owner, withParties(100), groupSize);
  await indexHistory(database.pool, () => true);
  const known = await knownPartiesOf(database.pool, owner);
  expect([...known].toSorted()).toEqual(others.map(({ id }) => `${id}`).toSorted());
  expect(await checkHistoryIndex(database.pool)).toEqual({ groups: 2, wrong: [] });
});

test('with too many no further ones are kept, and a search for a name misses nothing', async () => {
  await database.pool.writeRows(
    'INSERT INTO history_parties (account_id, counterparty_account_id) VALUES :rows',
    Array.from({ length: knownPartiesMax + 1 }, (_, index) => [owner, 1_000_000 + index]),
  );
  await insertEntriesOf(database.pool, owner, withParties(0));
  await indexHistory(database.pool, () => true);
  expect((await knownPartiesOf(database.pool, owner)).has('2001')).toBe(false);
  expect(await matchingParties(database.pool, owner, 'Holder 1.')).toBeNull();
  expect(await checkHistoryIndex(database.pool)).toEqual({ groups: 1, wrong: [] });
  const filter = { counterparty: 'Holder 1.' };
  const range = { accountId: owner, filter, limit: 100, cursor: null };
  const found = await searchHistory(database.pool, { ...range, budget: 10 * groupSize });
  const all = await readHistory(database.pool, range);
  expect(found.rows.map(({ seq }) => seq)).toEqual(all.map(({ seq }) => seq));
  expect(all.length).toBe(Math.ceil((groupSize - 1) / count));
});
