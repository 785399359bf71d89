/** Interest is credited once a month, from an account of the bank, and set by two managers. */
import { describe, expect, test } from 'vitest';
import { verifyBooks } from '../../src/bank/index.ts';
import type * as m from '../../src/bank/model/index.ts';
import { fractionsPerUnit } from '../../src/bank/model/index.ts';
import { balancesOf, depositInto } from '../support/accounts.ts';
import { gems, newRequestId } from '../support/bank.ts';
import {
  bookedAt,
  creditAt,
  creditsOf,
  interestAt,
  openedAt,
  setRate,
} from '../support/interest.ts';
import { withLedger } from '../support/ledger.ts';
import { addTo, lockPot, openPot, takeFrom } from '../support/pots.ts';
import { openShared } from '../support/shared.ts';
import { reason, refusal } from '../support/staff.ts';
import { withBank } from '../support/with-bank.ts';

const { database, bank, anna, ben, staff } = withBank({
  hasStaff: true,
  settings: { fourEyesAbove: 10_000n },
  balances: { anna: 100_000n, ben: 100_000n },
});
const ledger = withLedger(database);
const tools = () => ({ pool: database.pool, ledger: ledger().ledger, currency: gems });
const credit = async (moment: string) => creditAt(tools(), moment);

const refuses = async (code: m.ErrorCode, work: Promise<unknown>) =>
  expect(await refusal(work)).toBe(code);
const paid = async () => {
  const { lines } = await bank.books.trialBalance();
  return lines.find(({ kind }) => kind === 'INTEREST')!.balance;
};

/** A pot with money since the end of 2023, at 3.65 % (2024: 3.66 %) a year: 1 in 10,000 a day. */
async function savingPot(units = 10_000n) {
  const pot = await openPot(bank, anna);
  const id = await openedAt(database, pot, '2023-12-31');
  await addTo(bank, anna, pot, units);
  await bookedAt(database, { id, seq: 1n }, '2023-12-31T12:00:00');
  await setRate(database, 'POT', { basisPoints: 366n, day: '2024-01-01' });
  return { pot, id };
}

