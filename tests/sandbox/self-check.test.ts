/** The table for checking the sandbox's own answers is complete and correct. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { buildCore } from '../../src/sandbox/server/core.ts';
import { selfCheck } from '../../src/sandbox/rest/self-check.ts';
import { answerIssues, answerShapes, type OwnAnswer } from '../../src/sandbox/rules/answers.ts';
import { Schemas } from '../../src/sandbox/rules/schemas.ts';
import { seed } from './support.ts';

describe('the table', () => {
  test('has an entry for every route, and a route for every entry', () => {
    const { routes, interactions } = buildCore({ seed, folder: null, port: 0 }, () => 0);
    onTestFinished(() => interactions.close());
    const served = routes.api.routes.filter(({ isServed }) => isServed).map(({ name }) => name);
    expect(Object.keys(answerShapes).sort()).toEqual(served.sort());
  });

  test('matches Discord’s published answers', () => {
    const published = publishedShapes();
    const wrong = Object.entries(answerShapes).flatMap(([route, shapes]) => {
      const statuses = published.get(bare(route));
      return Object.entries(shapes)
        .filter(([status, shape]) => !isAmong(shape, statuses?.get(status)))
        .map(([status, shape]) => `${route} ${status} ${shape}`);
    });
    expect(wrong).toEqual([
      // Published as a list of alternatives, of which the sandbox has one.
      'GET /guilds/:guild/channels 200 GuildChannelResponse[]',
      // Also a list of alternatives, of which the sandbox has none.
      'GET /guilds/:guild/scheduled-events 200 ExternalScheduledEventResponse[]',
    ]);
  });
});

/** Removes parameter names, which differ. */
const bare = (route: string): string => route.replaceAll(/:\w+|\{\w+\}/g, '{}');

/** Ours may be narrower: the sandbox has only two kinds of channels. */
function isAmong(shape: string | null, published: string | undefined): boolean {
  if (published === undefined || shape === null) return published === 'unknown';
  const theirs = published.split('|').map((name) => name.trim());
  return shape.split(' | ').every((name) => theirs.includes(name));
}

/** Route → status → type, from the package's own declarations. */
function publishedShapes(): Map<string, Map<string, string>> {
  const path = new URL(
    '../../node_modules/discord-api-spec/build/discord-api-spec.ts',
    import.meta.url,
  );
  const found = new Map<string, Map<string, string>>();
  let [route, method] = ['', ''];
  const text = readFileSync(path, 'utf8');
  for (const match of text.matchAll(
    /^ {2}"(\/[^"]+)": \{$|^ {4}(\w+): \{$|^ {8}"(\d+)":([^;]+);/gm,
  )) {
    const [, newRoute, newMethod, status, shape = ''] = match;
    if (newRoute !== undefined) route = newRoute;
    else if (newMethod !== undefined) method = newMethod.toUpperCase();
    else if (status !== undefined) {
      const key = bare(`${method} ${route}`);
      const shapes = found.get(key) ?? new Map<string, string>();
      found.set(key, shapes.set(status, shape.trim().replace(/ \| null$/, '')));
    }
  }
  return found;
}

describe('checking an answer', () => {
  const schemas = new Schemas();
  beforeAll(() => schemas.load());
  const gateway = { route: 'GET /gateway', status: 200, body: { url: 'ws://127.0.0.1' } };
  const invalid = {
    route: null,
    status: 400,
    body: { code: 50_035, message: 'Invalid Form Body' },
  };
  const leaf = { _errors: [{ code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }] };

  test.each<[string, OwnAnswer]>([
    ['an answer', gateway],
    ['no body', { route: 'DELETE /channels/:channel/messages/:message', status: 204, body: null }],
    ['an empty list', { route: 'GET /guilds/:guild/roles', status: 200, body: [] }],
    ['a refusal', invalid],
    ['its errors', { ...invalid, body: { ...invalid.body, errors: { data: { 0: leaf } } } }],
    ['a limit', { ...invalid, status: 429, body: { message: 'x', retry_after: 1, global: false } }],
    ['a defect', { ...invalid, status: 500, body: {} }],
  ])('lets %s through', (_, answer) => {
    expect(answerIssues(schemas, answer)).toEqual([]);
  });

  test.each<[string, OwnAnswer]>([
    ['a missing key', { ...gateway, body: {} }],
    ['a wrong type', { ...gateway, body: { url: 1 } }],
    ['an unknown key', { ...gateway, body: { ...gateway.body, extra: 1 } }],
    ['an unexpected status', { ...gateway, status: 201 }],
    [
      'a body where there is none',
      { ...gateway, route: 'POST /channels/:channel/typing', status: 204 },
    ],
    ['no body where there is one', { ...gateway, body: null }],
    ['no list', { ...gateway, route: 'GET /guilds/:guild/roles' }],
    ['a bad item', { route: 'GET /guilds/:guild/roles', status: 200, body: [{}] }],
    ['an unknown route', { ...gateway, route: 'GET /elsewhere' }],
    ['a refusal without a code', { ...invalid, body: { message: 'x' } }],
    ['a refusal with more', { ...invalid, body: { ...invalid.body, more: 1 } }],
    ['errors without a list', { ...invalid, body: { ...invalid.body, errors: {} } }],
    ['errors without codes', { ...invalid, body: { ...invalid.body, errors: { _errors: [{}] } } }],
    ['a limit without its time', { ...invalid, status: 429 }],
  ])('finds %s', (_, answer) => {
    expect(answerIssues(schemas, answer)).not.toEqual([]);
  });
});

describe('the check of the answers', () => {
  const check = selfCheck();

  test('accepts a valid one', async () => {
    const json = { url: 'ws://127.0.0.1', not: undefined };
    await expect(check('GET /gateway', { status: 200, json })).resolves.toBeUndefined();
  });
  test('throws for an invalid one, with the reason', async () => {
    const json = { uri: 'ws://127.0.0.1' };
    await expect(check('GET /gateway', { status: 200, json })).rejects.toThrow('url: ');
  });
  test('ignores proxy errors', async () => {
    const answer = { status: 502, text: 'upstream error' };
    await expect(check('GET /gateway', answer)).resolves.toBeUndefined();
  });
});
