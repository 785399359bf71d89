/** Managing servers, roles and people, and what the bot sees. */
import { Events, GatewayIntentBits, PermissionFlagsBits } from 'discord.js';
import { describe, expect, test } from 'vitest';
import type { Person } from '../../src/sandbox/protocol/protocol.ts';
import { controlOf } from './control.ts';
import { openBot, openSandbox } from './support.ts';

async function open() {
  const setting = await openSandbox();
  const { servers, people } = setting.sandbox;
  return { ...setting, control: controlOf(setting), town: servers['town'], people };
}

describe('a role', () => {
  test('is given, allows its members a command, and is deleted', async () => {
    const { sandbox, driver, control, town } = await open();
    const { client } = await openBot(sandbox);
    const needed = PermissionFlagsBits.ManageMessages;
    await client.application.commands.set([
      { name: 'clean', description: 'Cleans', defaultMemberPermissions: needed },
    ]);
    const ben = await driver.person('Ben');
    const mayCall = (): boolean =>
      ben.view.servers[0]?.commands.some(({ name }) => name === 'clean') ?? false;
    expect(mayCall()).toBe(false);
    const made = await control('POST', `/servers/${town}/roles`, { name: 'Cleaner' });
    expect(made.status).toBe(201);
    const role = made.body.roles.at(-1)?.id ?? '';
    await control('PATCH', `/servers/${town}/roles/${role}`, {
      permissions: needed.toString(),
      color: 255,
    });
    await control('PUT', `/servers/${town}/members/${ben.id}`, { roles: [role] });
    await expect.poll(mayCall).toBe(true);
    expect(ben.view.servers[0]?.memberRoles).toEqual({ [ben.id]: [role] });
    const gone = await control('DELETE', `/servers/${town}/roles/${role}`);
    expect(gone.body.members.every(({ roles }) => roles.length === 0)).toBe(true);
    await expect.poll(mayCall).toBe(false);
  });

  test('@everyone can have only its permissions changed', async () => {
    const { control, town } = await open();
    const route = `/servers/${town}/roles/${town}`;
    const changed = await control('PATCH', route, { permissions: '0' });
    expect(changed.body.roles[0]).toMatchObject({ name: '@everyone', permissions: '0' });
    expect((await control('PATCH', route, { name: 'Anybody' })).status).toBe(400);
    expect((await control('DELETE', route)).status).toBe(400);
  });

  test('of another server, or @everyone itself, cannot be given', async () => {
    const { control, town, people } = await open();
    const route = `/servers/${town}/members/${people['ben']}`;
    expect((await control('PUT', route, { roles: ['1'] })).status).toBe(404);
    expect((await control('PUT', route, { roles: [town] })).status).toBe(404);
  });
});

describe('a server', () => {
  test('is added with an owner, a channel and the bot, which gets an event', async () => {
    const { sandbox, driver, control, people } = await open();
    const { client } = await openBot(sandbox, {
      client: { intents: [GatewayIntentBits.Guilds] },
    });
    const heard: string[] = [];
    client.on(Events.GuildCreate, (guild) => heard.push(`+${guild.name}`));
    client.on(Events.GuildDelete, (guild) => heard.push(`-${guild.name}`));
    const ben = await driver.person('Ben');
    const { body } = await control('POST', '/servers', { name: 'Garden', ownerId: people['ben'] });
    await expect.poll(() => heard).toEqual(['+Garden']);
    await expect.poll(() => ben.view.servers.map(({ name }) => name)).toContain('Garden');
    await control('PATCH', `/servers/${body.id}`, { hasBot: false });
    await expect.poll(() => heard).toEqual(['+Garden', '-Garden']);
    await control('PATCH', `/servers/${body.id}`, { hasBot: true, name: 'Orchard' });
    await expect.poll(() => heard).toEqual(['+Garden', '-Garden', '+Orchard']);
    const more = await control('POST', `/servers/${body.id}/channels`, { name: 'Apple Trees' });
    expect(more.body.channels.map(({ name }) => name)).toEqual(['general', 'apple-trees']);
  });

  test('can be left by members but not by its owner, who must be a member', async () => {
    const { driver, control, town, people } = await open();
    const ben = await driver.person('Ben');
    const { anna, olga } = people;
    expect((await control('DELETE', `/servers/${town}/members/${anna}`)).status).toBe(400);
    expect((await control('PATCH', `/servers/${town}`, { ownerId: olga })).status).toBe(400);
    await control('PATCH', `/servers/${town}`, { ownerId: ben.id });
    await control('DELETE', `/servers/${town}/members/${anna}`);
    await expect
      .poll(() => ben.view.servers[0])
      .toMatchObject({ ownerId: ben.id, members: [{ id: ben.id }] });
  });

  test('keeps at least one channel; deleting one deletes its messages', async () => {
    const { sandbox, driver, control, town } = await open();
    const anna = await driver.person('Anna');
    await anna.say('gone', { channel: 'general' });
    const { general, market, desk } = sandbox.channels;
    const channel = (id: string | undefined) => `/servers/${town}/channels/${id}`;
    expect((await control('DELETE', channel(desk))).status).toBe(404);
    const left = await control('DELETE', channel(general));
    expect(left.body.channels.map(({ name }) => name)).toEqual(['market']);
    // Refused by the sandbox, or by the driver if it has already heard of the deletion.
    const read = anna.messages({ channel: general ?? '' });
    await expect(read).rejects.toThrow(/Channel not found|sees no channel/);
    expect(await control('DELETE', channel(market))).toMatchObject({
      status: 400,
      body: { message: 'A server needs at least one channel. Delete the server instead.' },
    });
    const renamed = await control('PATCH', channel(market), { name: 'Old Market' });
    expect(renamed.body.channels).toMatchObject([{ name: 'old-market', topic: '' }]);
  });

  test('that does not exist is reported', async () => {
    const { control } = await open();
    expect(await control('PATCH', '/servers/1', {})).toMatchObject({
      status: 404,
      body: { message: 'Server not found' },
    });
  });
});

describe('a person', () => {
  test('gets another name, and becomes the owner of the application', async () => {
    const { control, people } = await open();
    const change = { displayName: 'Benjamin', ownsApplication: true };
    const changed = await control<Person>('PATCH', `/people/${people['ben']}`, change);
    expect(changed.body).toMatchObject({ ...change, username: 'ben' });
    const all = await control<Person[]>('GET', '/people');
    expect(all.body.filter(({ ownsApplication }) => ownsApplication)).toHaveLength(1);
  });
});

describe('a file', () => {
  test('is uploaded by a person; one that is empty or too large is refused', async () => {
    const { driver } = await open();
    const anna = await driver.person('Anna');
    const upload = (bytes: string | Uint8Array<ArrayBuffer>) =>
      driver.upload(anna, { name: 'a b.txt', contentType: 'text/plain', bytes });
    expect(await upload('words')).toMatchObject({ name: 'a_b.txt', size: 5 });
    await expect(upload('')).rejects.toThrow('The file is empty');
    await expect(upload(new Uint8Array(10 * 1024 * 1024 + 1))).rejects.toThrow('10 MiB');
  });
});
