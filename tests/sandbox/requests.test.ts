/** Matching requests to routes, and requests that end early. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { Routes } from '../../src/sandbox/rest/core/routes.ts';
import { callApi, openSandbox } from './support.ts';

describe('a route', () => {
  const routes = new Routes();
  const answer = () => ({ status: 204 });
  routes.get('/users/@me', answer);
  routes.get('/users/:user', answer);
  routes.post('/users/:user/notes/:note', answer);
  const found = (method: string, path: string) => {
    const { route, params } = routes.find(method, path);
    return [route?.name ?? null, params];
  };

  test.each([
    ['GET', '/users/@me', 'GET /users/@me', {}],
    ['GET', '/users/%40me', 'GET /users/@me', {}],
    ['GET', '/users/7', 'GET /users/:user', { user: '7' }],
    ['GET', '/users/a%2Fb', 'GET /users/:user', { user: 'a/b' }],
    ['GET', '/users/%', 'GET /users/:user', { user: '%' }],
    ['POST', '/users/7/notes/8', 'POST /users/:user/notes/:note', { user: '7', note: '8' }],
    ['GET', '/users/', null, {}],
    ['GET', '/users/7/', null, {}],
    ['GET', '/users', null, {}],
    ['POST', '/users/7', null, {}],
    ['GET', '/people/7', null, {}],
  ])('%s %s', (method, path, name, params) => {
    expect(found(method, path)).toEqual([name, params]);
  });
});

test('a request that ends early adds no finding, and the next one is served', async () => {
  const { sandbox, driver } = await openSandbox();
  const { port } = new URL(sandbox.apiUrl);
  const socket = connect(Number(port), '127.0.0.1');
  const path = `/api/v10/channels/${sandbox.channels['general']}/messages`;
  const head = `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bot ${sandbox.botToken}`;
  socket.write(`${head}\r\nContent-Length: 100\r\n\r\n{"content":`);
  await expect.poll(async () => requestsOf(sandbox.pageUrl)).toHaveLength(1);
  socket.destroy();
  await once(socket, 'close');
  await expect
    .poll(async () => requestsOf(sandbox.pageUrl))
    .toMatchObject([{ method: 'POST', status: null, tookMs: expect.any(Number) as number }]);
  expect((await callApi(sandbox, 'GET', '/users/@me')).status).toBe(200);
  expect(await driver.findings()).toEqual([]);
});

test('keys of a body, such as __proto__, affect only its refusal', async () => {
  const { sandbox } = await openSandbox();
  for (const key of ['__proto__', 'constructor']) {
    const response = await fetch(
      `${sandbox.apiUrl}/v10/channels/${sandbox.channels['general']}/messages`,
      {
        method: 'POST',
        headers: {
          authorization: `Bot ${sandbox.botToken}`,
          'content-type': 'application/json',
        },
        body: `{"content":"x","${key}":{"y":1}}`,
      },
    );
    const { errors } = (await response.json()) as { readonly errors: object };
    expect(Object.keys(errors)).toEqual([key]);
    expect([{}, Object].flatMap((value) => Reflect.get(value, '_errors') ?? [])).toEqual([]);
  }
});

async function requestsOf(pageUrl: string): Promise<object[]> {
  const overview = await fetch(`${pageUrl}control/inspector`);
  return ((await overview.json()) as { readonly requests: object[] }).requests;
}