describe('interest of a month', () => {
  test('is credited after its end, once, from the account of interest', async () => {
    const { id } = await savingPot();
    await credit('2024-02-01T00:01:00');
    expect(await creditsOf(database, id)).toEqual([]);
    await credit('2024-02-01T00:02:01');
    expect(await creditsOf(database, id)).toEqual(['2024-01-01 31']);
    expect(await balancesOf(bank, anna)).toEqual([90_000n, 10_031n]);
    expect(await paid()).toBe(31n);
    await Promise.all([1, 2, 3].map(async () => credit('2024-02-29T12:00:00')));
    expect(await paid()).toBe(31n);
    expect((await verifyBooks(database.pool)).findings).toEqual([]);
  });

  test('is in the history and the inbox of its owner, with its month', async () => {
    const { pot } = await savingPot();
    await credit('2024-02-02T00:00:00');
    const page = await bank.statements.page(anna.session, { account: pot, filter: {}, size: 5 });
    expect(page.entries[0]).toMatchObject({
      kind: 'INTEREST',
      amount: 31n,
      memo: '2024-01',
      counterparty: { name: 'Interest', numberTail: null },
    });
    const sql = "SELECT kind FROM outbox WHERE kind = 'MONEY_RECEIVED' AND customer_id = ?";
    expect(await database.pool.rows(sql, [anna.session.customerId])).toHaveLength(1);
  });

  test('of months that were missed is credited later, each month by itself', async () => {
    const { id } = await savingPot();
    await credit('2024-05-17T08:00:00');
    expect(await creditsOf(database, id)).toEqual([
      '2024-01-01 31',
      '2024-02-01 29',
      '2024-03-01 31',
      '2024-04-01 30',
    ]);
    expect(await paid()).toBe(121n);
  });

  test('that is less than the smallest unit is kept for the next', async () => {
    const { id } = await savingPot(300n);
    await credit('2024-02-02T00:00:00');
    expect(await creditsOf(database, id)).toEqual(['2024-01-01 0']);
    const [row] = await database.pool.rows('SELECT carried FROM interest_credits');
    expect(BigInt(String(row!['carried']))).toBe((93n * fractionsPerUnit) / 100n);
    const view = await interestAt(database.pool, '2024-02-03T00:00:00').overview(anna.session);
    expect(view.accounts).toMatchObject([{ earned: 0n, hasFraction: true, basisPoints: 366n }]);
    await credit('2024-04-02T00:00:00');
    expect(await creditsOf(database, id)).toEqual(['2024-01-01 0', '2024-02-01 1', '2024-03-01 1']);
  });

  test('is nothing at a rate of zero, and on current accounts', async () => {
    await setRate(database, 'POT', { basisPoints: 0n, day: '2024-01-01' });
    await setRate(database, 'SAVINGS', { basisPoints: 0n, day: '2024-01-01' });
    const pot = await openPot(bank, anna);
    await addTo(bank, anna, pot, 50_000n);
    await credit('2027-02-02T00:00:00');
    expect(await paid()).toBe(0n);
    const { rates, accounts } = await bank.interest.overview(anna.session);
    expect([rates, accounts]).toEqual([[], []]);
  });

  test('is paid on savings accounts by their own rate', async () => {
    const { accountNumber } = await bank.accounts.open(anna.session, {
      type: 'SAVINGS',
      name: 'Later',
      requestId: newRequestId(),
    });
    const id = await openedAt(database, accountNumber, '2024-01-01');
    await depositInto(bank, anna, accountNumber, 36_600n);
    await bookedAt(database, { id, seq: 1n }, '2024-01-31T23:59:59');
    await setRate(database, 'SAVINGS', { basisPoints: 1_000n, day: '2024-01-01' });
    await setRate(database, 'POT', { basisPoints: 10_000n, day: '2024-01-01' });
    await credit('2024-02-02T00:00:00');
    expect(await creditsOf(database, id)).toEqual(['2024-01-01 10']);
  });
});

describe('interest and what happens to the account', () => {
  test('a frozen or locked account earns and is credited', async () => {
    const { pot, id } = await savingPot();
    await lockPot(bank, anna, pot, { days: 30, waitHours: 0 });
    await bank.counter.freeze(staff.mona.session, { accountNumber: anna.accountNumber, reason });
    await credit('2024-02-02T00:00:00');
    expect(await creditsOf(database, id)).toEqual(['2024-01-01 31']);
  });

  test('of an account that was closed goes to the main one, named in the memo', async () => {
    const { pot, id } = await savingPot();
    await takeFrom(bank, anna, pot, 10_000n);
    await bookedAt(database, { id, seq: 2n }, '2024-01-20T12:00:00');
    const requestId = newRequestId();
    await bank.accounts.close(anna.session, { account: pot, requestId });
    await credit('2024-06-02T00:00:00');
    expect(await creditsOf(database, id)).toEqual(['2024-01-01 19', '2024-05-01 0']);
    expect((await balancesOf(bank, anna))[0]).toBe(100_019n);
    const { entries } = await bank.statements.page(anna.session, { filter: {}, size: 1 });
    expect(entries[0]!.memo).toBe(`2024-01 …${pot.slice(-4)}`);
    await credit('2024-09-02T00:00:00');
    expect(await creditsOf(database, id)).toHaveLength(2);
  });

  test('that does not fit into the account stays owed', async () => {
    const { id } = await savingPot();
    const full = 9_007_199_254_740_990n;
    await database.pool.write('UPDATE accounts SET balance = ? WHERE id = ?', [full, id]);
    await credit('2024-02-02T00:00:00');
    expect(await creditsOf(database, id)).toEqual(['2024-01-01 0']);
    await database.pool.write('UPDATE accounts SET balance = 10000 WHERE id = ?', [id]);
    await credit('2024-03-02T00:00:00');
    expect(await creditsOf(database, id)).toEqual(['2024-01-01 0', '2024-02-01 60']);
  });

  test('a reversal takes it back for good', async () => {
    const { id } = await savingPot();
    await credit('2024-02-02T00:00:00');
    const sql = 'SELECT transaction_id FROM interest_credits';
    const [row] = await database.pool.rows(sql);
    const transaction = BigInt(String(row!['transaction_id'])) as m.RequestId;
    const order = { requestId: newRequestId(), transaction, reason };
    await bank.corrections.reverse(staff.mona.session, order);
    expect(await paid()).toBe(0n);
    expect(await balancesOf(bank, anna)).toEqual([90_000n, 10_000n]);
    await credit('2024-02-20T00:00:00');
    expect(await creditsOf(database, id)).toEqual(['2024-01-01 31']);
    expect((await verifyBooks(database.pool)).findings).toEqual([]);
  });

  test('the books are found wrong where a credit is not what was booked', async () => {
    await savingPot();
    await credit('2024-02-02T00:00:00');
    await database.pool.write('UPDATE interest_credits SET amount = 30');
    const { findings } = await verifyBooks(database.pool);
    expect(findings.map(({ code }) => code)).toEqual(['INTEREST_DIFFERS', 'INTEREST_CREDIT_WRONG']);
    await database.pool.write('UPDATE interest_credits SET amount = 31');
  });
});

