/** Routes of servers, members, reactions and pins, by discord.js and plain requests. */
import { Events, GatewayIntentBits, type TextChannel } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { controlOf } from './control.ts';
import { times } from './parts.ts';
import { callApi, openBot, openSandbox } from './support.ts';

async function open() {
  const setting = await openSandbox();
  const { client } = await openBot(setting.sandbox, {
    client: { intents: [GatewayIntentBits.Guilds] },
  });
  const town = setting.sandbox.servers['town'] ?? '';
  const guild = await client.guilds.fetch(town);
  const channel = (await client.channels.fetch(
    setting.sandbox.channels['general'] ?? '',
  )) as TextChannel;
  const call = (method: string, path: string, body?: unknown) =>
    callApi(setting.sandbox, method, path, body);
  return { ...setting, client, town, guild, channel, call };
}

describe('members', () => {
  test('are listed by id, page by page', async () => {
    const { guild, sandbox, call, town } = await open();
    const { anna = '', ben = '' } = sandbox.people;
    const ids = [sandbox.applicationId, anna, ben];
    expect([...(await guild.members.list({ limit: 10 })).keys()]).toEqual(ids);
    expect([...(await guild.members.list({ limit: 1, after: anna })).keys()]).toEqual([ben]);
    expect((await call('GET', `/guilds/${town}/members`)).body).toHaveLength(1);
    const refused = await call('GET', `/guilds/${town}/members?limit=1001`);
    expect(refused).toMatchObject({ status: 400, body: { code: 50035 } });
  });

  test('are found by the beginning of a name', async () => {
    const { guild, sandbox, call, town } = await open();
    const found = await guild.members.search({ query: 'BE', limit: 5 });
    expect([...found.keys()]).toEqual([sandbox.people['ben']]);
    expect((await guild.members.search({ query: 'Olga' })).size).toBe(0);
    const refused = await call('GET', `/guilds/${town}/members/search`);
    expect(refused).toMatchObject({ status: 400, body: { code: 50035 } });
  });
});

describe('servers', () => {
  test('are listed, with counts on request', async () => {
    const { client, sandbox, call } = await open();
    const { town = '', staff = '' } = sandbox.servers;
    expect([...(await client.guilds.fetch()).keys()]).toEqual([town, staff]);
    const counted = await call('GET', `/users/@me/guilds?with_counts=True&after=${town}`);
    expect(counted.body).toMatchObject([{ id: staff, approximate_member_count: 2 }]);
    expect((await call('GET', `/users/@me/guilds?limit=1&after=0`)).body).toMatchObject([
      { id: town },
    ]);
  });

  test('can be left', async () => {
    const { client, guild, call, town } = await open();
    const gone = new Promise((resolve) => client.once(Events.GuildDelete, resolve));
    await guild.leave();
    await gone;
    expect(await call('GET', `/guilds/${town}`)).toMatchObject({ body: { code: 10004 } });
    expect(await call('DELETE', `/users/@me/guilds/${town}`)).toMatchObject({ status: 404 });
  });

  test('have roles that can be fetched one by one', async () => {
    const setting = await open();
    const made = await controlOf(setting)('POST', `/servers/${setting.town}/roles`, {
      name: 'Cook',
    });
    const id = made.body.roles.find(({ name }) => name === 'Cook')?.id ?? '';
    expect((await setting.guild.roles.fetch(id, { force: true }))?.name).toBe('Cook');
    const unknown = await setting.call('GET', `/guilds/${setting.town}/roles/7`);
    expect(unknown).toMatchObject({ status: 404, body: { code: 10011 } });
  });

  test('have no emojis, stickers, sounds, events or threads', async () => {
    const { guild, client, channel } = await open();
    expect((await guild.emojis.fetch()).size).toBe(0);
    expect((await guild.stickers.fetch()).size).toBe(0);
    expect((await guild.soundboardSounds.fetch()).size).toBe(0);
    expect((await guild.scheduledEvents.fetch()).size).toBe(0);
    expect((await guild.channels.fetchActiveThreads()).threads.size).toBe(0);
    expect((await channel.threads.fetchArchived()).threads.size).toBe(0);
    expect((await client.application.emojis.fetch()).size).toBe(0);
    expect((await client.application.entitlements.fetch()).size).toBe(0);
    expect(await client.application.fetchRoleConnectionMetadataRecords()).toEqual([]);
  });

  test('and the application are found by id', async () => {
    const { sandbox, call } = await open();
    const { applicationId } = sandbox;
    expect(await call('GET', `/applications/${applicationId}`)).toMatchObject({ status: 200 });
    expect(await call('GET', '/applications/7')).toMatchObject({ body: { code: 50001 } });
  });
});

