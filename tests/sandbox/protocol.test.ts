/** Fields and spellings of bots that were once dropped, ignored or misread. */
import { MessageFlags, type SendableChannels } from 'discord.js';
import { beforeAll, describe, expect, test } from 'vitest';
import * as zod from 'discord-api-spec/zod';
import { textOf } from '../../src/sandbox/driver.ts';
import { unservedFields } from '../../src/sandbox/rules/message-content.ts';
import { Schemas } from '../../src/sandbox/rules/schemas.ts';
import { controlOf } from './control.ts';
import { button, row, text } from './parts.ts';
import { callApi, openBot, openSandbox, openSilentBot } from './support.ts';

const schemas = new Schemas();
beforeAll(() => schemas.load());

async function open() {
  const setting = await openSandbox();
  const { sandbox, driver } = setting;
  const general = sandbox.channels['general'] ?? '';
  const call = (method: string, path: string, body?: unknown) =>
    callApi(sandbox, method, path, body);
  const say = (body: unknown) => call('POST', `/channels/${general}/messages`, body);
  return { ...setting, call, say, general, anna: await driver.person('Anna') };
}
const idOf = ({ body }: { readonly body: unknown }): string => (body as { id: string }).id;

describe('a boolean in a query', () => {
  test.each(['true', 'True', 'TRUE', '1'])('%s is true', async (spelling) => {
    const { ping } = await openSilentBot(await openSandbox());
    const { callback } = await ping();
    const answer = await callback({ type: 5 }, `?with_response=${spelling}`);
    expect(answer).toMatchObject({ status: 200, body: { interaction: { type: 2 } } });
  });

  test.each(['false', 'False', '0'])('%s is false', async (spelling) => {
    const { ping } = await openSilentBot(await openSandbox());
    const { callback } = await ping();
    expect((await callback({ type: 5 }, `?with_response=${spelling}`)).status).toBe(204);
  });

  test('refuses other values without handling the request', async () => {
    const { ping } = await openSilentBot(await openSandbox());
    const { callback } = await ping();
    const refused = await callback({ type: 5 }, '?with_response=maybe');
    expect(refused).toMatchObject({ status: 400, body: { code: 50035 } });
    expect(JSON.stringify(refused.body)).toContain('BOOLEAN_TYPE_CONVERT');
    expect((await callback({ type: 5 })).status).toBe(204);
  });
});

describe('mentions', () => {
  const v2 = (content: string, more: object = {}) => ({
    flags: MessageFlags.IsComponentsV2,
    components: [{ type: 17, components: [text(content)] }],
    ...more,
  });

  test('are found in texts of Components V2, also after an edit', async () => {
    const { say, call, general, sandbox, anna } = await open();
    const said = await say(v2(`<@${anna.id}> and <@${sandbox.applicationId}>`));
    expect(said.body).toMatchObject({ mentions: [{ id: anna.id }, { id: sandbox.applicationId }] });
    const path = `/channels/${general}/messages/${idOf(said)}`;
    const { components } = v2('@here');
    const edited = await call('PATCH', path, { components });
    expect(edited.body).toMatchObject({ mentions: [], mention_everyone: true });
    const quiet = await say(v2(`<@${anna.id}>`, { allowed_mentions: { parse: [] } }));
    expect(quiet.body).toMatchObject({ mentions: [] });
  });

  test('include the roles that may be mentioned', async () => {
    const setting = await open();
    const { say, sandbox, anna } = setting;
    const town = sandbox.servers['town'];
    const made = await controlOf(setting)('POST', `/servers/${town}/roles`, { name: 'Cook' });
    const cook = made.body.roles.find(({ name }) => name === 'Cook')?.id ?? '';
    const content = `<@&${cook}> <@&7> <@&${town}>`;
    const of = async (more: object) =>
      ((await say({ content, ...more })).body as { mention_roles: string[] }).mention_roles;
    expect(await of({})).toEqual([cook]);
    expect(await of({ allowed_mentions: { parse: ['users'] } })).toEqual([]);
    expect(await of({ allowed_mentions: { roles: [cook] } })).toEqual([cook]);
    expect((await anna.say(content, { channel: 'general' })).mention_roles).toEqual([cook]);
    const { ping } = await openSilentBot(setting);
    const { callback, webhook } = await ping();
    await callback({ type: 4, data: { content } });
    expect((await webhook('GET', '/messages/@original')).body).toMatchObject({ mention_roles: [] });
  });

  test('of a reply include the answered author, unless turned off', async () => {
    const { say, anna } = await open();
    const { id } = await anna.say('Hello', { channel: 'general' });
    const reply = (more: object) =>
      say({ content: 'x', message_reference: { message_id: id }, ...more });
    expect((await reply({})).body).toMatchObject({ mentions: [{ id: anna.id }] });
    const quiet = await reply({ allowed_mentions: { parse: ['users'] } });
    expect(quiet.body).toMatchObject({ mentions: [] });
    const asked = await reply({ allowed_mentions: { replied_user: true } });
    expect(asked.body).toMatchObject({ mentions: [{ id: anna.id }] });
  });
});

