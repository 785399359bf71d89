/** A small real bot that answers with everything the page can draw, without a bank. */
import {
  ActionRowBuilder,
  ApplicationCommandType,
  ButtonBuilder,
  ButtonStyle,
  Client,
  ContextMenuCommandBuilder,
  EmbedBuilder,
  MessageFlags,
  SlashCommandBuilder,
  type ChatInputCommandInteraction,
  type Interaction,
  type ModalSubmitInteraction,
} from 'discord.js';
import {
  picture,
  text,
  button,
  card,
  textsForm,
  picksForm,
  selectsForm,
  filesForm,
  secretsForm,
  choicesForm,
  wide,
  lines,
  oldForm,
  menus,
  covered,
  marks,
} from './page-bot-parts.ts';
import { testPage } from './page-files.ts';
import type { Sandbox, SandboxOptions } from '../../src/sandbox/index.ts';
import { startSandbox } from '../../src/sandbox/index.ts';

const v2 = MessageFlags.IsComponentsV2;
const hidden = MessageFlags.Ephemeral;

const commands = [
  new SlashCommandBuilder().setName('ping').setDescription('Answers at once, to you alone'),
  new SlashCommandBuilder().setName('hello').setDescription('Answers so that everybody sees it'),
  new SlashCommandBuilder()
    .setName('send')
    .setDescription('Send something to somebody')
    .addStringOption((option) =>
      option.setName('what').setDescription('What to send').setRequired(true).setMaxLength(20),
    )
    .addUserOption((option) => option.setName('member').setDescription('Who gets it'))
    .addStringOption((option) =>
      option
        .setName('speed')
        .setDescription('How fast it goes')
        .addChoices({ name: 'Slowly', value: 'slow' }, { name: 'Fast', value: 'fast' }),
    )
    .addIntegerOption((option) =>
      option.setName('times').setDescription('How often').setMinValue(1).setMaxValue(9),
    )
    .addBooleanOption((option) => option.setName('quiet').setDescription('Without a sound')),
  new SlashCommandBuilder()
    .setName('lend')
    .setDescription('Lend something')
    .addStringOption((option) => option.setName('place').setDescription('Where it is'))
    .addUserOption((option) => option.setName('to').setDescription('Who gets it'))
    .addStringOption((option) => option.setName('amount').setDescription('How much'))
    .addStringOption((option) => option.setName('why').setDescription('What for')),
  new SlashCommandBuilder()
    .setName('form')
    .setDescription('Forms')
    .addSubcommand((sub) => sub.setName('texts').setDescription('A form with texts'))
    .addSubcommand((sub) => sub.setName('picks').setDescription('A form with things to pick'))
    .addSubcommand((sub) => sub.setName('selects').setDescription('A form with selects'))
    .addSubcommand((sub) => sub.setName('choices').setDescription('A form that ends in choices'))
    .addSubcommand((sub) => sub.setName('secrets').setDescription('A form with secrets'))
    .addSubcommand((sub) => sub.setName('files').setDescription('A form that takes files')),
  new SlashCommandBuilder().setName('card').setDescription('A card with everything on it'),
  new SlashCommandBuilder().setName('classic').setDescription('An embed with rows of components'),
  new SlashCommandBuilder().setName('album').setDescription('Several pictures at once'),
  new SlashCommandBuilder().setName('slow').setDescription('Thinks for a while'),
  new SlashCommandBuilder().setName('never').setDescription('Does not answer'),
  new SlashCommandBuilder().setName('letter').setDescription('Writes to you privately'),
  new SlashCommandBuilder().setName('marks').setDescription('Every mark of the language'),
  new SlashCommandBuilder()
    .setName('find')
    .setDescription('Find a fruit')
    .addStringOption((option) =>
      option
        .setName('fruit')
        .setDescription('Begin to type its name')
        .setRequired(true)
        .setAutocomplete(true),
    ),
  new SlashCommandBuilder()
    .setName('keep')
    .setDescription('Keep a file')
    .addAttachmentOption((option) =>
      option.setName('file').setDescription('What to keep').setRequired(true),
    )
    .addAttachmentOption((option) => option.setName('more').setDescription('And what else')),
  new SlashCommandBuilder()
    .setName('tree')
    .setDescription('Has a group')
    .addSubcommandGroup((group) =>
      group
        .setName('branch')
        .setDescription('A group')
        .addSubcommand((sub) =>
          sub
            .setName('leaf')
            .setDescription('At the end of it')
            .addMentionableOption((option) =>
              option.setName('who').setDescription('Somebody, or a role').setRequired(true),
            )
            .addChannelOption((option) => option.setName('where').setDescription('A channel'))
            .addNumberOption((option) => option.setName('weight').setDescription('In kg')),
        ),
    ),
  new SlashCommandBuilder().setName('menus').setDescription('Every menu that fills itself'),
  new SlashCommandBuilder().setName('grow').setDescription('A message that grows when pressed'),
  new SlashCommandBuilder().setName('wide').setDescription('Words that are too long for a phone'),
  new SlashCommandBuilder().setName('covered').setDescription('Something to be uncovered'),
  new SlashCommandBuilder().setName('old').setDescription('A form of the old kind'),
  new ContextMenuCommandBuilder().setName('Quote').setType(ApplicationCommandType.Message),
  new ContextMenuCommandBuilder().setName('Wave at').setType(ApplicationCommandType.User),
];

