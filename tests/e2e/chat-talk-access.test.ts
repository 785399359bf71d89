/** Who is answered, and what others read: the access rules over messages. */
import { beforeAll, expect, test } from 'vitest';
import { buttonsOf, textOf, type Player } from '../../src/sandbox/driver.ts';
import { balanceOf, deposit, openChat, register, said } from './chat.ts';

// The limits of production, which tests usually multiply.
const chat = openChat({ settings: { throttleFactor: 1 } });
const dm = { dm: true };
const channel = { channel: 'bank' };
let anna: Player;
let ben: Player;
let viktor: Player;
let number = '';
const bot = () => `<@${chat.sandbox.applicationId}>`;

const answersIn = async (person: Player, where: { dm?: boolean; channel?: string }) =>
  (await person.messages(where)).filter(({ author }) => author.id === chat.sandbox.applicationId)
    .length;

/** The bank's next answer comes, so that earlier messages have had their time. */
async function after(person: Player, where: { dm?: boolean; channel?: string }): Promise<void> {
  const text = where.dm === true ? 'what is my balance?' : `${bot()} what is my balance?`;
  const { id } = await person.say(text, where);
  const find = async () =>
    (await person.messages(where)).some((one) => one.message_reference?.message_id === id);
  await expect.poll(find, { timeout: 15_000 }).toBe(true);
}

beforeAll(async () => {
  [anna, ben, viktor] = (await Promise.all(
    ['Anna', 'Ben', 'Viktor'].map(async (name) => chat.driver.person(name)),
  )) as [Player, Player, Player];
  await register(anna, 'Anna Albers');
  number = await register(ben, 'Ben Okafor');
  await deposit(anna, '100');
});

test('no answer to webhooks, apps, forwards, edits and talk that is not for the bank', async () => {
  const before = await answersIn(anna, channel);
  const directly = await answersIn(anna, dm);
  const channelId = chat.sandbox.channels['bank'] ?? '';
  const content = `${bot()} send ${number} 5`;
  await chat.driver.post({ channelId, content, name: 'Feed', by: 'webhook' });
  await chat.driver.post({ channelId, content, name: 'Robot', by: 'app' });
  const chatter = await anna.say('send ben 5', channel);
  await anna.edit(chatter, content);
  const plan = await viktor.say(`send ${number} 5`, channel);
  await anna.forward(plan, dm);
  await anna.say(`> ${content}\nsee above`, channel);
  await anna.say(`@everyone send ${number} 5`, channel);
  await after(anna, channel);
  await after(anna, dm);
  // Each of them reached the place where the bank reads.
  const seen = await anna.messages(channel);
  for (const by of ['Feed', 'Robot']) {
    expect(seen.filter(({ author }) => author.username === by)).toHaveLength(1);
  }
  expect(seen.filter((one) => one.content.includes(`send ${number} 5`))).toHaveLength(6);
  expect((await anna.messages(dm)).some((one) => one.message_snapshots)).toBe(true);
  expect(await answersIn(anna, channel)).toBe(before + 1);
  expect(await answersIn(anna, dm)).toBe(directly + 1);
  expect(await balanceOf(anna)).toBe('100.00 GEM');
});

test('the same words from the customer herself are answered', async () => {
  const { id } = await anna.say(`${bot()} send ${number} 5`, channel);
  const find = async () =>
    (await anna.messages(channel)).find((one) => one.message_reference?.message_id === id);
  await expect.poll(find, { timeout: 15_000 }).toBeDefined();
  const card = said(await anna.press('Go on in private', { on: (await find())! }));
  expect(card).toMatch(/Ben O\.[\s\S]*5\.00 GEM/);
  expect(said(await anna.press('Cancel'))).toContain('Cancelled');
});

test('an answered message that is edited is not answered again', async () => {
  const first = await answersIn(anna, dm);
  const question = await anna.say('what is my balance?', dm);
  await after(anna, dm);
  await expect.poll(async () => answersIn(anna, dm)).toBe(first + 2);
  const before = first + 2;
  await anna.edit(question, `send ${number} 5`);
  await after(anna, dm);
  expect(await answersIn(anna, dm)).toBe(before + 1);
});

test('a stranger who mentions the bank learns nothing, and pays nothing', async () => {
  const { id } = await viktor.say(`${bot()} send ${number} 5`, channel);
  const find = async () =>
    (await viktor.messages(channel)).find((one) => one.message_reference?.message_id === id);
  await expect.poll(find).toBeDefined();
  const open = (await find())!;
  // The same words as for everybody else.
  expect(textOf(open)).toBe('I can answer that where only you see it.');
  const answer = await viktor.press('Go on in private', { on: open });
  expect(said(answer)).toMatch(/account/i);
  if (answer.kind === 'message') expect(buttonsOf(answer.message)).not.toContain('Confirm');
  for (const other of [anna, ben]) {
    expect(said(await other.press('Go on in private', { on: open }))).not.toMatch(/GEM|Confirm/);
  }
});

test('two processes with one token answer a message once', async () => {
  const stop = await chat.twin();
  try {
    const before = await answersIn(anna, dm);
    await after(anna, dm);
    await after(anna, dm);
    expect(await answersIn(anna, dm)).toBe(before + 2);
  } finally {
    await stop();
  }
});

test('a flood of messages is answered twenty times a minute, and not more', async () => {
  const before = await answersIn(viktor, dm);
  for (let sent = 0; sent < 30; sent += 1) await viktor.say('hello there bank', dm);
  await after(anna, dm);
  const answered = (await answersIn(viktor, dm)) - before;
  expect(answered).toBeGreaterThan(10);
  expect(answered).toBeLessThanOrEqual(20);
});
