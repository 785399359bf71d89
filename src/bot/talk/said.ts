/** Which messages are for the bank, and what they say. */
import {
  type GatewayMessageCreateDispatchData,
  MessageReferenceType,
  MessageType,
} from 'discord.js';
import type { DiscordUserId } from '../../bank/index.ts';
import type { Said } from './exchange.ts';

type Message = GatewayMessageCreateDispatchData;

/** Joins, pins and other notices of Discord are messages too. */
const spokenTypes: readonly MessageType[] = [MessageType.Default, MessageType.Reply];

/** Written by a person, now, in their own words. */
function isSpoken(message: Message): boolean {
  const { author, webhook_id, application_id, type, message_snapshots, message_reference } =
    message;
  const isForward =
    message_snapshots !== undefined || message_reference?.type === MessageReferenceType.Forward;
  const isPerson = author.bot !== true && author.system !== true && webhook_id === undefined;
  return isPerson && application_id === undefined && spokenTypes.includes(type) && !isForward;
}

/** Lines that quote somebody else are left out. */
const withoutQuotes = (text: string): string =>
  text
    .replace(/^>>> [\s\S]*/m, '')
    .split('\n')
    .filter((line) => !/^\s*>/.test(line))
    .join('\n');

/**
 * In a server only a mention of the bot itself counts: not of a role or of everyone, nor the one
 * that a reply adds. Null for messages that are not for the bank.
 */
export function saidIn(message: Message, botId: string): Said | null {
  if (!isSpoken(message)) return null;
  const guildId = message.guild_id ?? null;
  const own = withoutQuotes(message.content);
  const mention = new RegExp(`<@!?${botId}>`);
  const isMentioned = message.mentions.some(({ id }) => id === botId) && mention.test(own);
  if (guildId !== null && !isMentioned) return null;
  return {
    id: message.id,
    person: message.author.id as DiscordUserId,
    place: { guildId, channelId: message.channel_id },
    text: own.replace(mention, ' ').trim(),
  };
}
