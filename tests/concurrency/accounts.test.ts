/** Ten accounts of one customer, used at once, also by two processes: one day, one limit. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type * as m from '../../src/bank/model/index.ts';
import { createPool, type Pool } from '../../src/db/pool.ts';
import { accountFacts, balancesOf, openAnotherAccount } from '../support/accounts.ts';
import {
  exactly,
  newRequestId,
  openBank,
  openPerson,
  type Person,
  type TestBank,
} from '../support/bank.ts';
import { expectBooksBalanced } from '../support/books.ts';
import { testDatabase } from '../support/database.ts';
import { tally } from '../support/tally.ts';
import { openStaff, reason, type Staff } from '../support/staff.ts';

const database = testDatabase();
const settings = { limitPerDay: 10_00n, fourEyesAbove: 1_000_00n };
let secondPool: Pool;
let banks: readonly [TestBank, TestBank];
let staff: Staff;
let anna: Person;
let ben: Person;
let numbers: readonly m.AccountNumber[];

beforeEach(async () => {
  secondPool = createPool(database.address);
  const first = await openBank(database.pool, { settings });
  banks = [first, await openBank(secondPool, { settings })];
  staff = await openStaff(first);
  anna = await openPerson(first);
  ben = await openPerson(first);
  const others = await Promise.all(
    Array.from({ length: 9 }, async () => openAnotherAccount(database, anna)),
  );
  numbers = [anna.accountNumber, ...others];
});
afterEach(async () => {
  await Promise.all(banks.map(async (bank) => bank.close()));
  await secondPool.close();
  await expectBooksBalanced(database.pool);
});

const give = async (amount: bigint) => {
  for (const accountNumber of numbers) {
    await banks[0].corrections.adjust(staff.mona.session, {
      requestId: newRequestId(),
      accountNumber,
      amount: amount as m.Amount,
      side: 'credit',
      reason,
    });
  }
};
const either = (index: number) => banks[index % 2]!;
const numberAt = (index: number) => numbers[index % numbers.length]!;
const total = async () =>
  (await balancesOf(banks[0], anna)).reduce((sum, balance) => sum + balance, 0n);

const attempts = async (count: number, work: (index: number) => Promise<unknown>) =>
  tally(await Promise.allSettled(Array.from({ length: count }, async (_, index) => work(index))));

describe('ten accounts of one customer', () => {
  test('of 64 payments at once, the sum never passes the day’s limit', async () => {
    await give(100_00n);
    const counts = await attempts(64, async (index) =>
      either(index).payments.transfer(anna.session, {
        requestId: newRequestId(),
        from: numberAt(index),
        accountNumber: ben.accountNumber,
        wish: exactly(90n),
        memo: null,
      }),
    );
    expect(counts).toEqual({ booked: 11, DAY_LIMIT_REACHED: 53 });
    expect(await balancesOf(banks[0], ben)).toEqual([9_90n]);
    expect((await accountFacts(database, anna))[0]?.paidOut).toBe(9_90n);
  });

  test('of 64 deposits at once, the sum never passes the day’s limit', async () => {
    const counts = await attempts(64, async (index) =>
      either(index).payments.deposit(anna.session, {
        requestId: newRequestId(),
        into: numberAt(index),
        wish: exactly(30n),
        memo: null,
      }),
    );
    expect(counts).toEqual({ booked: 33, DAY_LIMIT_REACHED: 31 });
    expect(await total()).toBe(9_90n);
  });

  test('transfers among them, payments out and counter withdrawals share the limit', async () => {
    await give(100_00n);
    const counts = await attempts(64, async (index) => {
      const requestId = newRequestId();
      const order = { requestId, wish: exactly(50n), memo: null };
      const from = numberAt(index);
      const { payments, counter } = either(index);
      if (index % 3 === 0) return payments.withdraw(anna.session, { ...order, from });
      if (index % 3 === 1) {
        const accountNumber = numberAt(index * 7 + 1);
        const to = accountNumber === from ? numberAt(index + 1) : accountNumber;
        return payments.transfer(anna.session, { ...order, from, accountNumber: to });
      }
      return counter.withdraw(staff.teller.session, { ...order, accountNumber: from });
    });
    expect(counts).toEqual({ booked: 20, DAY_LIMIT_REACHED: 44 });
    expect((await accountFacts(database, anna))[0]?.paidOut).toBe(10_00n);
  });

  test.each(['DAY', 'WEEK', 'MONTH'] as const)(
    'of 64 payments at once, none passes the customer’s own limit of a %s',
    async (period) => {
      await give(100_00n);
      const limit = { period, amount: 5_00n as m.Amount, requestId: newRequestId() };
      await banks[1].limits.set(anna.session, limit);
      const counts = await attempts(64, async (index) => {
        const order = { requestId: newRequestId(), wish: exactly(30n), memo: null };
        const from = numberAt(index);
        const { payments } = either(index);
        return index % 2 === 0
          ? payments.withdraw(anna.session, { ...order, from })
          : payments.transfer(anna.session, { ...order, from, accountNumber: ben.accountNumber });
      });
      expect(counts).toEqual({ booked: 16, OWN_LIMIT_REACHED: 48 });
      const { uses } = await banks[0].limits.overview(anna.session);
      expect(uses.find((one) => one.period === period)).toMatchObject({ used: 4_80n });
    },
  );

  test('closed while deposits arrive, each ends with its money or closed and empty', async () => {
    const counts = await attempts(54, async (index) => {
      const account = numbers[1 + (index % 9)]!;
      const requestId = newRequestId();
      const { payments, accounts } = either(index);
      if (index % 6 === 5) return accounts.close(anna.session, { account, requestId });
      const order = { requestId, into: account, wish: exactly(1n), memo: null };
      return payments.deposit(anna.session, order);
    });
    const { booked = 0, ACCOUNT_CLOSED = 0, ACCOUNT_NOT_EMPTY = 0, ACCOUNT_UNKNOWN = 0 } = counts;
    expect(booked + ACCOUNT_CLOSED + ACCOUNT_NOT_EMPTY + ACCOUNT_UNKNOWN).toBe(54);
    const facts = await accountFacts(database, anna);
    const closed = facts.filter(({ status }) => status === 'CLOSED').length;
    expect(await total()).toBe(BigInt(booked - closed));
  });

  test('of which each is made the main one at once, exactly one is', async () => {
    await attempts(20, async (index) =>
      either(index).accounts.makeMain(anna.session, {
        account: numberAt(index),
        requestId: newRequestId(),
      }),
    );
    const all = await banks[0].accounts.overview(anna.session);
    expect(all.filter(({ isMain }) => isMain)).toHaveLength(1);
    expect(all).toHaveLength(10);
  });

  test('accounts opened at once have different numbers, and the first stays the first', async () => {
    expect(new Set(numbers).size).toBe(10);
    const facts = await accountFacts(database, anna);
    expect(facts).toHaveLength(10);
    expect(facts[0]?.number).toBe(anna.accountNumber);
  });
});
