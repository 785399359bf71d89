/** Days of a long history are found by binary search: the result is the same as a full scan. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bigintOf } from '../../src/db/rows.ts';
import { seqRangeOf } from '../../src/bank/records/store/history-days.ts';
import type * as m from '../../src/bank/model/index.ts';
import {
  exactly,
  newRequestId,
  openBank,
  openPerson,
  type Person,
  type TestBank,
} from '../support/bank.ts';
import { testDatabase } from '../support/database.ts';

const database = testDatabase();
const entries = 1_500;
const hoursBetween = 5;
let bank: TestBank;
let anna: Person;
let accountId: m.AccountId;

beforeEach(async () => {
  bank = await openBank(database.pool);
  anna = await openPerson(bank);
  await Promise.all(
    Array.from({ length: entries }, async () =>
      bank.payments.deposit(anna.session, {
        requestId: newRequestId(),
        wish: exactly(1n),
        memo: null,
      }),
    ),
  );
  const [row] = await database.pool.rows('SELECT id FROM accounts WHERE account_number = ?', [
    anna.accountNumber,
  ]);
  accountId = bigintOf(row!, 'id') as m.AccountId;
  // As if made over three hundred days.
  await database.pool.write(
    `UPDATE entries SET booked_at = '2025-01-01 12:00:00' + INTERVAL seq * ${hoursBetween} HOUR
     WHERE account_id = ?`,
    [accountId],
  );
});
afterEach(async () => bank.close());

/** Read one by one. */
async function slowly(filter: m.HistoryFilter): Promise<readonly bigint[]> {
  const { fromDate = '0001-01-01', toDate = '9998-12-31' } = filter;
  const rows = await database.pool.rows(
    `SELECT seq FROM entries
     WHERE account_id = ? AND booked_at >= ? AND booked_at < ? + INTERVAL 1 DAY ORDER BY seq`,
    [accountId, fromDate, toDate],
  );
  return rows.map((row) => bigintOf(row, 'seq'));
}

const day = (number: number): string =>
  new Date(Date.UTC(2024, 11, 25 + number)).toISOString().slice(0, 10);

test('every range of days has the same entries as a full scan', async () => {
  for (let number = 0; number < 330; number += 13) {
    for (const length of [0, 1, 40, 400]) {
      const filter = { fromDate: day(number), toDate: day(number + length) };
      const { from, below } = await seqRangeOf(database.pool, accountId, filter);
      const expected = await slowly(filter);
      const last = (below ?? BigInt(entries) + 1n) - 1n;
      const found = from !== null && from <= last ? [from, last] : [];
      expect(found).toEqual(expected.length === 0 ? [] : [expected[0], expected.at(-1)]);
    }
  }
});

test('pages of a range of days have only its entries, and no new ones', async () => {
  const filter = { fromDate: day(60), toDate: day(61) };
  const expected = (await slowly(filter)).toReversed();
  const page = async () => bank.statements.page(anna.session, { filter, size: 20 });
  expect((await page()).entries.map(({ seq }) => seq)).toEqual(expected);
  const order = { requestId: newRequestId(), wish: exactly(1n), memo: null };
  await bank.payments.deposit(anna.session, order);
  expect((await page()).entries.map(({ seq }) => seq)).toEqual(expected);
  const open = { fromDate: day(300) };
  const newest = await bank.statements.page(anna.session, { filter: open, size: 3 });
  expect(newest.entries[0]?.seq).toBe(BigInt(entries) + 1n);
});
