/** Messages that the bot sends on its own, with files, to channels and people. */
import { AttachmentBuilder, MessageFlags, type SendableChannels } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { textOf } from '../../src/sandbox/driver.ts';
import { times } from './parts.ts';
import { callApi, openBot, openSandbox, openSilentBot } from './support.ts';

async function open() {
  const setting = await openSandbox();
  const { client } = await openBot(setting.sandbox);
  const general = setting.sandbox.channels['general'] ?? '';
  const channel = (await client.channels.fetch(general)) as SendableChannels;
  return { ...setting, client, channel, general };
}

describe('a message of the bot', () => {
  test('is sent, edited, replied to, read and deleted', async () => {
    const { channel, driver } = await open();
    const anna = await driver.person('Anna');
    const sent = await channel.send('one');
    await sent.edit('two');
    const reply = await sent.reply('three');
    expect(reply.reference?.messageId).toBe(sent.id);
    expect((await channel.messages.fetch(sent.id)).content).toBe('two');
    expect([...(await channel.messages.fetch()).values()].map((one) => one.content)).toEqual([
      'three',
      'two',
    ]);
    await sent.delete();
    expect((await anna.messages({ channel: 'general' })).map(textOf)).toEqual(['three']);
  });

  test('mentions only allowed people', async () => {
    const { channel, driver } = await open();
    const anna = await driver.person('Anna');
    const loud = await channel.send(`<@${anna.id}> @everyone`);
    expect([loud.mentions.users.has(anna.id), loud.mentions.everyone]).toEqual([true, true]);
    const quiet = await channel.send({
      content: `<@${anna.id}> @everyone`,
      allowedMentions: { parse: [] },
    });
    expect([quiet.mentions.users.size, quiet.mentions.everyone]).toEqual([0, false]);
  });

  test('can be sent to a person, always in the same channel', async () => {
    const { client, driver } = await open();
    const anna = await driver.person('Anna');
    const one = await client.users.send(anna.id, 'one');
    const two = await client.users.send(anna.id, 'two');
    expect(one.channelId).toBe(two.channelId);
    expect((await anna.dms()).map(textOf)).toEqual(['one', 'two']);
  });

  test('cannot change messages of people or ephemeral ones', async () => {
    const { sandbox, driver, general } = await open();
    const anna = await driver.person('Anna');
    const said = await anna.say('mine', { channel: 'general' });
    const path = `/channels/${general}/messages/${said.id}`;
    const edited = await callApi(sandbox, 'PATCH', path, { content: 'yours' });
    expect(edited).toMatchObject({ status: 403, body: { code: 50005 } });
    const { ping } = await openSilentBot({ sandbox, driver });
    const data = { content: 'secret', flags: MessageFlags.Ephemeral };
    const { callback } = await ping();
    const answer = await callback({ type: 4, data }, '?with_response=true');
    const { id } = (answer.body as { resource: { message: { id: string } } }).resource.message;
    for (const method of ['GET', 'PATCH', 'DELETE']) {
      const body = method === 'PATCH' ? { content: 'x' } : undefined;
      const reached = await callApi(sandbox, method, `/channels/${general}/messages/${id}`, body);
      expect(reached).toMatchObject({ status: 404, body: { code: 10008 } });
    }
  });
});

