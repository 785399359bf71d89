/**
 * Turns changes of servers, channels, roles, members, names and messages into gateway events
 * (https://docs.discord.com/developers/events/gateway-events), by comparing before and after.
 */
import { GatewayIntentBits, type APIUser } from 'discord-api-types/v10';
import type { Person } from '../protocol/protocol.ts';
import { guildPartOf, memberPartOf, roleOf, textChannelOf, userOf } from '../world/objects.ts';
import type { ChannelRow, MemberRow, ServerRow } from '../world/rows.ts';
import type { Changed, World, WorldChange } from '../world/world.ts';
import { ofMessage, ofRemoval, ofRemovals } from './announce-messages.ts';
import type { EventName, GatewayEvent } from './events.ts';
import { guildOf, type Bot } from './guild.ts';

const { Guilds, GuildMembers } = GatewayIntentBits;

/** Lets the compiler check the data against the event's type. */
const event = <Name extends EventName>(wanted: GatewayEvent<Name>): GatewayEvent => wanted;

/** In sending order; empty for changes that bots do not see. */
export function eventsOf(world: World, bot: Bot, change: WorldChange): GatewayEvent[] {
  switch (change.type) {
    case 'server':
      return ofServer(world, bot, change);
    case 'channel':
      return ofChannel(world, change);
    case 'person':
      return ofPerson(world, change);
    case 'message':
      return ofMessage(world, bot, change);
    case 'message-removed':
      return change.isDropped ? [] : ofRemoval(world, change.message);
    case 'messages-removed':
      return ofRemovals(world, change.messages);
    default:
      return [];
  }
}

function ofServer(world: World, bot: Bot, { old, now }: Changed<ServerRow>): GatewayEvent[] {
  const before = old?.hasBot ? old : null;
  const after = now?.hasBot ? now : null;
  const serverId = (after ?? before)?.id ?? null;
  const about = { serverId, intent: Guilds };
  if (!before) {
    if (!after) return [];
    return [event({ ...about, type: 'GUILD_CREATE', data: guildOf(world, after, bot) })];
  }
  if (!after) return [event({ ...about, type: 'GUILD_DELETE', data: { id: before.id } })];
  const isRenamed = before.name !== after.name || before.ownerId !== after.ownerId;
  const data = { ...guildPartOf(after), hub_type: null };
  return [
    ...(isRenamed ? [event({ ...about, type: 'GUILD_UPDATE', data })] : []),
    ...ofRoles(before, after),
    ...ofMembers(world, before, after),
  ];
}

/** A role includes its position, so deleting one also changes the roles above it. */
function ofRoles(before: ServerRow, after: ServerRow): GatewayEvent[] {
  const guild_id = after.id;
  const about = { serverId: guild_id, intent: Guilds };
  const found = differences(before.roles.map(roleOf), after.roles.map(roleOf), ({ id }) => id);
  return found.map(({ old, now }) => {
    if (!now) {
      const data = { guild_id, role_id: old?.id ?? '' };
      return event({ ...about, type: 'GUILD_ROLE_DELETE', data });
    }
    const type = old ? 'GUILD_ROLE_UPDATE' : 'GUILD_ROLE_CREATE';
    return event({ ...about, type, data: { guild_id, role: now } });
  });
}

function ofMembers(world: World, before: ServerRow, after: ServerRow): GatewayEvent[] {
  const found = differences(before.members, after.members, ({ personId }) => personId);
  return found.flatMap(({ old, now }) => {
    const person = world.person((now ?? old)?.personId ?? '');
    if (!person) return [];
    const serverId = after.id;
    const user = userOf(person);
    if (now) {
      const type = old ? 'GUILD_MEMBER_UPDATE' : 'GUILD_MEMBER_ADD';
      return [aboutMember(type, { serverId, now, user })];
    }
    const data = { guild_id: serverId, user };
    return [event({ type: 'GUILD_MEMBER_REMOVE', serverId, intent: GuildMembers, data })];
  });
}

/** Discord announces a new name once for each server in which the bot may see members. */
function ofPerson(world: World, { old, now }: Changed<Person>): GatewayEvent[] {
  if (!old || !now || same(userOf(old), userOf(now))) return [];
  const user = userOf(now);
  return world
    .servers()
    .filter(({ hasBot }) => hasBot)
    .flatMap(({ id: serverId, members }) =>
      members
        .filter(({ personId }) => personId === now.id)
        .map((member) => aboutMember('GUILD_MEMBER_UPDATE', { serverId, now: member, user })),
    );
}

function aboutMember(
  type: 'GUILD_MEMBER_ADD' | 'GUILD_MEMBER_UPDATE',
  about: { readonly serverId: string; readonly now: MemberRow; readonly user: APIUser },
): GatewayEvent {
  const { serverId, now, user } = about;
  const data = { ...memberPartOf(now), user, deaf: false, mute: false, guild_id: serverId };
  return event({ type, serverId, intent: GuildMembers, data });
}

/** No events for a server that was deleted or that the bot is not in. */
function ofChannel(world: World, { old, now }: Changed<ChannelRow>): GatewayEvent[] {
  const row = now ?? old;
  const serverId = row?.serverId ?? null;
  if (!row || serverId === null || !world.server(serverId)?.hasBot) return [];
  if (old && now && same(old, now)) return [];
  const type = now ? (old ? 'CHANNEL_UPDATE' : 'CHANNEL_CREATE') : 'CHANNEL_DELETE';
  const data = { ...textChannelOf(row, serverId), guild_id: serverId };
  return [event({ type, serverId, intent: Guilds, data })];
}

/** Added, removed and changed items. */
function differences<Row>(
  before: readonly Row[],
  after: readonly Row[],
  keyOf: (row: Row) => string,
): Changed<Row>[] {
  const byKey = new Map(after.map((row) => [keyOf(row), row]));
  const known = new Set(before.map(keyOf));
  const kept = before.map((old) => ({ old, now: byKey.get(keyOf(old)) ?? null }));
  const added = after.filter((row) => !known.has(keyOf(row))).map((now) => ({ old: null, now }));
  return [...kept.filter(({ old, now }) => !now || !same(old, now)), ...added];
}

/** Rows are plain JSON with the same key order, so comparing their text is enough. */
const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
