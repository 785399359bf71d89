/** A real discord.js bot answers commands and components in all possible ways. */
import {
  ActionRowBuilder,
  ApplicationIntegrationType,
  MessageFlags,
  StringSelectMenuBuilder,
  UserSelectMenuBuilder,
} from 'discord.js';
import { describe, expect, test } from 'vitest';
import { textOf } from '../../src/sandbox/driver.ts';
import { button, commands, messageOf, withBot } from './bots.ts';
import { openBot, openSandbox } from './support.ts';

describe('commands', () => {
  test('are answered with a message that everyone in the channel sees', async () => {
    const { driver, errors } = await withBot(
      (interaction) => interaction.isChatInputCommand() && interaction.reply('pong'),
    );
    const anna = await driver.person('Anna');
    const ben = await driver.person('Ben');
    const answer = await anna.run('/ping', {}, { channel: 'general' });
    expect(answer.text).toBe('pong');
    const message = messageOf(answer);
    expect(message.used_command).toBe('ping');
    expect(message.type).toBe(20);
    expect(message.interaction_metadata?.user.id).toBe(anna.id);
    expect((await ben.sees('pong', { channel: 'general' })).id).toBe(message.id);
    expect(errors).toEqual([]);
  });

  test('are deferred, edited and followed up only for the caller', async () => {
    const { driver, errors } = await withBot(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.editReply('done');
      await interaction.followUp({ content: 'and more', flags: MessageFlags.Ephemeral });
      await interaction.followUp('for all');
    });
    const anna = await driver.person('Anna');
    const ben = await driver.person('Ben');
    const answer = await anna.run('/ping');
    expect(answer.text).toBe('done');
    expect(messageOf(answer).flags).toBe(MessageFlags.Ephemeral);
    await anna.sees('and more');
    await ben.sees('for all');
    expect((await ben.messages()).map(textOf)).toEqual(['for all']);
    expect((await anna.messages()).map(textOf)).toEqual(['done', 'and more', 'for all']);
    expect(errors).toEqual([]);
  });

  test('contain options of every type with their resolved objects', async () => {
    const { driver, sandbox, errors } = await withBot(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const { options } = interaction;
      await interaction.reply(
        JSON.stringify([
          options.getString('what', true),
          options.getInteger('count'),
          options.getNumber('weight'),
          options.getBoolean('wrapped'),
          options.getUser('to')?.displayName,
          options.getMember('to') !== null,
          options.getChannel('where')?.id,
          options.getString('color'),
        ]),
      );
    });
    const anna = await driver.person('Anna');
    const ben = await driver.person('Ben');
    const answer = await anna.run('/give', {
      what: 'cake',
      count: 2,
      weight: 1.5,
      wrapped: true,
      to: ben,
      where: sandbox.channels['market'] ?? '',
      color: 'blue',
    });
    const market = sandbox.channels['market'];
    expect(JSON.parse(answer.text)).toEqual(['cake', 2, 1.5, true, 'Ben', true, market, 'blue']);
    expect(errors).toEqual([]);
  });

  test.each([
    ['a required option is missing', {}, 'what is required'],
    ['a text is too long', { what: 'x'.repeat(11) }, '10 or fewer'],
    ['a number is too large', { what: 'x', count: 6 }, '5 or less'],
    ['a whole number has a fraction', { what: 'x', count: 1.5 }, 'whole number'],
    ['a value is none of the choices', { what: 'x', color: 'green' }, 'one of the choices'],
    ['a person does not exist', { what: 'x', to: '123456789012345678' }, 'member'],
    ['an option does not exist', { what: 'x', nope: 'y' }, 'no option nope'],
  ])('are not sent by a client when %s', async (_, options, reason) => {
    const { driver } = await withBot(() => undefined);
    const anna = await driver.person('Anna');
    await expect(anna.run('/give', options)).rejects.toThrow(reason);
  });

  test('can be sent unchecked', async () => {
    const { driver } = await withBot(
      (interaction) =>
        interaction.isChatInputCommand() &&
        interaction.reply(`${interaction.options.getInteger('count')}`),
    );
    const anna = await driver.person('Anna');
    const answer = await anna.run('/give', { count: 99 }, { unchecked: true });
    expect(answer.text).toBe('99');
  });

  test('have subcommands in groups', async () => {
    const { driver } = await withBot(
      (interaction) =>
        interaction.isChatInputCommand() &&
        interaction.reply(
          [
            interaction.options.getSubcommandGroup(),
            interaction.options.getSubcommand(),
            interaction.options.getString('color'),
          ].join(' '),
        ),
    );
    const anna = await driver.person('Anna');
    const answer = await anna.run('/tree branch leaf', { color: 'green' });
    expect(answer.text).toBe('branch leaf green');
    expect(messageOf(answer).used_command).toBe('tree branch leaf');
    await expect(anna.run('/tree')).rejects.toThrow('no command tree');
  });

  test('come from context menus of people and messages', async () => {
    const { driver, errors } = await withBot((interaction) => {
      if (interaction.isUserContextMenuCommand()) {
        return interaction.reply(`waves at ${interaction.targetUser.displayName}`);
      }
      if (interaction.isMessageContextMenuCommand()) {
        return interaction.reply(`> ${interaction.targetMessage.content}`);
      }
      return undefined;
    });
    const anna = await driver.person('Anna');
    const ben = await driver.person('Ben');
    expect((await anna.run('Wave at', {}, { target: ben })).text).toBe('waves at Ben');
    const said = await ben.say('To be or not to be', { channel: 'general' });
    const quote = await anna.run('Quote', {}, { target: said.id });
    expect(quote.text).toBe('> To be or not to be');
    expect(messageOf(quote).type).toBe(23);
    expect(errors).toEqual([]);
  });

  test('work in direct messages, without a server', async () => {
    const { driver, errors } = await withBot(
      (interaction) =>
        interaction.isChatInputCommand() &&
        interaction.reply(`${interaction.guildId} ${interaction.user.username}`),
    );
    const anna = await driver.person('Anna');
    const answer = await anna.run('/ping', {}, { dm: true });
    expect(answer.text).toBe('null anna');
    expect((await anna.dms()).map(textOf)).toEqual(['null anna']);
    expect(errors).toEqual([]);
  });

  test('contain the owner of the app installation, as do buttons of their answers', async () => {
    const seen: unknown[] = [];
    const setting = await openSandbox();
    const { client } = await openBot(setting.sandbox, {
      onInteraction: async (interaction) => {
        const { guildId, userId } = interaction.authorizingIntegrationOwners;
        seen.push([guildId, userId]);
        seen.push(interaction.attachmentSizeLimit);
        if (interaction.isChatInputCommand()) {
          await interaction.reply({ content: 'one', components: [button('next', 'Next')] });
        } else if (interaction.isButton()) await interaction.reply('two');
      },
    });
    const integrationTypes = [ApplicationIntegrationType.UserInstall];
    await client.application.commands.set([
      { name: 'ours', description: 'Ours' },
      { name: 'mine', description: 'Mine', integrationTypes },
    ]);
    const anna = await setting.driver.person('Anna');
    const tenMiB = 10 * 1024 * 1024;
    const calls: readonly [string, object, unknown[]][] = [
      ['/ours', { channel: 'general' }, [setting.sandbox.servers['town'], null]],
      ['/ours', { dm: true }, ['0', null]],
      ['/mine', { channel: 'general' }, [null, anna.id]],
    ];
    for (const [command, place, owners] of calls) {
      const on = messageOf(await anna.run(command, {}, place));
      await anna.press('Next', { on });
      expect(seen.splice(0)).toEqual([owners, tenMiB, owners, tenMiB]);
    }
  });

  test('not answered in time fail in the client, and late answers are refused', async () => {
    const setting = await openSandbox({ deadlines: { firstAnswerMs: 60 } });
    const { client, errors } = await openBot(setting.sandbox, {
      onInteraction: async (interaction) => {
        if (!interaction.isChatInputCommand()) return;
        await new Promise((resolve) => setTimeout(resolve, 150));
        await interaction.reply('too late');
      },
    });
    await client.application.commands.set(commands);
    const anna = await setting.driver.person('Anna');
    const answer = await anna.run('/ping');
    expect(answer).toEqual({ kind: 'failed', text: 'The application did not respond' });
    await expect.poll(() => errors[0]).toMatchObject({ code: 10062, status: 404 });
    expect(await anna.messages()).toEqual([]);
  });
});

