/** The sandbox used when there is no Discord token, and the people in it. */
import { join } from 'node:path';
import { accents } from '../bot/cards/render.ts';
import type { Config } from '../config/config.ts';
import type { GuideSeed, Sandbox, Translated, WorldSeed } from '../sandbox/index.ts';
import { inLanguage, languages, terminal, words } from '../words/index.ts';
import type { Lifecycle } from './lifecycle.ts';
import { StartError } from './start-error.ts';

const usualPort = 4780;
const say = terminal.sandbox.bankWorld;

/** A text of the guide in every language. */
const inAll = (read: () => string): Translated =>
  Object.fromEntries(
    languages.map((language) => [language, inLanguage(language, read)]),
  ) as Translated & Record<string, string>;

const textsOf = (step: Exclude<keyof typeof words.guide, 'end'>) => ({
  title: inAll(() => words.guide[step].title),
  text: inAll(() => words.guide[step].text),
});

const answerTo = (path: string): GuideSeed['steps'][number]['done'] => ({
  // The command, and the forms and buttons of its cards.
  answerTo: [`/${path}`, `v1:${path}`],
  colour: accents.done,
});

/** From nothing to a payment that its payee reads. */
const guide: GuideSeed = {
  steps: [
    {
      key: 'register',
      person: 'anna',
      ...textsOf('register'),
      type: { path: 'register', words: '' },
      done: answerTo('register'),
    },
    {
      key: 'deposit',
      person: 'anna',
      ...textsOf('deposit'),
      type: { path: 'deposit', words: 'amount:100' },
      done: answerTo('deposit'),
    },
    {
      key: 'payee',
      person: 'ben',
      ...textsOf('payee'),
      type: { path: 'register', words: '' },
      done: answerTo('register'),
    },
    {
      key: 'transfer',
      person: 'anna',
      ...textsOf('transfer'),
      type: { path: 'transfer', words: 'member:Ben amount:5' },
      done: answerTo('transfer'),
    },
    { key: 'read', person: 'ben', ...textsOf('read'), done: { messageOf: accents.done } },
  ],
  end: inAll(() => words.guide.end),
};

/** Two customers, two people to become staff, and a server whose administrator is not staff. */
export function seedWorld(bankName: string): WorldSeed {
  return {
    application: { name: bankName, description: say.description },
    people: [
      { key: 'anna', displayName: 'Anna' },
      { key: 'ben', displayName: 'Ben' },
      { key: 'mona', displayName: say.staffMember('Mona'), ownsApplication: true },
      { key: 'tariq', displayName: say.staffMember('Tariq') },
      { key: 'viktor', displayName: 'Viktor' },
    ],
    servers: [
      {
        key: 'customers',
        name: 'Gem Market',
        owner: 'mona',
        members: ['anna', 'ben', 'tariq', 'viktor'],
        channels: [
          {
            key: 'bank',
            name: 'bank',
            topic: say.bankTopic,
          },
          { key: 'chat', name: 'chat', topic: say.chatTopic },
        ],
      },
      {
        key: 'staff',
        name: 'Bank staff',
        owner: 'mona',
        members: ['tariq'],
        isPrivate: true,
        channels: [
          { key: 'staff', name: 'staff', topic: say.staffTopic },
          { key: 'staff-log', name: 'staff-log', topic: say.staffLogTopic },
        ],
      },
      {
        key: 'foreign',
        name: 'Another server',
        owner: 'viktor',
        members: ['anna'],
        channels: [{ key: 'general', name: 'general', topic: say.otherTopic }],
      },
    ],
    hint: '',
    guide,
  };
}

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

export async function openSandbox(config: Config, lifecycle: Lifecycle): Promise<Sandbox> {
  const { startSandbox } = await import('../sandbox/index.ts');
  const seed = seedWorld(config.bank.name);
  const folder = join(config.dataFolder, 'sandbox');
  const onPort = async (port: number) => startSandbox({ seed, folder, port });
  return lifecycle.own(
    'sandbox',
    async () => {
      try {
        return await onPort(config.sandbox.port ?? usualPort);
      } catch (error) {
        if (!isPortTaken(error)) throw error;
        if (config.sandbox.port !== null) {
          throw new StartError(terminal.start.portTaken(config.sandbox.port), {
            cause: error,
          });
        }
        return onPort(0);
      }
    },
    async (sandbox) => sandbox.close(),
  );
}

/** The bot's settings for connecting to the sandbox: ids of Discord itself mean nothing there. */
function sandboxConfig(config: Config, sandbox: Sandbox): Config {
  return {
    ...config,
    given: config.given.filter((name) => !name.startsWith('DISCORD_STAFF_')),
    discord: {
      token: sandbox.botToken,
      apiUrl: sandbox.apiUrl,
      staffGuildId: sandbox.servers['staff'] ?? null,
      staffChannelId: sandbox.channels['staff'] ?? null,
      staffLogChannelId: sandbox.channels['staff-log'] ?? null,
    },
    smtpUrl: config.smtpUrl ?? sandbox.smtpUrl,
  };
}

/** The same with what was saved, as far as it is of the sandbox. */
export function withSandbox(
  config: Config,
  sandbox: Sandbox,
  effective: (base: Config) => Config,
): Config {
  const base = sandboxConfig(config, sandbox);
  const present = effective(base);
  const servers: readonly (string | null)[] = Object.values(sandbox.servers);
  const isHere = servers.includes(present.discord.staffGuildId);
  return isHere ? present : { ...present, discord: base.discord };
}