const fruits = ['Apple', 'Apricot', 'Banana', 'Cherry'];

const wait = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));

const answers: Record<string, (interaction: ChatInputCommandInteraction) => Promise<unknown>> = {
  ping: (interaction) => interaction.reply({ content: 'Pong', flags: hidden }),
  hello: (interaction) => interaction.reply(`Hello from ${interaction.user.toString()}`),
  send: (interaction) => {
    const { options } = interaction;
    const parts = [
      options.getString('what', true),
      options.getUser('member')?.username ?? 'nobody',
      options.getString('speed') ?? 'anyhow',
      options.getInteger('times') ?? 'once',
      options.getBoolean('quiet') ?? 'unsaid',
    ];
    return interaction.reply({ content: parts.join(' | '), flags: hidden });
  },
  lend: (interaction) => {
    const { options } = interaction;
    const parts = [
      options.getString('place') ?? 'nowhere',
      options.getUser('to')?.username ?? 'nobody',
      options.getString('amount') ?? 'nothing',
      options.getString('why') ?? 'no reason',
    ];
    return interaction.reply({ content: parts.join(' | '), flags: hidden });
  },
  album: (interaction) =>
    interaction.reply({
      content: 'Three',
      files: [1, 2, 3].map((n) => ({ attachment: picture, name: `${n}.png` })),
    }),
  'form texts': (interaction) => interaction.showModal(textsForm()),
  'form picks': (interaction) => interaction.showModal(picksForm()),
  'form selects': (interaction) => interaction.showModal(selectsForm()),
  'form choices': (interaction) => interaction.showModal(choicesForm()),
  'form secrets': (interaction) => interaction.showModal(secretsForm()),
  'form files': (interaction) => interaction.showModal(filesForm()),
  'branch leaf': (interaction) => {
    const { options } = interaction;
    const parts = [
      options.get('who', true).value,
      options.get('where')?.value ?? 'nowhere',
      options.getNumber('weight') ?? 'no weight',
    ];
    return interaction.reply({ content: parts.join(' | '), flags: hidden });
  },
  menus: (interaction) => interaction.reply({ components: menus(interaction.user.id) }),
  covered: (interaction) =>
    interaction.reply({
      components: [covered()],
      flags: v2,
      files: [{ attachment: picture, name: 'dot.png' }],
    }),
  grow: (interaction) =>
    interaction.reply({
      components: [
        new ActionRowBuilder<ButtonBuilder>().addComponents(button('Grow', ButtonStyle.Primary)),
      ],
      flags: v2 | hidden,
    }),
  wide: (interaction) => interaction.reply({ components: [wide()], flags: v2 }),
  old: (interaction) => interaction.showModal(oldForm),
  find: (interaction) =>
    interaction.reply({
      content: `Found ${interaction.options.getString('fruit')}`,
      flags: hidden,
    }),
  keep: async (interaction) => {
    const file = interaction.options.getAttachment('file', true);
    const bytes = await (await fetch(file.url)).text();
    await interaction.reply({ content: `Kept ${file.name}: ${bytes}`, files: [file.url] });
  },
  card: (interaction) =>
    interaction.reply({
      components: [card()],
      flags: v2,
      files: [
        { attachment: picture, name: 'dot.png' },
        { attachment: Buffer.from('Some notes'), name: 'notes.txt' },
      ],
    }),
  classic: (interaction) =>
    interaction.reply({
      embeds: [
        new EmbedBuilder()
          .setTitle('An embed')
          .setColor(0xcc3940)
          .setDescription('Of the **old** kind')
          .addFields({ name: 'Left', value: 'one', inline: true })
          .addFields({ name: 'Right', value: 'two', inline: true })
          .setFooter({ text: 'The end' }),
      ],
      components: [
        new ActionRowBuilder<ButtonBuilder>().addComponents(
          button('Ignore', ButtonStyle.Secondary),
          button('Off', ButtonStyle.Primary).setDisabled(true),
        ),
      ],
    }),
  slow: async (interaction) => {
    await interaction.deferReply({ flags: hidden });
    await wait(1_500);
    await interaction.editReply('Done thinking');
  },
  never: () => Promise.resolve(),
  letter: async (interaction) => {
    await interaction.user.send('A private word');
    await interaction.reply({ content: 'Look at your messages', flags: hidden });
  },
  marks: (interaction) => {
    const soon = Math.floor(Date.now() / 1000) + 300;
    const more = `\n<@${interaction.user.id}> <t:${soon}:R> </form texts:${interaction.commandId}>`;
    return interaction.reply({ content: marks + more, flags: hidden });
  },
};

