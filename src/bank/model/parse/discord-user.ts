import { bad, good, type Result } from '../../../lib/result.ts';
import type { DiscordUserId } from '../base/types.ts';

/** An id as Discord copies it, or a mention of the user as Discord sends it. */
const idOrMention = /^(?:<@!?(?<mentioned>[0-9]{17,20})>|(?<id>[0-9]{17,20}))$/;

/** A Discord user who may be in none of our servers, so that no list has them. */
export function parseDiscordUser(text: string): Result<DiscordUserId> {
  const groups = idOrMention.exec(text.trim())?.groups;
  const id = groups?.['mentioned'] ?? groups?.['id'];
  return id === undefined
    ? bad('Enter the 17 to 20 digits of *Copy User ID* in Discord’s developer mode, or a mention.')
    : good(id as DiscordUserId);
}
