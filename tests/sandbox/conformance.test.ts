/** The sandbox's answers match Discord's published schemas, without unknown keys. */
import { GatewayIntentBits, type Client } from 'discord.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { Schemas } from '../../src/sandbox/rules/schemas.ts';
import { brief, button, label, menu, row, text } from './parts.ts';
import { callApi, openBot, openSandbox, openSilentBot } from './support.ts';

const schemas = new Schemas();
beforeAll(() => schemas.load());
const faultsOf = (schema: string, body: unknown): string[] =>
  brief(schemas.judge(`${schema}Schema`, body, { allowed: new Set() }));

const embed = {
  title: 'Title',
  description: 'Text',
  url: 'https://a.example',
  color: 5,
  timestamp: '2026-01-01T00:00:00.000Z',
  footer: { text: 'Foot' },
  author: { name: 'Author' },
  fields: [{ name: 'Name', value: 'Value' }],
  image: { url: 'https://a.example/b.png' },
};
const container = {
  type: 17,
  components: [
    text('Text'),
    { type: 14 },
    {
      type: 9,
      components: [text('Beside')],
      accessory: { type: 11, media: { url: 'https://a.example/b.png' } },
    },
    { type: 12, items: [{ media: { url: 'https://a.example/b.png' } }] },
    row(menu()),
    row({ type: 5, custom_id: 'who' }),
    row({ type: 8, custom_id: 'where' }),
    row(button('b'), { type: 2, style: 5, label: 'Link', url: 'https://a.example' }),
  ],
};

describe('messages', () => {
  test.each<[string, object]>([
    ['of text', { content: 'hello <@123456789012345678>' }],
    ['with an embed', { embeds: [embed] }],
    ['with rows', { content: 'x', components: [row(button('a')), row(menu())] }],
    ['of Components V2', { flags: 32768, components: [container] }],
    ['for one person', { content: 'x', flags: 64 }],
  ])('%s', async (_, data) => {
    const setting = await openSandbox();
    const { ping } = await openSilentBot(setting);
    const { callback, webhook } = await ping();
    const answer = await callback({ type: 4, data }, '?with_response=true');
    expect(faultsOf('InteractionCallbackResponse', answer.body)).toEqual([]);
    const read = await webhook('GET', '/messages/@original');
    expect(faultsOf('MessageResponse', read.body)).toEqual([]);
    const more = await webhook('POST', '?wait=true', data);
    expect(faultsOf('MessageResponse', more.body)).toEqual([]);
    const channelId = (read.body as { channel_id: string }).channel_id;
    const said = await callApi(setting.sandbox, 'POST', `/channels/${channelId}/messages`, data);
    expect(faultsOf('MessageResponse', said.body)).toEqual([]);
  });

  test('that answer a button or a form', async () => {
    const setting = await openSandbox();
    const { ping, pendingAfter, anna } = await openSilentBot(setting);
    const first = await ping();
    await first.callback({ type: 4, data: { components: [row(button('a'))] } });
    const [asked] = await anna.messages();
    const pressed = await pendingAfter(() => anna.press('Label', { on: asked as never }));
    const data = { custom_id: 'm', title: 'Form', components: [label(menu())] };
    await pressed.callback({ type: 9, data });
    await expect.poll(() => anna.modal).not.toBeNull();
    const submitted = await pendingAfter(() => anna.fill({ menu: ['1'] }));
    const body = { type: 4, data: { content: 'x' } };
    const answer = await submitted.callback(body, '?with_response=true');
    expect(faultsOf('InteractionCallbackResponse', answer.body)).toEqual([]);
    const pressedAgain = await pendingAfter(() => anna.press('Label', { on: asked as never }));
    const deferred = await pressedAgain.callback({ type: 6 }, '?with_response=true');
    expect(faultsOf('InteractionCallbackResponse', deferred.body)).toEqual([]);
  });
});