async function submitted(interaction: ModalSubmitInteraction): Promise<unknown> {
  const { fields } = interaction;
  const values = [...fields.fields.keys()].map((id) => {
    const field = fields.fields.get(id);
    const value =
      field && 'values' in field ? field.values : field && 'value' in field ? field.value : null;
    return `${id}=${JSON.stringify(value)}`;
  });
  if (values.some((value) => value.includes('silence'))) return undefined;
  return interaction.reply({ content: values.join('\n'), flags: hidden });
}

async function answer(interaction: Interaction): Promise<unknown> {
  if (interaction.isChatInputCommand()) {
    const sub = interaction.options.getSubcommand(false);
    const group = interaction.options.getSubcommandGroup(false);
    const path = [group ?? interaction.commandName, sub].filter(Boolean).join(' ');
    return answers[path]?.(interaction);
  }
  if (interaction.isModalSubmit()) return submitted(interaction);
  if (interaction.isAutocomplete()) {
    const typed = interaction.options.getFocused().toLowerCase();
    if (typed === 'silence') return undefined;
    const found = fruits.filter((fruit) => fruit.toLowerCase().includes(typed));
    return interaction.respond(found.map((name) => ({ name, value: name.slice(0, 3) })));
  }
  if (interaction.isMessageContextMenuCommand()) {
    return interaction.reply({ content: `Quoted: ${interaction.targetMessage.content}` });
  }
  if (interaction.isUserContextMenuCommand()) {
    return interaction.reply({ content: `Waved at ${interaction.targetUser.displayName}` });
  }
  if (interaction.isAnySelectMenu()) {
    return interaction.reply({ content: `Chose ${interaction.values.join(', ')}`, flags: hidden });
  }
  if (!interaction.isButton() || interaction.customId === 'Ignore') return undefined;
  if (interaction.customId === 'Edit') return interaction.showModal(textsForm());
  if (interaction.customId === 'Later') {
    await wait(700);
    return interaction.reply({ content: 'It is later now', flags: hidden });
  }
  const pressed = interaction.customId === 'Grow' ? lines : `You pressed ${interaction.customId}`;
  return interaction.update({
    components: [text(pressed)],
    flags: v2,
  });
}

export interface PageWorld {
  readonly sandbox: Sandbox;
  readonly client: Client<true>;
  close(): Promise<void>;
}

/** A sandbox with three people and two servers, and the bot in it. */
export async function startPageWorld(
  options: Partial<Pick<SandboxOptions, 'folder' | 'port' | 'page'>> = {},
): Promise<PageWorld> {
  const sandbox = await startSandbox({
    folder: options.folder ?? null,
    port: options.port ?? 0,
    deadlines: { firstAnswerMs: 1_200 },
    page: options.page ?? testPage,
    seed: {
      application: { name: 'Parrot', description: 'Says everything there is to say.' },
      people: [
        { key: 'anna', displayName: 'Anna Albers' },
        { key: 'bo', displayName: 'Bo' },
        { key: 'cem', displayName: 'Cem', ownsApplication: true },
      ],
      servers: [
        {
          key: 'cage',
          name: 'The Cage',
          owner: 'cem',
          members: ['anna', 'bo', 'cem'],
          channels: [
            { key: 'lobby', name: 'lobby', topic: 'Where everybody talks' },
            { key: 'quiet', name: 'quiet-corner', topic: '' },
          ],
        },
        {
          key: 'staff',
          name: 'Keepers',
          owner: 'cem',
          members: ['cem'],
          channels: [{ key: 'desk', name: 'desk', topic: 'Keepers only' }],
        },
      ],
      hint: 'Type /hello and press Enter twice.',
    },
  });
  const client = new Client({
    intents: [],
    allowedMentions: { parse: [] },
    rest: { api: sandbox.apiUrl, globalRequestsPerSecond: 1_000 },
  });
  client.on('error', (error) => console.error(error));
  client.on('interactionCreate', (interaction) => {
    answer(interaction).catch((error: unknown) => console.error(error));
  });
  const ready = new Promise<Client<true>>((resolve) => client.once('clientReady', resolve));
  await client.login(sandbox.botToken);
  const live = await ready;
  await live.application.commands.set(commands);
  return {
    sandbox,
    client: live,
    close: async () => {
      await client.destroy();
      await sandbox.close();
    },
  };
}
