/** The role permissions that have an effect in the sandbox. */
import { words } from '../words/words.ts';

export interface Permission {
  readonly name: string;
  readonly bit: bigint;
  readonly note?: string;
}

/** https://docs.discord.com/developers/topics/permissions#permissions-bitwise-permission-flags */
export function permissions(): readonly Permission[] {
  const say = words().manage.permission;
  return [
    { name: say.administrator, bit: 1n << 3n, note: say.administratorNote },
    { name: say.commands, bit: 1n << 31n, note: say.commandsNote },
    { name: say.server, bit: 1n << 5n },
    { name: say.roles, bit: 1n << 28n },
    { name: say.channels, bit: 1n << 4n },
    { name: say.messages, bit: 1n << 13n },
    { name: say.nicknames, bit: 1n << 27n },
    { name: say.timeOut, bit: 1n << 40n },
    { name: say.kick, bit: 1n << 1n },
    { name: say.ban, bit: 1n << 2n },
    { name: say.auditLog, bit: 1n << 7n },
    { name: say.mentions, bit: 1n << 17n },
    { name: say.view, bit: 1n << 10n },
    { name: say.send, bit: 1n << 11n },
    { name: say.attach, bit: 1n << 15n },
  ];
}

export const allows = (bits: string, { bit }: Permission): boolean => (BigInt(bits) & bit) !== 0n;

/** Sets one permission; bits not listed above are kept. */
export function withPermission(bits: string, { bit }: Permission, allowed: boolean): string {
  return (allowed ? BigInt(bits) | bit : BigInt(bits) & ~bit).toString();
}
