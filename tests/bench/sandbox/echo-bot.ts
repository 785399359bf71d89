/** An unmodified discord.js client that defers and edits, with its own throttles out of the way. */
import { Client, Events, type Interaction } from 'discord.js';

const [apiUrl = '', token = ''] = process.argv.slice(2);
const client = new Client({
  intents: [],
  rest: { api: apiUrl, globalRequestsPerSecond: 1_000_000, handlerSweepInterval: 10_000 },
});

async function answer(interaction: Interaction): Promise<void> {
  if (!interaction.isChatInputCommand()) return;
  await interaction.deferReply();
  await interaction.editReply('pong');
}

client.on(Events.InteractionCreate, (interaction) => {
  answer(interaction).catch((error: unknown) => client.emit(Events.Error, error as Error));
});
client.on(Events.Error, (error) => process.stderr.write(`${error.stack}\n`));
client.once(Events.ClientReady, (ready) => {
  const commands = [{ name: 'ping', description: 'Answers' }];
  void ready.application.commands.set(commands).then(() => process.send?.('ready'));
});
process.on('disconnect', () => process.exit(0));
await client.login(token);
