/** A small real bot that answers with everything the page has to draw. It knows no bank. */
import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  ChannelSelectMenuBuilder,
  CheckboxBuilder,
  CheckboxGroupBuilder,
  Client,
  ContainerBuilder,
  EmbedBuilder,
  FileBuilder,
  LabelBuilder,
  MediaGalleryBuilder,
  MessageFlags,
  ModalBuilder,
  RadioGroupBuilder,
  RoleSelectMenuBuilder,
  SectionBuilder,
  SeparatorBuilder,
  SlashCommandBuilder,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
  TextInputBuilder,
  TextInputStyle,
  ThumbnailBuilder,
  UserSelectMenuBuilder,
  type ChatInputCommandInteraction,
  type Interaction,
  type ModalSubmitInteraction,
} from 'discord.js';
import type { Sandbox } from '../../src/sandbox/index.ts';
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
    .setName('form')
    .setDescription('Forms')
    .addSubcommand((sub) => sub.setName('texts').setDescription('A form with texts'))
    .addSubcommand((sub) => sub.setName('picks').setDescription('A form with things to pick'))
    .addSubcommand((sub) => sub.setName('selects').setDescription('A form with selects')),
  new SlashCommandBuilder().setName('card').setDescription('A card with everything on it'),
  new SlashCommandBuilder().setName('classic').setDescription('An embed with rows of components'),
  new SlashCommandBuilder().setName('slow').setDescription('Thinks for a while'),
  new SlashCommandBuilder().setName('never').setDescription('Does not answer'),
  new SlashCommandBuilder().setName('letter').setDescription('Writes to you privately'),
  new SlashCommandBuilder().setName('marks').setDescription('Every mark of the language'),
];

export const marks = [
  '# First heading',
  '## Second heading',
  '### Third heading',
  '-# Small print',
  '**bold** *italic* __under__ ~~gone~~ `code` ||secret||',
  '> quoted',
  '- one',
  '- two',
  '  - deeper',
  '1. first',
  '2. second',
  '```ts',
  'const answer = 42;',
  '```',
  '[a link](https://example.com/path) and <https://example.org>',
  '[no link](javascript:alert(1)) <script>alert(2)</script>',
].join('\n');

