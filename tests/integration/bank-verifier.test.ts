/** The books are watched while the bank is open, and read whole on demand. */
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { watchBooks } from '../../src/bank/audit/halt.ts';
import type { BankEvent } from '../../src/bank/index.ts';
import { liftAllHalts } from '../../src/bank/audit/store/halts.ts';
import { createVerifier, type Verifier } from '../../src/bank/audit/verifier.ts';
import { verifyBooks } from '../../src/bank/audit/verifier-full.ts';
import { DatabaseError } from '../../src/db/errors.ts';
import type { Pool } from '../../src/db/pool.ts';
import { exactly, newRequestId, openBank, type Person } from '../support/bank.ts';
import { withBank } from '../support/with-bank.ts';

const { bank, anna, ben, database } = withBank({
  settings: { verifyEveryMs: 50 },
  balances: { anna: 10_000n, ben: 500n },
  leavesBooksUnchecked: true,
});

const settledId = () => 0n;
const order = (amount: bigint) => ({
  requestId: newRequestId(),
  wish: exactly(amount),
  memo: null,
});
const transfer = async (from: Person, to: Person, amount: bigint) =>
  bank.payments.transfer(from.session, { ...order(amount), accountNumber: to.accountNumber });

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !holds(); tries += 1) await sleep(20);
  expect(holds()).toBe(true);
}

beforeEach(async () => {
  await transfer(anna, ben, 250n);
});

/** What somebody with access to the database might do behind the bank's back. */
const damage: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'a balance raised',
    `UPDATE accounts SET balance = balance + 1 WHERE kind = 'CUSTOMER' LIMIT 1`,
    ['I2'],
  ],
  [
    'an entry changed with its balance',
    `UPDATE entries SET amount = amount + 5, balance_after = balance_after + 5
     WHERE kind = 'TRANSFER' AND amount > 0`,
    ['I1', 'I2', 'I7'],
  ],
  [
    'an entry removed',
    `DELETE FROM entries WHERE kind = 'TRANSFER' AND amount > 0`,
    ['I1', 'I2', 'I7', 'I9'],
  ],
  ['a transaction removed', `DELETE FROM transactions WHERE kind = 'TRANSFER'`, ['I7']],
  [
    'a balance on the way changed',
    `UPDATE entries SET balance_after = balance_after + 1 WHERE kind = 'DEPOSIT' AND seq = 1`,
    ['I9'],
  ],
  [
    'an entry put away under another number',
    `UPDATE entries SET seq = 9 WHERE kind = 'TRANSFER' AND amount > 0`,
    ['I7', 'I9'],
  ],
];

describe('the full check', () => {
  test('finds nothing wrong in true books, and counts them', async () => {
    const report = await verifyBooks(database.pool);
    expect(report.violations).toEqual([]);
    expect(report).toMatchObject({ accounts: '2', transactions: '3', entries: '6' });
  });

  test.each(damage)('finds %s', async (_, sql, wanted) => {
    await database.pool.write(sql);
    const { violations } = await verifyBooks(database.pool);
    const names = new Set(violations.map(({ invariant }) => invariant));
    for (const name of wanted) expect(names).toContain(name);
    for (const { rows } of violations) expect(rows.length).toBeGreaterThan(0);
  });
});

