/** `npm run sandbox`: runs only the sandbox, for any bot. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { projectFolder } from '../lib/project-folder.ts';
import { outliveReaders } from '../app/terminal.ts';
import { type FaultStep, type Sandbox, startSandbox, type WorldSeed } from '../sandbox/index.ts';
import { terminal } from '../words/index.ts';

const usualPort = 4790;
const say = terminal.sandbox;
const usage = say.usage(usualPort);

const shardsMax = 100;

interface Options {
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

/** Returns null for --help. */
function readOptions(args: readonly string[]): Options | null {
  const { values } = parseArgs({
    args: [...args],
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

/** Reads the file as JSON; the sandbox checks that it is a fault script. */
function readFaults(path: string): readonly FaultStep[] {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as readonly FaultStep[];
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Error(say.faultsFile(why), { cause });
  }
}

function isOn(word: string, text: string): boolean {
  if (text === 'on' || text === 'off') return text === 'on';
  throw new Error(say.onOrOff(word));
}

function numberOf(word: string, text: string, [least, most]: readonly [number, number]): number {
  const number = Number(text);
  if (text !== '' && Number.isInteger(number) && number >= least && number <= most) return number;
  throw new Error(say.wholeNumber(word, least, most));
}

/** Two people and a server with two channels; more can be added in the page. */
const seedWorld = (name: string): WorldSeed => ({
  application: { name, description: say.aloneWorld.description },
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
        { key: 'general', name: 'general', topic: say.aloneWorld.generalTopic },
        { key: 'second', name: 'second', topic: '' },
      ],
    },
  ],
  hint: say.aloneWorld.hint,
});

async function open({ port, folder, name, shards, checks, faults }: Options): Promise<Sandbox> {
  const options = { seed: seedWorld(name), folder, shards, checks, ...(faults && { faults }) };
  try {
    return await startSandbox({ ...options, port: port ?? usualPort });
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    if (!isTaken) throw error;
    if (port !== null) {
      throw new Error(say.portTaken(port), { cause: error });
    }
    return startSandbox({ ...options, port: 0 });
  }
}

const recipe = (sandbox: Sandbox): string =>
  say.recipe({ ...sandbox, serverId: sandbox.servers['workshop'] ?? '' });

/** Ctrl-C, SIGTERM, the launcher's stop message and the launcher's exit all end it, once. */
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

outliveReaders();
try {
  const options = readOptions(process.argv.slice(2));
  if (options === null) {
    print(usage);
    process.exit(0);
  }
  const sandbox = await open(options);
  closeWhenAsked(sandbox);
  print(recipe(sandbox));
} catch (error) {
  fail(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
}
