/** The gateway with discord.js: login, servers, resume, reconnect, faults. */
import { Events, GatewayIntentBits, type Interaction } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { closeCodeAfter, firstEvent, openBot, openSandbox } from './support.ts';

const ping = [{ name: 'ping', description: 'Answers' }];
const answer = (interaction: Interaction) =>
  interaction.isChatInputCommand() ? interaction.reply('pong') : undefined;

describe('login', () => {
  test('succeeds with the token, and shows the bot online', async () => {
    const { sandbox, driver } = await openSandbox();
    const anna = await driver.person('Anna');
    expect(anna.view.bot.online).toBe(false);
    const { client } = await openBot(sandbox);
    expect(client.user.id).toBe(sandbox.applicationId);
    expect(client.user.username).toBe('Demo');
    await expect.poll(() => anna.view.bot.online).toBe(true);
    await client.destroy();
    await expect.poll(() => anna.view.bot.online).toBe(false);
  });

  test('is refused with another token', async () => {
    const { sandbox } = await openSandbox();
    // discord.js first requests the gateway over REST, which also refuses the token.
    await expect(openBot(sandbox, { token: 'not.the.token' })).rejects.toThrow('token');
    const closed = await closeCodeAfter(sandbox.apiUrl, {
      op: 2,
      d: { token: 'wrong', intents: 0, properties: {} },
    });
    expect(closed).toBe(4004);
  });

  test.each(['', 'Bot '])(
    'takes the token with "%s" before it, to resume as well',
    async (prefix) => {
      const { sandbox } = await openSandbox();
      const token = `${prefix}${sandbox.botToken}`;
      const first = await firstEvent(sandbox.apiUrl, {
        op: 2,
        d: { token, intents: 0, properties: {} },
      });
      expect(first).toMatchObject({ t: 'READY', s: 1 });
      const { session_id } = first.d as { session_id: string };
      const resumed = await firstEvent(sandbox.apiUrl, { op: 6, d: { token, session_id, seq: 1 } });
      expect(resumed.t).toBe('RESUMED');
    },
  );

  test('with the Guilds intent waits for the servers the bot is in', async () => {
    const { sandbox } = await openSandbox();
    const { client } = await openBot(sandbox, { client: { intents: [GatewayIntentBits.Guilds] } });
    const names = client.guilds.cache.map((guild) => guild.name);
    expect(names.sort()).toEqual(['Staff', 'Town']);
    const town = client.guilds.cache.get(sandbox.servers['town'] ?? '');
    expect(town?.channels.cache.map((channel) => channel.name).sort()).toEqual([
      'general',
      'market',
    ]);
    expect(town?.ownerId).toBe(sandbox.people['anna']);
    expect(town?.members.me?.id).toBe(sandbox.applicationId);
  });
});

describe('frames', () => {
  test.each([
    ['invalid JSON', 'hello', 4002],
    ['an unknown opcode', { op: 77, d: null }, 4001],
    ['a presence before identifying', { op: 3, d: {} }, 4003],
    ['an identify without a token', { op: 2, d: { intents: 0, properties: {} } }, 4002],
    ['too many bytes', { op: 1, d: 'x'.repeat(4096) }, 4002],
  ])('with %s close the connection', async (_, frame, code) => {
    const { sandbox } = await openSandbox();
    expect(await closeCodeAfter(sandbox.apiUrl, frame)).toBe(code);
  });

  test('that identify with an unknown intent close the connection', async () => {
    const { sandbox } = await openSandbox();
    const d = { token: sandbox.botToken, intents: 1 << 30, properties: {} };
    expect(await closeCodeAfter(sandbox.apiUrl, { op: 2, d })).toBe(4013);
  });

  test('of another API version are refused', async () => {
    const { sandbox } = await openSandbox();
    expect(await closeCodeAfter(sandbox.apiUrl, null, '?v=9&encoding=json')).toBe(4012);
  });

  test('beyond 120 a minute close the connection', async () => {
    const { sandbox } = await openSandbox();
    const frames = Array.from({ length: 121 }, () => ({ op: 1, d: null }));
    expect(await closeCodeAfter(sandbox.apiUrl, frames)).toBe(4008);
  });
});

describe('a client that lost its connection', () => {
  test.each([
    ['cut without a close frame', { kind: 'cut-sockets' }],
    ['closed with 4000', { kind: 'cut-sockets', code: 4000 }],
    ['asked to reconnect', { kind: 'reconnect' }],
    ['told that its session is invalid for now', { kind: 'invalid-session', resumable: true }],
  ] as const)('%s resumes and gets what it missed', async (_, fault) => {
    const { sandbox, driver } = await openSandbox();
    const { client } = await openBot(sandbox, { onInteraction: answer });
    await client.application.commands.set(ping);
    const anna = await driver.person('Anna');
    const resumed = new Promise((resolve) => client.once(Events.ShardResume, resolve));
    await driver.arm(fault);
    const late = anna.run('/ping');
    await resumed;
    expect((await late).text).toBe('pong');
  });

  test.each([
    ['its session was forgotten', { kind: 'forget-sessions' }],
    ['told that its session is invalid for ever', { kind: 'invalid-session' }],
  ] as const)(
    'identifies anew when %s',
    async (_, fault) => {
      const { sandbox, driver } = await openSandbox();
      const { client } = await openBot(sandbox, { onInteraction: answer });
      await client.application.commands.set(ping);
      const anna = await driver.person('Anna');
      const ready = new Promise((resolve) => client.once(Events.ShardReady, resolve));
      await driver.arm(fault);
      await expect(anna.run('/ping', {}, { withinMs: 0 })).rejects.toThrow('not connected');
      // An act waits until the bot is back.
      expect((await anna.run('/ping')).text).toBe('pong');
      await ready;
    },
    20_000,
  );
});

describe('events', () => {
  test('are sent to every client with the token, and only the first answer counts', async () => {
    const { sandbox, driver } = await openSandbox();
    const one = await openBot(sandbox, { onInteraction: answer });
    const two = await openBot(sandbox, { onInteraction: answer });
    await one.client.application.commands.set(ping);
    const anna = await driver.person('Anna');
    expect((await anna.run('/ping')).text).toBe('pong');
    await expect.poll(() => [...one.errors, ...two.errors]).toHaveLength(1);
    expect([...one.errors, ...two.errors][0]).toMatchObject({ code: 40060, status: 400 });
    expect(await anna.messages()).toHaveLength(1);
  });

  test('can be repeated or lost by a fault', async () => {
    const { sandbox, driver } = await openSandbox({ deadlines: { firstAnswerMs: 1_000 } });
    let count = 0;
    const { client, errors } = await openBot(sandbox, {
      onInteraction: (interaction) => {
        count += 1;
        return answer(interaction);
      },
    });
    await client.application.commands.set(ping);
    const anna = await driver.person('Anna');
    await driver.arm({ kind: 'duplicate-event' });
    expect((await anna.run('/ping')).text).toBe('pong');
    await expect.poll(() => errors[0]).toMatchObject({ code: 40060 });
    expect(count).toBe(2);
    await driver.arm({ kind: 'lose-event' });
    expect((await anna.run('/ping')).kind).toBe('failed');
    expect(count).toBe(2);
  });
});
