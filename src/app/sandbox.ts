/** The local stand-in for Discord that a bank without a token gets, and who lives in it. */
import { join } from 'node:path';
import type { Config } from '../config/config.ts';
import type { Sandbox, WorldSeed } from '../sandbox/index.ts';
import type { Lifecycle } from './lifecycle.ts';
import { StartError } from './start-error.ts';

const usualPort = 4780;

/**
 * Two customers, two people who will be staff, and a server whose administrator is none of ours.
 */
export function seedWorld(bankName: string): WorldSeed {
  return {
    application: { name: bankName, description: 'A bank you use by chatting with it.' },
    people: [
      { key: 'anna', displayName: 'Anna' },
      { key: 'ben', displayName: 'Ben' },
      { key: 'mona', displayName: 'Mona (staff)', ownsApplication: true },
      { key: 'tariq', displayName: 'Tariq (staff)' },
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
            topic: 'Talk to the bank here. Its answers are yours alone.',
          },
          { key: 'chat', name: 'chat', topic: 'Everything else' },
        ],
      },
      {
        key: 'staff',
        name: 'Bank staff',
        owner: 'mona',
        members: ['tariq'],
        isPrivate: true,
        channels: [
          { key: 'staff', name: 'staff', topic: 'Staff commands and approvals' },
          { key: 'staff-log', name: 'staff-log', topic: 'One line per movement and staff act' },
        ],
      },
      {
        key: 'foreign',
        name: 'Another server',
        owner: 'viktor',
        members: ['anna'],
        channels: [
          { key: 'general', name: 'general', topic: 'Its administrator is not our staff' },
        ],
      },
    ],
    hint: 'Type /register to open an account. Then switch to Ben, register him too, and pay him with /transfer.',
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
          throw new StartError(`SANDBOX_PORT ${config.sandbox.port} is taken by another program`, {
            cause: error,
          });
        }
        return onPort(0);
      }
    },
    async (sandbox) => sandbox.close(),
  );
}

/** The bot's settings when the sandbox is its Discord. */
export function sandboxConfig(config: Config, sandbox: Sandbox): Config {
  return {
    ...config,
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
