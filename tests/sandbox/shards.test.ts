/** A bot in several shards: one client, several, or processes of a ShardingManager. */
import { join } from 'node:path';
import { Events, GatewayIntentBits, REST, Routes, ShardingManager } from 'discord.js';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Driver } from '../../src/sandbox/driver.ts';
import type { ManagedServer } from '../../src/sandbox/protocol/protocol.ts';
import { callApi, closeCodeAfter, openBot, openSandbox, seed, type Setting } from './support.ts';

const ping = [{ name: 'ping', description: 'Answers' }];
const shardOf = (serverId: string, count: number): number =>
  Number((BigInt(serverId) >> 22n) % BigInt(count));

/** One server channel in each shard: adds servers for Ben until each shard has one. */
async function channelsOfAll({ sandbox }: Setting, count: number): Promise<string[]> {
  const channels: (string | undefined)[] = Array.from({ length: count });
  for (let made = 0; channels.includes(undefined) && made < 40; made += 1) {
    const response = await fetch(`${sandbox.pageUrl}control/servers`, {
      method: 'POST',
      body: JSON.stringify({ name: `Server ${made}`, ownerId: sandbox.people['ben'] }),
    });
    const server = (await response.json()) as ManagedServer;
    channels[shardOf(server.id, count)] ??= server.channels[0]?.id;
  }
  return channels.map((channel) => channel ?? '');
}

/** The answers Ben gets in each of the channels, then in direct messages. */
async function answers(driver: Driver, channels: readonly string[]): Promise<string[]> {
  const ben = await driver.person('Ben');
  const texts: string[] = [];
  for (const channel of channels) texts.push((await ben.run('/ping', {}, { channel })).text);
  return [...texts, (await ben.run('/ping', {}, { dm: true })).text];
}

describe('one client with three shards', () => {
  const options = { shards: [0, 1, 2], shardCount: 3, intents: [GatewayIntentBits.Guilds] };

  test('answers in servers of each shard, and in direct messages on the first', async () => {
    const setting = await openSandbox();
    const channels = await channelsOfAll(setting, 3);
    const { client } = await openBot(setting.sandbox, {
      client: options,
      onInteraction: (interaction) =>
        interaction.isRepliable() && interaction.reply(`${interaction.guild?.shardId}`),
    });
    await client.application.commands.set(ping);
    expect(await answers(setting.driver, channels)).toEqual(['0', '1', '2', 'undefined']);
    for (const guild of client.guilds.cache.values()) {
      expect(guild.shardId).toBe(shardOf(guild.id, 3));
    }
  });

  test('resumes each shard, and gets missed events', async () => {
    const setting = await openSandbox();
    const channels = await channelsOfAll(setting, 3);
    const { client } = await openBot(setting.sandbox, {
      client: options,
      onInteraction: (interaction) => interaction.isRepliable() && interaction.reply('pong'),
    });
    await client.application.commands.set(ping);
    const resumed: number[] = [];
    client.on(Events.ShardResume, (shard) => resumed.push(shard));
    await setting.driver.arm({ kind: 'cut-sockets' });
    expect(await answers(setting.driver, channels)).toEqual(['pong', 'pong', 'pong', 'pong']);
    await expect.poll(() => resumed.sort((one, other) => one - other)).toEqual([0, 1, 2]);
  });
});

