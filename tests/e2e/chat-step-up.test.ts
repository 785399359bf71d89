/** *Confirm* asks for the password when a proof is required, for customers and staff. */
import { beforeAll, expect, test } from 'vitest';
import { textOf, type Player } from '../../src/sandbox/driver.ts';
import { deposit, forge, openChat, password, register, said } from './chat.ts';

const chat = openChat({ settings: { stepUpAbove: 10_000n, fourEyesAbove: 0n } });
const staff = { channel: 'staff' };
let anna: Player;
let mona: Player;
let max: Player;
let number = '';

beforeAll(async () => {
  const people = ['Anna', 'Ben', 'Mona', 'Max'].map(async (name) => chat.driver.person(name));
  const [first, ben, second, third] = await Promise.all(people);
  [anna, mona, max] = [first!, second!, third!];
  await register(anna, 'Anna Miller');
  number = await register(ben!, 'Ben Okafor');
  await register(mona, 'Mona Berg');
  await register(max, 'Max Stein');
  await deposit(anna, '500');
  // Within five minutes of the login, it would be the proof of a first payment.
  await chat.database.pool.write('UPDATE sessions SET created_at = created_at - INTERVAL 5 MINUTE');
});

test('a first payment asks for the password, and a wrong one is noted on the card', async () => {
  const asked = await anna.run('/transfer', { to: number, amount: '5' });
  const card = said(asked);
  expect(card).toContain('First payment to this account');
  expect(card).toContain('asks for your password');
  const form = await anna.press('Confirm');
  expect(form.kind).toBe('modal');
  expect(form.text).toContain('never your Discord password');
  expect(form.text).toContain('Confirm it’s you');
  expect(form.text).toContain('You are about to send **5.00 GEM** from Anna M.');
  const count = (await anna.messages()).length;
  const noted = await anna.fill({ proof: 'not my password' });
  expect(said(noted)).toContain('not your current password');
  expect(said(noted)).toContain('First payment to this account');
  if (asked.kind !== 'message' || noted.kind !== 'message') throw new Error('no card');
  expect(noted.message.id).toBe(asked.message.id);
  await anna.press('Confirm');
  const again = said(await anna.fill({ proof: 'still not my password' }));
  expect(again).toContain('Try again');
  expect(again).not.toContain('not your current password');
  expect(await anna.messages()).toHaveLength(count);
  // After a wrong password, the next attempt is allowed after a second.
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  await anna.press('Confirm');
  expect(said(await anna.fill({ proof: password }))).toContain('Sent 5.00 GEM');
});

test('a small payment to a known account needs no password, a large one does', async () => {
  await anna.run('/transfer', { to: number, amount: '5' });
  expect(said(await anna.press('Confirm'))).toContain('Sent 5.00 GEM');
  await anna.run('/withdraw', { amount: '100.01' });
  expect((await anna.press('Confirm')).kind).toBe('modal');
  expect(said(await anna.fill({ proof: password }))).toContain('Withdrawn 100.01 GEM');
});

test('a forged press that skips the proof moves nothing', async () => {
  const asked = await anna.run('/withdraw', { amount: '101' });
  if (asked.kind !== 'message') throw new Error('no card');
  const text = JSON.stringify(asked.message.components);
  const customId = /v1:withdraw:prove:[0-9a-z]+/.exec(text)![0].replace(':prove:', ':confirm:');
  await forge(chat, anna, { messageId: asked.message.id, customId });
  await anna.sees('Please confirm it’s you');
  expect(said(await anna.run('/balance'))).toContain('389.99 GEM');
});

test('staff enter their password for booking and for approving', async () => {
  const reason = 'by the book';
  const grant = async (member: Player) =>
    mona.run('/staff role grant', { member, role: 'MANAGER', reason }, staff);
  await grant(mona);
  await grant(max);
  const wanted = { account_number: number, amount: '7', side: 'credit', reason };
  await mona.run('/staff adjust', wanted, staff);
  expect((await mona.press('Confirm')).kind).toBe('modal');
  expect(said(await mona.fill({ proof: password }))).toContain('Nothing has happened yet');
  const card = await max.sees('Adjust a balance?', staff);
  expect((await max.press('Approve', { on: card })).kind).toBe('modal');
  await max.fill({ proof: password });
  const decided = await max.seesChange(card, (one) => textOf(one).includes('approved'));
  expect(textOf(decided)).toContain('Adjust a balance: approved');
});
