/** A customer of three accounts is one person: login, profile, recovery, export, erasure. */
import { beforeEach, describe, expect, test } from 'vitest';
import { verifyBooks } from '../../src/bank/audit/index.ts';
import type * as m from '../../src/bank/model/index.ts';
import { accountFacts, depositInto, openAnotherAccount, openThree } from '../support/accounts.ts';
import { newRequestId, exactly, password, pay, place } from '../support/bank.ts';
import { accountId, minuteMs, requestFor, inSession, withLedger } from '../support/ledger.ts';
import { mailedCode } from '../support/messages.ts';
import { refusal } from '../support/staff.ts';
import { withBank } from '../support/with-bank.ts';

const { database, bank, anna, ben } = withBank({
  settings: { canMail: true },
  balances: { anna: 900n, ben: 0n },
});
const current = withLedger(database);
let main: m.AccountNumber;
let second: m.AccountNumber;
let third: m.AccountNumber;

beforeEach(async () => {
  [main, second, third] = await openThree(database, anna);
});

const logIn = async (accountNumber: m.AccountNumber, secret = password) =>
  bank.sessions.login({
    discordUserId: anna.discordUserId,
    place,
    accountNumber,
    password: secret,
  });
const erase = async () =>
  bank.privacy.erase(anna.session, { requestId: newRequestId(), isProved: true });
const withdraw = async (from: m.AccountNumber, amount: bigint) =>
  bank.payments.withdraw(anna.session, {
    requestId: newRequestId(),
    from,
    wish: exactly(amount),
    memo: null,
  });

describe('identity, profile and sessions', () => {
  test('show the main account, whoever else is looked up with them', async () => {
    await openAnotherAccount(database, ben);
    const found = await Promise.all(
      [anna, ben, anna].map(async ({ discordUserId }) =>
        bank.access.identify(discordUserId, place),
      ),
    );
    expect(found.map(({ accountNumber }) => accountNumber)).toEqual([
      main,
      ben.accountNumber,
      main,
    ]);
    expect(found[0]!.session).toMatchObject({ id: anna.session.id });
    expect(await bank.profile.view(anna.session)).toMatchObject({
      accountNumber: main,
      recoveryCodesLeft: 8,
    });
    expect(await bank.sessions.recent(anna.session, 10)).toHaveLength(1);
  });

  test('a login works with each number, and replaces the one before', async () => {
    for (const number of [second, third, main]) {
      const session = await logIn(number);
      expect(session.customerId).toBe(anna.session.customerId);
    }
    expect(await bank.sessions.recent(await logIn(second), 10)).toHaveLength(5);
    const sql = 'SELECT id FROM sessions WHERE ended_at IS NULL AND customer_id = ?';
    expect(await database.pool.rows(sql, [anna.session.customerId])).toHaveLength(1);
  });

  test('failed logins count together, whichever number was given', async () => {
    expect(await refusal(logIn(second, 'a wrong guess 123'))).toBe('CREDENTIALS_WRONG');
    expect(await refusal(logIn(third))).toBe('LOCKED_OUT');
  });

  test('a changed name is on all accounts', async () => {
    const { email, phone } = anna.details;
    const changes = { fullName: 'Anna Quist', email, phone, currentPassword: password };
    await bank.profile.update(anna.session, changes);
    const names = (await accountFacts(database, anna)).map(({ holderName }) => holderName);
    expect(names).toEqual(['Anna Q.', 'Anna Q.', 'Anna Q.']);
    await openAnotherAccount(database, anna);
    expect((await accountFacts(database, anna))[3]?.holderName).toBe('Anna Q.');
  });

  test('a recovery works with each number', async () => {
    const { discordUserId, details } = anna;
    const { email, phone } = details;
    await bank.recovery.request({ discordUserId, place, accountNumber: third, email, phone });
    const { code } = await mailedCode(bank);
    const renewed = 'thunder olive basket 93';
    await bank.recovery.complete({ discordUserId, place, code, password: renewed });
    expect((await logIn(second, renewed)).customerId).toBe(anna.session.customerId);
  });

  test('registering again is refused, and a new customer has one account', async () => {
    const { discordUserId, details } = anna;
    const again = { discordUserId, place, details, password };
    expect(await refusal(bank.customers.register(again))).toBe('ALREADY_REGISTERED');
    expect(await accountFacts(database, ben)).toHaveLength(1);
  });
});

