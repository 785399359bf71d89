/** Who has a role in a server: read over Discord's REST only when a request names a role. */
import { type APIGuildMember, DiscordAPIError, type REST, Routes } from 'discord.js';
import { BankError, type DiscordUserId, type Place } from '../../bank/index.ts';

/** In the order of their ids, without bots. Throws ROLE_UNREADABLE. */
export type RoleMembers = (place: Place, roleId: string) => Promise<readonly DiscordUserId[]>;

const pageSize = 1_000;
/** A server with more members than these pages hold is not looked through. */
const pagesMax = 20;
const withinMs = 20_000;
/** Missing Access and Missing Permissions: the privileged intent is off, or the bot has left. */
const forbidden: readonly (string | number)[] = [50_001, 50_013];

export function createRoleMembers(rest: Pick<REST, 'get'>): RoleMembers {
  const pageAfter = async (guildId: string, after: string, signal: AbortSignal) => {
    const query = new URLSearchParams({ limit: `${pageSize}`, after });
    return (await rest.get(Routes.guildMembers(guildId), { query, signal })) as APIGuildMember[];
  };
  return async ({ guildId }, roleId) => {
    if (guildId === null) throw new BankError('ROLE_UNREADABLE', { why: 'SERVER' });
    const signal = AbortSignal.timeout(withinMs);
    const found: DiscordUserId[] = [];
    let after = '0';
    try {
      for (let page = 0; page < pagesMax; page += 1) {
        const members = await pageAfter(guildId, after, signal);
        for (const { user, roles } of members) {
          // Everyone has the role with the id of the server, which no member's list names.
          const has = roleId === guildId || roles.includes(roleId);
          if (has && user.bot !== true) found.push(user.id as DiscordUserId);
        }
        if (members.length < pageSize) return found;
        after = members.at(-1)!.user.id;
      }
    } catch (error) {
      const isForbidden = error instanceof DiscordAPIError && forbidden.includes(error.code);
      throw new BankError('ROLE_UNREADABLE', { why: isForbidden ? 'INTENT' : 'LATE' });
    }
    throw new BankError('ROLE_UNREADABLE', { why: 'SIZE' });
  };
}
