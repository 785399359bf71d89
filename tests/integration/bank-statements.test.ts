/** Statements follow the books: balances, days of a zone, reversals, and other people's accounts. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type * as m from '../../src/bank/model/index.ts';
import { readClock, utc } from '../../src/bank/model/index.ts';
import {
  exactly,
  newRequestId,
  openBank,
  openPerson,
  pay,
  type Person,
  type TestBank,
} from '../support/bank.ts';
import { testDatabase } from '../support/database.ts';
import { balanceBefore } from '../../src/bank/records/store/statement.ts';
import { bigintOf, textOf, textOrNull } from '../../src/db/rows.ts';
import type { Scalar } from '../../src/db/text/scalars.ts';

const database = testDatabase();
const berlin = 'Europe/Berlin' as m.TimeZone;
let bank: TestBank;
let anna: Person;
let ben: Person;

beforeEach(async () => {
  bank = await openBank(database.pool);
  [anna, ben] = [await openPerson(bank), await openPerson(bank)];
});
afterEach(async () => bank.close());

const deposit = async (amount: bigint): Promise<void> => {
  await bank.payments.deposit(anna.session, {
    requestId: newRequestId(),
    wish: exactly(amount),
    memo: null,
  });
};

/** As if Anna's entry had been booked then; times must not run back. */
async function moveEntry(seq: number, bookedAt: string): Promise<void> {
  await database.pool.write(
    `UPDATE entries SET booked_at = ? WHERE seq = ? AND account_id = (
       SELECT id FROM accounts WHERE account_number = ?)`,
    [bookedAt, seq, anna.accountNumber],
  );
}

async function statement(period: m.StatementPeriod, person = anna) {
  return bank.accountStatements.read(person.session, { period }, async ({ head, lines }) => {
    const all: m.StatementLine[] = [];
    for await (const some of lines()) all.push(...some);
    return { head, lines: all };
  });
}

describe('a statement', () => {
  test('opens and closes with the balances of its days, and the sums agree', async () => {
    for (const amount of [100n, 200n, 300n, 400n]) await deposit(amount);
    await moveEntry(1, '2026-02-28 23:59:59.999999');
    await moveEntry(2, '2026-03-01 00:00:00');
    await moveEntry(3, '2026-03-31 23:59:59');
    await moveEntry(4, '2026-04-01 00:00:00');
    const { head, lines } = await statement({ from: '2026-03-01', to: '2026-03-31', zone: utc });
    expect([head.opening, head.closing, head.count]).toEqual([100n, 600n, 2n]);
    expect(head.isProvisional).toBe(false);
    expect(lines.map(({ amount, day }) => [amount, day])).toEqual([
      [200n, '2026-03-01'],
      [300n, '2026-03-31'],
    ]);
  });

  test('has the days of its zone, also where the clock changes', async () => {
    for (const amount of [1n, 2n, 3n]) await deposit(amount);
    // In Berlin the 29th of March begins at 23:00 UTC of the day before and has 23 hours.
    await moveEntry(1, '2026-03-28 22:59:59');
    await moveEntry(2, '2026-03-28 23:00:00');
    await moveEntry(3, '2026-03-29 22:00:00');
    const day = { from: '2026-03-29', to: '2026-03-29', zone: berlin };
    const { head, lines } = await statement(day);
    expect([head.opening, head.closing]).toEqual([1n, 3n]);
    expect(lines.map(({ time }) => time)).toEqual(['00:00:00']);
  });

  test('works for a period without entries, and before the account existed', async () => {
    const { head, lines } = await statement({ from: '2020-01-01', to: '2020-01-31', zone: utc });
    expect([head.opening, head.closing, head.count, lines.length]).toEqual([0n, 0n, 0n, 0]);
  });

  test('says so while its period is not over', async () => {
    await deposit(500n);
    const { day } = readClock(new Date(), utc);
    const { head } = await statement({ from: day, to: day, zone: utc });
    expect([head.isProvisional, head.closing]).toEqual([true, 500n]);
  });

  test('is made for the own accounts only', async () => {
    const period = { from: '2026-03-01', to: '2026-03-31', zone: utc };
    await expect(
      bank.accountStatements.read(
        anna.session,
        { period, account: ben.accountNumber },
        async () => null,
      ),
    ).rejects.toMatchObject({ code: 'SESSION_EXPIRED' });
  });

  test('fails where the books do not add up', async () => {
    await deposit(100n);
    await deposit(100n);
    await database.pool.write(
      'UPDATE entries SET balance_after = 199 WHERE seq = 2 AND amount > 0',
    );
    const { day } = readClock(new Date(), utc);
    await expect(statement({ from: day, to: day, zone: utc })).rejects.toThrow('adds up');
    await database.pool.write('UPDATE entries SET balance_after = 200 WHERE balance_after = 199');
  });

  test('of both sides of a payment has the same reference', async () => {
    await deposit(900n);
    await pay(bank, anna, ben, 250n);
    const { day } = readClock(new Date(), utc);
    const period = { from: day, to: day, zone: utc };
    const [out, back] = [await statement(period), await statement(period, ben)];
    expect(out.lines.at(-1)?.amount).toBe(-250n);
    expect(back.lines[0]?.amount).toBe(250n);
    expect(back.lines[0]?.reference).toBe(out.lines.at(-1)?.reference);
  });
});

