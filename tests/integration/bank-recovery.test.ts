import { beforeEach, describe, expect, test } from 'vitest';
import type { BankError } from '../../src/bank/model/base/errors.ts';
import {
  balanceOf,
  discordId,
  exactly,
  newRequestId,
  openBank,
  openPerson,
  password,
  place,
  type Person,
  type TestBank,
} from '../support/bank.ts';
import { closesBalanced } from '../support/books.ts';
import { testDatabase } from '../support/database.ts';
import {
  mailedCode,
  outcomeOf,
  proofCode,
  takeMail,
  takeMessages,
  told,
  wrongCode,
  wrongRecoveryCode,
} from '../support/messages.ts';
import { sentenceOf } from '../support/words.ts';

const database = testDatabase();
const renewed = 'walrus copper meadow 77';
const settings = { canMail: true };
let bank: TestBank;
let anna: Person;

beforeEach(async () => {
  bank = await openBank(database.pool, { settings });
  anna = await openPerson(bank, 100_000n);
});
closesBalanced(database, () => bank);

type Asked = Partial<Parameters<TestBank['recovery']['request']>[0]>;
const ask = async (more: Asked = {}) => {
  const { discordUserId, accountNumber, details } = anna;
  const { email, phone } = details;
  return bank.recovery.request({ discordUserId, place, accountNumber, email, phone, ...more });
};
const complete = async (code = wrongCode, chosen = renewed, discordUserId = anna.discordUserId) =>
  bank.recovery.complete({ discordUserId, place, code, password: chosen });
const logIn = async (secret: string) =>
  bank.sessions.login({
    discordUserId: anna.discordUserId,
    place,
    accountNumber: anna.accountNumber,
    password: secret,
  });
const pay = async (session = anna.session, amount = 1n) =>
  bank.payments.withdraw(session, {
    requestId: newRequestId(),
    wish: exactly(amount),
    memo: null,
  });
const count = async (sql: string) => Number((await database.pool.rows(sql))[0]!['n']);

describe('a recovery', () => {
  test('by the mailed code changes the password and ends every login', async () => {
    await ask();
    const { address, code } = await mailedCode(bank);
    expect(address).toBe(anna.details.email);
    await complete(code);
    expect(await bank.access.identify(anna.discordUserId, place)).toMatchObject({ session: null });
    expect(await outcomeOf(pay())).toBe('SESSION_EXPIRED');
    expect(await outcomeOf(logIn(password))).toBe('CREDENTIALS_WRONG');
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    const session = await logIn(renewed);
    expect(await balanceOf(bank, { ...anna, session })).toBe(100_000n);
    const [last] = await bank.sessions.recent(session, 10).then((all) => all.slice(1));
    expect(last).toMatchObject({ end: 'RECOVERED' });
  });

  test('is reported by direct message and by mail', async () => {
    await ask();
    await complete((await mailedCode(bank)).code);
    const mails = await takeMail(bank);
    expect(mails.map(told)).toEqual(['PASSWORD_RECOVERED']);
    expect(mails[0]).toMatchObject({ address: anna.details.email, notice: { place } });
    expect((await takeMessages(bank)).map(told)).toEqual(['PASSWORD_RECOVERED']);
  });

  test('works with each recovery code once', async () => {
    const [first, second] = anna.recoveryCodes.map(proofCode);
    await ask();
    await complete(first);
    await ask();
    expect(await outcomeOf(complete(first))).toBe('CODE_WRONG');
    await complete(second, 'thunder olive basket 93');
    const used = 'SELECT COUNT(*) AS n FROM recovery_codes WHERE used_at IS NOT NULL';
    expect(await count(used)).toBe(2);
  });

  test('lowers the outgoing limit for a day, not the incoming one', async () => {
    await bank.close();
    bank = await openBank(database.pool, { settings: { ...settings, limitPerDay: 500_000n } });
    await ask();
    await complete((await mailedCode(bank)).code);
    const session = await logIn(renewed);
    await pay(session, 40_000n);
    const error = await pay(session, 10_001n).catch((thrown: BankError) => thrown);
    expect(error).toMatchObject({ code: 'LIMIT_LOWERED' });
    expect(sentenceOf(error as BankError)).toContain('100.00 GEM is left today');
    await pay(session, 10_000n);
    const order = { requestId: newRequestId(), wish: exactly(200_000n), memo: null };
    await bank.payments.deposit(session, order);
    await database.pool.write('UPDATE accounts SET limited_until = NOW(6)');
    await pay(session, 10_001n);
  });
});

