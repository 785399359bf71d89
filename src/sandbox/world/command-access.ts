/**
 * Who may use a command in a server, and in which channels. Discord publishes no algorithm; this
 * imitates its client's use of the overwrites set by the server's managers.
 */
import {
  APIApplicationCommandPermissionsConstant as constants,
  ApplicationCommandPermissionType as Kind,
  PermissionFlagsBits as bits,
  type APIApplicationCommand,
  type APIApplicationCommandPermission as Overwrite,
} from 'discord-api-types/v10';
import { permissionsOf } from './permissions.ts';
import type { MemberRow, ServerRow } from './rows.ts';
import type { World } from './world.ts';

export interface CommandAccess {
  readonly permitsMember: (command: APIApplicationCommand) => boolean;
  readonly permitsChannel: (command: APIApplicationCommand, channelId: string) => boolean;
}

export function accessOf(world: World, server: ServerRow, member: MemberRow): CommandAccess {
  const permissions = permissionsOf(server, member);
  const has = (needed: bigint): boolean => (permissions & needed) === needed;
  if (has(bits.Administrator)) return { permitsMember: () => true, permitsChannel: () => true };
  const lists = new Map(world.permissions(server.id).map((row) => [row.id, row.overwrites]));
  const ofAll = lists.get(world.meta.applicationId) ?? [];
  const ofOne = (command: APIApplicationCommand) => lists.get(command.id) ?? [];
  return {
    permitsMember: (command) => {
      if (!has(bits.UseApplicationCommands)) return false;
      const verdict = verdictOnMember(ofOne(command), server, member);
      if (verdict !== null) return verdict;
      // The application's overwrites can forbid, but not grant what the command's default denies.
      if (verdictOnMember(ofAll, server, member) === false) return false;
      return meetsDefault(command.default_member_permissions, has);
    },
    permitsChannel: (command, channelId) =>
      verdictOnChannel(ofOne(command), server, channelId) ??
      verdictOnChannel(ofAll, server, channelId) ??
      true,
  };
}

/** `default_member_permissions`: null allows everyone, "0" only administrators. */
function meetsDefault(
  required: string | null | undefined,
  has: (needed: bigint) => boolean,
): boolean {
  if (required === null || required === undefined) return true;
  const needed = BigInt(required);
  return needed !== 0n && has(needed);
}

/** Order: the person, then a role that allows, then a role that denies, then @everyone. */
function verdictOnMember(
  overwrites: readonly Overwrite[],
  server: ServerRow,
  member: MemberRow,
): boolean | null {
  const own = find(overwrites, Kind.User, member.personId);
  if (own !== null) return own;
  const roles = member.roles.map((role) => find(overwrites, Kind.Role, role));
  if (roles.includes(true)) return true;
  if (roles.includes(false)) return false;
  return find(overwrites, Kind.Role, constants.Everyone(server.id));
}

const verdictOnChannel = (
  overwrites: readonly Overwrite[],
  server: ServerRow,
  channelId: string,
): boolean | null =>
  find(overwrites, Kind.Channel, channelId) ??
  find(overwrites, Kind.Channel, constants.AllChannels(server.id));

const find = (overwrites: readonly Overwrite[], type: Kind, id: string): boolean | null =>
  overwrites.find((one) => one.type === type && one.id === id)?.permission ?? null;
