/**
 * Message events: https://docs.discord.com/developers/events/gateway-events#messages
 * Without the privileged intent MessageContent a bot sees what people wrote only in direct messages
 * with it, in messages that mention it, and in its own messages.
 */
import {
  ChannelType,
  GatewayIntentBits,
  type APIGuildMemberNoUser,
  type APIMessage,
  type GatewayMessageCreateDispatchData,
} from 'discord-api-types/v10';
import { botMemberOf, memberPartOf } from '../world/objects.ts';
import type { ChannelRow, MessageRow, ServerRow } from '../world/rows.ts';
import type { World } from '../world/world.ts';
import type { GatewayEvent } from './events.ts';
import type { Bot } from './guild.ts';

const { GuildMessages, DirectMessages, MessageContent } = GatewayIntentBits;

type Place = Pick<GatewayEvent, 'serverId' | 'intent'> & { readonly channel: ChannelRow };

/** Ephemeral messages count as direct ones, and name no server. Null where the bot is not. */
function placeOf(world: World, { channelId, visibleTo }: MessageRow): Place | null {
  const channel = world.channel(channelId);
  if (!channel) return null;
  const { serverId } = channel;
  if (serverId === null || visibleTo !== null) {
    return { channel, serverId: null, intent: DirectMessages };
  }
  return world.server(serverId)?.hasBot ? { channel, serverId, intent: GuildMessages } : null;
}

/** A new message, or one that changed in more than its reactions. */
export function ofMessage(
  world: World,
  bot: Bot,
  { message, old }: { readonly message: MessageRow; readonly old: MessageRow | null },
): GatewayEvent[] {
  const place = placeOf(world, message);
  if (!place || (old && isSameBody(old.body, message.body))) return [];
  const { channel, serverId, intent } = place;
  const server = serverId === null ? null : (world.server(serverId) ?? null);
  const isDirect = channel.serverId === null;
  const extras = {
    channel_type: isDirect ? ChannelType.DM : ChannelType.GuildText,
    ...(server && fromServer(server, bot, message.body)),
  } as const;
  const isOpen = isDirect || message.visibleTo !== null;
  const limited = isOpen ? message.body : readable(message.body, bot.id);
  return [
    {
      type: old ? 'MESSAGE_UPDATE' : 'MESSAGE_CREATE',
      serverId,
      intent: intent ?? 0,
      data: payloadOf(message.body, extras),
      unprivileged: { intent: MessageContent, data: payloadOf(limited, extras) },
    },
  ];
}

export function ofRemoval(world: World, message: MessageRow): GatewayEvent[] {
  const place = placeOf(world, message);
  if (!place) return [];
  const { serverId, intent } = place;
  const data = { id: message.id, channel_id: message.channelId, ...guildPart(serverId) };
  return [{ type: 'MESSAGE_DELETE', serverId, intent: intent ?? 0, data }];
}

/** Messages of one channel that one request deleted. */
export function ofRemovals(world: World, messages: readonly MessageRow[]): GatewayEvent[] {
  const [first] = messages;
  const place = first && placeOf(world, first);
  if (!place) return [];
  const { serverId, intent } = place;
  const ids = messages.map(({ id }) => id);
  const data = { ids, channel_id: first.channelId, ...guildPart(serverId) };
  return [{ type: 'MESSAGE_DELETE_BULK', serverId, intent: intent ?? 0, data }];
}

const guildPart = (serverId: string | null) => (serverId === null ? {} : { guild_id: serverId });

type Extras = Pick<GatewayMessageCreateDispatchData, 'channel_type'> &
  Partial<ReturnType<typeof fromServer>>;

const payloadOf = (body: APIMessage, extras: Extras): GatewayMessageCreateDispatchData => ({
  ...body,
  ...extras,
});

/** The author and the mentioned people as members; without those who are not. */
function fromServer(server: ServerRow, bot: Bot, { author, mentions, webhook_id }: APIMessage) {
  const memberFor = (id: string): { readonly member?: APIGuildMemberNoUser } => {
    if (id === bot.id) {
      const { user: _, ...member } = botMemberOf(server, bot);
      return { member };
    }
    const row = server.members.find(({ personId }) => personId === id);
    return row ? { member: { ...memberPartOf(row), deaf: false, mute: false } } : {};
  };
  return {
    guild_id: server.id,
    ...(webhook_id === undefined || author.id === bot.id ? memberFor(author.id) : {}),
    mentions: mentions.map((user) => ({ ...user, ...memberFor(user.id) })),
  };
}

/** The message as a bot without the intent MessageContent reads it in a server. */
function readable(body: APIMessage, botId: string): APIMessage {
  const { referenced_message: replied } = body;
  const reply = replied ? { referenced_message: readable(replied, botId) } : {};
  const isForBot = body.author.id === botId || body.mentions.some(({ id }) => id === botId);
  if (isForBot) return { ...body, ...reply };
  const hidden = { content: '', embeds: [], attachments: [], components: [] };
  const snapshots = body.message_snapshots?.map(({ message }) => ({
    message: { ...message, ...hidden },
  }));
  return { ...body, ...reply, ...hidden, ...(snapshots && { message_snapshots: snapshots }) };
}

function isSameBody(one: APIMessage, other: APIMessage): boolean {
  const { reactions: _, ...left } = one;
  const { reactions: __, ...right } = other;
  return JSON.stringify(left) === JSON.stringify(right);
}
