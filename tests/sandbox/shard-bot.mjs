// What a ShardingManager starts once for each shard: an ordinary bot that says which one it is.
import { Client, Events } from 'discord.js';

const client = new Client({ intents: [], rest: { api: process.argv[2] } });
client.on(Events.InteractionCreate, (interaction) =>
  interaction.reply(`shard ${client.shard.ids.join()} of ${client.shard.count}`),
);
await client.login();