describe('many messages', () => {
  test('are deleted in bulk, as in the guide', async () => {
    const { channel, driver } = await open();
    if (channel.isDMBased()) throw new Error('It is a channel of a server');
    const anna = await driver.person('Anna');
    await anna.say('by a person', { channel: 'general' });
    for (const text of ['one', 'two', 'three']) await channel.send(text);
    const gone = await channel.bulkDelete(3, true);
    expect(gone.size).toBe(3);
    expect((await anna.messages({ channel: 'general' })).map(textOf)).toEqual(['by a person']);
  });

  test('can be deleted if 2 to 100, at most 14 days old, and not direct messages', async () => {
    const { sandbox, driver, general, channel } = await open();
    const anna = await driver.person('Anna');
    const drop = (place: string, messages: unknown) =>
      callApi(sandbox, 'POST', `/channels/${place}/messages/bulk-delete`, { messages });
    const { id } = await channel.send('x');
    const after = (count: number) => times(count, (n) => `${BigInt(id) + BigInt(n)}`);
    expect(await drop(general, after(1))).toMatchObject({ body: { code: 50016 } });
    expect(await drop(general, after(101))).toMatchObject({ body: { code: 50016 } });
    const old = await drop(general, [id, '123456789012345678']);
    expect(old).toMatchObject({ status: 400, body: { code: 50034 } });
    expect(await drop(general, 'x')).toMatchObject({ body: { code: 50035 } });
    const direct = await drop(anna.view.directMessages.id, after(2));
    expect(direct).toMatchObject({ status: 400, body: { code: 50003 } });
    expect(await anna.messages({ channel: 'general' })).toHaveLength(1);
    expect(await drop(general, after(100))).toMatchObject({ status: 204 });
    expect(await anna.messages({ channel: 'general' })).toEqual([]);
  });
});

describe('in direct messages', () => {
  test('the bot cannot delete a person’s message: 50013', async () => {
    const { sandbox, driver } = await open();
    const anna = await driver.person('Anna');
    const said = await anna.say('mine', { dm: true });
    const path = `/channels/${anna.view.directMessages.id}/messages/${said.id}`;
    const deleted = await callApi(sandbox, 'DELETE', path);
    expect(deleted).toMatchObject({ status: 403, body: { code: 50013 } });
    expect((await anna.dms()).map(textOf)).toEqual(['mine']);
  });
});

test.each([
  ['0', 'greater than or equal to 1'],
  ['101', 'less than or equal to 100'],
  ['abc', 'is not int'],
])('a list of %s messages is refused', async (limit, words) => {
  const { sandbox } = await openSandbox();
  const path = `/channels/${sandbox.channels['general']}/messages?limit=`;
  const { status, body } = await callApi(sandbox, 'GET', `${path}${limit}`);
  expect([status, (body as { code: number }).code]).toEqual([400, 50035]);
  expect(JSON.stringify(body)).toContain(words);
  expect((await callApi(sandbox, 'GET', `${path}100`)).status).toBe(200);
});

describe('routes', () => {
  test.each<[string, (ids: Ids) => [string, string, object?], number, number]>([
    ['of an unknown channel', () => ['GET', '/channels/123456789012345678'], 404, 10003],
    ['of a server the bot is not in', ({ lobby }) => ['GET', `/channels/${lobby}`], 403, 50001],
    [
      'of a message that is none',
      ({ general }) => ['GET', `/channels/${general}/messages/1`],
      404,
      10008,
    ],
    [
      'with nothing to say',
      ({ general }) => ['POST', `/channels/${general}/messages`, {}],
      400,
      50006,
    ],
    ['of a person who is none', () => ['GET', '/users/123456789012345678'], 404, 10013],
    [
      'to a person who is none',
      () => ['POST', '/users/@me/channels', { recipient_id: '123456789012345678' }],
      400,
      50033,
    ],
    ['to nobody', () => ['POST', '/users/@me/channels', {}], 400, 50035],
    ['of an unknown server', () => ['GET', '/guilds/123456789012345678'], 404, 10004],
    [
      'of who is no member',
      ({ town, olga }) => ['GET', `/guilds/${town}/members/${olga}`],
      404,
      10007,
    ],
    [
      'of another application',
      () => ['GET', '/applications/123456789012345678/commands'],
      403,
      50001,
    ],
    ['that do not exist', () => ['GET', '/voice'], 404, 0],
  ])('%s are refused', async (_, request, status, code) => {
    const { sandbox } = await openSandbox();
    const { channels, servers, people } = sandbox;
    const [method, path, body] = request({
      lobby: channels['lobby'] ?? '',
      general: channels['general'] ?? '',
      town: servers['town'] ?? '',
      olga: people['olga'] ?? '',
    });
    const answer = await callApi(sandbox, method, path, body);
    expect(answer).toMatchObject({ status, body: { code } });
  });

  test('have rate-limit headers', async () => {
    const { sandbox } = await openSandbox();
    const { headers } = await callApi(sandbox, 'GET', '/users/@me');
    expect(Number(headers.get('x-ratelimit-limit'))).toBeGreaterThan(0);
    expect(Number(headers.get('x-ratelimit-remaining'))).toBeGreaterThan(0);
    expect(headers.get('x-ratelimit-reset-after')).toMatch(/^\d+\.\d+$/);
    expect(headers.get('x-ratelimit-bucket')).toBeTruthy();
  });
});

