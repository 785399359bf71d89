/** What stops customers with several and shared accounts: each refusal says why and what moved. */
import { beforeAll, expect, test } from 'vitest';
import type { Player } from '../../src/sandbox/driver.ts';
import { charge, freshFees } from '../support/fees.ts';
import { deposit, openChat, password, register, said } from './chat.ts';

const chat = openChat({ settings: { throttleFactor: 1, ...freshFees } });
let anna: Player;
let ben: Player;

beforeAll(async () => {
  anna = await chat.driver.person('Anna');
  ben = await chat.driver.person('Ben');
  await register(anna, 'Anna Miller');
  await register(ben, 'Ben Okafor');
  await deposit(anna, '900');
  said(await anna.run('/account open', { kind: 'CURRENT', name: 'Holiday' }));
  said(await anna.press('Confirm'));
  said(await anna.run('/account share open', { name: 'Chess club' }));
  said(await anna.press('Confirm'));
});

const confirmed = async (person: Player) => said(await person.press('Confirm'));
const booked = async (): Promise<number> => {
  const [row] = await chat.database.pool.rows('SELECT COUNT(*) AS booked FROM transactions');
  return Number(row?.['booked']);
};
const closing = async () => said(await anna.run('/account close', { account: 'Holiday' }));

/** The sentence, and that nothing moved; the books have no new transaction. */
async function refused(answer: Promise<string>, ...parts: readonly string[]): Promise<void> {
  const before = await booked();
  const text = await answer;
  for (const part of parts) expect(text).toContain(part);
  expect(text).toMatch(/Nothing (?:moved|changed)/);
  expect(await booked()).toBe(before);
}

test('an account is not closed with money on it', async () => {
  said(await anna.run('/deposit', { amount: '5', into: 'Holiday' }));
  await confirmed(anna);
  await refused(closing(), 'There is still 5.00 GEM on this account');
});

test('an account is not closed while money on it is set aside', async () => {
  const sql = "UPDATE accounts SET held = 100 WHERE account_name = 'Holiday'";
  await chat.database.pool.write(sql);
  await refused(closing(), 'Money on this account is set aside for a payment');
  await chat.database.pool.write(sql.replace('100', '0'));
  said(await anna.run('/withdraw', { amount: 'all', from: 'Holiday' }));
  await confirmed(anna);
});

test('an account is not closed while an order or a request uses it', async () => {
  const order = { member: ben, amount: '1', every: 'month', from: 'Holiday' };
  said(await anna.run('/schedule create', { ...order, time_zone: 'Europe/Berlin' }));
  await anna.press('Confirm');
  expect(said(await anna.fill({ proof: password }))).toContain('Standing order 1 is set up');
  await refused(closing(), 'A standing order uses this account', '/schedule cancel');
  said(await anna.run('/schedule cancel', { order: '1' }));
  said(await anna.press('Cancel the order'));
  said(await anna.run('/request create', { member: ben, amount: '2', into: 'Holiday' }));
  await confirmed(anna);
  await refused(closing(), 'A request that others can still pay uses this account');
});

test('a 21st account is not opened', async () => {
  const { pool } = chat.database;
  const find = `SELECT customer_id FROM accounts WHERE account_name = 'Holiday'`;
  const id = (await pool.rows(find))[0]?.['customer_id'] as bigint;
  for (let count = 0; count < 18; count += 1) {
    await pool.write(
      `INSERT INTO accounts (id, kind, customer_id, account_number, holder_name, currency, status,
         balance, counted_day, opened_at, account_type)
       SELECT ?, kind, customer_id, ?, holder_name, currency, 'OPEN', 0, counted_day, opened_at,
         account_type FROM accounts WHERE customer_id = ? LIMIT 1`,
      [BigInt(1_000 + count), `99${10_000_000 + count}`, id],
    );
  }
  const open = anna.run('/account open', { kind: 'SAVINGS', name: 'One more' }).then(said);
  await refused(open, 'You can have at most 20 open accounts', 'Close one first');
});

test('the last manager does not leave, and nobody changes their own allowance', async () => {
  const leave = anna.run('/account share leave', { account: 'Chess club' }).then(said);
  await refused(leave, 'You are the only manager', 'Make another member a manager first');
  const own = { account: 'Chess club', member: anna, role: 'SPENDER', allowance: '900' };
  await refused(
    anna.run('/account share role', own).then(said),
    'You cannot change your own role or allowance',
  );
});

test('a goal’s day is not in the past', async () => {
  const pot = { name: 'Trip', goal: '10', date: '2020-01-01', shared: 'Chess club' };
  await refused(anna.run('/pot new', pot).then(said), 'The day of the goal must be after today');
});

test('a fee does not exceed the amount', async () => {
  await charge(chat.database, 'TRANSFER', { flat: 50n });
  await refused(
    anna.run('/transfer', { member: ben, amount: '0.10' }).then(said),
    'The fee of 0.50 GEM is more than the amount of 0.10 GEM',
  );
});
