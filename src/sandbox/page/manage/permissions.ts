/** The role permissions that have an effect in the sandbox. */

export interface Permission {
  readonly name: string;
  readonly bit: bigint;
  readonly note?: string;
}

/** https://docs.discord.com/developers/topics/permissions#permissions-bitwise-permission-flags */
export const permissions: readonly Permission[] = [
  { name: 'Administrator', bit: 1n << 3n, note: 'Allows everything, whatever else is ticked.' },
  {
    name: 'Use application commands',
    bit: 1n << 31n,
    note: 'Without it, the bot’s commands cannot be used.',
  },
  { name: 'Manage server', bit: 1n << 5n },
  { name: 'Manage roles', bit: 1n << 28n },
  { name: 'Manage channels', bit: 1n << 4n },
  { name: 'Manage messages', bit: 1n << 13n },
  { name: 'Manage nicknames', bit: 1n << 27n },
  { name: 'Time out members', bit: 1n << 40n },
  { name: 'Kick members', bit: 1n << 1n },
  { name: 'Ban members', bit: 1n << 2n },
  { name: 'View audit log', bit: 1n << 7n },
  { name: 'Mention @everyone and all roles', bit: 1n << 17n },
  { name: 'View channels', bit: 1n << 10n },
  { name: 'Send messages', bit: 1n << 11n },
  { name: 'Attach files', bit: 1n << 15n },
];

export const allows = (bits: string, { bit }: Permission): boolean => (BigInt(bits) & bit) !== 0n;

/** Sets one permission; bits not listed above are kept. */
export function withPermission(bits: string, { bit }: Permission, allowed: boolean): string {
  return (allowed ? BigInt(bits) | bit : BigInt(bits) & ~bit).toString();
}
