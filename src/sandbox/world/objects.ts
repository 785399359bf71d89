/** Discord's objects, made from the world's rows. */
import {
  ChannelType,
  Locale,
  type ChannelFlags,
  type GuildMemberFlags,
  type GuildSystemChannelFlags,
  type RoleFlags,
  type UserFlags,
  type APIDMChannel,
  type APIGuild,
  type APIGuildMember,
  type APIRole,
  type APITextChannel,
  type APIUser,
} from 'discord-api-types/v10';
import type { Person } from '../protocol/protocol.ts';
import type { ChannelRow, MemberRow, RoleRow, ServerRow } from './rows.ts';
import { createdAt } from './snowflakes.ts';
import type { World } from './world.ts';

const bare = {
  discriminator: '0',
  avatar: null,
  banner: null,
  accent_color: null,
  avatar_decoration_data: null,
  collectibles: null,
  primary_guild: null,
  flags: 0 as UserFlags,
  public_flags: 0 as UserFlags,
} as const;

export const userOf = (person: Person): APIUser => ({
  id: person.id,
  username: person.username,
  global_name: person.displayName,
  ...bare,
});

export const botUserOf = (application: {
  readonly id: string;
  readonly name: string;
}): APIUser => ({
  id: application.id,
  username: application.name,
  global_name: null,
  bot: true,
  ...bare,
});

/** A member without its user, as in `resolved.members`. */
export const memberPartOf = (member: MemberRow) =>
  ({
    roles: [...member.roles],
    nick: member.nick,
    avatar: null,
    banner: null,
    avatar_decoration_data: null,
    collectibles: null,
    joined_at: member.joinedAt,
    premium_since: null,
    communication_disabled_until: null,
    pending: false,
    flags: 0 as GuildMemberFlags,
  }) satisfies Omit<APIGuildMember, 'user' | 'deaf' | 'mute'> & Record<string, unknown>;

export const memberOf = (member: MemberRow, user: APIUser): APIGuildMember => ({
  ...memberPartOf(member),
  user,
  deaf: false,
  mute: false,
});

/** The bot as a member, which joined each server when it was created. */
export const botMemberOf = (
  server: Pick<ServerRow, 'id'>,
  bot: { readonly id: string; readonly name: string },
): APIGuildMember =>
  memberOf(
    { personId: bot.id, roles: [], nick: null, joinedAt: createdAt(server.id) },
    botUserOf(bot),
  );

export const roleOf = (role: RoleRow, position: number): APIRole => ({
  id: role.id,
  name: role.name,
  permissions: role.permissions,
  position,
  color: role.color,
  colors: { primary_color: role.color, secondary_color: null, tertiary_color: null },
  hoist: false,
  managed: false,
  mentionable: false,
  icon: null,
  unicode_emoji: null,
  flags: 0 as RoleFlags,
});

export function textChannelOf(channel: ChannelRow, serverId: string): APITextChannel {
  return {
    id: channel.id,
    type: ChannelType.GuildText,
    guild_id: serverId,
    name: channel.name,
    topic: channel.topic === '' ? null : channel.topic,
    position: channel.position,
    parent_id: null,
    nsfw: false,
    permission_overwrites: [],
    rate_limit_per_user: 0,
    last_message_id: null,
    flags: 0 as ChannelFlags,
  };
}

export const directChannelOf = (
  channel: ChannelRow,
  person: Person,
): Omit<APIDMChannel, 'name'> => ({
  id: channel.id,
  type: ChannelType.DM,
  last_message_id: null,
  flags: 0 as ChannelFlags,
  recipients: [userOf(person)],
});

export function channelOf(
  world: World,
  channel: ChannelRow,
): APITextChannel | Omit<APIDMChannel, 'name'> {
  if (channel.serverId !== null) return textChannelOf(channel, channel.serverId);
  const person = world.person(channel.recipientId ?? '');
  if (!person) throw new Error(`Defect: channel ${channel.id} belongs to no person`);
  return directChannelOf(channel, person);
}

/** The fields of a guild that gateway and REST have in common. */
export const guildPartOf = (server: ServerRow) =>
  ({
    id: server.id,
    name: server.name,
    icon: null,
    splash: null,
    discovery_splash: null,
    home_header: null,
    banner: null,
    description: null,
    owner_id: server.ownerId,
    application_id: null,
    region: 'us-east',
    afk_channel_id: null,
    afk_timeout: 300,
    system_channel_id: null,
    system_channel_flags: 0 as GuildSystemChannelFlags,
    widget_enabled: false,
    widget_channel_id: null,
    verification_level: 0,
    roles: server.roles.map(roleOf),
    default_message_notifications: 1,
    mfa_level: 0,
    explicit_content_filter: 0,
    max_presences: null,
    max_members: 500_000,
    max_stage_video_channel_users: 50,
    max_video_channel_users: 25,
    vanity_url_code: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    preferred_locale: Locale.EnglishUS,
    rules_channel_id: null,
    safety_alerts_channel_id: null,
    public_updates_channel_id: null,
    premium_progress_bar_enabled: false,
    nsfw: false,
    nsfw_level: 0,
    emojis: [],
    stickers: [],
    features: [],
    incidents_data: null,
  }) satisfies Omit<APIGuild, 'hub_type'> & Record<string, unknown>;