/** One red pixel. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

const text = (content: string): TextDisplayBuilder => new TextDisplayBuilder().setContent(content);

function button(id: string, style: ButtonStyle): ButtonBuilder {
  return new ButtonBuilder().setCustomId(id).setLabel(id).setStyle(style);
}

function card(): ContainerBuilder {
  const row = new ActionRowBuilder<ButtonBuilder>().addComponents(
    button('Confirm', ButtonStyle.Success),
    button('Edit', ButtonStyle.Primary),
    button('Later', ButtonStyle.Secondary),
    button('Cancel', ButtonStyle.Danger),
    new ButtonBuilder()
      .setLabel('Read more')
      .setStyle(ButtonStyle.Link)
      .setURL('https://example.com/'),
  );
  const select = new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
    new StringSelectMenuBuilder()
      .setCustomId('fruit')
      .setPlaceholder('Pick a fruit')
      .addOptions(
        { label: 'Apple', value: 'apple', description: 'Red or green' },
        { label: 'Pear', value: 'pear' },
      ),
  );
  const people = new ActionRowBuilder<UserSelectMenuBuilder>().addComponents(
    new UserSelectMenuBuilder()
      .setCustomId('people')
      .setPlaceholder('Pick people')
      .setMinValues(1)
      .setMaxValues(2),
  );
  return new ContainerBuilder()
    .setAccentColor(0x36b37e)
    .addTextDisplayComponents(text('## A card\nWith **everything** on it'))
    .addSectionComponents(
      new SectionBuilder()
        .addTextDisplayComponents(text('A line with a picture beside it'))
        .setThumbnailAccessory(
          new ThumbnailBuilder({ media: { url: 'attachment://dot.png' } }).setDescription('A dot'),
        ),
      new SectionBuilder()
        .addTextDisplayComponents(text('A line with a button beside it'))
        .setButtonAccessory(button('Beside', ButtonStyle.Secondary)),
    )
    .addSeparatorComponents(new SeparatorBuilder())
    .addMediaGalleryComponents(
      new MediaGalleryBuilder().addItems({
        media: { url: 'attachment://dot.png' },
        description: 'The dot again',
      }),
    )
    .addFileComponents(new FileBuilder().setURL('attachment://notes.txt'))
    .addActionRowComponents(row)
    .addActionRowComponents(select)
    .addActionRowComponents(people);
}

function textInput(id: string, style: TextInputStyle): TextInputBuilder {
  return new TextInputBuilder().setCustomId(id).setStyle(style);
}

function textsForm(): ModalBuilder {
  return new ModalBuilder()
    .setCustomId('texts')
    .setTitle('Some texts')
    .addTextDisplayComponents(text('Read **this** first.'))
    .addLabelComponents(
      new LabelBuilder()
        .setLabel('Name')
        .setDescription('As on the letter box')
        .setTextInputComponent(
          textInput('name', TextInputStyle.Short).setMinLength(3).setMaxLength(20),
        ),
      new LabelBuilder()
        .setLabel('Story')
        .setTextInputComponent(
          textInput('story', TextInputStyle.Paragraph).setMaxLength(200).setRequired(false),
        ),
      new LabelBuilder()
        .setLabel('Town')
        .setTextInputComponent(textInput('town', TextInputStyle.Short).setValue('Ulm')),
    );
}

function picksForm(): ModalBuilder {
  return new ModalBuilder()
    .setCustomId('picks')
    .setTitle('Some picks')
    .addLabelComponents(
      new LabelBuilder()
        .setLabel('Size')
        .setRadioGroupComponent(
          new RadioGroupBuilder()
            .setCustomId('size')
            .addOptions({ label: 'Small', value: 's' }, { label: 'Large', value: 'l' }),
        ),
      new LabelBuilder()
        .setLabel('Toppings')
        .setCheckboxGroupComponent(
          new CheckboxGroupBuilder()
            .setCustomId('toppings')
            .setMinValues(1)
            .setMaxValues(2)
            .addOptions(
              { label: 'Nuts', value: 'nuts' },
              { label: 'Cream', value: 'cream' },
              { label: 'Honey', value: 'honey', description: 'From here' },
            ),
        ),
      new LabelBuilder()
        .setLabel('I agree')
        .setDescription('To everything')
        .setCheckboxComponent(new CheckboxBuilder().setCustomId('agree')),
      new LabelBuilder()
        .setLabel('Colour')
        .setStringSelectMenuComponent(
          new StringSelectMenuBuilder()
            .setCustomId('colour')
            .addOptions({ label: 'Blue', value: 'blue' }, { label: 'Green', value: 'green' }),
        ),
      new LabelBuilder()
        .setLabel('Friend')
        .setUserSelectMenuComponent(new UserSelectMenuBuilder().setCustomId('friend')),
    );
}

function selectsForm(): ModalBuilder {
  return new ModalBuilder()
    .setCustomId('selects')
    .setTitle('Places and roles')
    .addLabelComponents(
      new LabelBuilder()
        .setLabel('Channel')
        .setChannelSelectMenuComponent(new ChannelSelectMenuBuilder().setCustomId('channel')),
      new LabelBuilder()
        .setLabel('Role')
        .setRoleSelectMenuComponent(
          new RoleSelectMenuBuilder().setCustomId('role').setRequired(false),
        ),
    );
}

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
  'form texts': (interaction) => interaction.showModal(textsForm()),
  'form picks': (interaction) => interaction.showModal(picksForm()),
  'form selects': (interaction) => interaction.showModal(selectsForm()),
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
    const path = sub ? `${interaction.commandName} ${sub}` : interaction.commandName;
    return answers[path]?.(interaction);
  }
  if (interaction.isModalSubmit()) return submitted(interaction);
  if (interaction.isAnySelectMenu()) {
    return interaction.reply({ content: `Chose ${interaction.values.join(', ')}`, flags: hidden });
  }
  if (!interaction.isButton() || interaction.customId === 'Ignore') return undefined;
  if (interaction.customId === 'Edit') return interaction.showModal(textsForm());
  if (interaction.customId === 'Later') {
    await wait(700);
    return interaction.reply({ content: 'It is later now', flags: hidden });
  }
  return interaction.update({ components: [text(`You pressed ${interaction.customId}`)] });
}

export interface PageWorld {
  readonly sandbox: Sandbox;
  readonly client: Client<true>;
  close(): Promise<void>;
}

/** A sandbox with three people and two servers, and the bot in it. */
export async function startPageWorld(
  options: { readonly firstAnswerMs?: number } = {},
): Promise<PageWorld> {
  const sandbox = await startSandbox({
    folder: null,
    port: 0,
    deadlines: { firstAnswerMs: options.firstAnswerMs ?? 1_200 },
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
