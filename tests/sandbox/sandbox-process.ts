// A sandbox in its own process, so that a test can kill it.
import { startSandbox } from '../../src/sandbox/index.ts';

const sandbox = await startSandbox({
  seed: {
    application: { name: 'Demo', description: '' },
    hint: '',
    people: [{ key: 'anna', displayName: 'Anna' }],
    servers: [
      {
        key: 'town',
        name: 'Town',
        owner: 'anna',
        members: [],
        channels: [{ key: 'general', name: 'general', topic: '' }],
      },
    ],
  },
  folder: process.argv[2] ?? null,
  port: 0,
});
process.send?.({
  apiUrl: sandbox.apiUrl,
  botToken: sandbox.botToken,
  channelId: sandbox.channels.general,
});
