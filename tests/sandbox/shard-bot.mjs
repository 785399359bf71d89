// Started by a ShardingManager for each shard: an ordinary bot that names its shard.
import { Client, Events } from 'discord.js';

const client = new Client({ intents: [], rest: { api: process.argv[2] } });
client.on(Events.InteractionCreate, (interaction) =>
  interaction.reply(`shard ${client.shard.ids.join()} of ${client.shard.count}`),
);
await client.login();
