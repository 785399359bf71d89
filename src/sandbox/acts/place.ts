import type { Person } from '../protocol/protocol.ts';
import { botPermissions, everyPermission, permissionsOf } from '../world/permissions.ts';
import type { ChannelRow, MemberRow, ServerRow } from '../world/rows.ts';
import type { World } from '../world/world.ts';
import { Refusal } from '../protocol/refusal.ts';

/** The channel a person acts in, and their permissions there. */
export interface Place {
  readonly person: Person;
  readonly channel: ChannelRow;
  /** Null in direct messages. */
  readonly server: ServerRow | null;
  readonly member: MemberRow | null;
  readonly permissions: bigint;
  readonly botPermissions: bigint;
}

export function placeOf(world: World, personId: string, channelId: string): Place {
  const person = world.person(personId);
  const channel = world.channel(channelId);
  if (!person) throw new Refusal(404, 'Person not found');
  if (!channel) throw new Refusal(404, 'Channel not found');
  if (channel.serverId === null) {
    if (channel.recipientId !== personId) throw new Refusal(404, 'Channel not found');
    const permissions = everyPermission;
    return {
      person,
      channel,
      server: null,
      member: null,
      permissions,
      botPermissions: permissions,
    };
  }
  const server = world.server(channel.serverId);
  const member = server?.members.find((row) => row.personId === personId);
  if (!server || !member) throw new Refusal(404, 'Channel not found');
  const permissions = permissionsOf(server, member);
  return { person, channel, server, member, permissions, botPermissions };
}
