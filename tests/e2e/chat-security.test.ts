/** `/security` in the chat: an app is set up by its picture or key, and proves a payment. */
import { generateSync } from 'otplib';
import { beforeAll, expect, test } from 'vitest';
import { type Player } from '../../src/sandbox/driver.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { deposit, openChat, password, register, said } from './chat.ts';

let offsetMs = 0;
const clock = { now: () => systemClock.now() + offsetMs };
const chat = openChat({ settings: { stepUpAbove: 10_000n }, clock });
let anna: Player;
let secret = '';

beforeAll(async () => {
  anna = await chat.driver.person('Anna');
  await register(anna, 'Anna Miller');
  await deposit(anna, '500');
});

const code = () => generateSync({ secret, epoch: Math.floor(clock.now() / 1_000) });

test('an app is set up: the password, a picture with its key, and a code', async () => {
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
  await anna.sees('Codes of an authenticator app now prove', { dm: true });
});

test('its next code proves a large payment, once', async () => {
  offsetMs += 30_000;
  const used = code();
  await anna.run('/withdraw', { amount: '101' });
  await anna.press('Confirm');
  expect(said(await anna.fill({ proof: used }))).toContain('Withdrawn 101.00 GEM');
  await anna.run('/withdraw', { amount: '102' });
  await anna.press('Confirm');
  expect(said(await anna.fill({ proof: used }))).toContain('Nothing changed');
});

test('it is turned off with the password', async () => {
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  expect(said(await anna.run('/security'))).toContain('**Authenticator app** on');
  await anna.press('Turn the app off');
  expect(said(await anna.fill({ proof: password }))).toContain('turned off');
  expect(said(await anna.run('/security'))).toContain('**Authenticator app** off');
});
