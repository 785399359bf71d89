import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ProfileChanges } from '../../src/bank/people/profile/details-change.ts';
import type { BankError } from '../../src/bank/model/base/errors.ts';
import {
  exactly,
  newRequestId,
  openBank,
  openPerson,
  password,
  place,
  type Person,
  type TestBank,
} from '../support/bank.ts';
import { testDatabase } from '../support/database.ts';
import {
  mailedCode,
  outcomeOf,
  proofCode,
  takeMail,
  takeMessages,
  told,
  wrongCode,
} from '../support/messages.ts';

const database = testDatabase();
const renewed = 'walrus copper meadow 77';
let bank: TestBank;
let anna: Person;

beforeEach(async () => {
  bank = await openBank(database.pool, { settings: { canMail: true } });
  anna = await openPerson(bank, 10_000n);
});
afterEach(async () => bank.close());

const update = async (changes: Partial<ProfileChanges>, person = anna) => {
  const { fullName, email, phone } = person.details;
  const all = { fullName, email, phone, currentPassword: password, ...changes };
  return bank.profile.update(person.session, all);
};
const audits = async (action: string) =>
  (
    await database.pool.rows('SELECT details FROM audit WHERE action = ? ORDER BY id', [action])
  ).map((row) => JSON.parse(row['details'] as string) as Record<string, string>);
/** The pause after a wrong password. */
const calm = async () => database.pool.write('DELETE FROM login_counters');

describe('a profile', () => {
  test('shows the stored details', async () => {
    const profile = await bank.profile.view(anna.session);
    expect(profile).toMatchObject({
      details: anna.details,
      accountNumber: anna.accountNumber,
      recoveryCodesLeft: 8,
      emailToConfirm: null,
    });
  });

  test('changes name and phone at once, and reports it on both channels', async () => {
    const changes = { fullName: 'Anna Maria Okafor', phone: '+4930555123' };
    expect(await update(changes)).toEqual({
      changed: ['fullName', 'phone'],
      emailToConfirm: null,
    });
    const { details } = await bank.profile.view(anna.session);
    expect(details).toEqual({ ...anna.details, ...changes });
    const [mail, ...more] = await takeMail(bank);
    expect(more).toEqual([]);
    expect(mail).toMatchObject({
      address: anna.details.email,
      notice: { event: 'PROFILE_CHANGED', changed: ['fullName', 'phone'] },
    });
    expect((await takeMessages(bank)).map(told)).toEqual(['PROFILE_CHANGED']);
  });

  test('changes the name that others see, from the next payment on', async () => {
    const ben = await openPerson(bank);
    await update({ fullName: 'Zoe Young' });
    const { accountNumber } = ben;
    const order = { requestId: newRequestId(), wish: exactly(1n), memo: null, accountNumber };
    await bank.payments.transfer(anna.session, order);
    const { entries } = await bank.statements.page(ben.session, { filter: {}, size: 8 });
    expect(entries[0]!.counterparty.name).toBe('Zoe Y.');
  });

  test('keeps every version sealed, and the audit row names both', async () => {
    await update({ fullName: 'Zoe Young' });
    await update({ fullName: 'Yara Young' });
    expect(await audits('PROFILE_CHANGED')).toMatchObject([
      { fields: 'fullName', from: '1', to: '2' },
      { fields: 'fullName', from: '2', to: '3' },
    ]);
    const former = await database.pool.rows('SELECT version, sealed FROM former_details');
    expect(former.map((row) => row['version'])).toHaveLength(2);
    const dump = JSON.stringify([former, await database.pool.rows('SELECT * FROM audit')]);
    for (const name of ['Zoe', 'Yara', 'Miller']) expect(dump).not.toContain(name);
  });

  test('with the same values changes nothing and sends nothing', async () => {
    expect(await update({})).toEqual({ changed: [], emailToConfirm: null });
    expect(await takeMail(bank)).toEqual([]);
    expect(await audits('PROFILE_CHANGED')).toEqual([]);
  });
});

