/** Command permissions set by managers: their effect, events for the bot, and storage. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Events, GatewayIntentBits, PermissionFlagsBits, type Interaction } from 'discord.js';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDriver, type Overwrite, type Player } from '../../src/sandbox/driver.ts';
import { startSandbox } from '../../src/sandbox/index.ts';
import type { ManagedServer } from '../../src/sandbox/protocol/protocol.ts';
import { callApi, openBot, openSandbox, seed, type Setting } from './support.ts';

const locked = PermissionFlagsBits.ManageMessages;
const commands = [
  { name: 'ping', description: 'For all' },
  { name: 'lock', description: 'For few', defaultMemberPermissions: locked },
  { name: 'never', description: 'For none', defaultMemberPermissions: 0n },
];
const answer = (interaction: Interaction) =>
  interaction.isChatInputCommand() ? interaction.reply('pong') : undefined;

async function open() {
  const setting = await openSandbox();
  const { client } = await openBot(setting.sandbox, { onInteraction: answer });
  await client.application.commands.set(commands);
  return { ...setting, client, ben: await setting.driver.person('Ben') };
}

async function control(
  { sandbox }: Pick<Setting, 'sandbox'>,
  method: string,
  path: string,
  body: unknown,
): Promise<{
  readonly status: number;
  readonly body: ManagedServer & { readonly message?: string };
}> {
  const url = `${sandbox.pageUrl}control${path}`;
  const response = await fetch(url, { method, body: JSON.stringify(body) });
  return { status: response.status, body: (await response.json()) as ManagedServer };
}

/** Two roles that Ben has, by their ids. */
async function giveRoles(setting: Setting): Promise<string[]> {
  const server = `/servers/${setting.sandbox.servers['town']}`;
  await control(setting, 'POST', `${server}/roles`, { name: 'Red' });
  const { body } = await control(setting, 'POST', `${server}/roles`, { name: 'Blue' });
  const roles = body.roles.map(({ id }) => id).slice(1);
  await control(setting, 'PUT', `${server}/members/${setting.sandbox.people['ben']}`, { roles });
  return roles;
}

const shownTo = (player: Player, channel: string): string[] => {
  const [server] = player.view.servers;
  const closed = server?.channels.find(({ name }) => name === channel)?.closedCommands ?? [];
  const open = server?.commands.filter(({ id }) => !closed.includes(id)) ?? [];
  return open.map(({ name }) => name).sort();
};
const may = (player: Player, command: string, channel = 'general'): Promise<boolean> =>
  player.run(command, {}, { channel }).then(
    () => true,
    (error: Error) => {
      if (error.message.includes('There is no command')) return false;
      throw error;
    },
  );

const everyone = (allow: boolean): Overwrite => ({ role: '@everyone', allow });
const role = (name: string, allow: boolean): Overwrite => ({ role: name, allow });
const ben = (allow: boolean): Overwrite => ({ person: 'Ben', allow });
const channel = (name: string, allow: boolean): Overwrite => ({ channel: name, allow });

