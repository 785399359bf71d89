/** Many simultaneous payments on the same accounts: any may succeed, but the books stay correct. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Receipt } from '../../src/bank/index.ts';
import { createPool, type Pool } from '../../src/db/pool.ts';
import {
  balanceOf,
  exactly,
  newRequestId,
  openBank,
  openPerson,
  password,
  place,
  shareOf,
  type Person,
  type TestBank,
} from '../support/bank.ts';
import { expectBooksBalanced } from '../support/books.ts';
import { testDatabase } from '../support/database.ts';
import { tally } from '../support/tally.ts';

const database = testDatabase();
let secondPool: Pool;
let bank: TestBank;
/** A second bank on the same database, like another process. */
let other: TestBank;
let anna: Person;
let ben: Person;

beforeEach(async () => {
  bank = await openBank(database.pool);
  secondPool = createPool(database.address);
  other = await openBank(secondPool);
  anna = await openPerson(bank, 100_00n);
  ben = await openPerson(bank);
});
afterEach(async () => {
  await Promise.all([bank.close(), other.close()]);
  await secondPool.close();
  await expectBooksBalanced(database.pool);
});

const either = (index: number) => (index % 2 === 0 ? bank : other);
const times = <Value>(count: number, work: (index: number) => Promise<Value>) =>
  Promise.allSettled(Array.from({ length: count }, async (_, index) => work(index)));
const pay = async (on: TestBank, from: Person, to: Person, units: bigint, id = newRequestId()) =>
  on.payments.transfer(from.session, {
    requestId: id,
    accountNumber: to.accountNumber,
    wish: exactly(units),
    memo: null,
  });

describe('many payments from one balance', () => {
  test('50 parallel transfers of the full balance: exactly one succeeds', async () => {
    const outcomes = await times(50, async (index) => pay(either(index), anna, ben, 100_00n));
    expect(tally(outcomes)).toEqual({ booked: 1, FUNDS_INSUFFICIENT: 49 });
    expect([await balanceOf(bank, anna), await balanceOf(bank, ben)]).toEqual([0n, 100_00n]);
  });

  test('of 64 partial withdrawals, as many as fit succeed', async () => {
    const outcomes = await times(64, async (index) =>
      either(index).payments.withdraw(anna.session, {
        requestId: newRequestId(),
        wish: exactly(7_00n),
        memo: null,
      }),
    );
    expect(tally(outcomes)).toEqual({ booked: 14, FUNDS_INSUFFICIENT: 50 });
    expect(await balanceOf(bank, anna)).toBe(2_00n);
  });

  test('the day limit holds across processes', async () => {
    const limited = { limitPerDay: 10_00n };
    const banks = [
      await openBank(database.pool, { settings: limited }),
      await openBank(secondPool, { settings: limited }),
    ];
    const outcomes = await times(30, async (index) => pay(banks[index % 2]!, anna, ben, 1_00n));
    expect(tally(outcomes)).toEqual({ booked: 10, DAY_LIMIT_REACHED: 20 });
  });
});

describe('many presses of one request', () => {
  test('the same request 100 times books once and shows one receipt', async () => {
    const id = newRequestId();
    const outcomes = await times(100, async (index) => pay(either(index), anna, ben, 40_00n, id));
    expect(tally(outcomes)).toEqual({ booked: 100 });
    const receipts = outcomes.map((outcome) => (outcome as { value: Receipt }).value);
    expect(receipts.filter((receipt) => !receipt.replayed)).toHaveLength(1);
    const shown = new Set(
      receipts.map((one) => JSON.stringify({ ...one, replayed: 0 }, (_, v) => String(v))),
    );
    expect(shown.size).toBe(1);
    expect(await balanceOf(bank, ben)).toBe(40_00n);
  });

  test('one id for different payments books one of them', async () => {
    const id = newRequestId();
    const outcomes = await times(40, async (index) =>
      pay(either(index), anna, ben, BigInt(1 + (index % 4)), id),
    );
    expect(tally(outcomes)).toEqual({ booked: 10, REQUEST_REUSED: 30 });
  });
});