describe('a new e-mail address', () => {
  const email = 'anna.new@example.org';

  test('is valid once its code is entered, and both addresses are notified', async () => {
    const updated = await update({ email });
    expect(updated).toMatchObject({ changed: [], emailToConfirm: { address: email } });
    expect((await bank.profile.view(anna.session)).details.email).toBe(anna.details.email);
    expect((await bank.profile.view(anna.session)).emailToConfirm?.address).toBe(email);
    const mails = await takeMail(bank);
    expect(mails.map((mail) => [told(mail), mail.address])).toEqual([
      ['CODE EMAIL', email],
      ['EMAIL_CHANGE_ASKED', anna.details.email],
    ]);
    const code = proofCode((mails[0]!.notice as { readonly code: string }).code);
    expect(await bank.profile.confirmEmail(anna.session, code)).toBe(email);
    const profile = await bank.profile.view(anna.session);
    expect(profile).toMatchObject({ details: { email }, emailToConfirm: null });
    const after = (await takeMail(bank)).map((mail) => [told(mail), mail.address]);
    expect(after).toEqual([
      ['EMAIL_CHANGED', anna.details.email],
      ['EMAIL_CHANGED', email],
    ]);
    expect(await outcomeOf(bank.profile.confirmEmail(anna.session, code))).toBe('CODE_EXPIRED');
  });

  test('identifies the account in a recovery only from then on', async () => {
    const { discordUserId, accountNumber, details } = anna;
    const ask = async (address: string) =>
      bank.recovery.request({
        discordUserId,
        place,
        accountNumber,
        email: address,
        phone: details.phone,
      });
    await update({ email });
    const { code } = await mailedCode(bank);
    await ask(email);
    expect(await takeMail(bank)).toEqual([]);
    await bank.profile.confirmEmail(anna.session, code);
    await takeMail(bank);
    await ask(email);
    expect((await takeMail(bank)).map((mail) => mail.address)).toEqual([email]);
  });

  test('is refused if another customer has it, at the request or at the code', async () => {
    const ben = await openPerson(bank);
    expect(await outcomeOf(update({ email: ben.details.email }))).toBe('CONTACT_TAKEN');
    await update({ email });
    const { code } = await mailedCode(bank);
    await update({ email }, ben);
    const bens = await mailedCode(bank);
    await bank.profile.confirmEmail(ben.session, bens.code);
    expect(await outcomeOf(bank.profile.confirmEmail(anna.session, code))).toBe('CONTACT_TAKEN');
    expect((await bank.profile.view(anna.session)).details.email).toBe(anna.details.email);
  });

  test('is refused with a wrong code, five times at most, and with a recovery code', async () => {
    await update({ email });
    const { code } = await mailedCode(bank);
    const recovery = proofCode(anna.recoveryCodes[0]!);
    for (const guess of [wrongCode, recovery, wrongCode, wrongCode, wrongCode]) {
      expect(await outcomeOf(bank.profile.confirmEmail(anna.session, guess))).toBe('CODE_WRONG');
    }
    expect(await outcomeOf(bank.profile.confirmEmail(anna.session, code))).toBe('CODE_EXPIRED');
    expect((await bank.profile.view(anna.session)).recoveryCodesLeft).toBe(8);
    expect(await audits('EMAIL_CODE_WRONG')).toHaveLength(5);
  });

  test('can be requested three times a day, so that no mailbox is flooded', async () => {
    for (const name of ['a', 'b', 'c']) await update({ email: `${name}@example.org` });
    const refused = update({ email: 'd@example.org', phone: '+4930555123' });
    expect(await outcomeOf(refused)).toBe('CODES_TOO_MANY');
    expect((await bank.profile.view(anna.session)).details.phone).toBe(anna.details.phone);
  });

  test('is refused by a bank without mail, and other fields can be changed', async () => {
    await bank.close();
    bank = await openBank(database.pool, { settings: { canMail: false } });
    expect(await outcomeOf(update({ email }))).toBe('MAIL_UNAVAILABLE');
    expect(await update({ phone: '+4930555123' })).toMatchObject({ changed: ['phone'] });
  });
});