describe('clients with a shard each', () => {
  test('get events only for their servers', async () => {
    const setting = await openSandbox();
    const channels = await channelsOfAll(setting, 2);
    const openShard = async (shard: number) => {
      const { client } = await openBot(setting.sandbox, {
        client: { shards: [shard], shardCount: 2, intents: [GatewayIntentBits.Guilds] },
        onInteraction: (interaction) => interaction.isRepliable() && interaction.reply(`${shard}`),
      });
      return client;
    };
    const clients = await Promise.all([openShard(0), openShard(1)]);
    await clients[0]?.application.commands.set(ping);
    expect(await answers(setting.driver, channels)).toEqual(['0', '1', '0']);
    clients.forEach((client, shard) => {
      const shards = new Set(client.guilds.cache.map(({ id }) => shardOf(id, 2)));
      expect(shards).toEqual(new Set([shard]));
    });
  });

  test('leave the servers of a missing shard without the bot', async () => {
    const setting = await openSandbox();
    const channels = await channelsOfAll(setting, 2);
    const { client } = await openBot(setting.sandbox, {
      client: { shards: [0], shardCount: 2 },
      onInteraction: (interaction) => interaction.isRepliable() && interaction.reply('pong'),
    });
    await client.application.commands.set(ping);
    const ben = await setting.driver.person('Ben');
    expect((await ben.run('/ping', {}, { channel: channels[0] ?? '' })).text).toBe('pong');
    const second = ben.run('/ping', {}, { channel: channels[1] ?? '', withinMs: 200 });
    await expect(second).rejects.toThrow('not connected');
  });

  test('with the same shard all get its events, and only the first answer counts', async () => {
    const { sandbox, driver } = await openSandbox();
    const heard: string[] = [];
    const openTwin = (name: string) =>
      openBot(sandbox, {
        client: { shards: [0], shardCount: 2 },
        onInteraction: (interaction) => {
          heard.push(name);
          return interaction.isRepliable() && interaction.reply('pong');
        },
      });
    const [one, two] = await Promise.all([openTwin('one'), openTwin('two')]);
    await one.client.application.commands.set(ping);
    const ben = await driver.person('Ben');
    expect((await ben.run('/ping', {}, { dm: true })).text).toBe('pong');
    await expect.poll(() => [...one.errors, ...two.errors]).toMatchObject([{ code: 40060 }]);
    expect(new Set(heard)).toEqual(new Set(['one', 'two']));
  });
});

describe('processes of a ShardingManager', () => {
  test('answer in the servers of their shard', async () => {
    const setting = await openSandbox();
    const { sandbox, driver } = setting;
    const channels = await channelsOfAll(setting, 2);
    const rest = new REST({ api: sandbox.apiUrl }).setToken(sandbox.botToken);
    await rest.put(Routes.applicationCommands(sandbox.applicationId), { body: ping });
    const manager = new ShardingManager(join(import.meta.dirname, 'shard-bot.mjs'), {
      totalShards: 2,
      token: sandbox.botToken,
      shardArgs: [sandbox.apiUrl],
      respawn: false,
    });
    onTestFinished(() => manager.shards.forEach((shard) => shard.kill()));
    await manager.spawn({ delay: 0 });
    const [first, second] = ['shard 0 of 2', 'shard 1 of 2'];
    expect(await answers(driver, channels)).toEqual([first, second, first]);
    expect(await driver.findings()).toEqual([]);
  });
});

describe('the gateway', () => {
  test("recommends the configured number of shards, which discord.js's auto uses", async () => {
    const { sandbox } = await openSandbox({ shards: 2 });
    const { body } = await callApi(sandbox, 'GET', '/gateway/bot');
    expect(body).toMatchObject({ shards: 2, session_start_limit: { max_concurrency: 1_000 } });
    const { client } = await openBot(sandbox, { client: { shards: 'auto' } });
    expect(client.ws.shards.size).toBe(2);
  });

  test.each([
    ['out of range', [2, 2]],
    ['below none', [-1, 2]],
    ['of none', [0, 0]],
  ])('refuses a shard %s', async (_, shard) => {
    const { sandbox } = await openSandbox();
    const d = { token: sandbox.botToken, intents: 0, properties: {}, shard };
    expect(await closeCodeAfter(sandbox.apiUrl, { op: 2, d })).toBe(4010);
  });

  test('requires shards for more than 2,500 servers', async () => {
    const servers = Array.from({ length: 2_501 }, (_, index) => ({
      key: `s${index}`,
      name: `Server ${index}`,
      owner: 'anna',
      members: [],
      channels: [],
    }));
    const { sandbox } = await openSandbox({ seed: { ...seed, servers } });
    const d = { token: sandbox.botToken, intents: 0, properties: {} };
    expect(await closeCodeAfter(sandbox.apiUrl, { op: 2, d })).toBe(4011);
  });
});
