/** Messages as an unmodified discord.js bot gets them. */
import {
  Events,
  GatewayIntentBits,
  MessageType,
  Partials,
  type Client,
  type Message,
} from 'discord.js';
import { describe, expect, test } from 'vitest';
import { callApi, openBot, openSandbox, type Setting } from './support.ts';

const { Guilds, GuildMessages, DirectMessages, MessageContent } = GatewayIntentBits;
const usual = [Guilds, GuildMessages, DirectMessages];

interface Forward {
  readonly message_snapshots?: readonly { readonly message: { readonly content: string } }[];
}

interface Open extends Setting {
  readonly client: Client<true>;
  readonly heard: Message[];
  readonly log: string[];
  readonly bot: string;
}

async function open(
  intents: readonly GatewayIntentBits[],
  partials: readonly Partials[] = [Partials.Channel, Partials.Message],
): Promise<Open> {
  const setting = await openSandbox();
  const { client } = await openBot(setting.sandbox, {
    client: { intents, partials: [...partials] },
  });
  const heard: Message[] = [];
  const log: string[] = [];
  client.on(Events.MessageCreate, (message) => {
    heard.push(message);
    log.push(`new ${message.content}`);
  });
  client.on(Events.MessageUpdate, (_, now) => log.push(`now ${now.content}`));
  client.on(Events.MessageDelete, ({ id }) => log.push(`gone ${id}`));
  client.on(Events.MessageBulkDelete, (gone) => log.push(`gone together ${gone.size}`));
  return { ...setting, client, heard, log, bot: `<@${setting.sandbox.applicationId}>` };
}

describe('a new message reaches the bot', () => {
  test('with the text, the author and the member in a server, if it mentions the bot', async () => {
    const { driver, sandbox, heard, bot } = await open(usual);
    const anna = await driver.person('Anna');
    await anna.say(`${bot} hello`, { channel: 'general' });
    await expect.poll(() => heard).toHaveLength(1);
    const [message] = heard as [Message];
    expect(message).toMatchObject({ content: `${bot} hello`, type: MessageType.Default });
    expect(message.guildId).toBe(sandbox.servers['town']);
    expect(message.channelId).toBe(sandbox.channels['general']);
    expect([message.author.id, message.author.bot]).toEqual([anna.id, false]);
    expect(message.member?.displayName).toBe('Anna');
    expect(message.mentions.members?.map(({ id }) => id)).toEqual([sandbox.applicationId]);
    expect(message.inGuild()).toBe(true);
  });

  test('with the text in direct messages, where discord.js needs partial channels', async () => {
    const { driver, heard, client } = await open(usual);
    const anna = await driver.person('Anna');
    await anna.say('hello', { dm: true });
    await expect.poll(() => heard).toHaveLength(1);
    const [message] = heard as [Message];
    expect([message.content, message.guildId, message.channel.isDMBased()]).toEqual([
      'hello',
      null,
      true,
    ]);
    await message.reply({ content: 'hi', allowedMentions: { parse: [] } });
    const answer = await anna.sees('hi', { dm: true });
    expect(answer.referenced_message?.id).toBe(message.id);
    expect(client.channels.cache.get(message.channelId)?.isDMBased()).toBe(true);
  });

  test('but not in direct messages of a discord.js client without partial channels', async () => {
    const { driver, heard, bot } = await open(usual, []);
    const anna = await driver.person('Anna');
    await anna.say('hello', { dm: true });
    await anna.say(`${bot} hello`, { channel: 'general' });
    await expect.poll(() => heard.map(({ content }) => content)).toEqual([`${bot} hello`]);
  });

  test('only with the intent of its place', async () => {
    const inServers = await open([Guilds, GuildMessages]);
    const direct = await open([Guilds, DirectMessages]);
    for (const { driver, bot } of [inServers, direct]) {
      const anna = await driver.person('Anna');
      await anna.say('one', { dm: true });
      await anna.say(`${bot} two`, { channel: 'general' });
    }
    await expect.poll(() => inServers.heard).toHaveLength(1);
    await expect.poll(() => direct.heard).toHaveLength(1);
    expect(inServers.heard[0]?.content).toContain('two');
    expect(direct.heard[0]?.content).toBe('one');
  });

  test('not from a server that it is not in', async () => {
    const { driver, heard, bot } = await open(usual);
    const ben = await driver.person('Ben');
    await ben.say(`${bot} nowhere`, { channel: 'lobby' });
    await ben.say('here', { dm: true });
    await expect.poll(() => heard.map(({ content }) => content)).toEqual(['here']);
  });
});

