/** Objects as Discord's documentation describes them. */
import type { Channel, Guild, Member, User } from './world.ts';

/** View channel, send messages, embed, attach, history, mention, use commands. */
const everyone = 0x400n | 0x800n | 0x4000n | 0x8000n | 0x1_0000n | 0x2_0000n | 0x8000_0000n;
export const permissions = `${everyone}`;

export const roleView = ({ id, name }: { readonly id: string; readonly name: string }) => ({
  id,
  name,
  color: 0,
  colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
  hoist: false,
  position: 0,
  permissions,
  managed: false,
  mentionable: false,
  flags: 0,
});

export const memberView = ({ user, roles, joined_at }: Member) => ({
  user,
  roles,
  joined_at,
  nick: null,
  avatar: null,
  banner: null,
  flags: 0,
  pending: false,
  deaf: false,
  mute: false,
  premium_since: null,
  communication_disabled_until: null,
});

/** Of a member among the values of options: without its user. */
export function resolvedMember(member: Member): object {
  const { user: _, deaf: __, mute: ___, ...rest } = memberView(member);
  return { ...rest, permissions };
}

export function channelView({ id, guild, name, recipient }: Channel, people: readonly User[] = []) {
  return recipient === null
    ? { id, type: 0, guild_id: guild!.id, name, position: 0, permission_overwrites: [], flags: 0 }
    : { id, type: 1, recipients: people.length === 0 ? [recipient] : people, flags: 0 };
}

export const guildView = ({ id, name, ownerId, roles }: Guild) => ({
  id,
  name,
  owner_id: ownerId,
  roles: roles.map(roleView),
  emojis: [],
  features: [],
  icon: null,
  preferred_locale: 'en-US',
  verification_level: 0,
  default_message_notifications: 0,
  explicit_content_filter: 0,
  mfa_level: 0,
  nsfw_level: 0,
  premium_tier: 0,
  system_channel_flags: 0,
});

/** The dispatch that makes a server available: the bot is the only member in it. */
export const guildCreate = (guild: Guild, channels: readonly Channel[], bot: User) => ({
  ...guildView(guild),
  unavailable: false,
  large: false,
  joined_at: guild.members.get(bot.id)!.joined_at,
  member_count: guild.members.size,
  members: [memberView(guild.members.get(bot.id)!)],
  channels: channels.filter((one) => one.guild === guild).map((one) => channelView(one)),
  threads: [],
  presences: [],
  voice_states: [],
  stage_instances: [],
  guild_scheduled_events: [],
  soundboard_sounds: [],
});
