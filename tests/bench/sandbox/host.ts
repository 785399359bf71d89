/**
 * A process with the sandbox and people who run a command in it. They act without HTTP and see
 * their answers without sockets, so that only work caused by the bot is measured.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { buildCore } from '../../../src/sandbox/server/core.ts';
import { listen } from '../../../src/sandbox/server/server.ts';
import { closedLoop } from '../support/measure.ts';
import type { HostAnswers, HostReady, HostTask } from './tasks.ts';

const [checks = 'on', folder = ''] = process.argv.slice(2);
const keys = Array.from({ length: 10 }, (_, index) => `person${index}`);
/** 500 messages per channel are kept, which must include those that will be edited. */
const channelKeys = Array.from({ length: 10 }, (_, index) => `channel${index}`);
let port = 0;
const { world, interactions, routes, rules, actor } = buildCore(
  {
    seed: {
      application: { name: 'Bench', description: 'Measured' },
      people: keys.map((key) => ({ key, displayName: key })),
      servers: [
        {
          key: 'main',
          name: 'Main',
          owner: 'person0',
          members: keys,
          channels: channelKeys.map((key) => ({ key, name: key, topic: '' })),
        },
      ],
      hint: '',
    },
    folder: folder === '' ? null : folder,
    port: 0,
    checks: checks === 'on',
  },
  () => port,
);
({ port } = await listen(routes, 0));
await rules.load();

const channels = channelKeys.map((key) => world.meta.channels[key]!);
const people = keys.map((key) => world.meta.people[key]!);
const waiting = new Map<string, (state: string) => void>();
const setState = interactions.setState.bind(interactions);
interactions.setState = (interaction, state) => {
  setState(interaction, state);
  if (state === 'answered' || state === 'failed') waiting.get(interaction.id)?.(state);
};

let next = 0;
async function ping(): Promise<void> {
  next += 1;
  const personId = people[next % people.length]!;
  const channelId = channels[next % channels.length]!;
  const { interactionId } = actor.run(personId, { channelId, command: 'ping', options: {} });
  const state = await new Promise<string>((resolve) => waiting.set(interactionId, resolve));
  waiting.delete(interactionId);
  if (state === 'failed') throw new Error('No first answer within 3 s');
}

async function grow(count: number, callers: number): Promise<HostAnswers['grow']> {
  let left = count;
  const worker = async () => {
    for (; left > 0; left -= 1) await ping();
  };
  await Promise.all(Array.from({ length: callers }, worker));
  await sleep(500);
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  return { heapMb: heapUsed / 2 ** 20, residentMb: rss / 2 ** 20 };
}

async function perform(task: HostTask): Promise<HostAnswers[HostTask['kind']]> {
  if (task.kind === 'grow') return grow(task.count, task.callers);
  return closedLoop({ ...task, work: ping });
}

process.on('message', (task: HostTask) => {
  perform(task).then(
    (value) => process.send?.({ value }),
    (error: unknown) => process.send?.({ error: (error as Error).message }),
  );
});
process.on('disconnect', () => process.exit(0));
const ready: HostReady = { apiUrl: `http://127.0.0.1:${port}/api`, botToken: world.meta.botToken };
process.send?.(ready);