describe('objects', () => {
  test.each<[string, string, (ids: Ids) => string]>([
    ['GatewayBotResponse', 'the gateway', () => '/gateway/bot'],
    ['UserPIIResponse', 'the bot', () => '/users/@me'],
    ['UserResponse', 'a person', ({ anna }) => `/users/${anna}`],
    ['PrivateApplicationResponse', 'the application', () => '/applications/@me'],
    ['GuildWithCountsResponse', 'a server', ({ town }) => `/guilds/${town}?with_counts=true`],
    ['GuildChannelResponse', 'a channel', ({ general }) => `/channels/${general}`],
    ['PrivateChannelResponse', 'direct messages', ({ direct }) => `/channels/${direct}`],
    ['GuildMemberResponse', 'a member', ({ town, anna }) => `/guilds/${town}/members/${anna}`],
    ['GuildMemberResponse', 'itself', ({ town, bot }) => `/guilds/${town}/members/${bot}`],
  ])('%s: %s', async (schema, _, pathFor) => {
    const { sandbox } = await openSandbox();
    const anna = sandbox.people['anna'] ?? '';
    const direct = await callApi(sandbox, 'POST', '/users/@me/channels', { recipient_id: anna });
    expect(faultsOf('PrivateChannelResponse', direct.body)).toEqual([]);
    const path = pathFor({
      anna,
      town: sandbox.servers['town'] ?? '',
      general: sandbox.channels['general'] ?? '',
      bot: sandbox.applicationId,
      direct: (direct.body as { id: string }).id,
    });
    const answer = await callApi(sandbox, 'GET', path);
    expect(answer.status).toBe(200);
    expect(faultsOf(schema, answer.body)).toEqual([]);
  });

  test('ApplicationCommandResponse: commands of every kind', async () => {
    const { sandbox } = await openSandbox();
    const bodies = [
      { name: 'a', description: 'A', options: [{ type: 3, name: 'x', description: 'X' }] },
      { name: 'User', type: 2 },
      { name: 'Message', type: 3, default_member_permissions: '0' },
    ];
    const base = `/applications/${sandbox.applicationId}`;
    const guild = `${base}/guilds/${sandbox.servers['town']}/commands`;
    for (const path of [`${base}/commands`, guild]) {
      const { body } = await callApi(sandbox, 'PUT', path, bodies);
      for (const command of body as unknown[]) {
        expect(faultsOf('ApplicationCommandResponse', command)).toEqual([]);
      }
    }
  });

  test('roles and channels of a server', async () => {
    const { sandbox } = await openSandbox();
    const { town } = sandbox.servers;
    const roles = await callApi(sandbox, 'GET', `/guilds/${town}/roles`);
    for (const role of roles.body as unknown[]) {
      expect(faultsOf('GuildRoleResponse', role)).toEqual([]);
    }
    const channels = await callApi(sandbox, 'GET', `/guilds/${town}/channels`);
    for (const channel of channels.body as unknown[]) {
      expect(faultsOf('GuildChannelResponse', channel)).toEqual([]);
    }
  });
});

interface Ids {
  readonly anna: string;
  readonly town: string;
  readonly general: string;
  readonly direct: string;
  readonly bot: string;
}

describe('discord.js', () => {
  const fetched: [string, (client: Client<true>, ids: Ids) => Promise<unknown>][] = [
    ['users', (client, { anna }) => client.users.fetch(anna)],
    ['servers', (client, { town }) => client.guilds.fetch(town)],
    ['channels', (client, { general }) => client.channels.fetch(general)],
    [
      'members',
      async (client, ids) => (await client.guilds.fetch(ids.town)).members.fetch(ids.anna),
    ],
    ['commands', (client) => client.application.commands.fetch()],
    ['the application', (client) => client.application.fetch()],
  ];
  test.each(fetched)('fetches %s', async (_, fetch) => {
    const { sandbox } = await openSandbox();
    const { client } = await openBot(sandbox, { client: { intents: [GatewayIntentBits.Guilds] } });
    const ids: Ids = {
      anna: sandbox.people['anna'] ?? '',
      town: sandbox.servers['town'] ?? '',
      general: sandbox.channels['general'] ?? '',
      direct: '',
      bot: sandbox.applicationId,
    };
    expect(await fetch(client, ids)).toBeTruthy();
  });

  test('finds the owner of the application', async () => {
    const { sandbox } = await openSandbox();
    const { client } = await openBot(sandbox);
    const application = await client.application.fetch();
    expect(application.owner?.id).toBe(sandbox.people['olga']);
  });
});
