/** A process that logs in once with plain discord.js, and reports the time. */
import { performance } from 'node:perf_hooks';
import { Client, Events } from 'discord.js';

const [api = '', token = ''] = process.argv.slice(2);
const client = new Client({ intents: [], rest: { api } });
const begun = performance.now();
client.once(Events.ClientReady, () => {
  const readyMs = performance.now() - begun;
  void client.destroy().then(() => process.send?.(readyMs, () => process.exit(0)));
});
await client.login(token);
