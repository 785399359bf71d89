/** The profile, password, codes and access log, in chat and mailbox. */
import { beforeAll, describe, expect, test } from 'vitest';
import { insertAudit } from '../../src/bank/audit/index.ts';
import { withTransaction } from '../../src/db/transaction.ts';
import type { DiscordUserId } from '../../src/bank/model/index.ts';
import { buttonsOf, type Player } from '../../src/sandbox/driver.ts';
import { newRequestId, place } from '../support/bank.ts';
import {
  detailsFor,
  dmTexts,
  factIn,
  nextMail,
  openChat,
  prefilledIn,
  password,
  register,
  registerAs,
  said,
} from './chat.ts';

const chat = openChat({ mail: true });
const renewed = 'walrus copper meadow 77';

let anna: Player;
let ben: Player;
let details: ReturnType<typeof detailsFor>;

beforeAll(async () => {
  [anna, ben] = [await chat.driver.person('Anna'), await chat.driver.person('Ben')];
  details = { ...detailsFor('Anna Miller'), email: anna.email };
  await registerAs(anna, details);
  await register(ben, 'Ben Okafor');
});

const codeIn = (text: string): string => /[0-9A-Z]{4}(-[0-9A-Z]{4}){2}-[0-9A-Z]\b/.exec(text)![0];
const calm = async () => chat.database.pool.write('DELETE FROM login_counters');
const view = async (person = anna) => said(await person.run('/profile view'));

describe('/profile', () => {
  test('view shows everything, with a button to change it', async () => {
    const shown = await anna.run('/profile view');
    const text = said(shown);
    expect(factIn(text, 'Name')).toBe('Anna Miller');
    expect(text).toContain(anna.email);
    expect(text).toContain(details.phone);
    expect(text).toMatch(/December 31, 1990 \(age \d\d\)/);
    expect(factIn(text, 'Recovery codes left')).toBe('8');
    expect(shown.kind === 'message' && buttonsOf(shown.message)).toEqual(['Change']);
    expect(prefilledIn(await anna.press('Change'))).toMatchObject({ full_name: 'Anna Miller' });
    await anna.closeForm();
  });

  test('update opens pre-filled, explains each invalid field and keeps the others', async () => {
    const form = await anna.run('/profile update');
    expect(prefilledIn(form)).toEqual({
      full_name: 'Anna Miller',
      email: anna.email,
      phone: details.phone,
      current_password: '',
    });
    expect(form.text).toContain('never your Discord password');
    const wrong = { full_name: 'A1', email: 'nowhere', phone: '12345', current_password: password };
    const fix = said(await anna.fill(wrong));
    for (const label of ['Full name', 'E-mail', 'Phone']) expect(fix).toContain(`**${label}**`);
    expect(prefilledIn(await anna.press('Edit'))).toMatchObject({
      full_name: 'A1',
      email: 'nowhere',
      phone: '12345',
      current_password: '',
    });
    const right = { full_name: 'Anna Okafor', email: anna.email, phone: details.phone };
    const refused = said(await anna.fill({ ...right, current_password: 'not my password' }));
    expect(refused).toContain('not your current password');
    await calm();
    await anna.press('Edit');
    const saved = said(await anna.fill({ current_password: password }));
    expect(saved).toContain('Your details have been changed');
    expect(factIn(saved, 'Saved')).toBe('name');
    expect(factIn(await view(), 'Name')).toBe('Anna Okafor');
    expect(await nextMail(anna, /Profile changed/)).toContain('name');
    await anna.sees('Profile changed', { dm: true });
  });

  test('a new address is valid after its code; both addresses get mail', async () => {
    const address = 'anna.new@example.org';
    await anna.run('/profile update');
    const asked = await anna.fill({ email: address, current_password: password });
    expect(said(asked)).toContain(address);
    expect(asked.kind === 'message' && buttonsOf(asked.message)).toEqual(['Enter code']);
    const card = anna.message!;
    expect(await nextMail(anna, /New e-mail address entered/)).toContain(
      'A new e-mail address was entered',
    );
    const toNew = async () => {
      const mails = await chat.driver.mail();
      return mails.filter(({ to }) => to.includes(address));
    };
    await expect.poll(async () => (await toNew()).length).toBe(1);
    const code = codeIn((await toNew())[0]!.text);
    expect(factIn(await view(), 'E-mail')).toContain(anna.email);

    const form = await anna.press('Enter code', { on: card });
    expect(prefilledIn(form)).toEqual({ code: '' });
    expect(said(await anna.fill({ code: '0000-0000-0000-0' }))).toContain('4 tries are left');
    await anna.press('Edit');
    await anna.closeForm();
    // The view opens the same form, in case the card was lost.
    const shown = await anna.run('/profile view');
    expect(said(shown)).toContain(address);
    expect(prefilledIn(await anna.press('Enter code'))).toEqual({ code: '' });
    expect(said(await anna.fill({ code }))).toContain('Your e-mail address has been changed');
    expect(factIn(await view(), 'E-mail')).toContain(address);
    expect(await nextMail(anna, /E-mail address changed/)).toContain('was changed');
    await expect.poll(async () => (await toNew()).length).toBe(2);
  });

  test('refuses details of another customer', async () => {
    await ben.run('/profile update');
    const taken = await ben.fill({ phone: details.phone, current_password: password });
    expect(said(taken)).toContain('cannot be used here');
    const again = prefilledIn(await ben.press('Edit'));
    expect(again).toMatchObject({ full_name: 'Ben Okafor', phone: details.phone });
    await ben.closeForm();
  });

  test('password ends the login; only the new password works', async () => {
    await anna.run('/profile password');
    const same = { current_password: password, password, password_again: password };
    expect(said(await anna.fill(same))).toContain('your current password');
    await anna.press('Edit');
    const changed = { current_password: password, password: renewed, password_again: renewed };
    expect(said(await anna.fill(changed))).toContain('Your password has been changed');
    expect(said(await anna.run('/balance'))).toContain('Balance');
    expect(said(await anna.run('/session'))).toContain('ended by a password change');
    await anna.sees('Password changed', { dm: true });
    await anna.run('/logout');
    await anna.run('/login');
    expect(said(await anna.fill({ password: renewed }))).toContain('Logged in');
  });

  test('recovery-codes shows eight new codes once', async () => {
    await anna.run('/profile recovery-codes');
    const text = said(await anna.fill({ current_password: renewed }));
    expect(text.match(/`[0-9A-Z]{4}(-[0-9A-Z]{4}){3}`/g)).toHaveLength(8);
    expect(text).toContain('no longer work');
  });

  test('requires a login', async () => {
    await ben.run('/logout');
    for (const command of ['view', 'update', 'password', 'recovery-codes']) {
      expect(said(await ben.run(`/profile ${command}`))).toContain('/login');
    }
    expect(said(await ben.run('/account access-log'))).toContain('/login');
  });
});