test('the balance at a time is that after all entries before it', async () => {
  for (const amount of [10n, 20n, 30n]) await deposit(amount);
  await moveEntry(1, '2026-01-01 00:00:00');
  await moveEntry(2, '2026-02-01 00:00:00');
  await moveEntry(3, '2026-03-29 01:30:00');
  const at = async (
    day: string,
    time: m.Moment['time'] = null,
    zone: m.TimeZone = utc,
  ): Promise<bigint | undefined> => {
    const when = { moment: { day, time }, zone };
    return (await bank.accountStatements.balanceAt(anna.session, when)).balances[0]?.balance;
  };
  expect(await at('2025-12-31')).toBe(0n);
  expect(await at('2026-01-01')).toBe(10n);
  expect(await at('2026-02-01', { hour: 0, minute: 0 })).toBe(10n);
  expect(await at('2026-02-01', { hour: 0, minute: 1 })).toBe(30n);
  expect(await at('2030-01-01')).toBe(60n);
  // In Berlin the clock shows 03:30 then; 02:30 is skipped and means the same instant.
  expect(await at('2026-03-29', { hour: 3, minute: 30 }, berlin)).toBe(30n);
  expect(await at('2026-03-29', { hour: 3, minute: 31 }, berlin)).toBe(60n);
  expect(await at('2026-03-28', null, berlin)).toBe(30n);
});

test('the balance at a time is found by the key of the entries alone', async () => {
  for (const amount of [10n, 20n, 30n]) await deposit(amount);
  const read: string[] = [];
  const [server] = await database.pool.rows('SELECT VERSION() AS version');
  // MySQL would show a tree; MariaDB knows only the table.
  const isMariaDb = textOf(server!, 'version').includes('MariaDB');
  const explain = isMariaDb ? 'EXPLAIN' : 'EXPLAIN FORMAT=TRADITIONAL';
  const reader = {
    ...database.pool,
    rows: async (sql: string, values?: readonly Scalar[]) => {
      const [plan] = await database.pool.rows(`${explain} ${sql}`, values);
      read.push(`${textOf(plan!, 'table')} ${textOrNull(plan!, 'key')}`);
      return database.pool.rows(sql, values);
    },
  };
  const [account] = await database.pool.rows('SELECT id FROM accounts WHERE account_number = ?', [
    anna.accountNumber,
  ]);
  const id = bigintOf(account!, 'id') as m.AccountId;
  expect(await balanceBefore(reader, id, new Date('2100-01-01'))).toBe(60n);
  expect(new Set(read)).toEqual(new Set(['accounts PRIMARY', 'entries PRIMARY']));
});
