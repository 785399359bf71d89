/** Starts and closes the bot: the Discord client, the commands, the router and the workers. */
import { Client, OAuth2Scopes, PermissionFlagsBits } from 'discord.js';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Bank } from '../bank/index.ts';
import type { Clock } from '../lib/clock.ts';
import type { Examine } from '../lib/finding.ts';
import { notesIn } from '../lib/notes.ts';
import type { Logger } from '../log/logger.ts';
import { deployCommands } from './command/deploy.ts';
import { loadCommands } from './command/loader.ts';
import { assertApiUrl, clientOptions, logIn, ownersOf, watchConnection } from './connection.ts';
import { checkStaff } from './doctor/discord.ts';
import { summariesOf } from './command/registry.ts';
import type { Installation } from './installation/installation.ts';
import type { SetupTools } from './installation/tools.ts';
import { createRoleMembers } from './members/role.ts';
import { createMessenger } from './outbox/messenger.ts';
import { startOutbox } from './outbox/personal.ts';
import { startStaffChannels } from './outbox/staff-channels.ts';
import { watchServers } from './outbox/welcome.ts';
import { createSetupServers } from './setup/server.ts';
import { showOpenAgain } from './setup/open-again.ts';
import { startExpiry } from './settle/expiry.ts';
import { startResolver } from './settle/resolver.ts';
import { createSettler } from './settle/settling.ts';
import { createDesk, type PageDesk } from './desk/desk.ts';
import { startStages } from './stages/start.ts';
import type { PageSettings } from './stages/visit.ts';
import { createMemberFinder } from './talk/members.ts';
import { putOffWhile } from './turns/put-off.ts';

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
  readonly installation: Installation;
  /** Aborts a login that is waiting for Discord. */
  readonly signal?: AbortSignal;
}

export interface Bot {
  /** Invites the bot to a server with the least rights it needs. */
  readonly inviteUrl: string;
  readonly serverCount: number;
  /** The forms that are filled in on the bank's page. */
  readonly desk: PageDesk;
  readonly hasStaffServer: boolean;
  /** Whether the gateway is connected. */
  readonly isConnected: boolean;
  /** Accepts no more interactions, answers the running ones, then disconnects. */
  close(): Promise<void>;
}

const answerWithinMs = 10_000;

const inviteUrl = (client: Client): string =>
  client.generateInvite({
    scopes: [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands],
    permissions: [PermissionFlagsBits.ViewChannel, PermissionFlagsBits.SendMessages],
  });

/** Of the application and its bot; empty until it is connected. */
const idOf = (client: Client) => (): string => client.application?.id ?? '';

function setupTools(
  client: Client,
  { config, installation }: Pick<BotDependencies, 'config' | 'installation'>,
): SetupTools {
  const botId = idOf(client);
  return {
    installation,
    servers: createSetupServers(client.rest, botId),
    examineStaff: async () => checkStaff(client.rest, { id: botId() }, config),
  };
}

/** The workers that send notices. */
const startSenders = (
  tools: Parameters<typeof startOutbox>[0] & Parameters<typeof startStaffChannels>[0],
  channels: BotSettings['discord'],
) => [startOutbox(tools), ...startStaffChannels(tools, channels)];

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
  const setup = setupTools(client, { config, installation: dependencies.installation });
  const forCommands = { registry, summaries, roleMembers, examine, setup };
  const shared = { bank, bankName, clock, logger, ...forCommands };
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
  const locale = () => client.guilds.cache.get(staffGuildId ?? '')?.preferredLocale ?? null;
  const isPutOff = putOffWhile(() => stages.isRefusing());
  const senders = startSenders({ ...shared, messenger, locale, isPutOff }, config.discord);
  void showOpenAgain({ bank, setup, commands: summaries, client, logger });
  logger.event('bot.ready', { count: client.guilds.cache.size, ms: clock.now() - begun });
  const desk = createDesk({ ...staged, rest: client.rest, applicationId: idOf(client) });
  return {
    desk,
    inviteUrl: inviteUrl(client),
    hasStaffServer: staffGuildId !== null,
    get isConnected() {
      return client.isReady();
    },
    get serverCount() {
      return client.guilds.cache.size;
    },
    close: async () => {
      const answered = Promise.all([stages.close(), desk.idle()]);
      await Promise.race([answered, sleep(answerWithinMs, null, { ref: false })]);
      await Promise.all(senders.map(async (sender) => sender.close()));
      await leave();
    },
  };
}