test('/account access-log pages through staff access with name, time and reason', async () => {
  expect(said(await anna.run('/account access-log'))).toContain('No member of staff');
  const { customerId } = await chat.bank.access.identify(anna.id as DiscordUserId, place);
  const look = async (index: number) =>
    withTransaction(chat.database.pool, async (tx) =>
      insertAudit(tx, {
        id: newRequestId(),
        action: 'DETAILS_SHOWN',
        actor: ben.id as DiscordUserId,
        target: customerId,
        sessionId: null,
        role: 'TELLER',
        reason: `Visit ${index} <@everyone> **now**`,
        details: {},
      }),
    );
  for (let index = 1; index <= 9; index += 1) await look(index);
  const first = said(await anna.run('/account access-log'));
  expect(first).toContain('Visit 9');
  expect(first).toContain(`<@${ben.id}>, teller`);
  expect(first).not.toContain('<@everyone>');
  expect(first).not.toContain('Visit 1 ');
  expect(said(await anna.press('Older'))).toContain('Visit 1 ');
  expect(said(await anna.press('Newer'))).toContain('Visit 9');
});

test('no personal data is in the log or audit rows; the bot broke no rule of Discord', async () => {
  const audit = JSON.stringify(await chat.database.pool.rows('SELECT details FROM audit'));
  const dms = (await dmTexts(anna)).join('\n');
  for (const secret of [anna.email, 'anna.new@example.org', details.phone, 'Okafor', renewed]) {
    expect(chat.log()).not.toContain(secret);
    expect(audit).not.toContain(secret);
    expect(dms).not.toContain(secret);
  }
  expect(await chat.driver.findings()).toEqual([]);
});
