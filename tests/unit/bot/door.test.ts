/** The door refuses what may be refused, with the words that the router uses. */
import { type GatewayDispatchPayload, REST } from 'discord.js';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { replyBody } from '../../../src/bot/cards/answers.ts';
import { crowdedCard } from '../../../src/bot/next/late.ts';
import { createDoor } from '../../../src/bot/turns/door.ts';
import { inLanguage } from '../../../src/words/index.ts';

const sent: { path: string; body: unknown }[] = [];
const discord = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    const body: unknown = JSON.parse(Buffer.concat(parts).toString());
    sent.push({ path: request.url ?? '', body });
    response.writeHead(204).end();
  });
});
let rest: REST;
beforeAll(async () => {
  await new Promise<void>((resolve) => discord.listen(0, '127.0.0.1', resolve));
  const { port } = discord.address() as AddressInfo;
  rest = new REST({ api: `http://127.0.0.1:${port}/api` });
});
afterAll(async () => new Promise((resolve) => discord.close(resolve)));
beforeEach(() => sent.splice(0));

const asked: string[] = [];
const doorThat = (refuses: boolean) =>
  createDoor({ rest, refuses: () => refuses, undoneOf: (path) => (asked.push(path), 'Nothing.') });

const packet = (type: number, data: object, more: object = {}) =>
  ({
    op: 0,
    s: 1,
    t: 'INTERACTION_CREATE',
    d: { id: '7', token: 'secret', type, data, locale: 'en-US', user: { id: '5' }, ...more },
  }) as unknown as GatewayDispatchPayload;
const press = packet(3, { component_type: 2, custom_id: 'v1:transfer:confirm:' });

test('a press and a command are refused with the card of the router, each in its language', async () => {
  const options = [{ type: 2, name: 'share', options: [{ type: 1, name: 'open', options: [] }] }];
  const command = packet(2, { type: 1, name: 'account', options }, { locale: 'de' });
  const door = doorThat(true);
  asked.length = 0;
  expect([press, command, press].map((one) => door.turnsAway(one))).toEqual([true, true, true]);
  await expect.poll(() => sent).toHaveLength(3);
  expect(asked).toEqual(['transfer', 'account share open', 'transfer']);
  expect(new Set(sent.map(({ path }) => path))).toEqual(
    new Set(['/api/v10/interactions/7/secret/callback']),
  );
  const cardIn = (locale: string): unknown =>
    JSON.parse(JSON.stringify(inLanguage(locale, () => replyBody(crowdedCard('Nothing.')))));
  const bodies = sent.map(({ body }) => body);
  expect(bodies.filter((body) => JSON.stringify(body).includes('Bank ist'))).toHaveLength(1);
  for (const card of [cardIn('en-US'), cardIn('de')]) expect(bodies).toContainEqual(card);
});

test('nothing is refused while the bank is not crowded', () => {
  expect(doorThat(false).turnsAway(press)).toBe(false);
});

test.each([
  ['a form, whose text would be lost', packet(5, { custom_id: 'v1:transfer:form:' })],
  ['suggestions, which show nothing instead', packet(4, { type: 1, name: 'transfer' })],
  ['what no person asked for', packet(3, { custom_id: 'x' }, { user: undefined })],
  ['another event', { op: 0, s: 1, t: 'RESUMED', d: {} } as unknown as GatewayDispatchPayload],
])('%s passes', async (_, other) => {
  expect(doorThat(true).turnsAway(other)).toBe(false);
  expect(sent).toEqual([]);
});