describe('a round of the online check', () => {
  const rounds = async (verifier: Verifier) => (await verifier.round())?.invariant ?? null;

  test('passes true books again and again while money moves', async () => {
    const verifier = createVerifier(database.pool, settledId);
    for (let round = 0; round < 5; round += 1) {
      expect(await rounds(verifier)).toBeNull();
      await Promise.all([transfer(anna, ben, 7n), transfer(ben, anna, 3n)]);
    }
    expect(await rounds(verifier)).toBeNull();
  });

  test('counts the bank’s own entries once, wherever the settled ones end', async () => {
    let settled = 0n;
    const verifier = createVerifier(database.pool, () => settled);
    for (let round = 0; round < 4; round += 1) {
      const { requestId } = await bank.payments.deposit(anna.session, order(10n));
      expect(await rounds(verifier)).toBeNull();
      settled = requestId;
    }
    expect(await rounds(verifier)).toBeNull();
  });

  test('sees money that appears from nowhere', async () => {
    const verifier = createVerifier(database.pool, settledId);
    await rounds(verifier);
    await database.pool.write(damage[0]![1]);
    expect(await rounds(verifier)).toBe('I1');
  });

  test('sees money moved from one balance to another without entries', async () => {
    const verifier = createVerifier(database.pool, settledId);
    await rounds(verifier);
    await database.pool.write(
      `UPDATE accounts SET balance = balance + IF(account_number = ?, 5, -5)
       WHERE kind = 'CUSTOMER'`,
      [anna.accountNumber],
    );
    expect(await rounds(verifier)).toBe('I2');
  });

  test('sees new entries that do not follow', async () => {
    const verifier = createVerifier(database.pool, settledId);
    await rounds(verifier);
    await transfer(anna, ben, 30n);
    await transfer(anna, ben, 30n);
    await database.pool.write(
      `UPDATE entries AS e JOIN accounts AS a ON a.id = e.account_id
       SET e.balance_after = e.balance_after + 1
       WHERE a.account_number = ? AND e.seq = a.last_seq - 1`,
      [ben.accountNumber],
    );
    expect(await rounds(verifier)).toBe('I9');
  });
});

describe('a bank whose books are wrong', () => {
  const halted = () => bank.events.some(({ name }) => name === 'halted');

  test('stops payments, still shows earlier receipts, and opens again when told', async () => {
    const first = order(20n);
    const receipt = await bank.payments.deposit(anna.session, first);
    await database.pool.write(
      'UPDATE accounts SET balance = balance + 1 WHERE account_number = ?',
      [ben.accountNumber],
    );
    await until(halted);
    const refused = { code: 'BANK_HALTED' };
    await expect(transfer(anna, ben, 5n)).rejects.toMatchObject(refused);
    await expect(bank.payments.quoteDeposit(anna.session, order(5n))).rejects.toMatchObject(
      refused,
    );
    const again = await bank.payments.deposit(anna.session, first);
    expect(again).toEqual({ ...receipt, replayed: true });

    const restarted = await openBank(database.pool);
    await until(() => restarted.events.some(({ name }) => name === 'halted'));
    await expect(restarted.payments.deposit(anna.session, order(1n))).rejects.toMatchObject(
      refused,
    );
    await database.pool.write(
      'UPDATE accounts SET balance = balance - 1 WHERE account_number = ?',
      [ben.accountNumber],
    );
    expect(await liftAllHalts(database.pool)).toBeGreaterThan(0);
    await restarted.close();
    const reopened = await openBank(database.pool);
    expect((await reopened.payments.deposit(anna.session, order(1n))).replayed).toBe(false);
    await reopened.close();
  });
});

describe('a halt that cannot be recorded', () => {
  test('is reported, and holds until the database has recorded it and then lifts it', async () => {
    const events: BankEvent[] = [];
    let isAway = true;
    const write: Pool['write'] = async (sql, values) => {
      if (isAway && sql.includes('INTO halts')) {
        throw new DatabaseError('The disk is full', { kind: 'busy', errno: 1021 });
      }
      return database.pool.write(sql, values);
    };
    const watch = watchBooks({
      pool: { ...database.pool, write },
      report: (event) => events.push(event),
      settledId,
      verifyEveryMs: 3_600_000,
    });
    try {
      await bank.close();
      await database.pool.write(damage[0]![1]);
      await watch.look();
      expect(watch.isHalted).toBe(true);
      for (let times = 0; times < 3; times += 1) {
        await watch.ask();
        expect(watch.isHalted).toBe(true);
      }
      const failures = events.filter(({ name }) => name === 'backgroundFailed');
      expect(failures).toMatchObject([
        { work: 'record-halt', times: 1 },
        { work: 'record-halt', times: 2 },
        { work: 'record-halt', times: 4 },
      ]);
      expect(events.filter(({ name }) => name === 'halted')).toHaveLength(1);
      isAway = false;
      await watch.ask();
      expect(watch.isHalted).toBe(true);
      expect(await liftAllHalts(database.pool)).toBe(1);
      await watch.ask();
      expect(watch.isHalted).toBe(false);
      expect(events.at(-1)).toEqual({ name: 'resumed' });
    } finally {
      await watch.close();
    }
  });
});
