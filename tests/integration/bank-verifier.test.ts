/** The books are checked continuously while the bank is open, and completely on demand. */
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { watchBooks } from '../../src/bank/audit/halt.ts';
import { type BankEvent, type BooksFinding, invariants } from '../../src/bank/index.ts';
import { findHalt, liftAllHalts } from '../../src/bank/audit/store/halts.ts';
import { createVerifier, type Verifier } from '../../src/bank/audit/verifier.ts';
import { verifyBooks } from '../../src/bank/audit/verifier-full.ts';
import { DatabaseError } from '../../src/db/errors.ts';
import type { Pool } from '../../src/db/pool.ts';
import { terminal } from '../../src/words/index.ts';
import { fileOf, importInto } from '../support/imports.ts';
import { discordId, exactly, newRequestId, openBank, type Person } from '../support/bank.ts';
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
const damage: readonly (readonly [
  string,
  string,
  readonly string[],
  readonly BooksFinding['code'][],
])[] = [
  [
    'a balance raised',
    `UPDATE accounts SET balance = balance + 1 WHERE kind = 'CUSTOMER' LIMIT 1`,
    ['I2'],
    ['BALANCE_DIFFERS'],
  ],
  [
    'an entry changed with its balance',
    `UPDATE entries SET amount = amount + 5, balance_after = balance_after + 5
     WHERE kind = 'TRANSFER' AND amount > 0`,
    ['I1', 'I2', 'I7'],
    ['SUM_NOT_ZERO', 'BALANCE_DIFFERS', 'TRANSACTION_ENTRIES_WRONG'],
  ],
  [
    'an entry removed',
    `DELETE FROM entries WHERE kind = 'TRANSFER' AND amount > 0`,
    ['I1', 'I2', 'I7', 'I9'],
    ['SUM_NOT_ZERO', 'BALANCE_DIFFERS', 'TRANSACTION_ENTRIES_WRONG', 'ENTRY_NUMBERS_BROKEN'],
  ],
  [
    'a transaction removed',
    `DELETE FROM transactions WHERE kind = 'TRANSFER'`,
    ['I7'],
    ['ENTRY_TRANSACTION_WRONG'],
  ],
  [
    'a running balance changed',
    `UPDATE entries SET balance_after = balance_after + 1 WHERE kind = 'DEPOSIT' AND seq = 1`,
    ['I9'],
    ['ENTRY_NOT_FOLLOWING'],
  ],
  [
    'an entry moved to another number',
    `UPDATE entries SET seq = 9 WHERE kind = 'TRANSFER' AND amount > 0`,
    ['I7', 'I9'],
    ['TRANSACTION_ENTRIES_WRONG', 'ENTRY_TRANSACTION_WRONG', 'ENTRY_NUMBERS_BROKEN'],
  ],
];

describe('the full check', () => {
  test('finds no fault in correct books, and counts them', async () => {
    const report = await verifyBooks(database.pool);
    expect(report.findings).toEqual([]);
    expect(report).toMatchObject({ accounts: '2', transactions: '3', entries: '6' });
  });

  test.each(damage)('finds %s', async (_, sql, wanted, wantedCodes) => {
    await database.pool.write(sql);
    const { findings } = await verifyBooks(database.pool);
    const names = new Set(findings.map(({ code }) => invariants[code]));
    for (const name of wanted) expect(names).toContain(name);
    const codes = new Set(findings.map(({ code }) => code));
    for (const code of wantedCodes) expect(codes).toContain(code);
  });
});

describe('a round of the online check', () => {
  const rounds = async (verifier: Verifier) => (await verifier.round())?.code ?? null;

  test('accepts correct books repeatedly while money moves', async () => {
    const verifier = createVerifier(database.pool, settledId);
    for (let round = 0; round < 5; round += 1) {
      expect(await rounds(verifier)).toBeNull();
      await Promise.all([transfer(anna, ben, 7n), transfer(ben, anna, 3n)]);
    }
    expect(await rounds(verifier)).toBeNull();
  });

  test('counts the bank’s own entries once, at any boundary', async () => {
    let settled = 0n;
    const verifier = createVerifier(database.pool, () => settled);
    for (let round = 0; round < 4; round += 1) {
      const { requestId } = await bank.payments.deposit(anna.session, order(10n));
      expect(await rounds(verifier)).toBeNull();
      settled = requestId;
    }
    expect(await rounds(verifier)).toBeNull();
  });

  test('follows many new accounts of an import, and names the one that is wrong', async () => {
    const verifier = createVerifier(database.pool, settledId);
    expect(await rounds(verifier)).toBeNull();
    const importing = async (source: string) => {
      const balances = Array.from({ length: 1_200 }, () => [discordId(), 10n] as const);
      await importInto(database.pool, fileOf(balances, source));
    };
    await importing('csv');
    expect(await rounds(verifier)).toBeNull();
    await importing('red');
    await database.pool.write(
      `UPDATE entries SET balance_after = balance_after + 1
       WHERE kind = 'IMPORT' AND amount > 0 ORDER BY transaction_id DESC LIMIT 1`,
    );
    expect(await rounds(verifier)).toBe('ENTRY_NOT_FOLLOWING');
  });

  test('finds money that was created', async () => {
    const verifier = createVerifier(database.pool, settledId);
    await rounds(verifier);
    await database.pool.write(damage[0]![1]);
    expect(await rounds(verifier)).toBe('SUM_NOT_ZERO');
  });

  test('finds money moved between balances without entries', async () => {
    const verifier = createVerifier(database.pool, settledId);
    await rounds(verifier);
    await database.pool.write(
      `UPDATE accounts SET balance = balance + IF(account_number = ?, 5, -5)
       WHERE kind = 'CUSTOMER'`,
      [anna.accountNumber],
    );
    expect(await rounds(verifier)).toBe('ACCOUNT_DIFFERS');
  });

  test('finds new entries that do not follow from earlier ones', async () => {
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
    expect(await rounds(verifier)).toBe('ENTRY_NOT_FOLLOWING');
  });
});

describe('a bank with wrong books', () => {
  const halted = () => bank.events.some(({ name }) => name === 'halted');

  test('stops payments, shows earlier receipts, and resumes on command', async () => {
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
  test('is reported, and holds until the database has recorded and lifted it', async () => {
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
      const reason = { code: 'SUM_NOT_ZERO', total: 1n };
      expect(await findHalt(database.pool)).toMatchObject({ invariant: 'I1', reason });
      expect(await liftAllHalts(database.pool)).toBe(1);
      await watch.ask();
      expect(watch.isHalted).toBe(false);
      expect(events.at(-1)).toEqual({ name: 'resumed' });
    } finally {
      await watch.close();
    }
  });
});

test('a halt that an earlier version recorded shows its text', async () => {
  await bank.close();
  const text = 'Account 1234567890 stores 5, its last entry 4';
  await database.pool.write(
    `INSERT INTO halts (halted_at, invariant, finding) VALUES (NOW(6), 'I2', ?)`,
    [text],
  );
  const halt = await findHalt(database.pool);
  expect(halt).toMatchObject({ invariant: 'I2', reason: { code: 'TEXT', text } });
  expect(terminal.tools.verify.halted('noon', halt!.reason)).toContain(text);
});
