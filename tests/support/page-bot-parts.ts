/** Content of the bot for the page's tests: a card, forms, and text with every markup. */
import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  ChannelSelectMenuBuilder,
  CheckboxBuilder,
  CheckboxGroupBuilder,
  ComponentType,
  ContainerBuilder,
  FileBuilder,
  FileUploadBuilder,
  LabelBuilder,
  MediaGalleryBuilder,
  MentionableSelectMenuBuilder,
  ModalBuilder,
  RadioGroupBuilder,
  RoleSelectMenuBuilder,
  SectionBuilder,
  SeparatorBuilder,
  SeparatorSpacingSize,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
  TextInputBuilder,
  TextInputStyle,
  ThumbnailBuilder,
  UserSelectMenuBuilder,
  type APIModalInteractionResponseCallbackData,
  type MessageActionRowComponentBuilder,
} from 'discord.js';

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
export const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

export const text = (content: string): TextDisplayBuilder =>
  new TextDisplayBuilder().setContent(content);

export function button(id: string, style: ButtonStyle): ButtonBuilder {
  return new ButtonBuilder().setCustomId(id).setLabel(id).setStyle(style);
}

export function card(): ContainerBuilder {
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

export function textsForm(): ModalBuilder {
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

export function picksForm(): ModalBuilder {
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

export function selectsForm(): ModalBuilder {
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
      new LabelBuilder()
        .setLabel('Anybody')
        .setMentionableSelectMenuComponent(
          new MentionableSelectMenuBuilder()
            .setCustomId('anybody')
            .setMinValues(0)
            .setMaxValues(3)
            .setRequired(false),
        ),
    );
}

/** A form in the format before labels: text inputs in rows. */
export const oldForm: APIModalInteractionResponseCallbackData = {
  custom_id: 'old',
  title: 'Of the old kind',
  components: [
    {
      type: ComponentType.ActionRow,
      components: [
        {
          type: ComponentType.TextInput,
          custom_id: 'nickname',
          label: 'Nickname',
          style: TextInputStyle.Short,
        },
      ],
    },
  ],
};

/** Every menu that Discord fills, one of them with a default choice. */
export function menus(chosenId: string) {
  const row = () => new ActionRowBuilder<MessageActionRowComponentBuilder>();
  return [
    row().addComponents(
      new RoleSelectMenuBuilder().setCustomId('roles').setPlaceholder('Pick a role'),
    ),
    row().addComponents(
      new MentionableSelectMenuBuilder()
        .setCustomId('anybody')
        .setPlaceholder('Pick anybody')
        .setMaxValues(2),
    ),
    row().addComponents(
      new ChannelSelectMenuBuilder().setCustomId('channels').setPlaceholder('Pick a channel'),
    ),
    row().addComponents(
      new UserSelectMenuBuilder()
        .setCustomId('chosen')
        .setPlaceholder('Chosen before')
        .setDefaultUsers(chosenId),
    ),
    row().addComponents(
      new StringSelectMenuBuilder()
        .setCustomId('off')
        .setPlaceholder('Switched off')
        .setDisabled(true)
        .addOptions({ label: 'Nothing', value: 'nothing' }),
    ),
  ];
}

/** A container marked as a spoiler, with pictures marked as spoilers. */
export function covered(): ContainerBuilder {
  const media = { url: 'attachment://dot.png' };
  return new ContainerBuilder()
    .setSpoiler(true)
    .addTextDisplayComponents(text('Now you see me'))
    .addSeparatorComponents(new SeparatorBuilder().setSpacing(SeparatorSpacingSize.Large))
    .addMediaGalleryComponents(
      new MediaGalleryBuilder().addItems(
        { media, description: 'Open' },
        { media, description: 'Hidden', spoiler: true },
      ),
    );
}

export function filesForm(): ModalBuilder {
  return new ModalBuilder()
    .setCustomId('files')
    .setTitle('Some files')
    .addLabelComponents(
      new LabelBuilder()
        .setLabel('Papers')
        .setDescription('One or two')
        .setFileUploadComponent(
          new FileUploadBuilder().setCustomId('papers').setMinValues(1).setMaxValues(2),
        ),
    );
}

export function secretsForm(): ModalBuilder {
  const field = (label: string, id: string): LabelBuilder =>
    new LabelBuilder()
      .setLabel(label)
      .setTextInputComponent(textInput(id, TextInputStyle.Short).setRequired(false));
  return new ModalBuilder()
    .setCustomId('secrets')
    .setTitle('Some secrets')
    .addLabelComponents(
      field('User', 'user'),
      field('Password', 'word'),
      field('Number from the app', 'app_code'),
    );
}

export function choicesForm(): ModalBuilder {
  const options = ['First', 'Second', 'Third', 'Fourth'].map((label) => ({ label, value: label }));
  return new ModalBuilder()
    .setCustomId('choices')
    .setTitle('Some choices')
    .addLabelComponents(
      new LabelBuilder()
        .setLabel('Story')
        .setTextInputComponent(
          textInput('story', TextInputStyle.Paragraph).setMaxLength(200).setRequired(false),
        ),
      new LabelBuilder()
        .setLabel('Poem')
        .setTextInputComponent(
          textInput('poem', TextInputStyle.Paragraph).setMaxLength(200).setRequired(false),
        ),
      new LabelBuilder()
        .setLabel('Song')
        .setTextInputComponent(
          textInput('song', TextInputStyle.Paragraph).setMaxLength(200).setRequired(false),
        ),
      new LabelBuilder()
        .setLabel('Name')
        .setTextInputComponent(textInput('name', TextInputStyle.Short)),
      new LabelBuilder()
        .setLabel('Choice')
        .setRadioGroupComponent(new RadioGroupBuilder().setCustomId('choice').addOptions(options)),
    );
}

/** Enough to make a message larger than the one that it replaces. */
export const lines = [
  ...Array.from({ length: 8 }, (_none, n) => `Line ${n}`),
  'The last line of it',
].join('\n');

/** Long words in every place for text. */
export function wide(): ContainerBuilder {
  const word = 'VERYLONG'.repeat(9);
  return new ContainerBuilder()
    .addTextDisplayComponents(text(`## ${word}\n${word}\n\`${word}\`\n\`\`\`\n${word}\n\`\`\``))
    .addSectionComponents(
      new SectionBuilder()
        .addTextDisplayComponents(text(word))
        .setButtonAccessory(button(word, ButtonStyle.Secondary)),
    )
    .addActionRowComponents(
      new ActionRowBuilder<ButtonBuilder>().addComponents(
        button(`${word}1`, ButtonStyle.Primary),
        button(`${word} 2`, ButtonStyle.Danger),
      ),
    )
    .addActionRowComponents(
      new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
        new StringSelectMenuBuilder()
          .setCustomId('wide')
          .addOptions({ label: word, value: 'w', description: word, default: true }),
      ),
    );
}
