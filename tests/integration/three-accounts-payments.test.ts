/** A customer of three accounts pays from each of them; other customers' accounts are refused. */
import { beforeEach, describe, expect, test } from 'vitest';
import type * as m from '../../src/bank/model/index.ts';
import { balancesOf, depositInto, openAnotherAccount, openThree } from '../support/accounts.ts';
import { exactly, newRequestId, openBank, pay, shareOf } from '../support/bank.ts';
import { takeMessages } from '../support/messages.ts';
import { refusal } from '../support/staff.ts';
import { withBank } from '../support/with-bank.ts';

const { database, bank, anna, ben } = withBank({ balances: { anna: 10_000n, ben: 0n } });
let main: m.AccountNumber;
let second: m.AccountNumber;
let third: m.AccountNumber;

beforeEach(async () => {
  [main, second, third] = await openThree(database, anna);
});

const order = (amount: bigint) => ({ wish: exactly(amount), memo: null });
const move = async (from: m.AccountNumber | undefined, to: m.AccountNumber, amount: bigint) =>
  bank.payments.transfer(anna.session, {
    requestId: newRequestId(),
    from,
    accountNumber: to,
    ...order(amount),
  });
const withdraw = async (from: m.AccountNumber, amount: bigint, requestId = newRequestId()) =>
  bank.payments.withdraw(anna.session, { requestId, from, ...order(amount) });

describe('the overview', () => {
  test('lists all accounts, the main one first, each with a number of its own', async () => {
    const accounts = await bank.accounts.overview(anna.session);
    expect(accounts.map(({ accountNumber }) => accountNumber)).toEqual([main, second, third]);
    expect(new Set([main, second, third]).size).toBe(3);
    expect(await balancesOf(bank, anna)).toEqual([10_000n, 0n, 0n]);
  });
});

describe('a payment', () => {
  test('leaves the account that is named, or the main one', async () => {
    await move(undefined, ben.accountNumber, 1_000n);
    await move(main, second, 5_000n);
    await move(second, ben.accountNumber, 300n);
    await withdraw(second, 700n);
    await depositInto(bank, anna, third, 40n);
    expect(await balancesOf(bank, anna)).toEqual([4_000n, 4_000n, 40n]);
    expect(await balancesOf(bank, ben)).toEqual([1_300n]);
  });

  test('is quoted for the account that is named', async () => {
    await move(main, second, 4_000n);
    const half = { from: second, wish: shareOf('half', 2_000n), memo: null };
    const target = { accountNumber: ben.accountNumber };
    expect(await bank.payments.quoteTransfer(anna.session, { ...half, target })).toMatchObject({
      amount: 2_000n,
      balanceBefore: 4_000n,
      balanceAfter: 2_000n,
      from: { numberTail: second.slice(-4) },
    });
    expect(await bank.payments.quoteWithdrawal(anna.session, half)).toMatchObject({
      amount: 2_000n,
      from: { numberTail: second.slice(-4) },
    });
    const deposit = { into: third, ...order(5n) };
    expect(await bank.payments.quoteDeposit(anna.session, deposit)).toMatchObject({
      to: { numberTail: third.slice(-4) },
      balanceAfter: 5n,
    });
    const more = bank.payments.quoteWithdrawal(anna.session, { from: third, ...order(1n) });
    expect(await refusal(more)).toBe('FUNDS_INSUFFICIENT');
  });

  test('is refused from or into another customer’s account, and one that does not exist', async () => {
    await pay(bank, anna, ben, 500n);
    const unknown = '1234567897' as m.AccountNumber;
    for (const foreign of [ben.accountNumber, unknown]) {
      expect(await refusal(withdraw(foreign, 1n))).toBe('SESSION_EXPIRED');
      expect(await refusal(move(foreign, main, 1n))).toBe('SESSION_EXPIRED');
      expect(await refusal(depositInto(bank, anna, foreign, 1n))).toBe('SESSION_EXPIRED');
      const quote = bank.payments.quoteWithdrawal(anna.session, { from: foreign, ...order(1n) });
      expect(await refusal(quote)).toBe('SESSION_EXPIRED');
    }
    expect(await balancesOf(bank, ben)).toEqual([500n]);
  });

  test('books once by its id; the same id for another own account is refused', async () => {
    await move(main, second, 1_000n);
    const requestId = newRequestId();
    expect(await withdraw(second, 100n, requestId)).toMatchObject({ replayed: false });
    expect(await withdraw(second, 100n, requestId)).toMatchObject({
      replayed: true,
      balanceAfter: 900n,
    });
    expect(await refusal(withdraw(main, 100n, requestId))).toBe('REQUEST_REUSED');
    expect(await balancesOf(bank, anna)).toEqual([9_000n, 900n, 0n]);
  });

  test('to a member reaches their main account', async () => {
    await openAnotherAccount(database, ben);
    const target = { discordUserId: ben.discordUserId };
    const quote = await bank.payments.quoteTransfer(anna.session, { ...order(5n), target });
    expect(quote.accountNumber).toBe(ben.accountNumber);
  });
});

