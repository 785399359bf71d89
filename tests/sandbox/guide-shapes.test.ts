/**
 * Bots structured as in the discord.js guide, with one file per command that exports `data` and
 * `execute`: collectors, awaited components, modals, selects.
 */
import {
  ActionRowBuilder,
  ApplicationCommandType,
  ButtonBuilder,
  ButtonStyle,
  Collection,
  ComponentType,
  ContextMenuCommandBuilder,
  EmbedBuilder,
  GatewayIntentBits,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  PermissionFlagsBits,
  REST,
  Routes,
  SlashCommandBuilder,
  StringSelectMenuBuilder,
  StringSelectMenuOptionBuilder,
  TextInputBuilder,
  TextInputStyle,
  UserSelectMenuBuilder,
  type ChatInputCommandInteraction,
  type ContextMenuCommandInteraction,
  type Interaction,
  type UserSelectMenuInteraction,
} from 'discord.js';
import { describe, expect, test } from 'vitest';
import type { Driver } from '../../src/sandbox/driver.ts';
import { messageOf } from './bots.ts';
import { openBot, openSandbox } from './support.ts';

type Invoked = ChatInputCommandInteraction | ContextMenuCommandInteraction;
interface Command<Kind extends Invoked = never> {
  readonly data: { readonly name: string; toJSON(): unknown };
  execute(interaction: Kind): Promise<unknown>;
}

/** The guide's own three parts: a deploy script, a collection of commands, one listener. */
async function guideBot(
  list: readonly Command[],
  onOther: (interaction: Interaction) => unknown = () => undefined,
): Promise<{ readonly driver: Driver; readonly errors: Error[] }> {
  const { sandbox, driver } = await openSandbox();
  const rest = new REST({ api: sandbox.apiUrl }).setToken(sandbox.botToken);
  const route = Routes.applicationGuildCommands(
    sandbox.applicationId,
    sandbox.servers['town'] ?? '',
  );
  const deployed = await rest.put(route, { body: list.map(({ data }) => data.toJSON()) });
  expect(deployed).toHaveLength(list.length);
  const commands = new Collection(list.map((command) => [command.data.name, command]));
  const { errors } = await openBot(sandbox, {
    client: { intents: [GatewayIntentBits.Guilds] },
    onInteraction: (interaction) => {
      if (!interaction.isCommand()) return onOther(interaction);
      return commands.get(interaction.commandName)?.execute(interaction as never);
    },
  });
  return { driver, errors };
}

const ping: Command<ChatInputCommandInteraction> = {
  data: new SlashCommandBuilder().setName('ping').setDescription('Replies with Pong!'),
  async execute(interaction) {
    const sent = await interaction.reply({ content: 'Pinging…', withResponse: true });
    const at = sent.resource?.message?.createdTimestamp ?? 0;
    const isSoon = at - interaction.createdTimestamp < 3_000;
    await interaction.editReply(isSoon ? 'Pong!' : 'Pong, late!');
    await interaction.followUp({ content: 'Pong again!', flags: MessageFlags.Ephemeral });
  },
};

const inform: Command<ChatInputCommandInteraction> = {
  data: new SlashCommandBuilder()
    .setName('info')
    .setDescription('About a person or the server')
    .addSubcommand((sub) =>
      sub
        .setName('user')
        .setDescription('About a person')
        .addUserOption((option) => option.setName('target').setDescription('Who')),
    )
    .addSubcommand((sub) => sub.setName('server').setDescription('About the server')),
  async execute(interaction) {
    const embed = new EmbedBuilder().setColor(0x0099ff);
    if (interaction.options.getSubcommand() === 'server') {
      embed.setTitle(interaction.guild?.name ?? 'nowhere');
      embed.setDescription(`${interaction.guild?.memberCount} members`);
    } else {
      const user = interaction.options.getUser('target') ?? interaction.user;
      embed.setTitle(user.username).setFooter({ text: `Asked by ${interaction.user.username}` });
    }
    await interaction.reply({ embeds: [embed] });
  },
};

const row = <Part extends ButtonBuilder | StringSelectMenuBuilder | UserSelectMenuBuilder>(
  ...parts: Part[]
) => new ActionRowBuilder<Part>().addComponents(parts);

