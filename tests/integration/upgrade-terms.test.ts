/** A database of a release without accounts, fees and interest: its customers use all of it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyBooks } from '../../src/bank/index.ts';
import type * as m from '../../src/bank/model/index.ts';
import { bigintOf } from '../../src/db/rows.ts';
import { exactly, gems, newRequestId, openBank, type TestBank } from '../support/bank.ts';
import { expectBooksBalanced } from '../support/books.ts';
import { freshFees } from '../support/fees.ts';
import { bookedAt, creditAt, creditsOf, openedAt } from '../support/interest.ts';
import { openLedger } from '../support/ledger.ts';
import { joinShared, openShared } from '../support/shared.ts';
import { reason } from '../support/staff.ts';
import {
  balanceThen,
  expected,
  loginAs,
  type PersonName,
  upgradeOldDatabase,
  type UpgradedDatabase,
} from '../support/upgrade/old-database.ts';

let database: UpgradedDatabase;
let bank: TestBank;
let anna: m.Session;
let mona: m.Session;
let max: m.Session;

beforeAll(async () => {
  database = await upgradeOldDatabase('now');
  bank = await openBank(database.pool, { settings: { fourEyesAbove: 500n, ...freshFees } });
  bank.staff.arrange({ ownerIds: [expected.people.mona.discordUserId], cards: true, log: true });
  anna = await loginAs(bank, 'anna');
  [mona, max] = [await loginAs(bank, 'mona'), await loginAs(bank, 'max')];
});
afterAll(async () => {
  await bank?.close();
  await expectBooksBalanced(database.pool);
  await database.close();
});

const numberOf = (name: PersonName): m.AccountNumber => expected.people[name].accountNumber;

/** One manager asks, the other approves; then it holds since this moment. */
async function decided(
  table: 'fees' | 'interest_rates',
  since: string,
  ask: (terms: { requestId: m.RequestId; reason: string; from: null }) => Promise<unknown>,
): Promise<void> {
  const requestId = newRequestId();
  await ask({ requestId, reason, from: null });
  await bank.approvals.decide(max, { id: requestId, verdict: 'APPROVED' });
  const sql = `UPDATE ${table} SET valid_from = ? WHERE id = ?`;
  expect(await database.pool.write(sql, [since, requestId])).toMatchObject({ affectedRows: 1 });
}

const paidTo = async (kind: 'FEES' | 'INTEREST'): Promise<bigint> => {
  const { lines } = await bank.books.trialBalance();
  return lines.find((line) => line.kind === kind)!.balance;
};

test('nothing is charged or earned before the bank decides it', async () => {
  expect(await bank.fees.overview(anna)).toEqual([]);
  expect((await bank.interest.overview(anna)).rates).toEqual([]);
  expect([await paidTo('FEES'), await paidTo('INTEREST')]).toEqual([0n, 0n]);
});

test('savings of an old customer earn interest, credited once and exactly', async () => {
  const opening = { type: 'SAVINGS', name: 'Reserve', requestId: newRequestId() } as const;
  const { accountNumber } = await bank.accounts.open(anna, opening);
  const order = { requestId: newRequestId(), wish: exactly(10_000n), memo: null };
  await bank.payments.deposit(anna, { ...order, into: accountNumber });
  // As if it had been saved since the end of 2023.
  const id = await openedAt(database, accountNumber, '2023-12-31');
  await bookedAt(database, { id, seq: 1n }, '2023-12-31T12:00:00');
  await decided('interest_rates', '2024-01-01', async (terms) =>
    bank.staffInterest.ask(mona, { ...terms, type: 'SAVINGS', basisPoints: 366n }),
  );
  const { ledger } = openLedger(database.pool);
  const tools = { pool: database.pool, ledger, currency: gems };
  await Promise.all([1, 2].map(async () => creditAt(tools, '2024-03-02T00:00:00')));
  await creditAt(tools, '2024-03-02T00:00:00');
  await ledger.close();
  // 366 basis points of a leap year are 1 in 10,000 a day.
  expect(await creditsOf(database, id)).toEqual(['2024-01-01 31', '2024-02-01 29']);
  expect(await paidTo('INTEREST')).toBe(60n);
  const sql = "SELECT COUNT(*) AS n FROM transactions WHERE kind = 'INTEREST'";
  expect(bigintOf((await database.pool.rows(sql))[0]!, 'n')).toBe(2n);
});

test('their payments bear the fee, are rounded up, and are reversed whole', async () => {
  const pot = await bank.pots.open(anna, {
    name: 'Trip',
    goal: null,
    goalDate: null,
    requestId: newRequestId(),
  });
  const rounding = { pot: pot.accountNumber, units: 1, requestId: newRequestId() } as const;
  await bank.pots.setRoundUps(anna, rounding);
  await decided('fees', '2026-01-01', async (terms) =>
    bank.staffFees.ask(mona, {
      kind: 'TRANSFER',
      flat: 3n,
      perMille: 10n,
      least: 0n,
      most: null,
      free: 0,
      ...terms,
    }),
  );
  const before = (await bank.accounts.overview(anna))[0]!.balance;
  expect(before).toBe(balanceThen('anna'));
  const wanted = { wish: exactly(130n), memo: null };
  const target = { accountNumber: numberOf('gina') };
  const { fee, roundUp } = await bank.payments.quoteTransfer(anna, { ...wanted, target });
  expect({ fee, aside: roundUp?.amount }).toEqual({ fee: 4n, aside: 70n });
  const requestId = newRequestId();
  const shown = { fee, ...(roundUp === undefined ? {} : { roundUp }) };
  await bank.payments.transfer(anna, { ...wanted, ...target, ...shown, requestId });
  expect((await bank.accounts.overview(anna))[0]!.balance).toBe(before - 130n - 4n - 70n);
  expect(await paidTo('FEES')).toBe(4n);
  const reversal = { requestId: newRequestId(), transaction: requestId, reason };
  expect(await bank.corrections.reverse(mona, reversal)).toMatchObject({ kind: 'booked' });
  expect((await bank.accounts.overview(anna))[0]!.balance).toBe(before);
  expect(await paidTo('FEES')).toBe(0n);
});

test('two of them share an account', async () => {
  const person = { session: anna } as Parameters<typeof openShared>[1];
  const account = await openShared(bank, person);
  const gina = await loginAs(bank, 'gina');
  const { discordUserId } = expected.people.gina;
  const guest = { session: gina, discordUserId } as Parameters<typeof joinShared>[2]['person'];
  const allowance = 500n as m.Amount;
  await joinShared(bank, account, { by: person, person: guest, role: 'SPENDER', allowance });
  const order = { requestId: newRequestId(), wish: exactly(900n), memo: null };
  await bank.payments.deposit(anna, { ...order, into: account });
  const spent = { requestId: newRequestId(), wish: exactly(400n), memo: null, from: account };
  await bank.payments.withdraw(gina, spent);
  const { members } = await bank.shared.members(anna, account);
  expect(members.map(({ role, spent }) => [role, spent])).toEqual([
    ['MANAGER', 0n],
    ['SPENDER', 400n],
  ]);
  expect((await verifyBooks(database.pool)).findings).toEqual([]);
});
