/** A bot with a few commands; each test gives its listener. */
import {
  ActionRowBuilder,
  ApplicationCommandType,
  ButtonBuilder,
  ButtonStyle,
  ContextMenuCommandBuilder,
  SlashCommandBuilder,
  type Interaction,
} from 'discord.js';
import type { Answer } from '../../src/sandbox/driver.ts';
import { openBot, openSandbox, type Setting } from './support.ts';

export const commands = [
  new SlashCommandBuilder().setName('ping').setDescription('Answers'),
  new SlashCommandBuilder()
    .setName('give')
    .setDescription('Takes every kind of option')
    .addStringOption((option) =>
      option.setName('what').setDescription('What').setRequired(true).setMaxLength(10),
    )
    .addIntegerOption((option) =>
      option.setName('count').setDescription('How many').setMinValue(1).setMaxValue(5),
    )
    .addNumberOption((option) => option.setName('weight').setDescription('In kg'))
    .addBooleanOption((option) => option.setName('wrapped').setDescription('As a gift'))
    .addUserOption((option) => option.setName('to').setDescription('Who gets it'))
    .addChannelOption((option) => option.setName('where').setDescription('Where'))
    .addStringOption((option) =>
      option
        .setName('color')
        .setDescription('Which')
        .addChoices({ name: 'Red', value: 'red' }, { name: 'Blue', value: 'blue' }),
    ),
  new SlashCommandBuilder()
    .setName('tree')
    .setDescription('Has subcommands')
    .addSubcommandGroup((group) =>
      group
        .setName('branch')
        .setDescription('A group')
        .addSubcommand((sub) =>
          sub
            .setName('leaf')
            .setDescription('The end')
            .addStringOption((option) => option.setName('color').setDescription('Which')),
        ),
    ),
  new ContextMenuCommandBuilder().setName('Wave at').setType(ApplicationCommandType.User),
  new ContextMenuCommandBuilder().setName('Quote').setType(ApplicationCommandType.Message),
];

export async function withBot(
  onInteraction: (interaction: Interaction) => unknown,
): Promise<Setting & { readonly errors: Error[] }> {
  const setting = await openSandbox();
  const { client, errors } = await openBot(setting.sandbox, { onInteraction });
  await client.application.commands.set(commands);
  return { ...setting, errors };
}

export function messageOf(answer: Answer) {
  if (answer.kind !== 'message') throw new Error(`No message but: ${answer.text}`);
  return answer.message;
}

export const button = (id: string, label: string) =>
  new ActionRowBuilder<ButtonBuilder>().addComponents(
    new ButtonBuilder().setCustomId(id).setLabel(label).setStyle(ButtonStyle.Primary),
  );