describe('a command', () => {
  test.each<[string, string, Overwrite[], boolean]>([
    ['is denied to everyone', 'ping', [everyone(false)], false],
    ['is opened to everyone though its default is closed', 'lock', [everyone(true)], true],
    ['that nobody may use is opened to a person', 'never', [ben(true)], true],
    ['is opened to one of their roles', 'ping', [everyone(false), role('Red', true)], true],
    ['is closed to one of their roles', 'ping', [role('Red', false)], false],
    ['follows the role that allows', 'ping', [role('Red', false), role('Blue', true)], true],
    ['follows the person before the roles', 'ping', [role('Red', true), ben(false)], false],
    ['and the other way round', 'ping', [role('Red', false), ben(true)], true],
    ['is closed in a channel', 'ping', [channel('general', false)], false],
    ['is closed in another channel', 'ping', [channel('market', false)], true],
    ['is closed in all', 'ping', [channel('*', false)], false],
    ['is closed in all but one', 'ping', [channel('*', false), channel('general', true)], true],
    ['is closed in a channel to whom it is open', 'ping', [ben(true), channel('*', false)], false],
    ['is open in a channel to whom it is closed', 'ping', [ben(false), channel('*', true)], false],
  ])('%s', async (_, name, overwrites, expected) => {
    const { sandbox, driver, ben: player } = await open();
    await giveRoles({ sandbox, driver });
    await driver.permissions('Town', name, overwrites);
    expect(await may(player, name)).toBe(expected);
    await expect.poll(() => shownTo(player, 'general').includes(name)).toBe(expected);
  });

  test.each<[string, string, Overwrite[], Overwrite[], boolean]>([
    ['follows the application without its own setting', 'ping', [everyone(false)], [], false],
    ['is not opened by it beyond its default', 'lock', [ben(true)], [], false],
    ['beats it for people', 'ping', [ben(false)], [everyone(true)], true],
    ['beats it in channels', 'ping', [channel('*', false)], [channel('general', true)], true],
    ['beats it in one question alone', 'ping', [channel('*', false)], [ben(true)], false],
  ])('%s', async (_, name, ofAll, ofOne, expected) => {
    const { driver, ben: player } = await open();
    await driver.permissions('Town', null, ofAll);
    await driver.permissions('Town', `/${name}`, ofOne);
    expect(await may(player, name)).toBe(expected);
    await expect.poll(() => shownTo(player, 'general').includes(name)).toBe(expected);
  });

  test('is never denied to an owner or administrator, or in direct messages', async () => {
    const { sandbox, driver, ben: player } = await open();
    const anna = await driver.person('Anna');
    const closed = [everyone(false), ben(false), channel('*', false)];
    await driver.permissions('Town', 'ping', [...closed, { person: anna, allow: false }]);
    expect(await may(anna, 'ping')).toBe(true);
    expect(await may(player, 'ping')).toBe(false);
    expect((await player.run('/ping', {}, { dm: true })).text).toBe('pong');
    await giveRoles({ sandbox, driver });
    const server = `/servers/${sandbox.servers['town']}`;
    const { body } = await control({ sandbox }, 'PATCH', server, {});
    const change = { permissions: PermissionFlagsBits.Administrator.toString() };
    await control({ sandbox }, 'PATCH', `${server}/roles/${body.roles[1]?.id}`, change);
    expect(await may(player, 'ping')).toBe(true);
  });

  test('loses overwrites for a deleted channel', async () => {
    const { sandbox, driver } = await open();
    await driver.permissions('Town', 'ping', [channel('market', false), channel('general', true)]);
    const { market, general } = sandbox.channels;
    const route = `/servers/${sandbox.servers['town']}/channels/${market}`;
    const { body } = await control({ sandbox }, 'DELETE', route, {});
    expect(Object.values(body.commandPermissions)).toEqual([
      [{ id: general, type: 3, permission: true }],
    ]);
  });

  test('can be reset, and loses overwrites for a deleted role', async () => {
    const { sandbox, driver, ben: player } = await open();
    const [red] = await giveRoles({ sandbox, driver });
    await driver.permissions('Town', 'ping', [everyone(false)]);
    await driver.permissions('Town', 'ping', []);
    expect(await may(player, 'ping')).toBe(true);
    await driver.permissions('Town', 'ping', [role('Red', false), ben(true)]);
    const route = `/servers/${sandbox.servers['town']}/roles/${red}`;
    const { body } = await control({ sandbox }, 'DELETE', route, {});
    expect(Object.values(body.commandPermissions)).toEqual([
      [{ id: player.id, type: 2, permission: true }],
    ]);
  });
});

