/** Events that a bot with the intents gets when servers change; its caches are updated. */
import { Events, GatewayIntentBits, type Client, type Guild } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { controlOf } from './control.ts';
import { openBot, openSandbox } from './support.ts';

async function open(intents: readonly GatewayIntentBits[]) {
  const setting = await openSandbox();
  const { client } = await openBot(setting.sandbox, { client: { intents } });
  const { servers, people, channels } = setting.sandbox;
  const path = `/servers/${servers['town']}`;
  const guild = client.guilds.cache.get(servers['town'] ?? '') as Guild;
  const control = controlOf(setting);
  return { ...setting, client, heard: hear(client), control, guild, path, people, channels };
}

/** Records the events and their subjects. */
function hear(client: Client): string[] {
  const heard: string[] = [];
  const say = (text: string): void => void heard.push(text);
  client.on(Events.GuildUpdate, (old, now) => say(`server ${old.name} → ${now.name}`));
  client.on(Events.GuildDelete, (guild) => say(`server ${guild.name} gone`));
  client.on(Events.ChannelCreate, (channel) => say(`channel ${channel.name}`));
  client.on(Events.ChannelUpdate, (_, now) => say(`channel now ${now.toString()}`));
  client.on(Events.ChannelDelete, (channel) => say(`channel ${channel.id} gone`));
  client.on(Events.GuildRoleCreate, (role) => say(`role ${role.name}`));
  client.on(Events.GuildRoleUpdate, (old, now) => say(`role ${old.name} → ${now.name}`));
  client.on(Events.GuildRoleDelete, (role) => say(`role ${role.name} gone`));
  client.on(Events.GuildMemberAdd, ({ displayName }) => say(`member ${displayName}`));
  client.on(Events.GuildMemberUpdate, (old, now) =>
    say(`member ${old.displayName} → ${now.displayName} ${now.roles.cache.size}`),
  );
  client.on(Events.UserUpdate, (old, now) => say(`user ${old.displayName} → ${now.displayName}`));
  client.on(Events.GuildMemberRemove, ({ displayName }) => say(`member ${displayName} gone`));
  return heard;
}

const { Guilds, GuildMembers } = GatewayIntentBits;

describe('with the Guilds intent, a bot gets events about', () => {
  test('a new name and a new owner', async () => {
    const { control, heard, guild, path, people } = await open([Guilds]);
    await control('PATCH', path, { name: 'City', ownerId: people['ben'] });
    await expect.poll(() => heard).toEqual(['server Town → City']);
    expect([guild.name, guild.ownerId]).toEqual(['City', people['ben']]);
    // Bots get no event when only automatic joining changes.
    await control('PATCH', path, { isPrivate: true });
    await control('PATCH', path, { name: 'Town' });
    await expect.poll(() => heard).toEqual(['server Town → City', 'server City → Town']);
  });

  test('added, changed and deleted channels', async () => {
    const { control, heard, guild, path } = await open([Guilds]);
    const { body } = await control('POST', `${path}/channels`, { name: 'Garden' });
    const id = body.channels.at(-1)?.id ?? '';
    await control('PATCH', `${path}/channels/${id}`, { topic: 'Plants' });
    await expect.poll(() => guild.channels.cache.get(id)).toMatchObject({ topic: 'Plants' });
    expect((await control('DELETE', `${path}/channels/${id}`)).status).toBe(200);
    await expect.poll(() => guild.channels.cache.has(id)).toBe(false);
    expect(heard).toEqual(['channel garden', `channel now <#${id}>`, `channel ${id} gone`]);
  });

  test('added, changed and deleted roles, and the positions of the others', async () => {
    const { control, heard, guild, path } = await open([Guilds]);
    for (const name of ['Baker', 'Smith']) await control('POST', `${path}/roles`, { name });
    await expect.poll(() => guild.roles.cache.size).toBe(3);
    const idOf = (name: string) => guild.roles.cache.find((role) => role.name === name)?.id ?? '';
    await control('PATCH', `${path}/roles/${idOf('Smith')}`, { name: 'Cook', color: 255 });
    await expect.poll(() => idOf('Cook')).not.toBe('');
    expect(guild.roles.cache.get(idOf('Cook'))).toMatchObject({ position: 2 });
    await control('DELETE', `${path}/roles/${idOf('Baker')}`);
    await expect.poll(() => guild.roles.cache.get(idOf('Cook'))?.position).toBe(1);
    expect(heard).toEqual([
      'role Baker',
      'role Smith',
      'role Smith → Cook',
      'role Baker gone',
      'role Cook → Cook',
    ]);
  });

  test('a deleted server, once', async () => {
    const { sandbox, control, heard, client, path, driver } = await open([Guilds]);
    const anna = await driver.person('Anna');
    await anna.say('There was a town', { channel: 'general' });
    expect((await control('DELETE', path)).status).toBe(204);
    await expect.poll(() => heard).toEqual(['server Town gone']);
    expect(client.guilds.cache.size).toBe(1);
    expect(client.channels.cache.has(sandbox.channels['general'] ?? '')).toBe(false);
    await expect.poll(() => anna.view.servers).toEqual([]);
    await expect(client.rest.get(`/channels/${sandbox.channels['general']}`)).rejects.toThrow(
      'Unknown Channel',
    );
  });

  test('no members', async () => {
    const { control, heard, path, people } = await open([Guilds]);
    await control('PUT', `${path}/members/${people['olga']}`, { roles: [] });
    await control('PATCH', path, { name: 'City' });
    await expect.poll(() => heard).toEqual(['server Town → City']);
  });
});