const ban: Command<ChatInputCommandInteraction> = {
  data: new SlashCommandBuilder()
    .setName('ban')
    .setDescription('Asks before it acts')
    .addUserOption((option) => option.setName('target').setDescription('Who').setRequired(true))
    .setDefaultMemberPermissions(PermissionFlagsBits.BanMembers),
  async execute(interaction) {
    const target = interaction.options.getUser('target', true);
    const confirm = new ButtonBuilder()
      .setCustomId('confirm')
      .setLabel('Confirm Ban')
      .setStyle(ButtonStyle.Danger);
    const cancel = new ButtonBuilder()
      .setCustomId('cancel')
      .setLabel('Cancel')
      .setStyle(ButtonStyle.Secondary);
    const response = await interaction.reply({
      content: `Are you sure you want to ban ${target}?`,
      components: [row(cancel, confirm)],
      withResponse: true,
    });
    const pressed = await response.resource?.message?.awaitMessageComponent({
      filter: (press) => press.user.id === interaction.user.id,
      time: 10_000,
    });
    const content = pressed?.customId === 'confirm' ? 'Banned' : 'Action cancelled';
    await pressed?.update({ content, components: [] });
  },
};

const starter: Command<ChatInputCommandInteraction> = {
  data: new SlashCommandBuilder().setName('starter').setDescription('Choose a starter'),
  async execute(interaction) {
    const names = ['Bulbasaur', 'Charmander', 'Squirtle'];
    const options = names.map((name) =>
      new StringSelectMenuOptionBuilder().setLabel(name).setValue(name.toLowerCase()),
    );
    const select = new StringSelectMenuBuilder()
      .setCustomId('starter')
      .setPlaceholder('Make a selection!')
      .addOptions(options);
    const people = new UserSelectMenuBuilder()
      .setCustomId('friends')
      .setPlaceholder('With whom?')
      .setMaxValues(2);
    const response = await interaction.reply({
      content: 'Choose!',
      components: [row(select), row(people)],
      withResponse: true,
    });
    const message = response.resource?.message;
    message
      ?.createMessageComponentCollector({ componentType: ComponentType.StringSelect, time: 10_000 })
      .on('collect', (chosen) => void chosen.reply(`${chosen.user.username}: ${chosen.values}`));
    message
      ?.createMessageComponentCollector({ componentType: ComponentType.UserSelect, time: 10_000 })
      .on('collect', (chosen) => void nameFriends(chosen));
  },
};

async function nameFriends(chosen: UserSelectMenuInteraction): Promise<void> {
  await chosen.deferUpdate();
  await chosen.editReply({
    content: `With ${chosen.users.map((user) => user.displayName).join(' and ')}`,
    components: [],
  });
}

const survey: Command<ChatInputCommandInteraction> = {
  data: new SlashCommandBuilder().setName('survey').setDescription('Opens a form'),
  async execute(interaction) {
    const hobbies = new TextInputBuilder()
      .setCustomId('hobbies')
      .setStyle(TextInputStyle.Paragraph)
      .setMaxLength(100);
    const food = new StringSelectMenuBuilder()
      .setCustomId('food')
      .addOptions({ label: 'Soup', value: 'soup' }, { label: 'Bread', value: 'bread' });
    await interaction.showModal(
      new ModalBuilder()
        .setCustomId('survey')
        .setTitle('Survey')
        .addLabelComponents(
          new LabelBuilder().setLabel('What are your hobbies?').setTextInputComponent(hobbies),
          new LabelBuilder().setLabel('What do you eat?').setStringSelectMenuComponent(food),
        ),
    );
  },
};

const avatar: Command<ContextMenuCommandInteraction> = {
  data: new ContextMenuCommandBuilder().setName('User Name').setType(ApplicationCommandType.User),
  async execute(interaction) {
    if (!interaction.isUserContextMenuCommand()) return;
    await interaction.reply(`It is ${interaction.targetUser.username}`);
  },
};

const report: Command<ContextMenuCommandInteraction> = {
  data: new ContextMenuCommandBuilder().setName('Report').setType(ApplicationCommandType.Message),
  async execute(interaction) {
    if (!interaction.isMessageContextMenuCommand()) return;
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const { author, content } = interaction.targetMessage;
    await interaction.editReply(`Reported ${author.username}: ${content}`);
  },
};

