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
  pay,
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
let bank: TestBank;
let anna: Person;
let ben: Person;

beforeEach(async () => {
  bank = await openBank(database.pool, { settings: { canMail: true } });
  anna = await openPerson(bank, 100_00n);
  ben = await openPerson(bank, 100_00n);
});
closesBalanced(database, () => bank);

const lock = async (discordUserId = anna.discordUserId) =>
  bank.locks.lock({ discordUserId, place });
const unlock = async (code = wrongCode, more: { password?: string; person?: Person } = {}) =>
  bank.locks.unlock({
    discordUserId: (more.person ?? anna).discordUserId,
    place,
    password: more.password ?? password,
    code,
  });
const logIn = async (person = anna) =>
  bank.sessions.login({
    discordUserId: person.discordUserId,
    place,
    accountNumber: person.accountNumber,
    password,
  });
/** The pause after a refusal. */
const calm = async () => database.pool.write('DELETE FROM login_counters');
const recoveryCode = (index: number) => proofCode(anna.recoveryCodes[index]!);

describe('a lock', () => {
  test('needs no session, ends the live one and stops debits at once', async () => {
    await bank.payments.quoteTransfer(anna.session, {
      wish: exactly(1_00n),
      memo: null,
      target: { accountNumber: ben.accountNumber },
    });
    await bank.sessions.logout(ben.session);
    expect(await lock(ben.discordUserId)).toBe(true);
    expect(await lock()).toBe(true);
    // The card of the quote was open; its confirmation is too late.
    expect(await outcomeOf(pay(bank, anna, ben, 1_00n))).toBe('SESSION_EXPIRED');
    expect(await bank.access.identify(anna.discordUserId, place)).toMatchObject({ session: null });
  });

  test('is enforced by the ledger in any session', async () => {
    await lock();
    await database.pool.write(
      `UPDATE sessions SET ended_at = NULL, end_reason = NULL, live_customer_id = customer_id
       WHERE id = ?`,
      [anna.session.id],
    );
    const refused = await pay(bank, anna, ben, 1_00n).catch((error: BankError) => error);
    expect(refused).toMatchObject({ code: 'ACCOUNT_LOCKED' });
    expect(sentenceOf(refused as BankError)).toContain('/unlock');
    const order = { requestId: newRequestId(), wish: exactly(5_00n), memo: null };
    await bank.payments.deposit(anna.session, order);
    expect(await balanceOf(bank, anna)).toBe(105_00n);
  });

  test('lets money in', async () => {
    await lock();
    expect(await outcomeOf(pay(bank, ben, anna, 1_00n))).toBe('done');
  });

  test('is reported once on both channels, and can be repeated', async () => {
    await lock();
    expect(await lock()).toBe(false);
    expect((await takeMail(bank)).map(told)).toEqual(['ACCOUNT_LOCKED']);
    expect((await takeMessages(bank)).map(told)).toEqual(['ACCOUNT_LOCKED']);
  });

  test('by a person without an account is refused and locks nothing', async () => {
    expect(await outcomeOf(lock(discordId()))).toBe('NOT_REGISTERED');
    expect(await outcomeOf(pay(bank, anna, ben, 1_00n))).toBe('done');
  });
});