describe('setting a rate', () => {
  const ask = async (from: string | null = null, basisPoints = 250n) =>
    bank.staffInterest.ask(staff.mona.session, {
      type: 'POT',
      basisPoints,
      from,
      reason,
      requestId: newRequestId(),
    });
  const dayIn = (days: number) =>
    new Date(Date.now() + days * 24 * 3_600_000).toISOString().slice(0, 10);

  test('takes two managers, a week, and a notice to every customer', async () => {
    const asked = await ask();
    if (asked.kind !== 'asked') throw new Error('one manager alone set a rate');
    const { id } = asked.approval;
    await refuses(
      'APPROVAL_OWN',
      bank.approvals.decide(staff.mona.session, { id, verdict: 'APPROVED' }),
    );
    for (const session of [staff.teller.session, staff.auditor.session]) {
      await refuses(
        'STAFF_RIGHT_MISSING',
        bank.approvals.decide(session, { id, verdict: 'APPROVED' }),
      );
    }
    await openShared(bank, ben);
    await bank.approvals.decide(staff.max.session, { id, verdict: 'APPROVED' });
    const { rates } = await bank.interest.overview(ben.session);
    expect(rates).toMatchObject([
      { type: 'POT', basisPoints: 0n, coming: [{ basisPoints: 250n }] },
    ]);
    expect(rates[0]!.coming[0]!.from.getTime() - Date.now()).toBeGreaterThan(7 * 24 * 3_600_000);
    const told = async () =>
      database.pool.rows("SELECT customer_id FROM outbox WHERE kind = 'INTEREST_ANNOUNCED'");
    await expect.poll(async () => (await told()).length, { timeout: 10_000 }).toBe(6);
  });

  test('from an earlier day, or by a teller, is refused', async () => {
    for (const day of ['2020-01-01', dayIn(0), dayIn(8)]) {
      await refuses('INTEREST_TOO_SOON', ask(day));
      const judged = { type: 'POT', basisPoints: 1n, from: day } as const;
      await refuses('INTEREST_TOO_SOON', bank.staffInterest.judge(staff.mona.session, judged));
    }
    const wantedRate = { type: 'POT', basisPoints: 1n, from: null } as const;
    await refuses(
      'STAFF_RIGHT_MISSING',
      bank.staffInterest.judge(staff.teller.session, wantedRate),
    );
  });

  test('beyond the highest rate is impossible even for the database', async () => {
    await expect(
      setRate(database, 'POT', { basisPoints: 10_001n, day: '2024-01-01' }),
    ).rejects.toThrow();
    await expect(
      setRate(database, 'POT', { basisPoints: -1n, day: '2024-01-01' }),
    ).rejects.toThrow();
  });
});
