// A sandbox in its own process, so that a test can kill it. Needs the build, made by `npm test`.
import { startSandbox } from '../../dist/src/sandbox/index.js';

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
  folder: process.argv[2],
  port: 0,
});
process.send({
  apiUrl: sandbox.apiUrl,
  botToken: sandbox.botToken,
  channelId: sandbox.channels.general,
});
