/** Starts and closes the bot: the Discord client, the commands, the router and the workers. */
import {
  Client,
  type ClientOptions,
  Events,
  GatewayIntentBits,
  OAuth2Scopes,
  Options,
  PermissionFlagsBits,
  RESTEvents,
} from 'discord.js';
import { join } from 'node:path';
import type { Bank } from '../bank/index.ts';
import type { Clock } from '../lib/clock.ts';
import type { Examine } from '../lib/finding.ts';
import { notesIn } from '../lib/notes.ts';
import type { Logger } from '../log/logger.ts';
import { NotReady } from './outbox/away.ts';
import { deployCommands } from './command/deploy.ts';
import { loadCommands } from './command/loader.ts';
import { summariesOf } from './command/registry.ts';
import { createRoleMembers } from './members/role.ts';
import { createMessenger } from './outbox/messenger.ts';
import { startOutbox } from './outbox/personal.ts';
import { startStaffChannels } from './outbox/staff-channels.ts';
import { watchServers } from './outbox/welcome.ts';
import { startExpiry } from './settle/expiry.ts';
import { startResolver } from './settle/resolver.ts';
import { createSettler } from './settle/settling.ts';
import { createDesk, type PageDesk } from './desk/desk.ts';
import { startStages } from './stages/start.ts';
import type { PageSettings } from './stages/visit.ts';
import { createMemberFinder } from './talk/members.ts';

export interface BotSettings {
  readonly discord: {
    readonly token: string | null;
    /** Ends in `/api`, without a version. */
    readonly apiUrl: string;
    readonly staffGuildId: string | null;
    /** Channel for requests that need a second person. */
    readonly staffChannelId?: string | null;
    /** Channel for one line per transaction and staff action. */
    readonly staffLogChannelId?: string | null;
  };
  readonly bank: { readonly name: string };
  /** The bank's page; null: secrets are typed into forms of Discord. */
  readonly page?: PageSettings | null;
  /** Presses whose outcome is unknown are noted in it. */
  readonly dataFolder: string;
}

export interface BotDependencies {
  readonly config: BotSettings;
  readonly bank: Bank;
  readonly logger: Logger;
  readonly clock: Clock;
  /** The checks of the doctor. */
  readonly examine: Examine;
  /** Aborts a login that is waiting for Discord. */
  readonly signal?: AbortSignal;
}

export interface Bot {
  /** Invites the bot to a server with the least rights it needs. */
  readonly inviteUrl: string;
  readonly serverCount: number;
  /** The forms that are filled in on the bank's page. */
  readonly desk: PageDesk;
  /** Whether the gateway is connected. */
  readonly isConnected: boolean;
  /** Accepts no more interactions, answers the running ones, then disconnects. */
  close(): Promise<void>;
}

const cached = 1_000;
const readyWithinMs = 60_000;
const answerWithinMs = 10_000;

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

async function logIn(client: Client, token: string, stop?: AbortSignal): Promise<Client<true>> {
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

function watchConnection(client: Client, logger: Logger): void {
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
async function ownersOf(client: Client<true>, logger: Logger): Promise<readonly string[]> {
  try {
    const { owner } = await client.application.fetch();
    if (owner === null) return [];
    return 'ownerId' in owner ? (owner.ownerId === null ? [] : [owner.ownerId]) : [owner.id];
  } catch (error) {
    logger.event('bot.gateway', { name: 'owner' }, error);
    return [];
  }
}

/** The least that the bot needs in a server. */
const invited = {
  scopes: [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands],
  permissions: [PermissionFlagsBits.ViewChannel, PermissionFlagsBits.SendMessages],
};

export async function startBot(dependencies: BotDependencies): Promise<Bot> {
  const { config, bank, logger, clock, examine, signal } = dependencies;
  const begun = clock.now();
  const { token, apiUrl, staffGuildId } = config.discord;
  if (token === null) throw new TypeError('A bot needs a token');
  const bankName = config.bank.name;
  const registry = await loadCommands();
  const client = new Client(clientOptions(apiUrl));
  assertApiUrl(client, apiUrl);
  watchConnection(client, logger);
  client.rest.setToken(token);

  const ids = new Map<string, string>();
  const summaries = summariesOf(registry, { staffGuildId, ids });
  const roleMembers = createRoleMembers(client.rest);
  const shared = { bank, bankName, clock, logger, registry, summaries, roleMembers, examine };
  const messenger = createMessenger(client.rest);
  watchServers(client, { bank, bankName, clock, logger, messenger, staffGuildId });
  const settler = createSettler(logger);
  const notes = notesIn(join(config.dataFolder, 'unknown-outcomes'));
  const resolver = startResolver({ ...shared, messenger, settler, notes });
  const expiry = startExpiry({ ...shared, messenger, rest: client.rest });
  const members = createMemberFinder(client);
  const settled = { resolver, settler, expiry, messenger };
  const page = config.page ?? null;
  const staged = { ...shared, ...settled, staffGuildId, members, page };
  const stages = startStages(client, staged);
  const leave = async () => {
    await expiry.close();
    await resolver.close();
    await client.destroy();
  };
  try {
    const ready = await logIn(client, token, signal);
    const { staffChannelId = null, staffLogChannelId = null } = config.discord;
    const desks = { cards: staffChannelId !== null, log: staffLogChannelId !== null };
    bank.staff.arrange({ ownerIds: await ownersOf(ready, logger), ...desks });
    const applicationId = ready.application.id;
    expiry.open(applicationId);
    await deployCommands(client.rest, registry, { applicationId, staffGuildId, ids, logger });
  } catch (error) {
    await leave();
    throw error;
  }
  const outbox = startOutbox({ bank, bankName, logger, messenger });
  const locale = () => client.guilds.cache.get(staffGuildId ?? '')?.preferredLocale ?? null;
  const staffChannels = startStaffChannels({ bank, logger, messenger, locale }, config.discord);
  const serverCount = client.guilds.cache.size;
  logger.event('bot.ready', { count: serverCount, ms: clock.now() - begun });
  const { rest } = client;
  const desk = createDesk({ ...staged, rest, applicationId: () => client.application?.id ?? '' });
  return {
    desk,
    inviteUrl: client.generateInvite(invited),
    get isConnected() {
      return client.isReady();
    },
    get serverCount() {
      return client.guilds.cache.size;
    },
    close: async () => {
      await Promise.race([
        Promise.all([stages.close(), desk.idle()]),
        new Promise((resolve) => setTimeout(resolve, answerWithinMs).unref()),
      ]);
      await Promise.all([outbox, ...staffChannels].map(async (worker) => worker.close()));
      await leave();
    },
  };
}