describe('reactions', () => {
  test('of the bot are set, listed and removed', async () => {
    const { channel, client, call } = await open();
    const sent = await channel.send('x');
    await sent.react('👍');
    await sent.react('👍');
    await sent.react('🇫🇷');
    const read = await channel.messages.fetch({ message: sent.id, force: true });
    const thumb = read.reactions.cache.get('👍');
    expect([read.reactions.cache.size, thumb?.count, thumb?.me]).toEqual([2, 1, true]);
    expect((await thumb?.users.fetch())?.has(client.user.id)).toBe(true);
    await thumb?.users.remove();
    const fewer = await channel.messages.fetch({ message: sent.id, force: true });
    expect([...fewer.reactions.cache.keys()]).toEqual(['🇫🇷']);
    await fewer.reactions.cache.first()?.remove();
    await sent.react('1️⃣');
    await sent.reactions.removeAll();
    const bare = await call('GET', `/channels/${channel.id}/messages/${sent.id}`);
    expect(bare.body).not.toHaveProperty('reactions');
  });

  test('are kept when the message is edited, and are not in a reply’s copy', async () => {
    const { channel } = await open();
    const sent = await channel.send('x');
    await sent.react('👍');
    expect((await sent.edit('y')).reactions.cache.size).toBe(1);
    await expect(sent.reply('z')).resolves.toBeTruthy();
  });

  test('are emoji, at most 20 different ones', async () => {
    const { channel, call } = await open();
    const { id } = await channel.send('x');
    const react = (emoji: string) =>
      call(
        'PUT',
        `/channels/${channel.id}/messages/${id}/reactions/${encodeURIComponent(emoji)}/@me`,
      );
    for (const emoji of ['x', '👍👍', 'blob:123456789012345678']) {
      expect(await react(emoji)).toMatchObject({ status: 400, body: { code: 10014 } });
    }
    for (const n of times(20, (n) => n)) await react(String.fromCodePoint(0x1f600 + n));
    expect(await react('👍')).toMatchObject({ status: 400, body: { code: 30010 } });
  });
});

describe('pins', () => {
  test('are set, listed newest first, and removed', async () => {
    const { channel, call } = await open();
    const [one, two] = [await channel.send('one'), await channel.send('two')];
    await two.pin();
    await one.pin();
    await one.pin();
    const pins = await channel.messages.fetchPins();
    expect(pins.items.map(({ message }) => message.content)).toEqual(['one', 'two']);
    expect(pins.hasMore).toBe(false);
    const page = await call('GET', `/channels/${channel.id}/messages/pins?limit=1`);
    expect(page.body).toMatchObject({ has_more: true, items: [{ message: { pinned: true } }] });
    expect((await call('GET', `/channels/${channel.id}/pins`)).body).toHaveLength(2);
    await one.unpin();
    await call('DELETE', `/channels/${channel.id}/pins/${two.id}`);
    expect((await channel.messages.fetchPins()).items).toEqual([]);
  });

  test('are 250 at most', async () => {
    const { channel, call } = await open();
    const pin = async () => {
      const { body } = await call('POST', `/channels/${channel.id}/messages`, { content: 'x' });
      const { id } = body as { id: string };
      return call('PUT', `/channels/${channel.id}/messages/pins/${id}`);
    };
    for (const answer of await Promise.all(times(250, pin))) expect(answer.status).toBe(204);
    expect(await pin()).toMatchObject({ status: 400, body: { code: 30003 } });
  });
});

test('messages can be listed around one of them', async () => {
  const { channel } = await open();
  const sent = [];
  for (const text of ['1', '2', '3', '4', '5']) sent.push(await channel.send(text));
  const around = sent[2]?.id ?? '';
  const texts = async (limit: number) =>
    [...(await channel.messages.fetch({ around, limit, cache: false })).values()].map(
      ({ content }) => content,
    );
  expect(await texts(3)).toEqual(['4', '3', '2']);
  expect(await texts(1)).toEqual(['3']);
  expect(await texts(50)).toEqual(['5', '4', '3', '2', '1']);
});