describe('requests booked before, among others', () => {
  test('show their receipts, and the others are booked', async () => {
    const known = await times(8, async () => pay(bank, anna, ben, 5_00n));
    const ids = known.map((one) => (one as PromiseFulfilledResult<Receipt>).value.requestId);
    // In one turn of the event loop, so that they share a batch.
    const [again, fresh] = await Promise.all([
      times(8, async (index) => pay(bank, anna, ben, 5_00n, ids[index])),
      times(8, async () => pay(bank, ben, anna, 1_00n)),
    ]);
    const replayed = (outcomes: readonly PromiseSettledResult<Receipt>[]) =>
      outcomes.map((one) => one.status === 'fulfilled' && one.value.replayed);
    expect(replayed(again)).toEqual(ids.map(() => true));
    expect(replayed(fresh)).toEqual(ids.map(() => false));
    expect(await balanceOf(bank, anna)).toBe(68_00n);
  });

  test('show their receipts even if they would be refused now', async () => {
    const { requestId } = await pay(bank, anna, ben, 100_00n);
    const outcomes = await Promise.allSettled([
      pay(bank, anna, ben, 100_00n, requestId),
      pay(bank, anna, ben, 1n),
      pay(other, anna, ben, 100_00n, requestId),
    ]);
    expect(tally(outcomes)).toEqual({ booked: 2, FUNDS_INSUFFICIENT: 1 });
    expect(await balanceOf(bank, ben)).toBe(100_00n);
  });
});

describe('crossing payments', () => {
  test('opposite transfers never show a deadlock to the caller', async () => {
    await pay(bank, anna, ben, 50_00n);
    const outcomes = await times(200, async (index) => {
      const [from, to] = index % 4 < 2 ? [anna, ben] : [ben, anna];
      return pay(either(index), from, to, 10n);
    });
    expect(tally(outcomes)).toEqual({ booked: 200 });
    expect([await balanceOf(bank, anna), await balanceOf(bank, ben)]).toEqual([50_00n, 50_00n]);
  });

  test('a ring of transfers across processes keeps every unit', async () => {
    const people = await Promise.all(
      Array.from({ length: 6 }, async () => openPerson(bank, 10_00n)),
    );
    const outcomes = await times(240, async (index) => {
      const from = people[index % 6]!;
      const to = people[(index + 1 + (index % 5)) % 6]!;
      return from === to ? null : pay(either(index), from, to, BigInt(1 + (index % 90)));
    });
    const counts = tally(outcomes);
    expect((counts['booked'] ?? 0) + (counts['FUNDS_INSUFFICIENT'] ?? 0)).toBe(240);
    const balances = await Promise.all(people.map(async (person) => balanceOf(bank, person)));
    expect(balances.reduce((sum, one) => sum + one, 0n)).toBe(60_00n);
  });

  const share = async (index: number, eve: Person) => {
    const kind = index % 10 === 0 ? 'all' : 'half';
    const order = { wish: { kind }, memo: null } as const;
    const { accountNumber } = ben;
    const { payments } = either(index);
    const quoted = await payments.quoteTransfer(eve.session, {
      ...order,
      target: { accountNumber },
    });
    const shown = shareOf(kind, quoted.amount);
    const booking = { ...order, wish: shown, requestId: newRequestId(), accountNumber };
    const receipt = await payments.transfer(eve.session, booking);
    expect(receipt.amount).toBe(quoted.amount);
    return receipt;
  };

  test('`all` and `half` book the sum that was shown, or nothing', async () => {
    for (let round = 0; round < 10; round += 1) {
      const eve = await openPerson(bank, 1_00n);
      const outcomes = await times(20, async (index) =>
        index % 5 === 0
          ? share(index, eve)
          : either(index).payments.deposit(eve.session, {
              requestId: newRequestId(),
              wish: exactly(3n),
              memo: null,
            }),
      );
      const moved = outcomes.map((outcome) =>
        outcome.status === 'fulfilled' && outcome.value.kind === 'TRANSFER'
          ? outcome.value.amount
          : 0n,
      );
      const sum = moved.reduce<bigint>((total, amount) => total + amount, 0n);
      expect(await balanceOf(bank, eve)).toBe(1_00n + 16n * 3n - sum);
      const codes = Object.keys(tally(outcomes));
      expect(['booked', 'AMOUNT_CHANGED', 'FUNDS_INSUFFICIENT']).toEqual(
        expect.arrayContaining(codes),
      );
    }
  });

  test('many deposits do not wait for each other, and the total is right', async () => {
    const people = await Promise.all(Array.from({ length: 20 }, async () => openPerson(bank)));
    await Promise.all(
      people.map(async (person, index) =>
        either(index).payments.deposit(person.session, {
          requestId: newRequestId(),
          wish: exactly(BigInt(index + 1)),
          memo: null,
        }),
      ),
    );
    const { lines, debits, credits } = await bank.books.trialBalance();
    const line = (kind: string) => lines.find((one) => one.kind === kind)?.balance;
    expect([line('CASH'), line('CUSTOMER'), line('FEES')]).toEqual([100_00n + 210n, 102_10n, 0n]);
    expect(debits).toBe(credits);
  });
});

