import { good } from '../../../lib/result.ts';
import type { DiscordUserId } from '../base/types.ts';
import { type Read, unreadable } from './reasons.ts';

/** An id as Discord copies it, or a mention of the user as Discord sends it. */
const idOrMention = /^(?:<@!?(?<mentioned>[0-9]{17,20})>|(?<id>[0-9]{17,20}))$/;

/** The user need not be a member of any of the bank's servers. */
export function parseDiscordUser(text: string): Read<DiscordUserId> {
  const groups = idOrMention.exec(text.trim())?.groups;
  const id = groups?.['mentioned'] ?? groups?.['id'];
  return id === undefined ? unreadable('DISCORD_USER_SHAPE') : good(id as DiscordUserId);
}
