/** Servers that the bot joins get one card, in the first channel where it may write. */
import { expect, test } from 'vitest';
import { textOf } from '../../src/sandbox/driver.ts';
import type { ChatMessage } from '../../src/sandbox/protocol/protocol.ts';
import { detailsFor, openChat, register, said } from './chat.ts';

const chat = openChat();

interface Server {
  readonly id: string;
  readonly channels: readonly { readonly id: string; readonly name: string }[];
}

async function control<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
  const response = await fetch(new URL(`/control/${path}`, chat.sandbox.pageUrl), {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
  return (await response.json()) as Answer;
}

const cardsIn = async (personId: string, channelId: string) =>
  (
    await control<readonly ChatMessage[]>(
      'GET',
      `people/${personId}/channels/${channelId}/messages`,
    )
  ).filter((message) => textOf(message).includes('is here'));

const newServer = async (name: string): Promise<Server> =>
  control('POST', 'servers', { name, ownerId: chat.sandbox.people['viktor'] });

test('a server gets its card once, and again only after the bot was removed', async () => {
  const viktor = chat.sandbox.people['viktor']!;
  const { id, channels } = await newServer('Chess club');
  const general = channels[0]!.id;
  const count = async () => (await cardsIn(viktor, general)).length;
  await expect.poll(count, { timeout: 10_000 }).toBe(1);
  await chat.restart();
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(await count()).toBe(1);
  await control('PATCH', `servers/${id}`, { hasBot: false });
  await expect
    .poll(async () => (await chat.database.pool.rows('SELECT guild_id FROM welcomes')).length)
    .toBeGreaterThan(0);
  await expect
    .poll(async () => {
      const rows = await chat.database.pool.rows('SELECT guild_id FROM welcomes');
      return rows.some((row) => row['guild_id'] === id);
    })
    .toBe(false);
  await control('PATCH', `servers/${id}`, { hasBot: true });
  await expect.poll(count, { timeout: 10_000 }).toBe(2);
});

test('a server that the bot joined while it was away gets its card at the next start', async () => {
  const viktor = chat.sandbox.people['viktor']!;
  await chat.bot.close();
  const { channels } = await newServer('Book club');
  await chat.restart();
  await expect.poll(async () => (await cardsIn(viktor, channels[0]!.id)).length).toBe(1);
});

test('the staff server gets none', async () => {
  const { people, channels } = chat.sandbox;
  expect(await cardsIn(people['mona']!, channels['staff']!)).toEqual([]);
});

test('everyone opens their own form and help from the card, which stays as it is', async () => {
  const { people, channels } = chat.sandbox;
  const [anna, ben] = await Promise.all([chat.driver.person('Anna'), chat.driver.person('Ben')]);
  const find = async () => (await cardsIn(people['anna']!, channels['bank']!))[0]!;
  const card = await find();
  await register(anna, 'Anna Miller');
  expect(said(await anna.press('How it works', { on: card }))).toContain('</transfer:');
  expect(said(await ben.press('How it works', { on: card }))).toContain('register');
  expect((await ben.press('Open an account', { on: card })).kind).toBe('modal');
  expect(said(await ben.fill(detailsFor('Ben Okafor')))).toContain('Ben Okafor');
  expect(textOf(await find())).toBe(textOf(card));
});
