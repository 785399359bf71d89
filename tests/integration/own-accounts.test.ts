/** A customer opens, names, chooses and closes accounts of their own. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type * as m from '../../src/bank/model/index.ts';
import { accountFacts, balancesOf, depositInto, openThree } from '../support/accounts.ts';
import { exactly, newRequestId, pay } from '../support/bank.ts';
import { makeOrder } from '../support/orders.ts';
import { makeRequest, wanted } from '../support/requests.ts';
import { refusal } from '../support/staff.ts';
import { withBank } from '../support/with-bank.ts';

const { database, bank, anna, ben } = withBank({ balances: { anna: 10_000n, ben: 500n } });

const open = async (
  name: string | null = null,
  type: m.AccountType = 'SAVINGS',
  requestId = newRequestId(),
) => bank.accounts.open(anna.session, { type, name, requestId });
const close = async (account: m.AccountNumber, requestId = newRequestId()) =>
  bank.accounts.close(anna.session, { account, requestId });
const makeMain = async (account: m.AccountNumber, requestId = newRequestId()) =>
  bank.accounts.makeMain(anna.session, { account, requestId });
const find = async (meant: m.OwnAccountRef) => bank.accounts.find(anna.session, meant);
const audited = async () => {
  const sql = `SELECT action FROM audit WHERE action LIKE '%ACCOUNT%' ORDER BY id`;
  return (await database.pool.rows(sql)).map(({ action }) => action);
};

describe('opening an account', () => {
  test('gives it a number, a kind and a name; the first stays the main one', async () => {
    const made = await open('Holiday');
    expect(made).toMatchObject({ name: 'Holiday', type: 'SAVINGS', isMain: false, balance: 0n });
    const all = await bank.accounts.overview(anna.session);
    expect(all.map(({ accountNumber, isMain }) => [accountNumber, isMain])).toEqual([
      [anna.accountNumber, true],
      [made.accountNumber, false],
    ]);
    expect(await audited()).toEqual(['OWN_ACCOUNT_OPENED']);
    await depositInto(bank, anna, made.accountNumber, 70n);
    expect(await balancesOf(bank, anna)).toEqual([10_000n, 70n]);
  });

  test('happens once per request, also when others were opened in between', async () => {
    const requestId = newRequestId();
    await open('Later');
    const first = await open('Holiday', 'SAVINGS', requestId);
    expect(await open('Holiday', 'SAVINGS', requestId)).toEqual(first);
    expect(await bank.accounts.overview(anna.session)).toHaveLength(3);
    const byBen = bank.accounts.open(ben.session, { type: 'CURRENT', name: null, requestId });
    expect(await refusal(byBen)).toBe('REQUEST_REUSED');
  });

  test('refuses a name that another open account has, in any case', async () => {
    const { accountNumber } = await open('Holiday');
    expect(await refusal(open('HOLIDAY'))).toBe('ACCOUNT_NAME_TAKEN');
    const judged = bank.accounts.judgeOpening(anna.session, { type: 'CURRENT', name: 'holiday' });
    expect(await refusal(judged)).toBe('ACCOUNT_NAME_TAKEN');
    await close(accountNumber);
    expect(await open('Holiday')).toMatchObject({ name: 'Holiday' });
  });

  test('stops at twenty open accounts', async () => {
    for (let count = 1; count < 20; count += 1) await open();
    expect(await refusal(open())).toBe('ACCOUNTS_TOO_MANY');
    const [, second] = await bank.accounts.overview(anna.session);
    await close(second!.accountNumber);
    await open();
    expect(await refusal(open())).toBe('ACCOUNTS_TOO_MANY');
  });

  test('by several at once never exceeds twenty', async () => {
    for (let count = 1; count < 18; count += 1) await open();
    const tries = await Promise.allSettled(Array.from({ length: 6 }, async () => open()));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    expect(await bank.accounts.overview(anna.session)).toHaveLength(20);
  });

  test('does not raise the limit of the day', async () => {
    const { accountNumber } = await open();
    await depositInto(bank, anna, accountNumber, 30n);
    const facts = await accountFacts(database, anna);
    expect(facts.map(({ deposited }) => deposited)).toEqual([10_030n, 0n]);
  });
});

describe('an account is meant', () => {
  test('by its number, its last digits or its name', async () => {
    const { accountNumber } = await open('Żółty dom');
    for (const meant of [
      { accountNumber },
      { tail: accountNumber.slice(-4) },
      { name: 'zołty DOM' },
    ]) {
      expect((await find(meant)).accountNumber).toBe(accountNumber);
    }
    for (const meant of [{ accountNumber: ben.accountNumber }, { name: 'Holiday' }]) {
      expect(await refusal(find(meant))).toBe('ACCOUNT_UNKNOWN');
    }
    await close(accountNumber);
    expect(await refusal(find({ accountNumber }))).toBe('ACCOUNT_UNKNOWN');
    const read = await bank.accounts.find(anna.session, { name: 'żółty dom' }, 'ANY');
    expect(read).toMatchObject({ accountNumber, status: 'CLOSED' });
  });

  test('by its new name once it is renamed', async () => {
    const { accountNumber } = await open('Holiday');
    await open('Rent');
    const change = { account: accountNumber, name: 'Trip' };
    expect(await bank.accounts.rename(anna.session, change)).toMatchObject({ name: 'Trip' });
    expect((await find({ name: 'trip' })).accountNumber).toBe(accountNumber);
    expect(await refusal(find({ name: 'holiday' }))).toBe('ACCOUNT_UNKNOWN');
    const taken = bank.accounts.rename(anna.session, { ...change, name: 'rent' });
    expect(await refusal(taken)).toBe('ACCOUNT_NAME_TAKEN');
    const foreign = { account: ben.accountNumber, name: 'Mine' };
    expect(await refusal(bank.accounts.rename(anna.session, foreign))).toBe('ACCOUNT_UNKNOWN');
  });

  test('by its name as the payee of an own transfer', async () => {
    const { accountNumber } = await open('Holiday');
    const quote = await bank.payments.quoteTransfer(anna.session, {
      target: { nickname: 'holiday' },
      wish: exactly(5n),
      memo: null,
    });
    expect(quote.accountNumber).toBe(accountNumber);
    const { own } = await bank.payees.known(anna.session);
    expect(own.map(({ name }) => name)).toEqual([null, 'Holiday']);
    expect((await bank.payees.known(ben.session)).own).toEqual([]);
  });
});

describe('the main account', () => {
  test('receives what is sent to the member, and pays where none is named', async () => {
    const { accountNumber } = await open();
    await makeMain(accountNumber);
    const target = { discordUserId: anna.discordUserId };
    const quote = await bank.payments.quoteTransfer(ben.session, {
      target,
      wish: exactly(40n),
      memo: null,
    });
    expect(quote.accountNumber).toBe(accountNumber);
    await pay(bank, ben, { ...anna, accountNumber }, 40n);
    const withdrawal = { requestId: newRequestId(), wish: exactly(15n), memo: null };
    await bank.payments.withdraw(anna.session, withdrawal);
    const all = await bank.accounts.overview(anna.session);
    expect(all.map(({ balance, isMain }) => [balance, isMain])).toEqual([
      [25n, true],
      [10_000n, false],
    ]);
    const place = { guildId: null, channelId: '1' };
    const identity = await bank.access.identify(anna.discordUserId, place);
    expect(identity).toMatchObject({ accountNumber, hasSeveral: true });
    expect(await bank.access.identify(ben.discordUserId, place)).not.toHaveProperty('hasSeveral');
    expect(await bank.profile.view(anna.session)).toMatchObject({ accountNumber });
    const page = await bank.statements.page(anna.session, { filter: {}, size: 5 });
    expect(page.accountNumber).toBe(accountNumber);
  });

  test('does not keep the sums of the day: the first account still does', async () => {
    const { accountNumber } = await open();
    await makeMain(accountNumber);
    await depositInto(bank, anna, accountNumber, 30n);
    const facts = await accountFacts(database, anna);
    expect(facts.map(({ deposited }) => deposited)).toEqual([10_030n, 0n]);
  });

  test('is chosen once per request, and only from one’s own', async () => {
    const { accountNumber } = await open();
    const requestId = newRequestId();
    await makeMain(accountNumber, requestId);
    await makeMain(anna.accountNumber);
    expect(await makeMain(accountNumber, requestId)).toMatchObject({ isMain: false });
    expect(await refusal(makeMain(ben.accountNumber))).toBe('ACCOUNT_UNKNOWN');
  });

  test('is what a request pays into, unless another account is named', async () => {
    const { accountNumber } = await open();
    const quote = await bank.requests.quote(anna.session, wanted([ben], { each: 5n }));
    expect(quote.into.numberTail).toBe(anna.accountNumber.slice(-4));
    const into = { ...wanted([ben], { each: 5n }), into: accountNumber };
    expect((await bank.requests.quote(anna.session, into)).into.numberTail).toBe(
      accountNumber.slice(-4),
    );
    const foreign = { ...into, into: ben.accountNumber };
    expect(await refusal(bank.requests.quote(anna.session, foreign))).toBe('SESSION_EXPIRED');
  });
});

test('an upgrade makes the first account of a customer with several the main one', async () => {
  await openThree(database, anna);
  await database.pool.write('UPDATE customers SET main_account_id = NULL', []);
  const before = await bank.accounts.overview(anna.session);
  expect(before[0]).toMatchObject({ accountNumber: anna.accountNumber, isMain: true });
  const migration = 'migrations/0852_fill_main_accounts.sql';
  await database.pool.write(readFileSync(migration, 'utf8').replaceAll(/^--.*$|;/gm, ''), []);
  const sql = `SELECT c.main_account_id IS NULL AS has_one, a.account_number FROM customers AS c
    LEFT JOIN accounts AS a ON a.id = c.main_account_id WHERE c.id = ?`;
  const mainOf = async ({ session }: typeof anna) =>
    (await database.pool.rows(sql, [session.customerId]))[0]!['account_number'];
  expect(await mainOf(anna)).toBe(anna.accountNumber);
  expect(await mainOf(ben)).toBeNull();
});

describe('closing an account', () => {
  test('needs it empty, and another one as the main account', async () => {
    expect(await refusal(close(anna.accountNumber))).toBe('ACCOUNT_IS_MAIN');
    const { accountNumber } = await open();
    await depositInto(bank, anna, accountNumber, 1n);
    expect(await refusal(close(accountNumber))).toBe('ACCOUNT_NOT_EMPTY');
    expect(await refusal(bank.accounts.judgeClosing(anna.session, { accountNumber }))).toBe(
      'ACCOUNT_NOT_EMPTY',
    );
    await makeMain(accountNumber);
    expect(await refusal(close(accountNumber))).toBe('ACCOUNT_IS_MAIN');
    await pay(bank, anna, { ...ben }, 1n);
    expect(await balancesOf(bank, anna)).toEqual([0n, 10_000n]);
  });

  test('of the first account leaves the day’s sums where they are', async () => {
    const { accountNumber } = await open();
    await makeMain(accountNumber);
    await bank.payments.transfer(anna.session, {
      requestId: newRequestId(),
      from: anna.accountNumber,
      accountNumber,
      wish: exactly(10_000n),
      memo: null,
    });
    const requestId = newRequestId();
    await close(anna.accountNumber, requestId);
    expect(await close(anna.accountNumber, requestId)).toMatchObject({ status: 'CLOSED' });
    await depositInto(bank, anna, accountNumber, 5n);
    await pay(bank, anna, ben, 5n);
    const facts = await accountFacts(database, anna);
    expect(facts.map(({ status, paidOut, deposited }) => [status, paidOut, deposited])).toEqual([
      ['CLOSED', 10_005n, 10_005n],
      ['OPEN', 0n, 0n],
    ]);
    const target = { accountNumber: anna.accountNumber };
    const quote = { target, wish: exactly(1n), memo: null };
    expect(await refusal(bank.payments.quoteTransfer(ben.session, quote))).toBe(
      'TARGET_UNAVAILABLE',
    );
    const closed = { filter: {}, size: 5, account: anna.accountNumber };
    expect((await bank.statements.page(anna.session, closed)).entries).toHaveLength(2);
  });

  test('is refused while a standing order or a request of one’s own uses it', async () => {
    const [, second, third] = await openThree(database, anna);
    await makeOrder(bank, { from: anna, to: ben }, { from: second });
    expect(await refusal(close(second))).toBe('ACCOUNT_IN_USE');
    await bank.orders.cancel(anna.session, 1);
    await close(second);
    const request = await makeRequest(bank, anna, { ...wanted([ben], { each: 5n }), into: third });
    expect(await refusal(close(third))).toBe('ACCOUNT_IN_USE');
    await bank.requests.cancel(anna.session, request.id);
    expect(await close(third)).toMatchObject({ status: 'CLOSED' });
  });

  test('and a payment into it at the same time: one of them is refused', async () => {
    const { accountNumber } = await open();
    const [paid, closed] = await Promise.allSettled([
      pay(bank, ben, { ...anna, accountNumber }, 5n),
      close(accountNumber),
    ]);
    expect([paid.status, closed.status].toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await balancesOf(bank, anna))[1]).toBe(paid.status === 'fulfilled' ? 5n : 0n);
  });
});