test('only the first answer to a command names it', async () => {
  const setting = await openSandbox();
  const { ping, pendingAfter, anna } = await openSilentBot(setting);
  const { callback, webhook, id } = await ping();
  await callback({ type: 4, data: { components: [row(button('a'))] } });
  const first = await webhook('GET', '/messages/@original');
  const interaction = { id, type: 2, name: 'ping', user: { id: anna.id } };
  expect(first.body).toMatchObject({ interaction });
  expect((await webhook('POST', '', { content: 'x' })).body).not.toHaveProperty('interaction');
  const pressed = await pendingAfter(() => anna.press('a'));
  await pressed.callback({ type: 4, data: { content: 'x' } });
  const second = await pressed.webhook('GET', '/messages/@original');
  expect(second.body).not.toHaveProperty('interaction');
});

describe('a message that refers to another one', () => {
  test('forwards the message as it was', async () => {
    const { sandbox, driver, anna, call } = await open();
    const { client } = await openBot(sandbox);
    const fetched = async (key: string) =>
      (await client.channels.fetch(sandbox.channels[key] ?? '')) as SendableChannels;
    const [general, market] = [await fetched('general'), await fetched('market')];
    const sent = await general.send('The news');
    const forward = await sent.forward(market);
    expect(forward.reference).toMatchObject({ type: 1, messageId: sent.id, channelId: general.id });
    await sent.edit('Old news');
    const again = await (await market.messages.fetch(forward.id)).forward(general);
    // Read without discord.js, which overwrites the referenced message with the forward's copy.
    for (const { channelId, id } of [forward, again]) {
      const { body } = await call('GET', `/channels/${channelId}/messages/${id}`);
      expect(body).toMatchObject({
        type: 0,
        content: '',
        flags: MessageFlags.HasSnapshot,
        message_snapshots: [{ message: { content: 'The news' } }],
      });
    }
    expect(textOf(await anna.sees('The news', { channel: 'market' }))).toBe('The news');
    expect(await driver.findings()).toEqual([]);
  });

  test('contains nothing else in a forward, which the bot must be able to read', async () => {
    const { say, general, anna, sandbox, driver } = await open();
    const { id } = await anna.say('Hello', { channel: 'general' });
    const reference = (more: object = {}) => ({
      message_reference: { type: 1, message_id: id, channel_id: general, ...more },
    });
    const extra = { content: 'x', components: [row(button('a'))] };
    const refused = await say({ ...reference(), ...extra });
    expect(refused).toMatchObject({ status: 400, body: { code: 50035 } });
    const { errors } = refused.body as { errors: object };
    expect(Object.keys(errors)).toEqual(['content', 'components']);
    expect(JSON.stringify(errors)).toContain('MESSAGE_FORWARD_CANNOT_HAVE_CONTENT');
    const market = sandbox.channels['market'];
    for (const more of [{ channel_id: market }, { message_id: '7' }, { channel_id: null }]) {
      expect(await say(reference(more))).toMatchObject({ status: 400, body: { code: 50035 } });
    }
    const ben = await driver.person('Ben');
    const lobby = sandbox.channels['lobby'] ?? '';
    const secret = await ben.say('x', { channel: lobby });
    const unseen = await say(reference({ message_id: secret.id, channel_id: lobby }));
    expect(JSON.stringify(unseen.body)).toContain('REPLIES_UNKNOWN_MESSAGE');
  });

  test('replies to an existing message, or allows it to be missing', async () => {
    const { say } = await open();
    const reply = (more: object) =>
      say({ content: 'x', message_reference: { message_id: '7', ...more } });
    const refused = await reply({});
    expect(refused).toMatchObject({ status: 400, body: { code: 50035 } });
    expect(JSON.stringify(refused.body)).toContain('REPLIES_UNKNOWN_MESSAGE');
    const sent = await reply({ fail_if_not_exists: false });
    expect(sent).toMatchObject({ status: 200, body: { type: 0 } });
    expect(sent.body).not.toHaveProperty('message_reference');
  });
});

