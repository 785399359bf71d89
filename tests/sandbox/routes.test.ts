/** Every published Discord route is served or refused, as documented. */
import { readFileSync } from 'node:fs';
import { Routes as Types } from 'discord-api-types/v10';
import { describe, expect, onTestFinished, test } from 'vitest';
import { buildCore } from '../../src/sandbox/server/core.ts';
import type { Sandbox } from '../../src/sandbox/index.ts';
import { callApi, openSandbox, seed } from './support.ts';

function ownRoutes() {
  const { routes, interactions } = buildCore({ seed, folder: null, port: 0 }, () => 0);
  onTestFinished(() => interactions.close());
  return routes.api.routes;
}

type Paths = Readonly<Record<string, readonly string[]>>;
/** Imported by a computed name, because the package's own types do not compile here. */
const published: string = 'discord-api-spec';
const { pathsList } = (await import(published)) as { readonly pathsList: Paths };

/** Removes parameter names, which differ. */
const bare = (route: string): string => route.replaceAll(/:\w+|\{\w+\}/g, '{}');
const namesOf = (lists: Paths): string[] =>
  Object.entries(lists).flatMap(([method, paths]) =>
    paths.map((path) => `${method.toUpperCase()} ${path}`),
  );

/** For a parameter with a few fixed values, one path is used. */
const choices = new Map([
  ['/channels/{}/threads/archived/{}', '/channels/{}/threads/archived/public'],
  ['/webhooks/{}/{}/{}', '/webhooks/{}/{}/slack'],
]);

/** The routes of discord-api-types, which are functions of their parameters. */
function typedPaths(): string[] {
  const makers = Types as unknown as Readonly<Record<string, (...ids: string[]) => string>>;
  const ids = ['ID', 'ID', 'ID', 'ID'];
  const paths = Object.values(makers).map((make) => make.apply(makers, ids));
  return paths
    .map((path) => path.replaceAll(/\/ID(?=\/|$)/g, '/{}'))
    .map((path) => choices.get(path) ?? path);
}

describe('the routes', () => {
  test('include all that Discord publishes', () => {
    const own = new Set(ownRoutes().map(({ name }) => bare(name)));
    expect(namesOf(pathsList).filter((name) => !own.has(bare(name)))).toEqual([]);
  });

  test('include all of discord-api-types', () => {
    const own = new Set(ownRoutes().map(({ path }) => bare(path)));
    const unknown = typedPaths().filter((path) => !own.has(path));
    expect(unknown).toEqual([]);
  });

  test('are listed in docs/sandbox.md as served or refused', () => {
    const { served, refused } = documented();
    const own = ownRoutes();
    const names = (isServed: boolean) =>
      own.filter((route) => route.isServed === isServed).map(({ name }) => name);
    expect([...served].sort()).toEqual(names(true).sort());
    expect([...refused.keys()].sort()).toEqual(names(false).sort());
  });

  test('that are refused answer as documented', async () => {
    const { sandbox } = await openSandbox();
    const wrong: string[] = [];
    for (const [route, code] of documented().refused) {
      const [method = '', path = ''] = route.split(' ');
      const answer = await callApi(sandbox, method, pathIn(sandbox, path));
      const { code: given } = answer.body as { code: number };
      // Routes that are not served have no error code.
      const told = given === 0 ? answer.status : given;
      if (told !== code) wrong.push(`${route}: ${answer.status} ${given}`);
    }
    expect(wrong).toEqual([]);
  });
});

test.each<[string, number, number, string]>([
  ['GET /guilds/:guild/audit-logs', 403, 50013, 'Missing Permissions'],
  ['POST /channels/:channel/messages/:message/crosspost', 400, 50024, 'on this channel type'],
  ['GET /guilds/:guild/emojis/:emoji', 404, 10014, 'Unknown Emoji'],
  ['GET /guilds/:guild/scheduled-events/:event', 404, 10070, 'Unknown Guild Scheduled Event'],
  ['GET /invites/:code', 404, 10006, 'Unknown Invite'],
  ['GET /guilds/:guild/soundboard-sounds/:sound', 404, 10097, 'Unknown sound'],
  ['GET /stage-instances/:channel', 404, 10067, 'Unknown Stage Instance'],
  ['GET /stickers/:sticker', 404, 10060, 'Unknown sticker'],
  ['GET /guilds/templates/:code', 404, 10057, 'Unknown guild template'],
  ['GET /guilds/:guild/voice-states/:user', 404, 10065, 'Unknown Voice State'],
  ['GET /webhooks/:webhook', 404, 10015, 'Unknown Webhook'],
  ['GET /users/@me/connections', 403, 20001, 'Bots cannot use this endpoint'],
  ['GET /voice/regions', 405, 0, 'The sandbox does not serve this route'],
])('%s is refused with %i, and leaves a finding', async (route, status, code, words) => {
  const { sandbox, driver } = await openSandbox();
  const [method = '', path = ''] = route.split(' ');
  const answer = await callApi(sandbox, method, pathIn(sandbox, path));
  expect(answer).toMatchObject({ status, body: { code } });
  expect(JSON.stringify(answer.body)).toContain(words);
  expect(await driver.findings()).toMatchObject([{ route: expect.stringContaining(method) }]);
});

test('refused routes check their ids first, and direct messages have fewer routes', async () => {
  const { sandbox, driver } = await openSandbox();
  const anna = await driver.person('Anna');
  const call = (path: string) => callApi(sandbox, 'GET', path);
  expect(await call('/guilds/123456789012345678/bans')).toMatchObject({ body: { code: 10004 } });
  expect(await call('/channels/123456789012345678/webhooks')).toMatchObject({
    body: { code: 10003 },
  });
  const lobby = `/channels/${sandbox.channels['lobby']}/webhooks`;
  expect(await call(lobby)).toMatchObject({ status: 403, body: { code: 50001 } });
  const direct = `/channels/${anna.view.directMessages.id}/webhooks`;
  expect(await call(direct)).toMatchObject({ status: 400, body: { code: 50003 } });
});

function pathIn(sandbox: Sandbox, path: string): string {
  const ids: Readonly<Record<string, string | undefined>> = {
    application: sandbox.applicationId,
    channel: sandbox.channels['general'],
    guild: sandbox.servers['town'],
    user: sandbox.people['anna'],
  };
  return path.replaceAll(/:(\w+)/g, (_, name: string) => ids[name] ?? '123456789012345678');
}

/** From the lists under "Routes": `GET PUT /path`, with the code before refused ones. */
function documented() {
  const text = readFileSync(new URL('../../docs/sandbox.md', import.meta.url), 'utf8');
  const [, section = ''] = /^## Routes\n([\s\S]*?)^## /m.exec(text) ?? [];
  const [served = '', refused = ''] = section.split(/^### Refused$/m);
  const routesIn = (part: string): string[] =>
    [...part.matchAll(/`([A-Z]+(?: [A-Z]+)*) (\/[^`\s]+)`/g)].flatMap(([, methods = '', path]) =>
      methods.split(' ').map((method) => `${method} ${path}`),
    );
  const codes = refused
    .split(/^- /m)
    .slice(1)
    .flatMap((item) => {
      const code = Number(/^\*\*(\d+)/.exec(item)?.[1]);
      return routesIn(item).map((route): [string, number] => [route, code]);
    });
  return { served: new Set(routesIn(served)), refused: new Map(codes) };
}