describe('without the intent MessageContent', () => {
  test('messages that do not concern the bot are empty', async () => {
    const { driver, sandbox, heard } = await open(usual);
    const anna = await driver.person('Anna');
    const file = { name: 'list.txt', contentType: 'text/plain', bytes: 'secret' };
    const { id } = await driver.upload(anna, file);
    const channelId = sandbox.channels['general'] ?? '';
    const response = await fetch(`${sandbox.pageUrl}control/people/${anna.id}/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ channelId, content: 'private talk', attachments: [id] }),
    });
    expect(response.status).toBe(201);
    await anna.say('@everyone look', { channel: 'general' });
    await expect.poll(() => heard).toHaveLength(2);
    expect(heard.map(({ content }) => content)).toEqual(['', '']);
    expect(heard[0]?.attachments.size).toBe(0);
    expect(heard[1]?.mentions.everyone).toBe(true);
  });

  test('its own messages are complete, and those that answer it with a mention', async () => {
    const { driver, sandbox, client, heard } = await open(usual);
    const channel = await client.channels.fetch(sandbox.channels['general'] ?? '');
    if (!channel?.isSendable()) throw new Error('The channel takes messages');
    await channel.send('Who is there?');
    const anna = await driver.person('Anna');
    const question = await anna.sees('Who is there?', { channel: 'general' });
    await anna.say('me', { channel: 'general', repliesTo: question });
    await expect.poll(() => heard.map(({ content }) => content)).toEqual(['Who is there?', 'me']);
    expect(heard[1]?.type).toBe(MessageType.Reply);
    expect(heard[1]?.mentions.users.has(sandbox.applicationId)).toBe(true);
    expect(heard[1]?.reference?.messageId).toBe(question.id);
  });

  test('a message that mentions it hides the message it replies to', async () => {
    const { driver, heard, bot, client } = await open(usual);
    const payloads: { referenced_message?: { content: string } }[] = [];
    client.ws.on('MESSAGE_CREATE' as never, (data: object) => payloads.push(data));
    const anna = await driver.person('Anna');
    const ben = await driver.person('Ben');
    const secret = await anna.say('between us', { channel: 'general' });
    await ben.say(`${bot} read this`, { channel: 'general', repliesTo: secret });
    await expect.poll(() => heard).toHaveLength(2);
    expect(heard[1]?.content).toBe(`${bot} read this`);
    expect(payloads[1]?.referenced_message?.content).toBe('');
  });

  test('with it, everything can be read', async () => {
    const { driver, heard } = await open([...usual, MessageContent]);
    const anna = await driver.person('Anna');
    const said = await anna.say('to all', { channel: 'general' });
    await anna.forward(said, { channel: 'market' });
    await expect.poll(() => heard.map(({ content }) => content)).toEqual(['to all', '']);
    expect(heard[1]?.messageSnapshots.first()?.content).toBe('to all');
  });
});

describe('kinds of messages', () => {
  test('a forward has a snapshot and no text', async () => {
    const { driver, heard, bot, client } = await open(usual);
    const shown: unknown[] = [];
    client.ws.on('MESSAGE_CREATE' as never, (data: Forward) =>
      shown.push(data.message_snapshots?.[0]?.message.content),
    );
    const anna = await driver.person('Anna');
    const said = await anna.say(`${bot} send 5`, { channel: 'general' });
    await anna.forward(said, { channel: 'market' });
    await anna.forward(said, { dm: true });
    await expect.poll(() => heard).toHaveLength(3);
    expect(heard.map(({ content }) => content)).toEqual([`${bot} send 5`, '', '']);
    // In a direct message the bot can read it.
    expect(shown).toEqual([undefined, '', `${bot} send 5`]);
  });

  test('posts of webhooks and other apps are marked', async () => {
    const { driver, sandbox, heard, bot } = await open(usual);
    const channelId = sandbox.channels['general'] ?? '';
    const content = `${bot} beep`;
    await driver.post({ channelId, content, name: 'Feed', by: 'webhook' });
    await driver.post({ channelId, content, name: 'Robot', by: 'app' });
    await expect.poll(() => heard).toHaveLength(2);
    expect(heard.map(({ author }) => [author.username, author.bot])).toEqual([
      ['Feed', true],
      ['Robot', true],
    ]);
    expect(heard.map(({ webhookId }) => webhookId === null)).toEqual([false, true]);
  });

  test('edits and deletions are events of their own', async () => {
    const { driver, log, client, sandbox } = await open(usual);
    const anna = await driver.person('Anna');
    const said = await anna.say('frist', { dm: true });
    const edited = await anna.edit(said, 'first');
    expect(edited.edited_timestamp).not.toBeNull();
    await anna.dismiss(said);
    await expect.poll(() => log).toEqual(['new frist', 'now first', `gone ${said.id}`]);
    const channel = await client.channels.fetch(sandbox.channels['general'] ?? '');
    if (channel?.isTextBased() !== true || channel.isDMBased()) throw new Error('A server channel');
    const sent = [await channel.send('a'), await channel.send('b')];
    await sent[0]?.react('👍');
    await channel.bulkDelete(sent);
    await expect.poll(() => log.slice(3)).toEqual(['new a', 'new b', 'gone together 2']);
  });

  test('an ephemeral answer comes to the bot as a direct one, without its server', async () => {
    const setting = await openSandbox();
    const intents = [Guilds, GuildMessages, DirectMessages];
    const { client } = await openBot(setting.sandbox, {
      client: { intents, partials: [Partials.Channel] },
      onInteraction: (interaction) =>
        interaction.isChatInputCommand()
          ? interaction.reply({ content: 'quietly', flags: 64 })
          : undefined,
    });
    const payloads: object[] = [];
    client.ws.on('MESSAGE_CREATE' as never, (data: object) => payloads.push(data));
    await client.application.commands.set([{ name: 'ping', description: 'Answers' }]);
    const anna = await setting.driver.person('Anna');
    await anna.run('/ping', {}, { channel: 'general' });
    await expect.poll(() => payloads).toHaveLength(1);
    expect(payloads[0]).toMatchObject({ content: 'quietly', flags: 64 });
    expect(payloads[0]).not.toHaveProperty('guild_id');
  });
});

describe('refused', () => {
  test('are texts, replies and edits that a client could not send', async () => {
    const { driver, sandbox } = await open(usual);
    const anna = await driver.person('Anna');
    const ben = await driver.person('Ben');
    const said = await anna.say('mine', { channel: 'general' });
    await expect(ben.edit(said, 'yours')).rejects.toThrow('Message not found');
    await expect(anna.edit(said, '  ')).rejects.toThrow('empty');
    await expect(anna.say(' ', { channel: 'general' })).rejects.toThrow('empty');
    await expect(anna.say('x', { channel: 'market', repliesTo: said })).rejects.toThrow(
      'Message not found',
    );
    const direct = await anna.say('to the bot', { dm: true });
    await expect(ben.forward(direct, { channel: 'general' })).rejects.toThrow('Channel not found');
    await expect(
      driver.post({ channelId: '1', content: 'x', name: 'Feed', by: 'webhook' }),
    ).rejects.toThrow('Channel not found');
    const { status } = await callApi(sandbox, 'GET', `/channels/${said.channel_id}/messages`);
    expect(status).toBe(200);
  });
});