describe('a field of a message', () => {
  const served =
    'content embeds allowed_mentions components flags attachments message_reference nonce ' +
    'enforce_nonce tts';
  const known = new Set([...served.split(' '), ...Object.keys(unservedFields)]);
  const shapes = zod as unknown as Readonly<
    Record<string, { readonly def: { readonly shape: Readonly<Record<string, unknown>> } }>
  >;

  test.each([
    'MessageCreateRequestSchema',
    'MessageEditRequestPartialSchema',
    'IncomingWebhookRequestPartialSchema',
    'IncomingWebhookUpdateRequestPartialSchema',
  ])('of %s is served or refused', (name) => {
    const keys = Object.keys(shapes[name]?.def.shape ?? {});
    expect(keys).toContain('content');
    expect(keys.filter((key) => !known.has(key))).toEqual([]);
  });

  const poll = { question: { text: 'Which?' }, answers: [{ poll_media: { text: 'This' } }] };
  test.each<[string, object]>([
    ['poll', { poll }],
    ['sticker_ids', { content: 'x', sticker_ids: ['123456789012345678'] }],
  ])('%s is refused, rather than dropped', async (key, body) => {
    const { say } = await open();
    const refused = await say(body);
    expect(refused).toMatchObject({ status: 400, body: { code: 50035 } });
    expect(refused.body).toMatchObject({
      errors: { [key]: { _errors: [{ code: 'SANDBOX_NOT_SERVED' }] } },
    });
  });

  test('is treated alike in an answer, a follow-up and an edit', async () => {
    const { ping } = await openSilentBot(await openSandbox());
    const { callback, webhook } = await ping();
    const refused = { status: 400, body: { code: 50035 } };
    expect(await callback({ type: 4, data: { poll } })).toMatchObject(refused);
    expect((await callback({ type: 4, data: { content: 'x' } })).status).toBe(204);
    expect(await webhook('PATCH', '/messages/@original', { poll })).toMatchObject(refused);
    expect(await webhook('POST', '', { content: 'x', username: 'Bank' })).toMatchObject(refused);
    expect(await webhook('POST', '', { content: 'x', thread_name: 'x' })).toMatchObject(refused);
  });

  test('sticker_ids cannot be combined with Components V2', async () => {
    const { say } = await open();
    const flags = MessageFlags.IsComponentsV2;
    const refused = await say({ flags, components: [text('x')], sticker_ids: ['7'] });
    expect(JSON.stringify(refused.body)).toContain(
      'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    );
  });

  test('nonce finds an earlier message, if enforced', async () => {
    const { say, anna } = await open();
    const send = (more: object) => say({ content: 'x', nonce: 'n1', ...more });
    const first = await send({ enforce_nonce: true });
    expect((await send({ enforce_nonce: true })).body).toEqual(first.body);
    expect(idOf(await send({}))).not.toBe(idOf(first));
    expect(idOf(await send({ enforce_nonce: true, nonce: 'n2' }))).not.toBe(idOf(first));
    expect(await anna.messages({ channel: 'general' })).toHaveLength(3);
  });

  test('tts is returned', async () => {
    const { say } = await open();
    expect((await say({ content: 'x', tts: true })).body).toMatchObject({ tts: true });
  });
});

test('a list of commands has translations in one language, all or none', async () => {
  const { sandbox, call } = await open();
  const path = `/applications/${sandbox.applicationId}/commands`;
  const de = (name: string) => ({ name_localizations: { de: name } });
  const choice = { name: 'one', value: '1', ...de('eins') };
  const option = {
    type: 3,
    name: 'which',
    description: 'Which',
    choices: [choice],
    ...de('welche'),
  };
  const command = {
    name: 'give',
    description: 'Gives',
    description_localizations: { de: 'Gibt' },
    options: [option],
    ...de('geben'),
  };
  const made = await call('POST', path, command);
  const [bare] = (await call('GET', path)).body as object[];
  expect(JSON.stringify(bare)).not.toContain('locali');
  expect((await call('GET', `${path}?with_localizations=1`)).body).toEqual([made.body]);
  expect((await call('GET', `${path}/${idOf(made)}`)).body).toEqual(made.body);
  const response = await fetch(`${sandbox.apiUrl}/v10${path}`, {
    headers: { authorization: `Bot ${sandbox.botToken}`, 'x-discord-locale': 'de' },
  });
  const [german] = (await response.json()) as object[];
  expect(german).toMatchObject({
    name_localized: 'geben',
    description_localized: 'Gibt',
    options: [{ name_localized: 'welche', choices: [{ name_localized: 'eins' }] }],
  });
  for (const listed of [bare, german]) {
    const issues = schemas.judge('ApplicationCommandResponseSchema', listed, {
      allowed: new Set(),
    });
    expect(issues).toEqual([]);
  }
});

describe('an invalid id', () => {
  test.each<[string, string, string]>([
    ['GET', '/channels/general', 'channel_id'],
    ['GET', '/channels/1/messages/x', 'message_id'],
    ['DELETE', '/channels/x/messages/1', 'channel_id'],
    ['GET', '/guilds/-1', 'guild_id'],
    ['GET', '/guilds/1/members/@me', 'user_id'],
    ['GET', '/users/anna', 'user_id'],
    ['GET', '/applications/x/commands', 'application_id'],
    ['GET', '/applications/1/commands/ping', 'command_id'],
    ['POST', '/interactions/x/token/callback', 'interaction_id'],
    ['POST', '/webhooks/x/token', 'webhook_id'],
    ['GET', '/guilds/1/bans/x', 'user_id'],
    ['GET', '/channels/GENERAL/messages?before=x', 'before'],
    ['GET', '/channels/GENERAL/messages?around=x', 'around'],
  ])('%s %s is refused as Discord does', async (method, path, name) => {
    const { call, general } = await open();
    const answer = await call(method, path.replace('GENERAL', general));
    const error = {
      code: 'NUMBER_TYPE_COERCE',
      message: expect.stringMatching(/is not snowflake\.$/),
    };
    expect(answer).toEqual(
      expect.objectContaining({
        status: 400,
        body: {
          code: 50035,
          message: 'Invalid Form Body',
          errors: { [name]: { _errors: [error] } },
        },
      }),
    );
  });

  test('is refused in a body too, as is one that is too large', async () => {
    const { call, general } = await open();
    const dropped = await call('POST', `/channels/${general}/messages/bulk-delete`, {
      messages: ['1', 'x'],
    });
    expect(dropped.body).toMatchObject({ errors: { messages: { 1: { _errors: [{}] } } } });
    const large = await call('GET', `/channels/${2n ** 63n}`);
    expect(large.body).toMatchObject({
      errors: { channel_id: { _errors: [{ code: 'NUMBER_TYPE_MAX' }] } },
    });
    expect(await call('GET', `/channels/${2n ** 63n - 1n}`)).toMatchObject({
      body: { code: 10003 },
    });
  });
});