async function expectClean(bot: { readonly driver: Driver; readonly errors: Error[] }) {
  expect(bot.errors).toEqual([]);
  expect(await bot.driver.findings()).toEqual([]);
}

describe("the guide's bots", () => {
  test('reply, edit the reply and follow up', async () => {
    const bot = await guideBot([ping]);
    const anna = await bot.driver.person('Anna');
    const answer = messageOf(await anna.run('/ping'));
    await anna.seesChange(answer, ({ content }) => content === 'Pong!');
    const more = await anna.sees('Pong again!');
    expect(more.visible_to).toBe(anna.id);
    await expectClean(bot);
  });

  test('show information about people and servers, by options and subcommands', async () => {
    const bot = await guideBot([inform]);
    const anna = await bot.driver.person('Anna');
    const ben = await bot.driver.person('Ben');
    const about = messageOf(await anna.run('/info user', { target: ben }));
    expect(about.embeds[0]).toMatchObject({
      title: ben.person.username,
      footer: { text: `Asked by ${anna.person.username}` },
    });
    const self = messageOf(await ben.run('/info user'));
    expect(self.embeds[0]?.title).toBe(ben.person.username);
    const server = messageOf(await anna.run('/info server'));
    expect(server.embeds[0]).toMatchObject({ title: 'Town', description: '3 members' });
    await expectClean(bot);
  });

  test('ask with buttons, and only members who may ban see the command', async () => {
    const bot = await guideBot([ban]);
    const anna = await bot.driver.person('Anna');
    const ben = await bot.driver.person('Ben');
    const asked = await anna.run('/ban', { target: ben });
    expect(asked.text).toContain(`<@${ben.id}>`);
    const done = messageOf(await anna.press('Confirm Ban'));
    expect(done).toMatchObject({ id: messageOf(asked).id, content: 'Banned', components: [] });
    await anna.run('/ban', { target: ben });
    expect((await anna.press('Cancel')).text).toBe('Action cancelled');
    const [town] = ben.view.servers;
    expect(town?.commands).toEqual([]);
    await expectClean(bot);
  });

  test('collect choices in menus', async () => {
    const bot = await guideBot([starter]);
    const anna = await bot.driver.person('Anna');
    const ben = await bot.driver.person('Ben');
    const menus = messageOf(await anna.run('/starter'));
    const chosen = await anna.choose('Make a selection!', ['squirtle'], { on: menus });
    expect(chosen.text).toBe(`${anna.person.username}: squirtle`);
    const friends = await anna.choose('With whom?', [anna, ben], { on: menus });
    expect(messageOf(friends).id).toBe(menus.id);
    expect(friends.text).toBe('With Anna and Ben');
    await expectClean(bot);
  });

  test('open a form and read it', async () => {
    const bot = await guideBot([survey], async (interaction) => {
      if (!interaction.isModalSubmit() || interaction.customId !== 'survey') return;
      const hobbies = interaction.fields.getTextInputValue('hobbies');
      const [food] = interaction.fields.getStringSelectValues('food');
      await interaction.reply(`${hobbies} and ${food}`);
    });
    const anna = await bot.driver.person('Anna');
    expect((await anna.run('/survey')).kind).toBe('modal');
    await expect(anna.fill({ food: ['soup'] })).rejects.toThrow();
    expect((await anna.fill({ hobbies: 'Chess', food: ['soup'] })).text).toBe('Chess and soup');
    expect(anna.modal).toBeNull();
    await expectClean(bot);
  });

  test('appear in the context menus of people and messages', async () => {
    const bot = await guideBot([avatar, report]);
    const anna = await bot.driver.person('Anna');
    const ben = await bot.driver.person('Ben');
    const about = await anna.run('User Name', {}, { target: ben });
    expect(about.text).toBe(`It is ${ben.person.username}`);
    const said = await ben.say('Buy now!');
    const answer = messageOf(await anna.run('Report', {}, { target: said.id }));
    expect(answer.content).toBe(`Reported ${ben.person.username}: Buy now!`);
    expect(answer.visible_to).toBe(anna.id);
    await expectClean(bot);
  });
});
