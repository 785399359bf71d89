/** `/security` in the chat: setting up an authenticator app and confirming a payment with it. */
import { generateSync } from 'otplib';
import { beforeAll, expect, test } from 'vitest';
import { type Player } from '../../src/sandbox/driver.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { deposit, detailsFor, openChat, password, registerAs, said } from './chat.ts';

let offsetMs = 0;
const clock = { now: () => systemClock.now() + offsetMs };
const chat = openChat({ settings: { stepUpAbove: 10_000n }, clock });
let anna: Player;
let secret = '';
let recoveryCode = '';

beforeAll(async () => {
  anna = await chat.driver.person('Anna');
  const welcome = await registerAs(anna, detailsFor('Anna Miller'));
  recoveryCode = /`([0-9A-Z]{4}(?:-[0-9A-Z]{4}){3})`/.exec(welcome)![1]!;
  await deposit(anna, '500');
});

const code = () => generateSync({ secret, epoch: Math.floor(clock.now() / 1_000) });

test('an app is set up with the password, a QR code and key, and a code', async () => {
  expect(said(await anna.run('/security'))).toContain('**Authenticator app** off');
  expect((await anna.press('Set up an app')).kind).toBe('modal');
  const begun = await anna.fill({ proof: password });
  expect(said(begun)).toContain('Scan this');
  const [picture] = begun.kind === 'message' ? begun.message.attachments : [];
  expect(picture?.filename).toBe('app.png');
  secret = /`((?:[A-Z2-7]{4} ?)+)`/.exec(said(begun))![1]!.replaceAll(' ', '');
  await anna.press('Enter code');
  expect(said(await anna.fill({ code: '12345' }))).toContain('A code has six digits');
  await anna.press('Edit');
  expect(said(await anna.fill({ code: code() }))).toContain('Your app is set up');
  await anna.sees('confirm it’s you with a code from your authenticator app', { dm: true });
});

test('its next code confirms one large payment', async () => {
  offsetMs += 30_000;
  const used = code();
  await anna.run('/withdraw', { amount: '101' });
  await anna.press('Confirm');
  expect(said(await anna.fill({ proof: used }))).toContain('Withdrawn 101.00 GEM');
  await anna.run('/withdraw', { amount: '102' });
  await anna.press('Confirm');
  expect(said(await anna.fill({ proof: used }))).toContain('Nothing changed');
});

/** After a refused attempt, the next one is allowed after a second. */
const calm = async () => new Promise((resolve) => setTimeout(resolve, 1_100));

test('with the app on, forms and cards ask for a code and refuse the password', async () => {
  await calm();
  const safety = said(await anna.run('/security'));
  expect(safety).toContain('**Authenticator app** on');
  expect(safety).toContain('not your password');
  const form = await anna.press('Turn the app off');
  expect(form.text).toContain('You are about to turn off your authenticator app.');
  expect(form.text).toContain(
    'Enter the six-digit code from your authenticator app, or a recovery code',
  );
  expect(form.text).not.toContain('bank** password');
  expect(said(await anna.fill({ proof: password }))).toContain(
    'your password is not accepted here',
  );
  const card = said(await anna.run('/withdraw', { amount: '101' }));
  expect(card).toContain('asks for a code from your authenticator app, or a recovery code');
  expect((await anna.press('Confirm')).text).toContain('You are about to withdraw **101.00 GEM**');
  expect(said(await anna.fill({ proof: password }))).toContain('Nothing changed');
  for (const command of ['/profile update', '/profile password', '/profile recovery-codes']) {
    const opened = await anna.run(command);
    expect([command, opened.text]).toEqual([command, expect.stringContaining('a recovery code')]);
  }
  expect(said(await anna.fill({ current_password: password }))).toContain('**Code**');
});

test('a recovery code turns it off and is used up', async () => {
  await anna.run('/security');
  await anna.press('Turn the app off');
  expect(said(await anna.fill({ proof: recoveryCode }))).toContain('turned off');
  expect(said(await anna.run('/security'))).toContain('**Authenticator app** off');
  expect(said(await anna.run('/profile view'))).toContain('**Recovery codes left** 7');
  await anna.sees('It will not work again', { dm: true });
});
