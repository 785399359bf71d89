/** What an edit keeps, adds and removes: files, and the Components V2 flag. */
import {
  AttachmentBuilder,
  MessageFlags,
  type Interaction,
  type SendableChannels,
} from 'discord.js';
import { describe, expect, test } from 'vitest';
import { textOf } from '../../src/sandbox/driver.ts';
import { button, messageOf } from './bots.ts';
import { text } from './parts.ts';
import { callApi, openBot, openSandbox, type Setting } from './support.ts';

const v2 = MessageFlags.IsComponentsV2;
const file = (name: string, description?: string) =>
  new AttachmentBuilder(Buffer.from(name), { name, ...(description && { description }) });

async function open(onInteraction: (interaction: Interaction) => unknown = () => undefined) {
  const setting = await openSandbox();
  const { client, errors } = await openBot(setting.sandbox, { onInteraction });
  await client.application.commands.set([{ name: 'ping', description: 'Answers' }]);
  const general = setting.sandbox.channels['general'] ?? '';
  const channel = (await client.channels.fetch(general)) as SendableChannels;
  return { ...setting, errors, channel, anna: await setting.driver.person('Anna') };
}

/** Edits a message with files, without discord.js. */
async function patch(
  { sandbox }: Pick<Setting, 'sandbox'>,
  message: { readonly channelId: string; readonly id: string },
  edit: { readonly body: unknown; readonly files: readonly string[] },
) {
  const form = new FormData();
  edit.files.forEach((name, index) => form.append(`files[${index}]`, new Blob([name]), name));
  form.append('payload_json', JSON.stringify(edit.body));
  const path = `/channels/${message.channelId}/messages/${message.id}`;
  const response = await fetch(`${sandbox.apiUrl}/v10${path}`, {
    method: 'PATCH',
    headers: { authorization: `Bot ${sandbox.botToken}` },
    body: form,
  });
  const answer = (await response.json()) as { readonly attachments?: { filename: string }[] };
  const names = answer.attachments?.map(({ filename }) => filename);
  return { status: response.status, names, answer };
}

