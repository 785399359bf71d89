/** Interactions that are refused before discord.js makes objects of them. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type APIInteraction,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionType,
  REST,
} from 'discord.js';
import { Agent } from 'undici';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { encodeCustomId } from '../../../src/bot/cards/custom-id.ts';
import { loadCommands } from '../../../src/bot/command/loader.ts';
import type { Registry } from '../../../src/bot/command/registry.ts';
import { createDoor } from '../../../src/bot/turns/door.ts';
import type { Lane } from '../../../src/bot/turns/decision.ts';
import type { Logger } from '../../../src/log/logger.ts';

interface Seen {
  readonly path: string;
  readonly body: string;
}

let seen: Seen[] = [];
/** The next requests fail: with a status, or by closing the connection. */
let failures: (number | 'closed')[] = [];
const contentOf = ({ path, body }: Seen) => [path, JSON.parse(body)];
const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
};
const discord = createServer((request, response) => {
  void bodyOf(request).then((body) => {
    seen.push({ path: `${request.method} ${request.url}`, body });
    const failure = failures.shift();
    if (failure === 'closed') request.socket.destroy();
    else response.writeHead(failure ?? 204).end();
  });
});
const agent = new Agent();
let registry: Registry;
let api: string;

beforeAll(async () => {
  registry = await loadCommands();
  await new Promise<void>((resolve) => discord.listen(0, '127.0.0.1', resolve));
  api = `http://127.0.0.1:${(discord.address() as AddressInfo).port}/api`;
});
afterAll(async () => {
  await agent.close();
  await new Promise((resolve) => discord.close(resolve));
});
beforeEach(() => (seen = []));

function openDoor(admits: (person: string, lane: Lane) => boolean) {
  const events: string[] = [];
  const logger = { event: (name: string) => void events.push(name) } as unknown as Logger;
  const rest = new REST({ api, agent });
  return { events, door: createDoor({ rest, registry, logger, admission: { admits } }) };
}

const asked = (payload: object): APIInteraction =>
  ({
    id: '1',
    token: 'token',
    application_id: '2',
    locale: 'en-US',
    user: { id: 'anna' },
    ...payload,
  }) as unknown as APIInteraction;

const pressOf = (path: string) =>
  asked({
    type: InteractionType.MessageComponent,
    data: { custom_id: encodeCustomId({ path, step: 'confirm', row: null, detail: '' }) },
  });

const answers = async (count: number): Promise<readonly Seen[]> => {
  await expect.poll(() => seen.length).toBe(count);
  return seen;
};

test('refuses a press at once, in the language of the person', async () => {
  const { door, events } = openDoor(() => false);
  expect(door.turnsAway(pressOf('pay'))).toBe(true);
  expect(door.turnsAway({ ...pressOf('pay'), locale: 'de' } as APIInteraction)).toBe(true);
  const bodies = (await answers(2)).map(({ body }) => body).sort();
  expect(seen[0]?.path).toBe('POST /api/v10/interactions/1/token/callback');
  expect(bodies.filter((body) => body.includes('The bank is busy'))).toHaveLength(1);
  expect(bodies.filter((body) => body.includes('Nothing moved'))).toHaveLength(1);
  expect(bodies[0]).not.toBe(bodies[1]);
  // Seen by this person alone, as a message of components.
  for (const body of bodies) {
    expect(JSON.parse(body)).toMatchObject({ type: 4, data: { flags: 32_832 } });
  }
  expect(events).toEqual(['bot.crowded', 'bot.crowded']);
});

test('says what did not happen by the command that was asked', async () => {
  const { door } = openDoor(() => false);
  const { Subcommand } = ApplicationCommandOptionType;
  const command = (data: object) =>
    asked({
      type: InteractionType.ApplicationCommand,
      data: { type: ApplicationCommandType.ChatInput, ...data },
    });
  door.turnsAway(command({ name: 'account', options: [{ name: 'rename', type: Subcommand }] }));
  expect((await answers(1))[0]?.body).toContain('Nothing changed');
  door.turnsAway(command({ name: 'transfer' }));
  expect((await answers(2))[1]?.body).toContain('Nothing moved');
});

test('lets in what is admitted, and asks for each with its person and kind', async () => {
  const askedFor: string[] = [];
  const { door } = openDoor((person, lane) => askedFor.push(`${person} ${lane}`) > 0);
  expect(door.turnsAway(pressOf('pay'))).toBe(false);
  const form = { type: InteractionType.ModalSubmit, member: { user: { id: 'ben' } } };
  expect(door.turnsAway(asked({ ...form, user: undefined, data: { custom_id: 'x' } }))).toBe(false);
  expect(door.turnsAway(asked({ type: InteractionType.Ping, user: undefined }))).toBe(false);
  expect(askedFor).toEqual(['anna press', 'ben form']);
  expect(seen).toEqual([]);
});

test('a refusal that did not arrive is repeated', async () => {
  failures = ['closed', 500];
  const { door } = openDoor(() => false);
  door.turnsAway(pressOf('pay'));
  door.turnsAway(pressOf('pay'));
  const [first, ...others] = (await answers(4)).map(contentOf);
  expect(others).toEqual([first, first, first]);
});

test('choices in a crowd are not answered', async () => {
  const { door, events } = openDoor(() => false);
  const type = InteractionType.ApplicationCommandAutocomplete;
  expect(door.turnsAway(asked({ type, data: { name: 'transfer' } }))).toBe(true);
  door.turnsAway(pressOf('pay'));
  expect(await answers(1)).toHaveLength(1);
  expect(events).toHaveLength(2);
});
