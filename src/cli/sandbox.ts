/** `npm run sandbox`: the local Discord by itself, for any bot. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { projectFolder } from '../app/places.ts';
import { type FaultStep, type Sandbox, startSandbox, type WorldSeed } from '../sandbox/index.ts';

const usualPort = 4790;
const usage = `npm run sandbox -- [--port PORT] [--folder FOLDER] [--name NAME] [--shards NUMBER]
                   [--faults FILE] [--checks on|off]

  --port    where it listens on 127.0.0.1; 0 for any. Without one ${usualPort}, or any when that is taken.
  --folder  where people, messages and mail are kept; .local/sandbox-alone unless told
  --name    what the bot is called in a new world
  --shards  how many shards a bot that asks is told to open; 1 unless told
  --faults  a script of trouble to play, as JSON; docs/sandbox.md
  --checks  off takes the bot's bodies as they come, which is faster; on unless told`;

const shardsMax = 100;

interface Wishes {
  readonly port: number | null;
  readonly folder: string;
  readonly name: string;
  readonly shards: number;
  readonly faults: readonly FaultStep[] | null;
  readonly checks: boolean;
}

const print = (text: string) => process.stdout.write(`${text}\n`);

function fail(text: string): never {
  process.stderr.write(`${text}\n`);
  process.exit(1);
}

/** Answers null when somebody only asks what there is. */
function readWishes(words: readonly string[]): Wishes | null {
  const { values } = parseArgs({
    args: [...words],
    options: {
      port: { type: 'string' },
      folder: { type: 'string', default: '.local/sandbox-alone' },
      name: { type: 'string', default: 'My bot' },
      shards: { type: 'string', default: '1' },
      faults: { type: 'string' },
      checks: { type: 'string', default: 'on' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  const { folder, name } = values;
  return {
    port: values.port === undefined ? null : numberOf('port', values.port, [0, 65_535]),
    folder: resolve(projectFolder, folder),
    name,
    shards: numberOf('shards', values.shards, [1, shardsMax]),
    faults: values.faults === undefined ? null : readFaults(resolve(projectFolder, values.faults)),
    checks: isOn('checks', values.checks),
  };
}

/** Whether it is a script at all is for the sandbox to say. */
function readFaults(path: string): readonly FaultStep[] {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as readonly FaultStep[];
  } catch (cause) {
    throw new Error(`--faults: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
}

function isOn(word: string, text: string): boolean {
  if (text === 'on' || text === 'off') return text === 'on';
  throw new Error(`--${word} is on or off`);
}

function numberOf(word: string, text: string, [least, most]: readonly [number, number]): number {
  const number = Number(text);
  if (text !== '' && Number.isInteger(number) && number >= least && number <= most) return number;
  throw new Error(`--${word} is a whole number from ${least} to ${most}`);
}

/** Two people and a server with two channels; more are added in the page. */
const seedWorld = (name: string): WorldSeed => ({
  application: { name, description: 'A bot under construction.' },
  people: [
    { key: 'anna', displayName: 'Anna', ownsApplication: true },
    { key: 'ben', displayName: 'Ben' },
  ],
  servers: [
    {
      key: 'workshop',
      name: 'Workshop',
      owner: 'anna',
      members: ['ben'],
      channels: [
        { key: 'general', name: 'general', topic: 'Try the bot here' },
        { key: 'second', name: 'second', topic: '' },
      ],
    },
  ],
  hint: 'Connect a bot, then type / to see its commands.',
});

async function open({ port, folder, name, shards, checks, faults }: Wishes): Promise<Sandbox> {
  const options = { seed: seedWorld(name), folder, shards, checks, ...(faults && { faults }) };
  try {
    return await startSandbox({ ...options, port: port ?? usualPort });
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    if (!isTaken) throw error;
    if (port !== null) {
      throw new Error(`Port ${port} is taken by another program`, { cause: error });
    }
    return startSandbox({ ...options, port: 0 });
  }
}

const recipe = (sandbox: Sandbox): string => `Sandbox: ${sandbox.pageUrl}

Give your bot these two:
  DISCORD_API_URL=${sandbox.apiUrl}
  DISCORD_TOKEN=${sandbox.botToken}

and in discord.js:
  const client = new Client({ intents: [], rest: { api: process.env.DISCORD_API_URL } });
  await client.login(process.env.DISCORD_TOKEN);

A script that registers commands needs: application ${sandbox.applicationId}, server ${sandbox.servers['workshop']}
Mail that the page shows: ${sandbox.smtpUrl}
Ctrl-C ends it.`;

/** Ctrl-C, SIGTERM, the launcher's wish and the launcher's death all end it, once. */
function closeWhenAsked(sandbox: Sandbox): void {
  let isClosing = false;
  const stop = () => {
    if (isClosing) return;
    isClosing = true;
    void sandbox.close().then(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  process.on('disconnect', stop);
  process.on('message', (message) => {
    if (message === 'stop') stop();
  });
}

try {
  const wishes = readWishes(process.argv.slice(2));
  if (wishes === null) {
    print(usage);
    process.exit(0);
  }
  const sandbox = await open(wishes);
  closeWhenAsked(sandbox);
  print(recipe(sandbox));
} catch (error) {
  fail(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
}
