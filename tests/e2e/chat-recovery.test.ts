/** A forgotten password, the account lock and the last logins, in chat and mailbox. */
import { beforeAll, describe, expect, test } from 'vitest';
import { buttonsOf, fieldsOf, textOf, type Player } from '../../src/sandbox/driver.ts';
import {
  balanceOf,
  deposit,
  detailsFor,
  nextMail,
  formIn,
  openChat,
  password,
  register,
  registerAs,
  said,
} from './chat.ts';

const chat = openChat({ mail: true });
const renewed = 'walrus copper meadow 77';
const codePattern = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]\b/;
const lockLabel = "Wasn't you?";

let anna: Player;
let ben: Player;
let details: ReturnType<typeof detailsFor>;
let number: string;
let recoveryCodes: readonly string[];

beforeAll(async () => {
  [anna, ben] = [await chat.driver.person('Anna'), await chat.driver.person('Ben')];
  details = { ...detailsFor('Anna Miller'), email: anna.email };
  const welcome = await registerAs(anna, details);
  number = /`(\d{10})`/.exec(welcome)![1]!;
  recoveryCodes = welcome.match(/[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/g)!;
  await register(ben, 'Ben Okafor');
  await deposit(anna, '100');
  await deposit(ben, '100');
});

const facts = () => ({ account_number: number, email: anna.email, phone: details.phone });
const codeIn = (text: string): string => codePattern.exec(text)![0];
const calm = async () => chat.database.pool.write('DELETE FROM login_counters');

describe('a forgotten password', () => {
  test('is replaced with the mailed code, and notices are sent', async () => {
    const form = await anna.run('/forgot-password');
    expect(form.text).toContain('Find your account');
    const asked = await anna.fill(facts());
    expect(said(asked)).toContain('we have sent a code');
    expect(asked.kind === 'message' && buttonsOf(asked.message)).toEqual(['Enter code']);
    const code = codeIn(await nextMail(anna, /Code to reset your password/));

    const second = await anna.press('Enter code');
    expect(second.text).toContain('New password');
    expect(second.text).toContain('never your Discord password');
    expect(fieldsOf(formIn(second)).map(({ customId }) => customId)).toEqual([
      'code',
      'password',
      'password_again',
    ]);
    const answer = said(
      await anna.fill({ code: code.toLowerCase(), password: renewed, password_again: renewed }),
    );
    expect(answer).toContain('Your new password is set');
    expect(answer).toContain('24 hours');
    expect(said(await anna.run('/balance'))).toContain('/login');
    expect(await nextMail(anna, /Password reset/)).toContain('You have been logged out everywhere');
    const notice = await anna.sees('Password reset', { dm: true });
    expect(buttonsOf(notice)).toEqual([lockLabel]);

    await anna.run('/login');
    expect(said(await anna.fill({ password: renewed }))).toContain('Logged in');
    expect(await balanceOf(anna)).toBe('100.00 GEM');
  });

  test('gets the same answer for unknown details, and no mail is sent', async () => {
    const before = (await chat.driver.mail()).length;
    await ben.run('/forgot-password');
    const theirs = await ben.fill({ ...facts(), account_number: number });
    await anna.run('/forgot-password');
    const unknown = await anna.fill({ ...facts(), phone: '+493012345678' });
    const own = said(theirs).replaceAll(/<t:\d+:\w>/g, '');
    expect(own).toBe(said(unknown).replaceAll(/<t:\d+:\w>/g, ''));
    expect(own).toContain('we have sent a code');
    await ben.press('Enter code');
    const refused = said(
      await ben.fill({ code: recoveryCodes[0]!, password: renewed, password_again: renewed }),
    );
    expect(refused).toContain('4 tries are left');
    expect((await chat.driver.mail()).length).toBe(before);
  });

  test('explains each invalid field without retyping the first form', async () => {
    await anna.run('/forgot-password');
    const wrong = said(await anna.fill({ account_number: '123', email: 'x', phone: '030' }));
    for (const label of ['Account number', 'E-mail', 'Phone']) expect(wrong).toContain(label);
    const again = await anna.press('Edit');
    expect(fieldsOf(formIn(again)).map(({ prefilled }) => prefilled)).toEqual(['123', 'x', '030']);
    await anna.fill(facts());
    const code = codeIn(await nextMail(anna, /Code to reset your password/));
    await anna.press('Enter code');
    const weak = { code: 'short', password: 'abc', password_again: 'abd' };
    const second = said(await anna.fill(weak));
    expect(second).toContain('A code from our e-mail has 13 characters, a recovery code 16');
    await anna.press('Edit');
    const differing = { code, password: renewed, password_again: `${renewed}!` };
    expect(said(await anna.fill(differing))).toContain('The passwords do not match');
    await anna.press('Edit');
    const easy = said(await anna.fill({ code, password: 'password', password_again: 'password' }));
    expect(easy).toContain('New password');
    await anna.press('Edit');
    const other = 'thunder olive basket 93';
    expect(said(await anna.fill({ code, password: other, password_again: other }))).toContain(
      'Your new password is set',
    );
    // The answer's button opens the login.
    const login = await anna.press('Log in');
    expect(login.text).toContain('Log in');
    expect(said(await anna.fill({ password: other }))).toContain('Logged in');
    await anna.run('/profile password');
    const back = { current_password: other, password: renewed, password_again: renewed };
    expect(said(await anna.fill(back))).toContain('Your password has been changed');
  });

  test('can be requested three times a day', async () => {
    await anna.run('/forgot-password');
    expect(said(await anna.fill(facts()))).toContain('3 codes in 24 hours');
  });
});

describe('the lock', () => {
  test('from a notice works without a login, stops an open card, and is lifted by a code', async () => {
    await ben.run('/transfer', { to: number, amount: '1' });
    await ben.press('Confirm');
    const received = await anna.sees('You received 1.00 GEM', { dm: true });
    expect(buttonsOf(received)).toEqual(['Say thanks', 'Return this payment', 'Receipt']);
    expect(buttonsOf(await ben.sees('1.00 GEM left your account', { dm: true }))).toEqual([
      lockLabel,
    ]);
    await anna.run('/withdraw', { amount: '2' });
    await anna.press('Confirm');
    const notice = await anna.sees('2.00 GEM left your account', { dm: true });
    expect(buttonsOf(notice)).toEqual([lockLabel]);
    await anna.run('/withdraw', { amount: '5' });
    const card = anna.message!;
    await anna.run('/logout');
    const question = await anna.press(lockLabel, { on: notice });
    expect(said(question)).toContain('Lock your account?');
    const locked = said(await anna.press('Lock my account'));
    expect(locked).toContain('Your account is locked');
    expect(said(await anna.press('Confirm', { on: card }))).toContain('Nothing moved');
    expect(await nextMail(anna, /Account locked/)).toContain('You cannot log in');

    await anna.run('/login');
    const refused = await anna.fill({ password: renewed });
    expect(said(refused)).toContain('Your account is locked');
    expect(refused.kind === 'message' && buttonsOf(refused.message)).toEqual(['Unlock']);
    const code = codeIn(await nextMail(anna, /Code to unlock your account/));
    const form = await anna.press('Unlock');
    expect(form.text).toContain('Unlock your account');
    expect(said(await anna.fill({ password: 'not my password', code }))).toContain('Password');
    await calm();
    await anna.press('Edit');
    expect(said(await anna.fill({ password: renewed, code: '0000-0000-0000-0' }))).toContain(
      'That code is wrong',
    );
    await calm();
    await anna.press('Edit');
    expect(said(await anna.fill({ password: renewed, code }))).toContain('is unlocked');
    await anna.run('/login');
    expect(said(await anna.fill({ password: renewed }))).toContain('Logged in');
    expect(await balanceOf(anna)).toBe('99.00 GEM');
  });

  test('ends an active login at once, and is lifted by a recovery code', async () => {
    const question = await anna.run('/lock');
    expect(said(question)).toContain('Lock your account?');
    expect(said(await anna.press('Lock my account'))).toContain('Your account is locked');
    expect(said(await anna.run('/balance'))).toContain('/login');
    const again = said(await anna.press('Lock my account'));
    expect(again).toContain('was already locked');
    await anna.run('/unlock');
    expect(said(await anna.fill({ password: renewed, code: recoveryCodes[7]! }))).toContain(
      'is unlocked',
    );
    await anna.run('/unlock');
    expect(said(await anna.fill({ password: renewed, code: recoveryCodes[6]! }))).toContain(
      'is not locked',
    );
  });

  test('locks only the account of the person who presses', async () => {
    const viktor = await chat.driver.person('Viktor');
    await viktor.run('/lock');
    expect(said(await viktor.press('Lock my account'))).toContain('not have an account here yet');
    expect(await balanceOf(ben)).toBe('99.00 GEM');
  });
});

describe('/session', () => {
  test('shows and ends the active login, and shows earlier ones', async () => {
    await anna.run('/login');
    await anna.fill({ password: renewed });
    const shown = await anna.run('/session');
    const text = said(shown);
    expect(text).toContain('Your login');
    expect(text).toMatch(/\*\*Pay until\*\* <t:\d+:t>/);
    expect(text).toMatch(/\*\*Look until\*\* <t:\d+:f>/);
    expect(text).toContain('**active now**');
    for (const end of [
      'ended by a lock',
      'ended by a password reset',
      'ended by a password change',
    ]) {
      expect(text).toContain(end);
    }
    expect(said(await anna.press('End session'))).toContain('Logged out');
    expect(said(await anna.run('/session'))).toContain('/login');
  });

  test('a login from another place is reported by message and mail', async () => {
    await anna.run('/login', {}, { dm: true });
    await anna.fill({ password: renewed });
    const notice = await anna.sees('New login', { dm: true });
    expect(textOf(notice)).toContain('in direct messages');
    expect(buttonsOf(notice)).toEqual([lockLabel]);
    expect(await nextMail(anna, /New login/)).toContain('in Discord direct messages');
    expect(said(await anna.run('/session'))).toContain('direct messages · **active now**');
  });
});

test('no code, password or address is in the log; the bot broke no rule of Discord', async () => {
  const log = chat.log();
  for (const secret of [password, renewed, anna.email, ...recoveryCodes]) {
    expect(log).not.toContain(secret);
  }
  expect(await chat.driver.findings()).toEqual([]);
});
