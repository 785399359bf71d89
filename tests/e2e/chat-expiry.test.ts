/** Cards that were not answered in time lose their buttons by themselves. */
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { buttonsOf, textOf, type Answer, type Player } from '../../src/sandbox/driver.ts';
import type { ChatMessage } from '../../src/sandbox/protocol/protocol.ts';
import { deposit, openChat, register, said } from './chat.ts';

let aheadMs = 0;
const clock = { now: () => Date.now() + aheadMs };
const chat = openChat({ clock, settings: { stepUpAbove: 100_000n } });
let anna: Player;
let bens = '';

const messageOf = (answer: Answer): ChatMessage => {
  if (answer.kind !== 'message') throw new Error(`Expected a message, got: ${answer.text}`);
  return answer.message;
};
const pay = async (amount: string): Promise<ChatMessage> =>
  messageOf(await anna.run('/transfer', { to: bens, amount }));

/** The time of every open row is over, for the database and for the bot. */
async function passTime(): Promise<void> {
  await chat.database.pool.write(
    `UPDATE pending SET expires_at = NOW(6) - INTERVAL 1 SECOND WHERE state = 'OPEN'`,
  );
  aheadMs += 15 * 60_000;
}
const expires = async (card: ChatMessage): Promise<ChatMessage> =>
  anna.seesChange(card, (one) => textOf(one).includes('has expired'), { withinMs: 15_000 });
/** Long enough for several rounds of the bot. */
const rounds = async (): Promise<void> => sleep(3_000);

beforeAll(async () => {
  anna = await chat.driver.person('Anna');
  await register(anna, 'Anna Miller');
  bens = await register(await chat.driver.person('Ben'), 'Ben Okafor');
  await deposit(anna, '50');
});

test('a confirm card; its values start again', async () => {
  const card = await pay('2');
  expect(buttonsOf(card)).toContain('Confirm');
  await passTime();
  const closed = await expires(card);
  expect(buttonsOf(closed)).toEqual(['Try again']);
  expect(said(await anna.press('Try again', { on: closed }))).toContain('2.00 GEM');
  expect(said(await anna.press('Cancel'))).toContain('Cancelled');
});

test('a refusal that has what was typed, and the question to a sentence', async () => {
  const wrong = messageOf(await anna.run('/transfer', { to: '12', amount: '3' }));
  expect(buttonsOf(wrong)).toEqual(['Edit']);
  await anna.say('send Ben money for the bus', { dm: true });
  const asked = await anna.sees('Some details are missing');
  await passTime();
  await expires(wrong);
  expect(buttonsOf(await expires(asked))).toEqual(['Try again']);
});

test('a card whose form was opened and closed again', async () => {
  const card = await pay('4');
  expect((await anna.press('Edit', { on: card })).kind).toBe('modal');
  await anna.closeForm();
  await passTime();
  await expires(card);
});

test('no card that was answered', async () => {
  const paid = await pay('1');
  expect(said(await anna.press('Confirm', { on: paid }))).toContain('Sent 1.00 GEM');
  const short = messageOf(await anna.run('/transfer', { to: bens, amount: '60' }));
  const [first = ''] = buttonsOf(short);
  const asked = messageOf(await anna.press(first, { on: short }));
  expect(asked.id).toBe(short.id);
  await anna.press('Confirm', { on: asked });
  const next = await anna.sees(/Send money\?[\s\S]*60\.00 GEM/);
  expect(said(await anna.press('Confirm', { on: next }))).toContain('Sent 60.00 GEM');
  await passTime();
  await rounds();
  const texts = (await anna.messages()).filter(({ id }) =>
    [paid.id, short.id, next.id].includes(id),
  );
  expect(texts).toHaveLength(3);
  for (const one of texts) expect(textOf(one)).not.toContain('expired');
});

test('a confirm card that an earlier process sent', async () => {
  await deposit(anna, '10');
  const card = await pay('5');
  await chat.restart();
  await rounds();
  await passTime();
  await expires(card);
}, 60_000);

test('cards that answered messages before a restart, also a question and a refusal', async () => {
  await anna.say('send Ben 2 for the ticket', { dm: true });
  const card = await anna.sees(/Send money\?[\s\S]*the ticket/, { dm: true });
  await anna.say('send Ben money for the boat', { dm: true });
  const asked = await anna.sees(/the boat[\s\S]*Some details are missing/, { dm: true });
  const max = await chat.driver.person('Max');
  await max.say('send Ben 4', { dm: true });
  const refused = await max.sees('No account yet', { dm: true });
  await chat.restart();
  await rounds();
  await passTime();
  const hasExpired = (one: ChatMessage) => textOf(one).includes('has expired');
  await max.seesChange(refused, hasExpired, { withinMs: 15_000 });
  const closed = await expires(card);
  expect(buttonsOf(closed)).toEqual(['Try again']);
  expect(buttonsOf(await expires(asked))).toEqual(['Try again']);
  expect(said(await anna.press('Try again', { on: closed }))).toContain('the ticket');
}, 60_000);

test('a card in direct messages that expired while the bank was closed', async () => {
  await anna.say('send Ben 3 for the map', { dm: true });
  const card = await anna.sees(/Send money\?[\s\S]*the map/, { dm: true });
  await chat.database.pool.write(
    `UPDATE pending SET expires_at = NOW(6) - INTERVAL 1 SECOND WHERE state = 'OPEN'`,
  );
  await chat.restart();
  expect(buttonsOf(await expires(card))).toEqual(['Try again']);
}, 60_000);
