/** The connection to Discord: intents and caches of the client, and its login. */
import {
  Client,
  type ClientOptions,
  Events,
  GatewayIntentBits,
  Options,
  RESTEvents,
} from 'discord.js';
import { Agent } from 'undici';
import type { Logger } from '../log/logger.ts';
import { NotReady } from './outbox/away.ts';

const cached = 1_000;
const connections = 256;
const readyWithinMs = 60_000;

/**
 * Interactions need no intent. Servers with their channels and roles are received to find the
 * channel for the welcome card, and messages to answer them: without the privileged intent, Discord
 * gives the text of direct messages and of mentions alone. Caches stay small.
 */
export const clientOptions = (apiUrl: string): ClientOptions => ({
  intents: [
    GatewayIntentBits.Guilds,
    GatewayIntentBits.GuildMessages,
    GatewayIntentBits.DirectMessages,
  ],
  // Interactions wait for the servers, and must be answered within 3 s.
  waitGuildTimeout: 1_000,
  allowedMentions: { parse: [] },
  rest: {
    api: apiUrl,
    // Without a limit each of many simultaneous answers opens a connection of its own.
    agent: new Agent({ connections }),
    // The default limit would also delay answers, which Discord does not count.
    globalRequestsPerSecond: 10_000,
    // Each interaction has a handler, which the default sweep would keep for an hour.
    handlerSweepInterval: 10_000,
  },
  makeCache: Options.cacheWithLimits({
    ...Options.DefaultMakeCacheSettings,
    MessageManager: 0,
    GuildEmojiManager: 0,
    GuildScheduledEventManager: 0,
    GuildStickerManager: 0,
    StageInstanceManager: 0,
    ThreadManager: 0,
    VoiceStateManager: 0,
    UserManager: { maxSize: cached, keepOverLimit: (user) => user.id === user.client.user.id },
    GuildMemberManager: {
      maxSize: cached,
      keepOverLimit: (member) => member.id === member.client.user.id,
    },
  }),
});

/** If the address were lost, the token would be sent to Discord. */
export function assertApiUrl(client: Client, apiUrl: string): void {
  if (client.rest.options.api !== apiUrl) {
    throw new Error('The Discord client does not use the address that was set');
  }
}

export async function logIn(
  client: Client,
  token: string,
  stop?: AbortSignal,
): Promise<Client<true>> {
  const late = AbortSignal.timeout(readyWithinMs);
  const ended = stop === undefined ? late : AbortSignal.any([late, stop]);
  return new Promise<Client<true>>((resolve, reject) => {
    const end = () => reject(new NotReady('Discord did not say ready in time'));
    if (ended.aborted) end();
    ended.addEventListener('abort', end);
    client.once(Events.ClientReady, (one) => {
      ended.removeEventListener('abort', end);
      resolve(one);
    });
    client.login(token).catch((error: unknown) => {
      ended.removeEventListener('abort', end);
      reject(error instanceof Error ? error : new Error('Discord refused the login'));
    });
  });
}

export function watchConnection(client: Client, logger: Logger): void {
  client.on(Events.Error, (error) => logger.event('bot.gateway', { name: 'error' }, error));
  client.on(Events.ShardError, (error) => logger.event('bot.gateway', { name: 'socket' }, error));
  client.on(Events.ShardDisconnect, ({ code }) =>
    logger.event('bot.gateway', { name: 'disconnected', code: `${code}` }),
  );
  const { RateLimited } = RESTEvents;
  client.rest.on(RateLimited, ({ retryAfter: ms }) => logger.event('bot.rate-limited', { ms }));
  client.on(Events.Invalidated, () => logger.event('bot.gateway', { name: 'invalidated' }));
}

/** The owner of the application or of its team; empty when Discord does not answer. */
export async function ownersOf(client: Client<true>, logger: Logger): Promise<readonly string[]> {
  try {
    const { owner } = await client.application.fetch();
    if (owner === null) return [];
    return 'ownerId' in owner ? (owner.ownerId === null ? [] : [owner.ownerId]) : [owner.id];
  } catch (error) {
    logger.event('bot.gateway', { name: 'owner' }, error);
    return [];
  }
}