describe('the answer does not reveal whether an account was found', () => {
  const strangers: readonly (readonly [string, () => Asked])[] = [
    ['another Discord user', () => ({ discordUserId: discordId() })],
    ['another e-mail', () => ({ email: 'nobody@example.com' })],
    ['another phone', () => ({ phone: '+493099999999' })],
    ['an unknown number', () => ({ accountNumber: '9999999994' as Person['accountNumber'] })],
  ];
  test.each(strangers)('with %s nothing is sent and no code is accepted', async (_, asked) => {
    const given = asked();
    await ask(given);
    expect(await takeMail(bank)).toEqual([]);
    const code = proofCode(anna.recoveryCodes[0]!);
    const person = given.discordUserId ?? anna.discordUserId;
    expect(await outcomeOf(complete(code, renewed, person))).toBe('CODE_WRONG');
    await logIn(password);
  });

  test('another customer’s valid code is refused', async () => {
    await ask();
    const { code } = await mailedCode(bank);
    const other = discordId();
    await ask({ discordUserId: other });
    expect(await outcomeOf(complete(code, renewed, other))).toBe('CODE_WRONG');
  });

  test('every answer takes the minimum time', async () => {
    const slow = await openBank(database.pool, { settings: { canMail: true, loginFloorMs: 300 } });
    const timed = async (work: () => Promise<unknown>) => {
      const begun = performance.now();
      await outcomeOf(work());
      return performance.now() - begun;
    };
    const { discordUserId, accountNumber, details } = anna;
    const { email, phone } = details;
    const asked = { discordUserId, place, accountNumber, email, phone };
    const times = [
      await timed(async () => slow.recovery.request(asked)),
      await timed(async () => slow.recovery.request({ ...asked, email: 'nobody@example.com' })),
      await timed(async () =>
        slow.recovery.complete({ discordUserId, place, code: wrongCode, password: renewed }),
      ),
    ];
    await slow.close();
    for (const time of times) expect(time).toBeGreaterThanOrEqual(295);
    for (const time of times) expect(time).toBeLessThan(450);
  });
});