describe('a bot', () => {
  test('reads the overwrites, and gets an event for each change', async () => {
    const { sandbox, driver, client } = await open();
    const guild = sandbox.servers['town'] ?? '';
    const ping = client.application.commands.cache.find(({ name }) => name === 'ping');
    const heard = new Promise((resolve) =>
      client.once(Events.ApplicationCommandPermissionsUpdate, resolve),
    );
    await driver.permissions('Town', 'ping', [everyone(false), channel('*', true)]);
    const permissions = [
      { id: guild, type: 1, permission: false },
      { id: `${BigInt(guild) - 1n}`, type: 3, permission: true },
    ];
    const told = {
      id: ping?.id,
      applicationId: sandbox.applicationId,
      guildId: guild,
      permissions,
    };
    expect(await heard).toEqual(told);
    const manager = client.application.commands.permissions;
    expect(await manager.fetch({ guild, command: ping?.id ?? '' })).toEqual(permissions);
    await driver.permissions('Town', null, [ben(false)]);
    const all = await manager.fetch({ guild });
    expect(new Set(all.keys())).toEqual(new Set([sandbox.applicationId, ping?.id]));
    await client.application.commands.delete(ping?.id ?? '');
    expect([...(await manager.fetch({ guild })).keys()]).toEqual([sandbox.applicationId]);
    expect(await driver.findings()).toEqual([]);
  });

  test('gets events only for its own shard', async () => {
    const { sandbox, driver } = await openSandbox();
    const heard: string[] = [];
    const { client } = await openBot(sandbox, {
      client: { intents: [GatewayIntentBits.Guilds], shards: [0, 1], shardCount: 2 },
    });
    await client.application.commands.set(commands);
    client.on(Events.ApplicationCommandPermissionsUpdate, ({ guildId }) => heard.push(guildId));
    await driver.permissions('Town', 'ping', [everyone(false)]);
    await driver.permissions('Staff', 'ping', [everyone(false)]);
    await expect.poll(() => heard).toHaveLength(2);
    const { town, staff } = sandbox.servers;
    expect(new Set(heard)).toEqual(new Set([town, staff]));
  });

  test('cannot set them, or read ones never set', async () => {
    const { sandbox, driver, client } = await open();
    const guild = sandbox.servers['town'] ?? '';
    const ping = client.application.commands.cache.find(({ name }) => name === 'ping');
    const base = `/applications/${sandbox.applicationId}/guilds/${guild}/commands`;
    const own = await callApi(sandbox, 'GET', `${base}/${ping?.id}/permissions`);
    expect(own).toMatchObject({ status: 404, body: { code: 10066 } });
    expect(await driver.findings()).toEqual([]);
    const body = { permissions: [] };
    const set = await callApi(sandbox, 'PUT', `${base}/${ping?.id}/permissions`, body);
    expect(set).toMatchObject({ status: 403, body: { code: 20001 } });
    expect((await callApi(sandbox, 'PUT', `${base}/permissions`, [])).status).toBe(405);
    const elsewhere = `/applications/${sandbox.applicationId}/guilds/1/commands/permissions`;
    expect((await callApi(sandbox, 'GET', elsewhere)).body).toMatchObject({ code: 50001 });
    expect(await driver.findings()).toHaveLength(3);
  });
});

describe('the control interface', () => {
  test.each<[string, unknown, number, string]>([
    ['an unknown role', [{ id: '1', type: 1, permission: true }], 404, 'no role 1'],
    ['an unknown person', [{ id: '1', type: 2, permission: true }], 404, 'no person 1'],
    ['an unknown channel', [{ id: '1', type: 3, permission: true }], 404, 'no channel 1'],
    ['an unknown kind', [{ id: '1', type: 4, permission: true }], 400, 'permissions[0].type'],
    [
      'more than 100',
      Array.from({ length: 101 }, () => ({ id: '1', type: 1, permission: true })),
      400,
      'at permissions',
    ],
  ])('refuses %s', async (_, permissions, status, reason) => {
    const { sandbox, client } = await open();
    const command = client.application.commands.cache.first()?.id ?? '';
    const route = `/servers/${sandbox.servers['town']}/commands/${command}/permissions`;
    const refused = await control({ sandbox }, 'PUT', route, { permissions });
    expect(refused.status).toBe(status);
    expect(refused.body.message).toContain(reason);
  });

  test('refuses duplicates, unknown commands and unknown names', async () => {
    const { sandbox, driver } = await open();
    await expect(driver.permissions('Town', 'ping', [ben(true), ben(false)])).rejects.toThrow(
      'twice',
    );
    await expect(driver.permissions('Town', 'pong', [])).rejects.toThrow(
      'There is no command pong',
    );
    await expect(driver.permissions('Moon', 'ping', [])).rejects.toThrow('There is no server Moon');
    const route = `/servers/${sandbox.servers['town']}/commands/1/permissions`;
    const refused = await control({ sandbox }, 'PUT', route, { permissions: [] });
    expect(refused).toMatchObject({ status: 404, body: { message: 'Command not found' } });
  });

  test('stores them with the world', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sandbox-permissions-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const first = await startSandbox({ seed, folder, port: 0 });
    const driver = openDriver(first.pageUrl);
    const { client } = await openBot(first);
    await client.application.commands.set(commands);
    await driver.permissions('Town', 'ping', [everyone(false)]);
    await client.destroy();
    driver.close();
    await first.close();
    const setting = await openSandbox({ folder });
    const player = await setting.driver.person('Ben');
    expect(shownTo(player, 'general')).toEqual([]);
    await openBot(setting.sandbox, { onInteraction: answer });
    await expect(player.run('/ping', {}, { dm: true })).resolves.toMatchObject({ text: 'pong' });
  });
});