describe('components', () => {
  test('update their message, at once or after a deferral', async () => {
    const { driver, errors } = await withBot(async (interaction) => {
      if (interaction.isChatInputCommand()) {
        await interaction.reply({ content: 'one', components: [button('next', 'Next')] });
      } else if (interaction.isButton() && interaction.customId === 'next') {
        await interaction.update({ content: 'two', components: [button('last', 'Last')] });
      } else if (interaction.isButton()) {
        await interaction.deferUpdate();
        await interaction.editReply({ content: 'three', components: [] });
      }
    });
    const anna = await driver.person('Anna');
    const first = messageOf(await anna.run('/ping'));
    const second = messageOf(await anna.press('Next'));
    const third = messageOf(await anna.press('Last'));
    expect([first, second, third].map(textOf)).toEqual(['one', 'two', 'three']);
    expect(new Set([first.id, second.id, third.id]).size).toBe(1);
    expect(third.components).toEqual([]);
    expect(errors).toEqual([]);
  });

  test('answer with a new message that refers to theirs', async () => {
    const { driver } = await withBot(async (interaction) => {
      if (interaction.isChatInputCommand()) {
        await interaction.reply({ content: 'ask', components: [button('more', 'More')] });
      } else if (interaction.isButton()) {
        await interaction.reply({ content: 'more', flags: MessageFlags.Ephemeral });
      }
    });
    const anna = await driver.person('Anna');
    const asked = messageOf(await anna.run('/ping'));
    const ben = await driver.person('Ben');
    const more = messageOf(await ben.press('More', { on: asked }));
    expect(more.message_reference?.message_id).toBe(asked.id);
    expect(more.visible_to).toBe(ben.id);
    expect((await anna.messages()).map(textOf)).toEqual(['ask']);
  });

  test('contain the choices made in menus', async () => {
    const { driver, errors } = await withBot(async (interaction) => {
      if (interaction.isChatInputCommand()) {
        const fruits = new StringSelectMenuBuilder()
          .setCustomId('fruit')
          .setPlaceholder('Fruit')
          .setMaxValues(2)
          .addOptions(['apple', 'pear', 'plum'].map((value) => ({ label: value, value })));
        const people = new UserSelectMenuBuilder().setCustomId('who').setPlaceholder('Who');
        await interaction.reply({
          components: [
            new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(fruits),
            new ActionRowBuilder<UserSelectMenuBuilder>().addComponents(people),
          ],
        });
      } else if (interaction.isStringSelectMenu()) {
        await interaction.reply(interaction.values.join(' and '));
      } else if (interaction.isUserSelectMenu()) {
        await interaction.reply(interaction.users.map((user) => user.displayName).join());
      }
    });
    const anna = await driver.person('Anna');
    const ben = await driver.person('Ben');
    const asked = messageOf(await anna.run('/ping'));
    expect((await anna.choose('Fruit', ['pear', 'plum'])).text).toBe('pear and plum');
    expect((await anna.choose('Who', [ben], { on: asked })).text).toBe('Ben');
    const three = anna.choose('Fruit', ['pear', 'plum', 'apple'], { on: asked });
    await expect(three).rejects.toThrow('at most 2');
    await expect(anna.choose('Fruit', ['fig'], { on: asked })).rejects.toThrow('fig');
    expect(errors).toEqual([]);
  });

  test('have emoji on buttons and options, as discord.js sends them', async () => {
    const { driver, errors } = await withBot(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const row = button('like', 'Like');
      row.components[0]?.setEmoji('👍');
      const moving = { name: 'wave', id: '123456789012345678', animated: true };
      const menu = new StringSelectMenuBuilder()
        .setCustomId('mood')
        .addOptions({ label: 'Well', value: 'well', emoji: '<:smile:123456789012345678>' })
        .addOptions({ label: 'Waving', value: 'wave', emoji: moving });
      const menus = new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(menu);
      await interaction.reply({ components: [row, menus] });
    });
    const anna = await driver.person('Anna');
    const { components } = messageOf(await anna.run('/ping'));
    expect(components).toMatchObject([
      { components: [{ emoji: { name: '👍' } }] },
      { components: [{ options: [{ emoji: { name: 'smile' } }, { emoji: { animated: true } }] }] },
    ]);
    expect(errors).toEqual([]);
    expect(await driver.findings()).toEqual([]);
  });

  test('that are disabled or missing cannot be pressed', async () => {
    const { driver } = await withBot(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const row = button('dead', 'Dead');
      row.components[0]?.setDisabled(true);
      await interaction.reply({ components: [row] });
    });
    const anna = await driver.person('Anna');
    await anna.run('/ping');
    await expect(anna.press('Dead')).rejects.toThrow('disabled');
    await expect(anna.press('Other')).rejects.toThrow('No "Other"');
  });
});