describe('a recovery is refused', () => {
  test('in this order: weak password, no code, wrong code, weak for this customer', async () => {
    expect(await outcomeOf(complete(wrongCode, 'short'))).toBe('PASSWORD_WEAK');
    expect(await outcomeOf(complete(wrongCode))).toBe('CODE_EXPIRED');
    await ask();
    const { code } = await mailedCode(bank);
    const ownName = 'anna miller glacier 5';
    expect(await outcomeOf(complete(wrongCode, ownName))).toBe('CODE_WRONG');
    expect(await outcomeOf(complete(code, ownName))).toBe('PASSWORD_WEAK');
    // A weak password uses neither the code nor a try.
    await complete(code);
    expect(await outcomeOf(complete(code, 'thunder olive basket 93'))).toBe('CODE_EXPIRED');
  });

  test('after five wrong tries, even with the right code', async () => {
    await ask();
    const { code } = await mailedCode(bank);
    const lefts: unknown[] = [];
    for (let tries = 1; tries <= 5; tries += 1) {
      const guess = tries % 2 === 0 ? wrongCode : wrongRecoveryCode;
      lefts.push(await complete(guess).catch((error: BankError) => error.refused.data));
    }
    expect(lefts).toEqual([
      { hint: { kind: 'TRIES_LEFT', triesLeft: 4 } },
      { hint: { kind: 'TRIES_LEFT', triesLeft: 3 } },
      { hint: { kind: 'TRIES_LEFT', triesLeft: 2 } },
      { hint: { kind: 'TRIES_LEFT', triesLeft: 1 } },
      { hint: { kind: 'NEW_CODE', purpose: 'RECOVERY' } },
    ]);
    expect(await outcomeOf(complete(code))).toBe('CODE_EXPIRED');
    await logIn(password);
  });

  test('after ten minutes, and after a newer code was requested', async () => {
    await ask();
    const { code } = await mailedCode(bank);
    await ask();
    expect(await outcomeOf(complete(code))).toBe('CODE_WRONG');
    const newer = (await mailedCode(bank)).code;
    await database.pool.write('UPDATE codes SET expires_at = NOW(6)');
    expect(await outcomeOf(complete(newer))).toBe('CODE_EXPIRED');
  });

  test('at the fourth request within a day, whether or not they match', async () => {
    for (const email of [anna.details.email, 'one@example.com', 'two@example.com']) {
      await ask({ email });
    }
    const error = await ask().catch((thrown: BankError) => thrown);
    expect(error).toMatchObject({ refused: { code: 'CODES_TOO_MANY', data: { max: 3 } } });
    expect((await takeMail(bank)).map(told)).toEqual(['CODE RECOVERY']);
    await database.pool.write('UPDATE codes SET asked_at = asked_at - INTERVAL 25 HOUR');
    await ask();
    expect(await count("SELECT COUNT(*) AS n FROM audit WHERE action = 'RECOVERY_REFUSED'")).toBe(
      1,
    );
  });

  test('at the fourth of ten requests in parallel', async () => {
    const outcomes = await Promise.all(Array.from({ length: 10 }, async () => outcomeOf(ask())));
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(3);
    expect((await takeMail(bank)).map(told)).toHaveLength(3);
  });
});

test('a code requested before the account was relinked is refused', async () => {
  await ask();
  const { code } = await mailedCode(bank);
  const now = discordId();
  await database.pool.write('UPDATE customers SET discord_user_id = ? WHERE discord_user_id = ?', [
    now,
    anna.discordUserId,
  ]);
  expect(await outcomeOf(complete(code))).toBe('CODE_EXPIRED');
  expect(await outcomeOf(complete(code, renewed, now))).toBe('CODE_EXPIRED');
});

test('twenty parallel uses of one code change the password once', async () => {
  await ask();
  const { code } = await mailedCode(bank);
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, async (_, index) =>
      outcomeOf(complete(code, `${renewed} ${index}`)),
    ),
  );
  expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
  const recovered = "SELECT COUNT(*) AS n FROM audit WHERE action = 'PASSWORD_RECOVERED'";
  expect(await count(recovered)).toBe(1);
});

test('without mail a recovery code works, and no mail is queued', async () => {
  await bank.close();
  bank = await openBank(database.pool, { settings: { canMail: false } });
  await ask();
  expect(await count("SELECT COUNT(*) AS n FROM outbox WHERE channel = 'MAIL'")).toBe(0);
  expect(await outcomeOf(complete(wrongCode))).toBe('CODE_WRONG');
  await complete(proofCode(anna.recoveryCodes[0]!));
  await logIn(renewed);
  expect(await count("SELECT COUNT(*) AS n FROM outbox WHERE channel = 'MAIL'")).toBe(0);
});

test('no code, address or password is stored in clear', async () => {
  await ask();
  const rows = await database.pool.rows('SELECT * FROM outbox');
  const codes = await database.pool.rows('SELECT * FROM codes');
  const audit = await database.pool.rows('SELECT * FROM audit');
  const dump = JSON.stringify([rows, codes, audit], (_, value: unknown) => {
    if (Buffer.isBuffer(value)) return value.toString('latin1');
    return typeof value === 'bigint' ? `${value}` : value;
  });
  const { code } = await mailedCode(bank);
  for (const secret of [code.text, anna.details.email, anna.details.phone, renewed, password]) {
    expect(dump).not.toContain(secret);
  }
});