describe('with the GuildMembers intent, a bot', () => {
  test('gets events about added, changed and removed members', async () => {
    const { control, heard, guild, path, people } = await open([Guilds, GuildMembers]);
    const olga = people['olga'] ?? '';
    await control('PUT', `${path}/members/${olga}`, { roles: [] });
    await expect.poll(() => guild.members.cache.get(olga)?.displayName).toBe('Olga');
    expect(guild.memberCount).toBe(4);
    const { body } = await control('POST', `${path}/roles`, { name: 'Baker' });
    const role = body.roles.at(-1)?.id ?? '';
    await control('PUT', `${path}/members/${olga}`, { roles: [role] });
    await expect.poll(() => guild.members.cache.get(olga)?.roles.cache.has(role)).toBe(true);
    await control('PATCH', `/people/${olga}`, { displayName: 'Olga O.' });
    await expect.poll(() => guild.members.cache.get(olga)?.displayName).toBe('Olga O.');
    await control('DELETE', `${path}/members/${olga}`);
    await expect.poll(() => guild.members.cache.has(olga)).toBe(false);
    expect(heard).toEqual([
      'member Olga',
      'role Baker',
      'member Olga → Olga 2',
      // The name belongs to the user, so discord.js emits it for the user.
      'user Olga → Olga O.',
      'member Olga O. gone',
    ]);
  });

  test('gets an event for a new person, who joins the open servers', async () => {
    const { heard, driver } = await open([Guilds, GuildMembers]);
    await driver.person('Zoe');
    await expect.poll(() => heard).toEqual(['member Zoe']);
  });

  test('can request all members, or those it names', async () => {
    const { guild, people } = await open([Guilds, GuildMembers]);
    const all = await guild.members.fetch();
    expect(all.map((member) => member.displayName).sort()).toEqual(['Anna', 'Ben', 'Demo']);
    const { anna = '', olga = '' } = people;
    const named = await guild.members.fetch({ user: [anna, olga] });
    expect([...named.keys()]).toEqual([anna]);
    const found = await guild.members.fetch({ query: 'be', limit: 5 });
    expect(found.map((member) => member.displayName)).toEqual(['Ben']);
  });
});

test('a bot without intents gets no events', async () => {
  const { control, heard, client, path } = await open([]);
  await control('POST', `${path}/channels`, { name: 'Garden' });
  await control('DELETE', path);
  await client.users.fetch(client.user?.id ?? '', { force: true });
  expect(heard).toEqual([]);
});