describe('between one’s own accounts', () => {
  test('money moves, but not from an account to itself', async () => {
    await move(main, third, 2_500n);
    await move(third, main, 500n);
    expect(await balancesOf(bank, anna)).toEqual([8_000n, 0n, 2_000n]);
    expect(await refusal(move(third, third, 1n))).toBe('TARGET_SAME');
    expect(await refusal(move(undefined, main, 1n))).toBe('TARGET_SAME');
    const target = { discordUserId: anna.discordUserId };
    const toMain = bank.payments.quoteTransfer(anna.session, { ...order(1n), target });
    expect(await refusal(toMain)).toBe('TARGET_SAME');
    const quote = { from: third, target, ...order(1n) };
    expect(await bank.payments.quoteTransfer(anna.session, quote)).toMatchObject({
      accountNumber: main,
    });
  });

  test('a transfer is never a first payment to a stranger', async () => {
    const careful = await openBank(database.pool, { settings: { stepUpAbove: 1_000n } });
    const quote = async (from: m.AccountNumber, accountNumber: m.AccountNumber, amount = 10n) =>
      careful.payments.quoteTransfer(anna.session, {
        from,
        target: { accountNumber },
        ...order(amount),
      });
    await depositInto(bank, anna, second, 5_000n);
    const own = await quote(second, third);
    expect(own).toMatchObject({ firstPayment: false, needsProof: false });
    expect(own).not.toHaveProperty('alike');
    expect(await quote(second, third, 1_001n)).toMatchObject({ needsProof: true });
    // Ben was paid from the main account: he is known to the second one too.
    expect(await quote(second, ben.accountNumber)).toMatchObject({ firstPayment: true });
    await pay(bank, anna, ben, 1n);
    expect(await quote(second, ben.accountNumber)).toMatchObject({ firstPayment: false });
    // Another account of his, with the same name: new, and like one that was paid.
    const further = await openAnotherAccount(database, ben);
    expect(await quote(third, further).catch((error: { code: string }) => error.code)).toBe(
      'FUNDS_INSUFFICIENT',
    );
    expect(await quote(second, further)).toMatchObject({
      firstPayment: true,
      alike: { numberTail: ben.accountNumber.slice(-4) },
    });
    await careful.close();
  });
});

describe('history and messages', () => {
  test('history is of the account that is named, or the main one', async () => {
    await move(main, second, 1_000n);
    await withdraw(second, 300n);
    const page = async (account?: m.AccountNumber) =>
      bank.statements.page(anna.session, { filter: {}, size: 10, account });
    const kinds = async (account?: m.AccountNumber) =>
      (await page(account)).entries.map(({ kind }) => kind);
    expect((await page()).accountNumber).toBe(main);
    expect((await page(second)).accountNumber).toBe(second);
    expect(await kinds()).toEqual(['TRANSFER', 'DEPOSIT']);
    expect(await kinds(second)).toEqual(['WITHDRAWAL', 'TRANSFER']);
    expect(await kinds(third)).toEqual([]);
    expect((await page(second)).entries[1]?.counterparty.numberTail).toBe(main.slice(-4));
    expect(await refusal(page(ben.accountNumber))).toBe('SESSION_EXPIRED');
  });

  test('each message names the account whose money moved', async () => {
    await move(main, second, 1_000n);
    await move(second, ben.accountNumber, 200n);
    await withdraw(second, 50n);
    await pay(bank, ben, { ...anna, accountNumber: third }, 70n);
    const told = (await takeMessages(bank))
      .filter(({ recipient }) => recipient === anna.discordUserId)
      .flatMap(({ notice }) => {
        if (notice.kind !== 'MONEY_SENT' && notice.kind !== 'MONEY_RECEIVED') return [];
        const { kind, entries } = notice;
        return entries.map(({ amount, numberTail }) => `${kind} ${amount} ${numberTail}`);
      });
    expect(told.toSorted()).toEqual(
      [
        `MONEY_SENT 1000 ${main.slice(-4)}`,
        `MONEY_RECEIVED 1000 ${second.slice(-4)}`,
        `MONEY_SENT 200 ${second.slice(-4)}`,
        `MONEY_SENT 50 ${second.slice(-4)}`,
        `MONEY_RECEIVED 70 ${third.slice(-4)}`,
      ].toSorted(),
    );
  });
});