describe('a change is refused', () => {
  test('in this order: no session, locked out, wrong password, then the change itself', async () => {
    const ben = await openPerson(bank);
    const taken = { email: ben.details.email };
    await bank.sessions.logout(anna.session);
    const wrong = { ...taken, currentPassword: 'not my password' };
    expect(await outcomeOf(update(wrong))).toBe('SESSION_EXPIRED');
    const session = await bank.sessions.login({
      discordUserId: anna.discordUserId,
      place,
      accountNumber: anna.accountNumber,
      password,
    });
    anna = { ...anna, session };
    expect(await outcomeOf(update(wrong))).toBe('PASSWORD_WRONG');
    expect(await outcomeOf(update(taken))).toBe('LOCKED_OUT');
    await calm();
    expect(await outcomeOf(update(taken))).toBe('CONTACT_TAKEN');
    expect(await outcomeOf(update({ phone: ben.details.phone }))).toBe('CONTACT_TAKEN');
  });

  test('only one of two simultaneous changes to the same phone succeeds', async () => {
    const ben = await openPerson(bank);
    const phone = '+4930555123';
    const outcomes = await Promise.all([
      outcomeOf(update({ phone })),
      outcomeOf(update({ phone }, ben)),
    ]);
    expect(outcomes.toSorted()).toEqual(['CONTACT_TAKEN', 'done']);
  });
});

describe('a password change', () => {
  const change = async (more: { currentPassword?: string; password?: string } = {}) =>
    bank.profile.changePassword(anna.session, {
      currentPassword: password,
      password: renewed,
      place,
      ...more,
    });

  test('replaces the session and is reported on both channels', async () => {
    const session = await change();
    expect(session.id).not.toBe(anna.session.id);
    expect(await outcomeOf(bank.accounts.overview(anna.session))).toBe('SESSION_EXPIRED');
    expect(await bank.accounts.overview(session)).toHaveLength(1);
    const [now, before] = await bank.sessions.recent(session, 10);
    expect(now).toMatchObject({ end: null, endedAt: null, place });
    expect(before).toMatchObject({ end: 'PASSWORD_CHANGED' });
    expect((await takeMail(bank)).map(told)).toEqual(['PASSWORD_CHANGED']);
    expect((await takeMessages(bank)).map(told)).toEqual(['PASSWORD_CHANGED']);
    const proof = { ...anna.details, currentPassword: renewed };
    expect(await bank.profile.update(session, proof)).toMatchObject({ changed: [] });
  });

  test('is refused for a wrong current password, or a weak, personal or unchanged new one', async () => {
    expect(await outcomeOf(change({ currentPassword: renewed }))).toBe('PASSWORD_WRONG');
    await calm();
    const whyNot = async (chosen: string) =>
      change({ password: chosen }).catch((error: BankError) => error.refused.data);
    expect(await whyNot('short')).toEqual({ fault: { kind: 'TOO_SHORT', lengthMin: 10 } });
    expect(await whyNot('miller glacier lantern')).toEqual({
      fault: { kind: 'HOLDS', what: 'NAME' },
    });
    expect(await whyNot(password)).toEqual({ fault: { kind: 'UNCHANGED' } });
  });
});

test('new recovery codes invalidate the previous ones', async () => {
  const codes = await bank.profile.renewRecoveryCodes(anna.session, password);
  expect(new Set([...codes, ...anna.recoveryCodes]).size).toBe(16);
  const { discordUserId, accountNumber, details } = anna;
  const { email, phone } = details;
  await bank.recovery.request({ discordUserId, place, accountNumber, email, phone });
  const complete = async (code: string) =>
    outcomeOf(
      bank.recovery.complete({ discordUserId, place, code: proofCode(code), password: renewed }),
    );
  expect(await complete(anna.recoveryCodes[0]!)).toBe('CODE_WRONG');
  expect(await complete(codes[0]!)).toBe('done');
  const texts = (await takeMessages(bank)).map(told);
  expect(texts).toEqual(['RECOVERY_CODES_RENEWED', 'PASSWORD_RECOVERED']);
});