/**
 * Makes payments while `end` runs; none that begins after it may succeed. At the end each process
 * makes one more, so two of the 62 payments are always too late.
 */
const streams = async (end: () => Promise<unknown>) => {
  let ended = false;
  const late: unknown[] = [];
  const paying = times(60, async (index) => {
    await new Promise((resolve) => setTimeout(resolve, index / 2));
    const begunAfterEnd = ended;
    const receipt = await pay(either(index), anna, ben, 1n);
    if (begunAfterEnd) late.push(receipt);
  });
  await new Promise((resolve) => setTimeout(resolve, 12));
  await end();
  ended = true;
  const paidWhenEnded = await balanceOf(bank, ben);
  const tooLate = await times(2, async (index) => pay(either(index), anna, ben, 1n));
  const counts = tally([...(await paying), ...tooLate]);
  expect(late).toEqual([]);
  expect(tally(tooLate)['booked']).toBeUndefined();
  expect(await balanceOf(bank, ben)).toBe(paidWhenEnded);
  expect(paidWhenEnded).toBe(BigInt(counts['booked'] ?? 0));
  return counts;
};

describe('losing a right takes effect at once', () => {
  test('no payment succeeds after the session was ended', async () => {
    const counts = await streams(async () => bank.sessions.logout(anna.session));
    expect(counts['SESSION_EXPIRED']).toBeGreaterThanOrEqual(2);
    expect((counts['SESSION_EXPIRED'] ?? 0) + (counts['booked'] ?? 0)).toBe(62);
  });

  test('no payment leaves after the account is frozen', async () => {
    const counts = await streams(async () =>
      database.pool.write(`UPDATE accounts SET status = 'FROZEN' WHERE account_number = ?`, [
        anna.accountNumber,
      ]),
    );
    expect(counts['ACCOUNT_FROZEN']).toBeGreaterThanOrEqual(2);
    expect((counts['ACCOUNT_FROZEN'] ?? 0) + (counts['booked'] ?? 0)).toBe(62);
  });

  test('no payment leaves after its owner locked the account, in any process', async () => {
    const { discordUserId } = anna;
    const counts = await streams(async () => other.locks.lock({ discordUserId, place }));
    expect(counts['SESSION_EXPIRED']).toBeGreaterThanOrEqual(2);
    expect((counts['SESSION_EXPIRED'] ?? 0) + (counts['booked'] ?? 0)).toBe(62);
  });

  test('no payment succeeds with the old session after a new password', async () => {
    const change = { currentPassword: password, password: 'walrus copper meadow 77', place };
    const counts = await streams(async () => other.profile.changePassword(anna.session, change));
    expect((counts['SESSION_EXPIRED'] ?? 0) + (counts['booked'] ?? 0)).toBe(62);
  });
});
