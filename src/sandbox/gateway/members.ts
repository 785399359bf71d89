/** Opcode 8: a bot requests a server's members, since GUILD_CREATE contains only the bot. */
import {
  GatewayIntentBits,
  type GatewayGuildMembersChunkDispatchData,
} from 'discord-api-types/v10';
import { isCalled, membersOf } from '../world/members.ts';
import type { World } from '../world/world.ts';
import type { RequestMembers } from './frames.ts';
import type { Bot } from './guild.ts';

/** Null if the bot may not see them: it is not in the server, or lacks the intent. */
export function membersChunk(
  world: World,
  bot: Bot,
  asked: { readonly intents: number; readonly request: RequestMembers },
): GatewayGuildMembersChunkDispatchData | null {
  const { guild_id, query, limit = 0, user_ids, nonce } = asked.request;
  const server = world.server(guild_id);
  const isWhole = query === '' && limit === 0;
  if (!server?.hasBot) return null;
  if (isWhole && (asked.intents & GatewayIntentBits.GuildMembers) === 0) return null;
  const all = membersOf(world, server, bot);
  const wanted = user_ids === undefined ? null : [user_ids].flat();
  const found = wanted
    ? all.filter(({ user }) => wanted.includes(user.id))
    : all.filter((member) => isCalled(member, query ?? '')).slice(0, limit || undefined);
  const missing = wanted?.filter((id) => !found.some(({ user }) => user.id === id)) ?? [];
  return {
    guild_id,
    members: found,
    chunk_index: 0,
    chunk_count: 1,
    ...(missing.length > 0 && { not_found: missing }),
    ...(nonce !== undefined && { nonce }),
  };
}
