import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  balanceOf,
  exactly,
  newRequestId,
  openBank,
  openPerson,
  wishOf,
  type Person,
  type TestBank,
} from '../support/bank.ts';
import { expectBooksBalanced } from '../support/books.ts';
import { testDatabase } from '../support/database.ts';

const database = testDatabase();
let bank: TestBank;
let anna: Person;
let ben: Person;

beforeEach(async () => {
  bank = await openBank(database.pool);
  anna = await openPerson(bank, 100_00n);
  ben = await openPerson(bank);
});
afterEach(async () => {
  await bank.close();
  await expectBooksBalanced(database.pool);
});

const pay = async (wish = exactly(30_00n), requestId = newRequestId()) =>
  bank.payments.transfer(anna.session, {
    requestId,
    accountNumber: ben.accountNumber,
    wish,
    memo: 'for pizza',
  });

describe('payments', () => {
  test('a transfer moves the money once and tells both sides', async () => {
    const receipt = await pay();
    expect(receipt).toMatchObject({
      kind: 'TRANSFER',
      amount: 30_00n,
      balanceBefore: 100_00n,
      balanceAfter: 70_00n,
      memo: 'for pizza',
      replayed: false,
    });
    expect(await balanceOf(bank, anna)).toBe(70_00n);
    expect(await balanceOf(bank, ben)).toBe(30_00n);
    const page = await bank.statements.page(ben.session, { filter: {}, size: 8 });
    expect(page.entries).toMatchObject([
      { seq: 1n, reference: receipt.reference, direction: 'in', amount: 30_00n, memo: 'for pizza' },
    ]);
    const [message] = await bank.outbox.claim(10);
    expect(message).toMatchObject({ recipient: ben.discordUserId });
  });

  test('the same request again shows the same receipt', async () => {
    const requestId = newRequestId();
    const first = await pay(wishOf('half'), requestId);
    const again = await pay(wishOf('half'), requestId);
    expect(again).toEqual({ ...first, replayed: true });
    expect(await balanceOf(bank, anna)).toBe(50_00n);
  });
});