describe('an export', () => {
  test('has all accounts, and the entries of each', async () => {
    await pay(bank, anna, { ...anna, accountNumber: second }, 400n);
    await depositInto(bank, anna, third, 20n);
    await withdraw(second, 100n);
    const { json, csv } = await bank.privacy.export(anna.session, password);
    const { accounts } = JSON.parse(json) as { accounts: unknown[] };
    expect(accounts).toHaveLength(3);
    expect(accounts).toMatchObject([
      { accountNumber: main, balance: '500', entriesInFile: 2, entriesAreAll: true },
      { accountNumber: second, balance: '300', entriesInFile: 2, entriesAreAll: true },
      { accountNumber: third, balance: '20', entriesInFile: 1, entriesAreAll: true },
    ]);
    const lines = csv.trim().split('\n').slice(1);
    const shown = lines.map((line) => line.split(',')).map((cells) => [cells[1], cells.at(-1)]);
    expect(shown).toEqual([
      ['TRANSFER', main],
      ['DEPOSIT', main],
      ['WITHDRAWAL', second],
      ['TRANSFER', second],
      ['DEPOSIT', third],
    ]);
  });
});

describe('an erasure', () => {
  test('needs every account empty', async () => {
    await pay(bank, anna, ben, 900n);
    await depositInto(bank, anna, third, 1n);
    expect(await refusal(bank.privacy.judgeErasure(anna.session))).toBe('ERASURE_IMPOSSIBLE');
    expect(await refusal(erase())).toBe('ERASURE_IMPOSSIBLE');
    await withdraw(third, 1n);
    expect(await refusal(bank.privacy.judgeErasure(anna.session))).toBeNull();
  });

  test('needs every account without a hold', async () => {
    await pay(bank, anna, ben, 900n);
    await depositInto(bank, anna, second, 50n);
    const [from, to] = [
      await accountId(database, { ...anna, accountNumber: second }),
      await accountId(database, ben),
    ];
    const request = requestFor({ initiator: inSession(anna), from, to, amount: 50n });
    const countedAt = await accountId(database, anna);
    const { holds } = current().ledger;
    const { id } = await holds.authorise({ ...request, countedAt }, minuteMs);
    expect(await refusal(erase())).toBe('ERASURE_IMPOSSIBLE');
    await holds.void(id);
    await withdraw(second, 50n);
    expect(await refusal(erase())).toBeNull();
  });

  test('closes and renames all, and no further account is opened', async () => {
    await pay(bank, anna, { ...anna, accountNumber: second }, 400n);
    await pay(bank, anna, ben, 500n);
    await withdraw(second, 400n);
    await erase();
    const facts = await accountFacts(database, anna);
    expect(facts.map(({ status }) => status)).toEqual(['CLOSED', 'CLOSED', 'CLOSED']);
    expect(new Set(facts.map(({ holderName }) => holderName))).toEqual(new Set(['Closed account']));
    for (const accountNumber of [main, second, third]) {
      const paid = pay(bank, ben, { ...anna, accountNumber }, 1n);
      expect(await refusal(paid)).toBe('TARGET_UNAVAILABLE');
    }
    expect(await refusal(openAnotherAccount(database, anna))).toBe('ACCOUNT_CLOSED');
    expect(await refusal(bank.accounts.overview(anna.session))).toBe('SESSION_EXPIRED');
    expect((await verifyBooks(database.pool)).findings).toEqual([]);
  });

  test('while accounts are opened leaves none open', async () => {
    await pay(bank, anna, ben, 900n);
    await Promise.allSettled([
      erase(),
      ...Array.from({ length: 5 }, async () => openAnotherAccount(database, anna)),
    ]);
    const statuses = (await accountFacts(database, anna)).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set(['CLOSED']));
  });
});
