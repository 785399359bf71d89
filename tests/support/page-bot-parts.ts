/** What the bot for the page's tests shows: a card, forms, and text with every mark. */
import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  ChannelSelectMenuBuilder,
  CheckboxBuilder,
  CheckboxGroupBuilder,
  ContainerBuilder,
  FileBuilder,
  FileUploadBuilder,
  LabelBuilder,
  MediaGalleryBuilder,
  ModalBuilder,
  RadioGroupBuilder,
  RoleSelectMenuBuilder,
  SectionBuilder,
  SeparatorBuilder,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
  TextInputBuilder,
  TextInputStyle,
  ThumbnailBuilder,
  UserSelectMenuBuilder,
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
