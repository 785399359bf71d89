/** Rent leaves by itself on the last day of each month, by a clock that the test sets. */
import { beforeAll, expect, test } from 'vitest';
import { type Player, textOf } from '../../src/sandbox/driver.ts';
import { dayMs } from '../../src/lib/durations.ts';
import { textOf as columnOf } from '../../src/db/rows.ts';
import { balanceOf, deposit, dmTexts, openChat, register, said } from './chat.ts';
import { confirm } from './club.ts';

let now = Date.parse('2040-01-05T12:00:00Z');
const chat = openChat({ jobTime: () => new Date(now), settings: { jobsEveryMs: 100 } });
let anna: Player;
let ben: Player;
let bensNumber = '';

/** Noon of this day in Berlin, three hours after the rent is due. */
const goTo = (day: string) => {
  now = Date.parse(`${day}T11:00:00Z`);
};
/** The dates that were paid, oldest first. */
async function paidDates(): Promise<string[]> {
  const rows = await chat.database.pool.rows(
    `SELECT due_date FROM order_occurrences WHERE state = 'PAID' ORDER BY number`,
  );
  return rows.map((row) => columnOf(row, 'due_date'));
}
const paid = async (count: number) =>
  expect.poll(async () => (await paidDates()).length, { timeout: 15_000 }).toBe(count);

beforeAll(async () => {
  anna = await chat.driver.person('Anna');
  ben = await chat.driver.person('Ben');
  await register(anna, 'Anna Miller');
  bensNumber = await register(ben, 'Ben Okafor');
  await deposit(anna, '5000');
});

test('is set up in the chat, for the last day of each month', async () => {
  const card = await anna.run('/schedule create', {
    to: bensNumber,
    amount: '400',
    every: 'month',
    day: 'last',
    time_zone: 'Berlin',
    memo: 'rent',
  });
  expect(said(card)).toContain('every month, on the last day of the month, at 09:00');
  expect(await confirm(anna)).toContain('Standing order 1 is set up');
  const plan = said(await anna.run('/schedule preview'));
  for (const day of ['January 31, 2040', 'February 29, 2040', 'March 31, 2040', 'April 30, 2040']) {
    expect(plan).toContain(day);
  }
  expect(await balanceOf(anna)).toBe('5,000.00 GEM');
});

test('leaves once on each last day, February included, and not a day before', async () => {
  const months = [
    ['2040-01-30', '2040-01-31'],
    ['2040-02-28', '2040-02-29'],
    ['2040-03-30', '2040-03-31'],
    ['2040-04-29', '2040-04-30'],
    ['2040-05-30', '2040-05-31'],
  ] as const;
  const expected: string[] = [];
  for (const [before, last] of months) {
    goTo(before);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await paidDates()).toEqual(expected);
    goTo(last);
    expected.push(last);
    await paid(expected.length);
    expect(await paidDates()).toEqual(expected);
  }
  expect(await balanceOf(anna)).toBe('3,000.00 GEM');
  expect(await balanceOf(ben)).toBe('2,000.00 GEM');
});

test('goes on in a common year with the 28th, after a restart', async () => {
  // The months in between are missed while the bank is down: only the last of them is paid late.
  await chat.restart();
  goTo('2041-01-31');
  await paid(6);
  goTo('2041-02-27');
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect((await paidDates()).at(-1)).toBe('2041-01-31');
  goTo('2041-02-28');
  await paid(7);
  now += dayMs;
  goTo('2041-03-31');
  await paid(8);
  expect((await paidDates()).slice(5)).toEqual(['2041-01-31', '2041-02-28', '2041-03-31']);
  expect(await balanceOf(ben)).toBe('3,200.00 GEM');
});

test('payer and payee are told of each, and the list shows the next', async () => {
  const outcome = await anna.sees('Standing order paid: 400.00 GEM', { dm: true });
  expect(textOf(outcome)).toContain('Ben O.');
  await expect
    .poll(async () => (await dmTexts(anna)).filter((text) => text.includes('order paid')).length)
    .toBe(8);
  const list = said(await anna.run('/schedule list'));
  expect(list).toContain('Order 1');
  expect(list).toContain('April 30, 2041');
  const inbox = said(await anna.run('/inbox'));
  expect(inbox).toContain('Standing order paid: 400.00 GEM');
});
