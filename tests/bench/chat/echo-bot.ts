/**
 * A bot with the same library and options that does only the necessary: defer,
 * then edit in a card as large as the bank's.
 */
import {
  ApplicationCommandOptionType,
  ButtonStyle,
  Client,
  ComponentType,
  Events,
  MessageFlags,
  type APIMessageTopLevelComponent,
  type BaseInteraction,
} from 'discord.js';
import { clientOptions } from '../../../src/bot/connection.ts';

const lines = (words: readonly string[]) => words.map((word) => `**${word}** 1,234.00 GEM`);
const parties = ['From', 'To', 'Balance before', 'Balance after'];
const reference = '-# Reference `0123-4567-89AB-CDE` · <t:1796039637:f>';
const history = Array.from({ length: 8 }, (_, index) => `Pizza night ${index} of Person …1234`);

function card(
  title: string,
  words: readonly string[],
  { buttons, end }: { readonly buttons: readonly string[]; readonly end?: string },
) {
  const row = {
    type: ComponentType.ActionRow,
    components: buttons.map((label) => ({
      type: ComponentType.Button,
      style: ButtonStyle.Secondary,
      label,
      custom_id: `echo:${label}`,
    })),
  };
  const container = {
    type: ComponentType.Container,
    accent_color: 0x2f_7d_5b,
    components: [
      { type: ComponentType.TextDisplay, content: `### ${title}` },
      { type: ComponentType.TextDisplay, content: lines(words).join('\n') },
      ...(end === undefined ? [] : [{ type: ComponentType.TextDisplay, content: end }]),
      row,
    ],
  };
  return {
    components: [container as APIMessageTopLevelComponent],
    flags: MessageFlags.IsComponentsV2 as const,
    allowedMentions: { parse: [] },
    attachments: [],
  };
}

const cards: Readonly<Record<string, () => ReturnType<typeof card>>> = {
  transfer: () => card('Send money?', parties, { buttons: ['Confirm', 'Edit', 'Cancel'] }),
  balance: () =>
    card('Balance', ['Balance', 'Held', 'Available'], { buttons: ['Number', 'Recent'] }),
  history: () => card('History', history, { buttons: ['Older'] }),
};

async function answer(interaction: BaseInteraction): Promise<void> {
  if (interaction.isChatInputCommand()) {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.editReply((cards[interaction.commandName] ?? cards['balance']!)());
  } else if (interaction.isButton()) {
    await interaction.deferUpdate();
    const buttons = ['Share', 'Receipt'];
    await interaction.editReply(card('Sent 1.00 GEM', parties, { buttons, end: reference }));
  }
}

const [apiUrl = '', token = ''] = process.argv.slice(2);
const client = new Client(clientOptions(apiUrl));
client.on(Events.InteractionCreate, (interaction) => {
  answer(interaction).catch((error: unknown) => client.emit(Events.Error, error as Error));
});
client.on(Events.Error, (error) => process.stderr.write(`${error.message}\n`));
client.once(Events.ClientReady, (ready) => {
  const text = { type: ApplicationCommandOptionType.String as const, required: false };
  const options = ['to', 'amount', 'from_date'].map((name) => ({
    ...text,
    name,
    description: name,
  }));
  const commands = Object.keys(cards).map((name) => ({ name, description: name, options }));
  void ready.application.commands.set(commands).then(() => process.send?.('ready'));
});
process.on('disconnect', () => process.exit(0));
await client.login(token);
