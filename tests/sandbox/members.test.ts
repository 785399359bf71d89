/** The list of a server's members over REST, and the privileged intent that it needs. */
import { GatewayIntentBits, type APIGuildMember } from 'discord.js';
import { expect, test } from 'vitest';
import { callApi, closeCodeAfter, openBot, openSandbox, seed, type Setting } from './support.ts';

const crowd = Array.from({ length: 7 }, (_, index) => ({
  key: `person${index}`,
  displayName: `Person ${index}`,
}));
const crowded = {
  ...seed,
  people: [...seed.people, ...crowd],
  servers: seed.servers.map((server) =>
    server.key === 'town'
      ? { ...server, members: [...server.members, ...crowd.map(({ key }) => key)] }
      : server,
  ),
};

const pathOf = ({ sandbox }: Setting, query = '', server = 'town') =>
  `/guilds/${sandbox.servers[server]}/members${query}`;

async function idsOf(setting: Setting, query: string): Promise<string[]> {
  const { body } = await callApi(setting.sandbox, 'GET', pathOf(setting, query));
  return (body as APIGuildMember[]).map(({ user }) => user.id);
}

test('is sorted by id and comes in pages; without a limit, one member', async () => {
  const setting = await openSandbox({ seed: crowded });
  const { people, applicationId } = setting.sandbox;
  const all = await idsOf(setting, '?limit=1000');
  const inTown = ['anna', 'ben', ...crowd.map(({ key }) => key)].map((key) => people[key]!);
  const byId = (one: string, other: string) => (BigInt(one) < BigInt(other) ? -1 : 1);
  expect(all).toEqual([applicationId, ...inTown].sort(byId));
  expect(await idsOf(setting, '')).toEqual(all.slice(0, 1));
  expect(await idsOf(setting, `?limit=4&after=${all[3]}`)).toEqual(all.slice(4, 8));
  expect(await idsOf(setting, `?limit=4&after=${all.at(-1)}`)).toEqual([]);
});

test('names the roles of each member, and marks the bot', async () => {
  const setting = await openSandbox();
  const { sandbox } = setting;
  const { body } = await callApi(sandbox, 'GET', pathOf(setting, '?limit=10'));
  const members = body as APIGuildMember[];
  expect(members.filter(({ user }) => user.bot).map(({ user }) => user.id)).toEqual([
    sandbox.applicationId,
  ]);
  expect(members.every(({ roles }) => Array.isArray(roles))).toBe(true);
});

test.each([
  ['?limit=0', 'NUMBER_TYPE_MIN'],
  ['?limit=1001', 'NUMBER_TYPE_MAX'],
  ['?limit=many', 'NUMBER_TYPE_COERCE'],
  ['?after=x', 'NUMBER_TYPE_COERCE'],
])('refuses the query %s', async (query, code) => {
  const setting = await openSandbox();
  const { status, body } = await callApi(setting.sandbox, 'GET', pathOf(setting, query));
  expect(status).toBe(400);
  expect(body).toMatchObject({ code: 50_035 });
  expect(JSON.stringify(body)).toContain(code);
});

test('is refused in a server without the bot', async () => {
  const setting = await openSandbox();
  const { status, body } = await callApi(setting.sandbox, 'GET', pathOf(setting, '', 'elsewhere'));
  expect([status, body]).toMatchObject([404, { code: 10_004 }]);
});

test('is refused while the intent is off, and works again when it is on', async () => {
  const setting = await openSandbox();
  const { sandbox, driver } = setting;
  const { client } = await openBot(sandbox, { client: { intents: [GatewayIntentBits.Guilds] } });
  const guild = await client.guilds.fetch(sandbox.servers['town']!);
  await driver.arm({ kind: 'members-intent-off' });
  await expect(guild.members.list({ limit: 10 })).rejects.toMatchObject({
    status: 403,
    code: 50_001,
  });
  // One member, and a search by name, need no intent.
  expect((await guild.members.fetch(sandbox.people['ben']!)).displayName).toBe('Ben');
  expect((await guild.members.search({ query: 'be' })).size).toBe(1);
  await driver.arm({ kind: 'members-intent-on' });
  expect((await guild.members.list({ limit: 10 })).size).toBe(3);
});

test('a bot that identifies with the intent while it is off is closed with 4014', async () => {
  const { sandbox, driver } = await openSandbox();
  await driver.arm({ kind: 'members-intent-off' });
  const identify = (intents: number) => ({
    op: 2,
    d: { token: sandbox.botToken, intents, properties: {} },
  });
  expect(await closeCodeAfter(sandbox.apiUrl, identify(GatewayIntentBits.GuildMembers))).toBe(4014);
  const { client } = await openBot(sandbox, { client: { intents: [GatewayIntentBits.Guilds] } });
  expect(client.isReady()).toBe(true);
});