describe('a locked account', () => {
  beforeEach(async () => {
    await lock();
    await takeMail(bank);
  });

  test('refuses a login after the right password, and mails a code that lifts the lock', async () => {
    const refused = await logIn().catch((error: BankError) => error);
    expect(refused).toMatchObject({ code: 'ACCOUNT_LOCKED' });
    expect(sentenceOf(refused as BankError)).toContain('just e-mailed');
    const { address, code } = await mailedCode(bank);
    expect(address).toBe(anna.details.email);
    expect(await unlock(code)).toBe(true);
    anna = { ...anna, session: await logIn() };
    expect(await outcomeOf(pay(bank, anna, ben, 1_00n))).toBe('done');
    expect((await takeMail(bank)).map(told)).toEqual(['ACCOUNT_UNLOCKED']);
    const [, former] = await bank.sessions.recent(anna.session, 10);
    expect(former).toMatchObject({ end: 'LOCKED' });
  });

  test('answers a wrong password as usual', async () => {
    const wrong = bank.sessions.login({
      discordUserId: anna.discordUserId,
      place,
      accountNumber: anna.accountNumber,
      password: 'not my password',
    });
    expect(await outcomeOf(wrong)).toBe('CREDENTIALS_WRONG');
    expect(await takeMail(bank)).toEqual([]);
  });

  test('opens once with a recovery code, without a request', async () => {
    expect(await unlock(recoveryCode(0))).toBe(true);
    await lock();
    expect(await outcomeOf(unlock(recoveryCode(0)))).toBe('CODE_WRONG');
    await calm();
    expect(await unlock(recoveryCode(1))).toBe(true);
  });

  test('checks in this order: wrong password, missing code, wrong code', async () => {
    expect(await outcomeOf(unlock(wrongCode, { password: 'not my password' }))).toBe(
      'CREDENTIALS_WRONG',
    );
    expect(await outcomeOf(unlock(recoveryCode(0)))).toBe('LOCKED_OUT');
    await calm();
    expect(await outcomeOf(unlock(wrongCode))).toBe('CODE_EXPIRED');
    await calm();
    expect(await outcomeOf(unlock(wrongRecoveryCode))).toBe('CODE_WRONG');
    await calm();
    await outcomeOf(logIn());
    expect(await outcomeOf(unlock(wrongCode))).toBe('CODE_WRONG');
    await calm();
    expect(await outcomeOf(logIn())).toBe('ACCOUNT_LOCKED');
  });

  test('cannot be opened by another person with its codes', async () => {
    await lock(ben.discordUserId);
    expect(await outcomeOf(unlock(recoveryCode(0), { person: ben }))).toBe('CODE_WRONG');
    const stranger = { ...ben, discordUserId: discordId() };
    expect(await outcomeOf(unlock(recoveryCode(0), { person: stranger }))).toBe(
      'CREDENTIALS_WRONG',
    );
    await calm();
    expect(await unlock(recoveryCode(0))).toBe(true);
  });

  test('stays locked after a password recovery', async () => {
    const { discordUserId, accountNumber, details } = anna;
    const { email, phone } = details;
    await bank.recovery.request({ discordUserId, place, accountNumber, email, phone });
    const { code } = await mailedCode(bank);
    await bank.recovery.complete({ discordUserId, place, code, password: 'walrus copper 77 kite' });
    const again = bank.sessions.login({
      discordUserId,
      place,
      accountNumber,
      password: 'walrus copper 77 kite',
    });
    expect(await outcomeOf(again)).toBe('ACCOUNT_LOCKED');
  });

  test('refers to the recovery codes after three codes in a day', async () => {
    for (let asked = 1; asked <= 3; asked += 1)
      expect(await outcomeOf(logIn())).toBe('ACCOUNT_LOCKED');
    expect((await takeMail(bank)).map(told)).toEqual(Array(3).fill('CODE UNLOCK'));
    const fourth = await logIn().catch((error: BankError) => error);
    expect(sentenceOf(fourth as BankError)).toContain('a recovery code');
    expect(sentenceOf(fourth as BankError)).not.toContain('mailed');
    expect(await takeMail(bank)).toEqual([]);
  });
});

test('unlocking an unlocked account uses no code', async () => {
  expect(await unlock(recoveryCode(0))).toBe(false);
  expect((await bank.profile.view(anna.session)).recoveryCodesLeft).toBe(8);
});

test('a simultaneous login and lock never leave a session on a locked account', async () => {
  for (let round = 0; round < 15; round += 1) {
    await Promise.all([outcomeOf(logIn()), lock()]);
    const { session } = await bank.access.identify(anna.discordUserId, place);
    expect(session).toBeNull();
    await database.pool.write('UPDATE recovery_codes SET used_at = NULL');
    expect(await unlock(recoveryCode(0))).toBe(true);
    await calm();
  }
});

describe('the last logins', () => {
  test('are listed with place and end, newest first, at most ten', async () => {
    for (let index = 0; index < 11; index += 1) anna = { ...anna, session: await logIn() };
    const recent = await bank.sessions.recent(anna.session, 10);
    expect(recent).toHaveLength(10);
    expect(recent[0]).toMatchObject({ place, end: null, endedAt: null });
    expect(recent.slice(1).every(({ end }) => end === 'REPLACED')).toBe(true);
    const times = recent.map(({ createdAt }) => createdAt.getTime());
    expect(times).toEqual([...times].sort((one, other) => other - one));
  });

  test('show an old session as expired when its time is over', async () => {
    await database.pool.write(
      `UPDATE sessions
       SET last_seen_at = last_seen_at - INTERVAL 1 DAY, created_at = created_at - INTERVAL 1 DAY
       WHERE id = ?`,
      [anna.session.id],
    );
    expect(await outcomeOf(bank.sessions.recent(anna.session, 10))).toBe('SESSION_EXPIRED');
    const session = await logIn();
    const [, former] = await bank.sessions.recent(session, 10);
    expect(former).toMatchObject({ end: 'EXPIRED' });
  });
});
