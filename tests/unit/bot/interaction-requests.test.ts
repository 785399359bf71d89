/** Answers reach Discord once, are repeated after trouble that passes, and fail as always. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DiscordAPIError, RequestMethod, REST } from 'discord.js';
import { Agent } from 'undici';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  createInteractionRequests,
  type InteractionRequest,
  type SendRequest,
} from '../../../src/bot/cards/interaction-requests.ts';

type Reply = 'closed' | { readonly status: number; readonly body?: string };

let bodies: string[] = [];
/** Of the next requests; all others are taken. */
let replies: Reply[] = [];
const discord = createServer((request, response) => {
  let body = '';
  request.setEncoding('utf8').on('data', (part: string) => (body += part));
  request.on('end', () => {
    bodies.push(`${request.method} ${request.url} ${body}`);
    const reply = replies.shift() ?? { status: 204 };
    if (reply === 'closed') request.socket.destroy();
    else {
      const isJson = reply.body?.startsWith('{') === true;
      const type = isJson ? 'application/json' : 'text/plain';
      response.writeHead(reply.status, { 'content-type': type, 'retry-after': '0' });
      response.end(reply.body);
    }
  });
});
const agent = new Agent();
let send: SendRequest;

beforeAll(async () => {
  await new Promise<void>((resolve) => discord.listen(0, '127.0.0.1', resolve));
  const api = `http://127.0.0.1:${(discord.address() as AddressInfo).port}/api`;
  send = createInteractionRequests(new REST({ api, agent, retries: 1 }));
});
afterAll(async () => {
  await agent.close();
  await new Promise((resolve) => discord.close(resolve));
});
beforeEach(() => {
  bodies = [];
  replies = [];
});

const body = JSON.stringify({ type: 6 });
const asked: InteractionRequest = {
  method: RequestMethod.Post,
  route: '/interactions/1/token/callback',
  body,
};
const request = `POST /api/v10/interactions/1/token/callback ${body}`;
const error = (code: number) => JSON.stringify({ code, message: 'Unknown interaction' });

test('is one request', async () => {
  await send(asked);
  replies = [{ status: 200, body: '{"id":"7"}' }];
  await send({ method: RequestMethod.Patch, route: '/webhooks/2/token/messages/@original', body });
  const edit = `PATCH /api/v10/webhooks/2/token/messages/@original ${body}`;
  expect(bodies).toEqual([request, edit]);
});

test.each<[string, Reply[]]>([
  ['a closed connection', ['closed']],
  ['an error of Discord', [{ status: 502, body: 'Bad gateway' }]],
  ['two errors of Discord', [{ status: 500 }, { status: 503 }]],
  ['a rate limit', [{ status: 429, body: JSON.stringify({ retry_after: 0 }) }]],
])('is repeated after %s', async (_, some) => {
  replies = [...some];
  await send(asked);
  expect(bodies).toEqual(Array.from({ length: some.length + 1 }, () => request));
});

test('fails with the code of Discord, and is not repeated', async () => {
  for (const code of [10_062, 40_060]) {
    replies = [{ status: 400, body: error(code) }];
    const failure = await send(asked).catch((reason: unknown) => reason);
    expect(failure).toBeInstanceOf(DiscordAPIError);
    expect(failure).toMatchObject({ code, status: 400, message: 'Unknown interaction' });
  }
  expect(bodies).toEqual([request, request]);
});

test('fails where trouble does not pass', async () => {
  replies = Array.from({ length: 9 }, () => ({ status: 500, body: '' }));
  await expect(send(asked)).rejects.toThrow('Internal Server Error');
  expect(bodies.length).toBeLessThan(9);
});

test('leaves a reply that is not of Discord to discord.js', async () => {
  const strange = { status: 403, body: '{"message":"A proxy refuses"}' };
  replies = [strange, strange];
  await expect(send(asked)).rejects.toBeInstanceOf(DiscordAPIError);
  expect(bodies).toEqual([request, request]);
});
