/** Autocomplete: choices offered by the bot while a person types an option. */
import {
  ApplicationCommandOptionType,
  InteractionType,
  Locale,
  SlashCommandBuilder,
  type AutocompleteInteraction,
} from 'discord.js';
import { describe, expect, test } from 'vitest';
import { callApi, openBot, openSandbox, openSilentBot } from './support.ts';
import { times } from './parts.ts';

const guide = new SlashCommandBuilder()
  .setName('guide')
  .setDescription('Search the guide')
  .addSubcommand((sub) =>
    sub
      .setName('find')
      .setDescription('A page')
      .addStringOption((option) =>
        option
          .setName('query')
          .setDescription('Phrase to search for')
          .setRequired(true)
          .setAutocomplete(true),
      )
      .addIntegerOption((option) =>
        option.setName('version').setDescription('Which').setAutocomplete(true).setMinValue(10),
      )
      .addUserOption((option) => option.setName('for').setDescription('Whom to show it')),
  );

async function guideBot(onType: (interaction: AutocompleteInteraction) => Promise<unknown>) {
  const setting = await openSandbox();
  const { client, errors } = await openBot(setting.sandbox, {
    onInteraction: (interaction) => {
      if (interaction.isAutocomplete()) return onType(interaction);
      if (!interaction.isChatInputCommand()) return undefined;
      return interaction.reply(`Found ${interaction.options.getString('query')}`);
    },
  });
  await client.application.commands.set([guide]);
  return { ...setting, errors };
}

const pages = ['Popular Topics: Threads', 'Sharding: Getting started', 'Library: Voice'];

describe('autocomplete', () => {
  test('offers matching choices, and the choice is sent with the command', async () => {
    const bot = await guideBot((interaction) => {
      const typed = interaction.options.getFocused();
      const found = pages.filter((page) => page.startsWith(typed));
      return interaction.respond(found.map((page) => ({ name: page, value: page })));
    });
    const anna = await bot.driver.person('Anna');
    const offered = await anna.suggestions('/guide find', { option: 'query', typed: 'Sh' });
    expect(offered).toEqual([{ name: pages[1], value: pages[1] }]);
    expect(await anna.suggestions('/guide find', { option: 'query' })).toHaveLength(3);
    expect(await anna.suggestions('/guide find', { option: 'query', typed: 'zz' })).toEqual([]);
    const query = `${offered?.[0]?.value}`;
    expect((await anna.run('/guide find', { query })).text).toBe(`Found ${query}`);
    expect(bot.errors).toEqual([]);
    expect(await bot.driver.findings()).toEqual([]);
  });

  test('sends the other options and the focused one, and requires none', async () => {
    const seen: unknown[] = [];
    const bot = await guideBot((interaction) => {
      const { options, commandName, type, user } = interaction;
      seen.push({ commandName, type, sub: options.getSubcommand(), by: user.displayName });
      seen.push(options.getFocused(true));
      seen.push(options.get('for')?.value);
      return interaction.respond([{ name: 'Fourteen', value: 14 }]);
    });
    const anna = await bot.driver.person('Anna');
    const ben = await bot.driver.person('Ben');
    const offered = await anna.suggestions('/guide find', {
      option: 'version',
      typed: '1',
      options: { for: ben },
    });
    expect(offered).toEqual([{ name: 'Fourteen', value: 14 }]);
    const type = InteractionType.ApplicationCommandAutocomplete;
    expect(seen).toEqual([
      { commandName: 'guide', type, sub: 'find', by: 'Anna' },
      expect.objectContaining({
        name: 'version',
        type: ApplicationCommandOptionType.Integer,
        value: '1',
        focused: true,
      }),
      ben.id,
    ]);
    expect(bot.errors).toEqual([]);
  });

  test('refuses names in a language Discord does not have', async () => {
    const bot = await guideBot((interaction) => {
      const nameLocalizations = { xx: 'Hilfe' } as never;
      return interaction.respond([{ name: 'Help', value: 'help', nameLocalizations }]);
    });
    const anna = await bot.driver.person('Anna');
    void anna.suggestions('/guide find', { option: 'query' }).catch(() => undefined);
    await expect.poll(() => bot.errors[0]).toMatchObject({ code: 50035 });
    const [finding] = await bot.driver.findings();
    expect(finding?.detail).toContain('data.choices.0.name_localizations.xx: Value must be one of');
  });

  test("names choices in the person's language", async () => {
    const bot = await guideBot((interaction) => {
      const nameLocalizations = { [Locale.German]: 'Hilfe' };
      return interaction.respond([{ name: 'Help', value: 'help', nameLocalizations }]);
    });
    const anna = await bot.driver.person('Anna');
    const ben = await bot.driver.person('Ben');
    await ben.change({ locale: 'de' });
    const typing = { option: 'query' };
    expect(await anna.suggestions('/guide find', typing)).toEqual([
      { name: 'Help', value: 'help' },
    ]);
    expect(await ben.suggestions('/guide find', typing)).toEqual([
      { name: 'Hilfe', value: 'help' },
    ]);
  });

  test('fails in the client if the bot is too slow, and adds a finding', async () => {
    const setting = await openSandbox({ deadlines: { firstAnswerMs: 60 } });
    const { client } = await openBot(setting.sandbox);
    await client.application.commands.set([guide]);
    const anna = await setting.driver.person('Anna');
    expect(await anna.suggestions('/guide find', { option: 'query', typed: 'a' })).toBeNull();
    const [finding] = await setting.driver.findings();
    expect(finding).toMatchObject({ rule: 'answer within 60 ms' });
    expect(finding?.detail).toContain('/guide find query');
  });

  test('is requested only for options that have it', async () => {
    const bot = await guideBot((interaction) => interaction.respond([]));
    const anna = await bot.driver.person('Anna');
    const ask = (command: string, option: string) => anna.suggestions(command, { option });
    await expect(ask('/guide find', 'for')).rejects.toThrow('has no autocomplete');
    await expect(ask('/guide find', 'nope')).rejects.toThrow('has no autocomplete');
    await expect(ask('/nope', 'query')).rejects.toThrow('no command nope');
  });
});