describe('files', () => {
  test('listed by an edit are kept, new ones added, and others removed', async () => {
    const { channel } = await open();
    const sent = await channel.send({ files: [file('a.txt'), file('b.txt')] });
    const [a] = sent.attachments.values();
    const edited = await sent.edit({
      files: [file('c.txt', 'The third')],
      attachments: a ? [a] : [],
    });
    const found = edited.attachments.map(({ name, description }) => [name, description]);
    expect(found).toEqual([
      ['a.txt', null],
      ['c.txt', 'The third'],
    ]);
    expect(edited.attachments.first()?.url).toBe(a?.url);
    const onlyNew = await edited.edit({ files: [file('d.txt')] });
    expect(onlyNew.attachments.map(({ name }) => name)).toEqual(['d.txt']);
    const untouched = await onlyNew.edit('words');
    expect(untouched.attachments.map(({ name }) => name)).toEqual(['d.txt']);
  });

  test('keep their description, or get a new one', async () => {
    const { sandbox, channel } = await open();
    const sent = await channel.send({ files: [file('a.txt', 'First'), file('b.txt', 'Second')] });
    const [a, b] = [...sent.attachments.values()];
    const path = `/channels/${sent.channelId}/messages/${sent.id}`;
    const attachments = [{ id: a?.id }, { id: b?.id, description: 'Changed' }];
    const { body } = await callApi(sandbox, 'PATCH', path, { attachments });
    expect(body).toMatchObject({
      attachments: [{ description: 'First' }, { description: 'Changed' }],
    });
  });

  test('that are uploaded are added if listed, or if no files are listed', async () => {
    const { sandbox, channel } = await open();
    const sent = await channel.send({ files: [file('a.txt')] });
    const files = ['b.txt', 'c.txt'];
    const all = await patch({ sandbox }, sent, { body: {}, files });
    expect(all.names).toEqual(['a.txt', 'b.txt', 'c.txt']);
    const body = { attachments: [{ id: 1, filename: 'renamed.txt' }] };
    expect((await patch({ sandbox }, sent, { body, files })).names).toEqual(['renamed.txt']);
  });

  test('that were not sent cannot be listed, and ten is the maximum', async () => {
    const { sandbox, channel } = await open();
    const sent = await channel.send({ files: [file('a.txt')] });
    const [a] = sent.attachments.values();
    const body = { attachments: [{ id: a?.id }, { id: '0' }, { id: '7' }] };
    const refused = await patch({ sandbox }, sent, { body, files: ['b.txt'] });
    expect(refused.answer).toMatchObject({
      code: 50035,
      errors: { attachments: { 2: { _errors: [{ code: 'ATTACHMENT_NOT_FOUND' }] } } },
    });
    const files = Array.from({ length: 10 }, (_, index) => `${index}.txt`);
    const crowded = await patch({ sandbox }, sent, { body: {}, files });
    expect(crowded.answer).toMatchObject({
      errors: { attachments: { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH' }] } },
    });
    const fits = await patch({ sandbox }, sent, { body: {}, files: files.slice(1) });
    expect(fits.names).toHaveLength(10);
  });

  test('can be changed by an answer and by a button', async () => {
    const { anna } = await open(async (interaction) => {
      if (interaction.isButton()) {
        const attachments = [...interaction.message.attachments.values()].slice(0, 1);
        return interaction.update({ attachments, files: [file('c.txt')], components: [] });
      }
      if (!interaction.isChatInputCommand()) return undefined;
      await interaction.deferReply();
      const files = [file('a.txt'), file('b.txt')];
      return interaction.editReply({ files, components: [button('go', 'Go')] });
    });
    const names = (message: { attachments: readonly { filename: string }[] }) =>
      message.attachments.map(({ filename }) => filename);
    expect(names(messageOf(await anna.run('/ping')))).toEqual(['a.txt', 'b.txt']);
    expect(names(messageOf(await anna.press('Go')))).toEqual(['a.txt', 'c.txt']);
  });

  test('removed by an edit cannot be shown in it', async () => {
    const { sandbox, channel } = await open();
    const components = [{ type: 13, file: { url: 'attachment://a.txt' } }] as const;
    const sent = await channel.send({ flags: v2, files: [file('a.txt')], components });
    const path = `/channels/${sent.channelId}/messages/${sent.id}`;
    const refused = await callApi(sandbox, 'PATCH', path, { attachments: [], components });
    expect(refused).toMatchObject({ status: 400, body: { code: 50035 } });
    expect((await callApi(sandbox, 'PATCH', path, { components })).status).toBe(200);
  });
});

describe('Components V2', () => {
  test('can be set by an edit, but not removed', async () => {
    const { sandbox, channel, driver } = await open();
    const sent = await channel.send('words');
    const card = await sent.edit({ content: null, flags: v2, components: [text('card')] });
    expect(card.flags.has(v2)).toBe(true);
    const path = `/channels/${sent.channelId}/messages/${sent.id}`;
    const components = [text('other')];
    for (const flags of [0, null, undefined]) {
      const { body } = await callApi(sandbox, 'PATCH', path, { flags, components });
      expect(body).toMatchObject({ flags: v2, components });
    }
    expect(await driver.findings()).toEqual([]);
    const back = { content: 'words', flags: 0, components: [] };
    const refused = await callApi(sandbox, 'PATCH', path, back);
    expect(refused).toMatchObject({ status: 400, body: { code: 50035 } });
  });

  test('remain after an update by a button, with or without the flag', async () => {
    const { anna, errors } = await open((interaction) => {
      if (interaction.isButton()) return interaction.update({ components: [text('second')] });
      const components = [text('first'), button('go', 'Go')];
      return interaction.isRepliable() && interaction.reply({ flags: v2, components });
    });
    await anna.run('/ping');
    const second = messageOf(await anna.press('Go'));
    expect(textOf(second)).toBe('second');
    expect(second.flags).toBe(v2);
    expect(errors).toEqual([]);
  });

  test('cannot get content by an update, and the bot may try again', async () => {
    const { anna, errors } = await open(async (interaction) => {
      if (!interaction.isButton()) {
        const components = [text('first'), button('go', 'Go')];
        return interaction.isRepliable() && interaction.reply({ flags: v2, components });
      }
      await interaction.update('words').catch((error: Error) => errors.push(error));
      return interaction.update({ components: [text('second')] });
    });
    await anna.run('/ping');
    expect((await anna.press('Go')).text).toBe('second');
    expect(errors).toMatchObject([{ code: 50035 }]);
  });
});

test('an update to an empty message is refused, and the bot may try again', async () => {
  const { anna, errors } = await open(async (interaction) => {
    if (!interaction.isButton()) {
      const components = [button('go', 'Go')];
      return interaction.isRepliable() && interaction.reply({ content: 'first', components });
    }
    const nothing = { content: '', components: [] };
    await interaction.update(nothing).catch((error: Error) => errors.push(error));
    return interaction.update({ content: 'second', components: [] });
  });
  await anna.run('/ping');
  expect((await anna.press('Go')).text).toBe('second');
  expect(errors).toMatchObject([{ code: 50006 }]);
});