interface Ids {
  readonly lobby: string;
  readonly general: string;
  readonly town: string;
  readonly olga: string;
}

describe('files', () => {
  test('are sent with a message and can be fetched by its link', async () => {
    const { channel, driver } = await open();
    const anna = await driver.person('Anna');
    const file = new AttachmentBuilder(Buffer.from('a,b\n1,2\n'), {
      name: 'my list.csv',
      description: 'A list',
    });
    const sent = await channel.send({ content: 'Look', files: [file] });
    const [attachment] = (await anna.messages({ channel: 'general' }))[0]?.attachments ?? [];
    expect(attachment).toMatchObject({ filename: 'my_list.csv', size: 8, description: 'A list' });
    const fetched = await fetch(attachment?.url ?? '');
    expect(await fetched.text()).toBe('a,b\n1,2\n');
    expect(fetched.headers.get('content-disposition')).toContain('attachment');
    const kept = await sent.edit({ attachments: [...sent.attachments.values()] });
    expect(kept.attachments.size).toBe(1);
    const removed = await sent.edit({ attachments: [] });
    expect(removed.attachments.size).toBe(0);
  });

  test('can be used in file components and pictures of Components V2', async () => {
    const { channel, driver } = await open();
    const anna = await driver.person('Anna');
    await channel.send({
      flags: MessageFlags.IsComponentsV2,
      files: [new AttachmentBuilder(Buffer.from('x'), { name: 'a.txt' })],
      components: [{ type: 13, file: { url: 'attachment://a.txt' } }],
    });
    const [message] = await anna.messages({ channel: 'general' });
    const url = message?.attachments[0]?.url;
    expect(message?.components?.[0]).toMatchObject({ name: 'a.txt', size: 1, file: { url } });
  });

  test('and all other received parts can be sent back unchanged', async () => {
    const { channel } = await open();
    const embed = {
      title: 'Title',
      fields: [{ name: 'a', value: 'b' }],
      image: { url: 'attachment://a.png' },
      footer: { text: 'Foot' },
    };
    const files = [new AttachmentBuilder(Buffer.from('x'), { name: 'a.png' })];
    const old = await channel.send({ embeds: [embed], files });
    expect((await old.edit({ embeds: old.embeds })).embeds).toEqual(old.embeds);
    const card = await channel.send({
      flags: MessageFlags.IsComponentsV2,
      files,
      components: [
        { type: 12, items: [{ media: { url: 'attachment://a.png' } }] },
        {
          type: 9,
          components: [{ type: 10, content: 'Text' }],
          accessory: { type: 11, media: { url: 'https://a.example/b.png' } },
        },
      ],
    });
    const again = await card.edit({ components: card.components });
    expect(again.components.map((part) => part.toJSON())).toEqual(
      card.components.map((part) => part.toJSON()),
    );
  });

  test('of more than 10 MiB are refused', async () => {
    const { channel } = await open();
    const file = new AttachmentBuilder(Buffer.alloc(10 * 1024 * 1024 + 1), { name: 'big.bin' });
    await expect(channel.send({ files: [file] })).rejects.toMatchObject({ code: 50045 });
    const fits = new AttachmentBuilder(Buffer.alloc(10 * 1024 * 1024), { name: 'fits.bin' });
    expect((await channel.send({ files: [fits] })).attachments.first()?.size).toBe(10_485_760);
  });

  test('are ten at most', async () => {
    const { channel } = await open();
    const files = times(11, (n) => new AttachmentBuilder(Buffer.from('x'), { name: `${n}.txt` }));
    expect((await channel.send({ files: files.slice(1) })).attachments.size).toBe(10);
    await expect(channel.send({ files })).rejects.toMatchObject({ code: 50035 });
  });
});