describe('answers to an autocomplete', () => {
  const name = 'x';
  const long = 'BASE_TYPE_MAX_LENGTH';
  const kind = 'APPLICATION_COMMAND_OPTIONS_CHOICES_VALUE_TYPE';
  const many = times(26, (n) => ({ name, value: `${n}` }));
  test.each([
    ['more than 25 choices', 'query', many, '', long],
    ['a name of 101', 'query', [{ name: 'x'.repeat(101), value: 'x' }], '0.name', long],
    ['an empty name', 'query', [{ name: '', value: 'x' }], '0.name', 'BASE_TYPE_REQUIRED'],
    ['a value of 101', 'query', [{ name, value: 'x'.repeat(101) }], '0.value', long],
    ['a number for a text', 'query', [{ name, value: 1 }], '0.value', kind],
    ['a text for a number', 'version', [{ name, value: 'x' }], '0.value', kind],
    ['a fraction for a whole number', 'version', [{ name, value: 1.5 }], '0.value', kind],
    ['a key nobody knows', 'query', [{ name, value: 'x', note: 1 }], '0.note', 'UNKNOWN_FIELD'],
  ])('are refused with %s, and can be sent again', async (_, option, choices, where, code) => {
    const setting = await openSandbox();
    const bot = await openSilentBot(setting);
    const path = `/applications/${setting.sandbox.applicationId}/commands`;
    await callApi(setting.sandbox, 'PUT', path, [guide.toJSON()]);
    const offered = new Promise((resolve) => {
      void bot
        .pendingAfter(async () => resolve(await bot.anna.suggestions('/guide find', { option })))
        .then(async (pending) => {
          const refused = await pending.callback({ type: 8, data: { choices } });
          expect(refused).toMatchObject({ status: 400, body: { code: 50_035 } });
          const path = ['errors', 'data', 'choices', ...where.split('.').filter(Boolean)];
          expect(refused.body).toHaveProperty([...path, '_errors', 0, 'code'], code);
          const message = await pending.callback({ type: 4, data: { content: 'No' } });
          expect(message).toMatchObject({ status: 400, body: { code: 50_035 } });
          const right = await pending.callback({ type: 8, data: { choices: [] } });
          expect(right.status).toBe(204);
        })
        .catch(resolve);
    });
    expect(await offered).toEqual([]);
  });
});
