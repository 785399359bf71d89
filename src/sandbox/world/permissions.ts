import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { MemberRow, ServerRow } from './rows.ts';

export const everyPermission: bigint = Object.values(PermissionFlagsBits).reduce(
  (all, bit) => all | bit,
  0n,
);

const bits = PermissionFlagsBits;
/** Permissions of @everyone in a new server. */
export const defaultPermissions: bigint =
  bits.ViewChannel |
  bits.SendMessages |
  bits.EmbedLinks |
  bits.AttachFiles |
  bits.AddReactions |
  bits.UseExternalEmojis |
  bits.MentionEveryone |
  bits.ReadMessageHistory |
  bits.UseApplicationCommands |
  bits.ChangeNickname |
  bits.CreateInstantInvite;

/** Permissions of a bot's typical invite link. */
export const botPermissions: bigint = defaultPermissions | bits.ManageMessages | bits.PinMessages;

/** The owner and members with an administrator role have all permissions. */
export function permissionsOf(server: ServerRow, member: MemberRow): bigint {
  if (server.ownerId === member.personId) return everyPermission;
  const held = new Set([server.id, ...member.roles]);
  const sum = server.roles
    .filter((role) => held.has(role.id))
    .reduce((all, role) => all | BigInt(role.permissions), 0n);
  return (sum & bits.Administrator) === 0n ? sum : everyPermission;
}
