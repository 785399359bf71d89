/** What the bot may do in a channel, as Discord computes it from roles and overwrites. */
import {
  type APIGuildMember,
  type APIOverwrite,
  type APIRole,
  OverwriteType,
  PermissionsBitField,
} from 'discord.js';

export interface Standing {
  readonly guildId: string;
  readonly roles: readonly Pick<APIRole, 'id' | 'permissions'>[];
  readonly member: Pick<APIGuildMember, 'roles'> & { readonly user: { readonly id: string } };
  readonly overwrites: readonly Pick<APIOverwrite, 'id' | 'type' | 'allow' | 'deny'>[];
}

const bits = (text: string): bigint => BigInt(text);
const all = (texts: readonly string[]): bigint => texts.reduce((sum, text) => sum | bits(text), 0n);

/** https://discord.com/developers/docs/topics/permissions#permission-overwrites */
export function permissionsIn(standing: Standing): PermissionsBitField {
  const { guildId, roles, member, overwrites } = standing;
  const own = new Set([guildId, ...member.roles]);
  const base = all(roles.filter(({ id }) => own.has(id)).map(({ permissions }) => permissions));
  const { Administrator } = PermissionsBitField.Flags;
  if ((base & Administrator) !== 0n) return new PermissionsBitField(PermissionsBitField.All);
  const steps = [
    overwrites.filter(({ id }) => id === guildId),
    overwrites.filter(
      ({ id, type }) => type === OverwriteType.Role && id !== guildId && own.has(id),
    ),
    overwrites.filter(({ id, type }) => type === OverwriteType.Member && id === member.user.id),
  ];
  const allowed = steps.reduce(
    (sum, step) => (sum & ~all(step.map(({ deny }) => deny))) | all(step.map(({ allow }) => allow)),
    base,
  );
  return new PermissionsBitField(allowed);
}

/** The permissions that cards and log lines of the staff need. */
export const needed = ['ViewChannel', 'SendMessages'] as const;
export type NeededPermission = (typeof needed)[number];

export const lacking = (permissions: PermissionsBitField): readonly NeededPermission[] =>
  needed.filter((name) => !permissions.has(name));
