/**
 * The welcome card of a server that the bot has joined: once, in the first channel where it may
 * write. Joins while the bot was away count for a day.
 */
import {
  ChannelType,
  type Client,
  DiscordAPIError,
  Events,
  type Guild,
  PermissionFlagsBits,
} from 'discord.js';
import type { Bank } from '../../bank/index.ts';
import type { Clock } from '../../lib/clock.ts';
import { dayMs } from '../../lib/durations.ts';
import type { Logger } from '../../log/logger.ts';
import { inLanguage } from '../../words/index.ts';
import { render } from '../cards/render.ts';
import { welcomeCard } from '../replies/help.ts';
import { type Messenger, unsentReason } from './messenger.ts';

const needed = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages;

/** Null if there is no channel that the bot may read and write. */
export function firstWritable(guild: Guild): string | null {
  const { me } = guild.members;
  if (me === null) return null;
  const writable = [...guild.channels.cache.values()].filter(
    (channel) =>
      (channel.type === ChannelType.GuildText || channel.type === ChannelType.GuildAnnouncement) &&
      channel.permissionsFor(me).has(needed),
  );
  // Channels outside a category are shown above all others.
  const place = (channel: (typeof writable)[number]): [number, number] =>
    'rawPosition' in channel
      ? [channel.parent?.rawPosition ?? -1, channel.rawPosition]
      : [Infinity, 0];
  writable.sort((one, other) => {
    const [[a, b], [c, d]] = [place(one), place(other)];
    return a - c || b - d;
  });
  return writable[0]?.id ?? null;
}

export interface WelcomeTools {
  readonly bank: Pick<Bank, 'welcomes'>;
  readonly bankName: string;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly messenger: Messenger;
  /** The staff's own server, which needs no card. */
  readonly staffGuildId: string | null;
}

/** Resolves when the card was sent or is not needed. */
async function welcome(tools: WelcomeTools, guild: Guild): Promise<void> {
  const { bank, bankName, clock, logger, messenger } = tools;
  const guildId = guild.id;
  if (guildId === tools.staffGuildId || !guild.available) return;
  try {
    if (!(await bank.welcomes.claim(guildId))) return;
    const channelId = firstWritable(guild);
    if (channelId === null) return logger.event('bot.welcome', { guildId, code: 'NO_CHANNEL' });
    const card = inLanguage(guild.preferredLocale, () =>
      render(welcomeCard(bankName), { path: 'help', row: null }),
    );
    // Not the id alone: a server that invites the bot again soon gets a second card.
    const mark = `${guildId.slice(-12)}${clock.now()}`.slice(0, 25);
    await messenger.post(channelId, card, mark).catch(async (error: unknown) => {
      // After any other error it may have been sent.
      if (error instanceof DiscordAPIError) await bank.welcomes.forget(guildId);
      throw error;
    });
    logger.event('bot.welcome', { guildId, code: 'SENT' });
  } catch (error) {
    const code = unsentReason(error, logger, 'welcome');
    logger.event('bot.welcome', { guildId, code }, error);
  }
}

/** Call it before the client logs in. */
export function watchServers(client: Client, tools: WelcomeTools): void {
  const { bank, clock, logger } = tools;
  const joinedLately = ({ joinedTimestamp }: Guild): boolean =>
    joinedTimestamp > clock.now() - dayMs;
  const ifNew = (guild: Guild): void => {
    if (joinedLately(guild)) void welcome(tools, guild);
  };
  client.on(Events.GuildCreate, (guild) => void welcome(tools, guild));
  client.on(Events.GuildAvailable, ifNew);
  client.on(Events.ClientReady, ({ guilds }) => guilds.cache.forEach(ifNew));
  client.on(Events.GuildDelete, ({ id: guildId }) => {
    bank.welcomes
      .forget(guildId)
      .catch((error: unknown) => logger.event('bot.welcome', { guildId, code: 'LEFT' }, error));
  });
}
