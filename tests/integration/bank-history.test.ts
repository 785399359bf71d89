import { beforeEach, describe, expect, test } from 'vitest';
import type { HistoryFilter, HistoryPage } from '../../src/bank/index.ts';
import { exactly, newRequestId, pay } from '../support/bank.ts';
import { withBank } from '../support/with-bank.ts';

const { database, bank, anna, ben } = withBank({ balances: { anna: 0n, ben: 0n } });

const deposit = async (units: bigint, memo: string | null = null) =>
  bank.payments.deposit(anna.session, { requestId: newRequestId(), wish: exactly(units), memo });
const deposits = async (count: number) => {
  for (let units = 1n; units <= count; units += 1n) await deposit(units);
};
const page = async (
  cursor: { readonly before?: bigint; readonly after?: bigint } = {},
  filter: HistoryFilter = {},
  size = 8,
): Promise<HistoryPage> => bank.statements.page(anna.session, { filter, size, ...cursor });
const seqs = (one: HistoryPage) => one.entries.map((entry) => Number(entry.seq));
const down = (from: number, to: number) =>
  Array.from({ length: from - to + 1 }, (_, index) => from - index);

describe('history', () => {
  test('of a new account is one empty page', async () => {
    expect(await page()).toEqual({
      accountNumber: anna.accountNumber,
      name: null,
      entries: [],
      older: null,
      newer: null,
    });
  });

  test('lists newest first with the balance after each entry', async () => {
    await deposits(3);
    const { entries } = await page();
    expect(entries.map((entry) => [entry.seq, entry.amount, entry.balanceAfter])).toEqual([
      [3n, 3n, 6n],
      [2n, 2n, 3n],
      [1n, 1n, 1n],
    ]);
    expect(entries[0]).toMatchObject({
      kind: 'DEPOSIT',
      direction: 'in',
      counterparty: { name: 'Cash desk', numberTail: null },
    });
  });

  test('can be paged to the end and back', async () => {
    await deposits(20);
    const first = await page();
    expect([seqs(first), first.newer]).toEqual([down(20, 13), null]);
    const second = await page({ before: first.older! });
    expect(seqs(second)).toEqual(down(12, 5));
    const third = await page({ before: second.older! });
    expect([seqs(third), third.older]).toEqual([down(4, 1), null]);
    const back = await page({ after: third.newer! });
    expect(seqs(back)).toEqual(seqs(second));
    const top = await page({ after: back.newer! });
    expect([seqs(top), top.newer]).toEqual([down(20, 13), null]);
  });

  test('keeps its position while new entries arrive', async () => {
    await deposits(16);
    const first = await page();
    await deposits(5);
    const second = await page({ before: first.older! });
    expect(seqs(second)).toEqual(down(8, 1));
    const back = await page({ after: second.newer! });
    expect(seqs(back)).toEqual(down(16, 9));
    const newest = await page({ after: back.newer! });
    // Five entries would be a short page: the newest full page is shown.
    expect([seqs(newest), newest.newer]).toEqual([down(21, 14), null]);
  });

  test('a full last page has no next page', async () => {
    await deposits(8);
    expect(await page()).toMatchObject({ older: null, newer: null });
  });

  test('a page after the end leads back', async () => {
    await deposits(3);
    const empty = await page({ before: 1n });
    expect(empty).toMatchObject({ entries: [], older: null });
    expect(seqs(await page({ after: empty.newer! }))).toEqual([3, 2, 1]);
  });
});

describe('filters', () => {
  beforeEach(async () => {
    await deposit(500_00n, 'Salary 100%');
    const booking = { wish: exactly(5_00n), memo: 'Café' };
    await bank.payments.withdraw(anna.session, { ...booking, requestId: newRequestId() });
    await pay(bank, anna, ben, 10_00n, 'Pizza night');
    await database.pool.write(
      `UPDATE entries SET booked_at = '2026-03-01 23:59:59.999999' WHERE seq = 1`,
    );
  });

  test.each<[string, () => HistoryFilter, number[]]>([
    ['by one kind', () => ({ kinds: ['DEPOSIT'] }), [1]],
    ['by two kinds', () => ({ kinds: ['WITHDRAWAL', 'TRANSFER'] }), [3, 2]],
    ['by an empty list of kinds', () => ({ kinds: [] }), [3, 2, 1]],
    ['until a day, inclusive', () => ({ toDate: '2026-03-01' }), [1]],
    ['from the next day', () => ({ fromDate: '2026-03-02' }), [3, 2]],
    ['by text, ignoring case', () => ({ text: 'pizza' }), [3]],
    ['by text, ignoring accents', () => ({ text: 'CAFE' }), [2]],
    ['by text with SQL wildcards', () => ({ text: '100%' }), [1]],
    ['by a wildcard alone, taken literally', () => ({ text: '_' }), []],
    ['by the name of the other side', () => ({ counterparty: 'anna' }), [3]],
    ['by its number', () => ({ counterparty: ben.accountNumber }), [3]],
    ['by the end of its number', () => ({ counterparty: ben.accountNumber.slice(-4) }), [3]],
    ['by the cash desk', () => ({ counterparty: 'cash' }), [2, 1]],
    ['by several filters', () => ({ kinds: ['TRANSFER'], text: 'night' }), [3]],
    ['that match nothing', () => ({ kinds: ['DEPOSIT'], text: 'night' }), []],
  ])('%s', async (_, filter, expected) => {
    expect(seqs(await page({}, filter()))).toEqual(expected);
  });

  test('can be paged like the whole history', async () => {
    await deposits(10);
    const first = await page({}, { kinds: ['DEPOSIT'] }, 4);
    expect(seqs(first)).toEqual([13, 12, 11, 10]);
    const second = await page({ before: first.older! }, { kinds: ['DEPOSIT'] }, 4);
    const third = await page({ before: second.older! }, { kinds: ['DEPOSIT'] }, 4);
    expect([...seqs(second), ...seqs(third), third.older]).toEqual([9, 8, 7, 6, 5, 4, 1, null]);
    const up = await page({ after: third.newer! }, { kinds: ['DEPOSIT'] }, 4);
    expect(seqs(up)).toEqual(seqs(second));
  });
});

describe('another customer’s history', () => {
  test('is not shown with a forged session', async () => {
    const forged = { ...ben.session, customerId: anna.session.customerId };
    await expect(bank.statements.page(forged, { filter: {}, size: 8 })).rejects.toMatchObject({
      code: 'SESSION_EXPIRED',
    });
  });
});
