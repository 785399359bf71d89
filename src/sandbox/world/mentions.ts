/** The mentions in a text. */
import type { APIMessage, APIUser } from 'discord-api-types/v10';
import { userOf } from './objects.ts';
import type { World } from './world.ts';

export type MentionKind = 'users' | 'roles' | 'everyone';

/** Kinds parsed from the text, and individually allowed people and roles. */
export interface Allowed {
  readonly parse: readonly string[];
  readonly users?: readonly string[];
  readonly roles?: readonly string[];
}
export type Mentions = Pick<APIMessage, 'mentions' | 'mention_roles' | 'mention_everyone'>;

const idsIn = (text: string, pattern: RegExp): string[] => [
  ...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? '')),
];

export function mentionsIn(
  text: string,
  place: { readonly world: World; readonly bot: APIUser; readonly channelId: string },
  allowed: Allowed,
): Mentions {
  const { world, bot, channelId } = place;
  const { parse, users = [], roles = [] } = allowed;
  const server = world.server(world.channel(channelId)?.serverId ?? '');
  const known = new Set(server?.roles.map(({ id }) => id));
  return {
    mentions: idsIn(text, /<@!?(\d+)>/g)
      .filter((id) => parse.includes('users') || users.includes(id))
      .flatMap((id) => {
        const person = world.person(id);
        return person ? [userOf(person)] : id === bot.id ? [bot] : [];
      }),
    mention_roles: idsIn(text, /<@&(\d+)>/g)
      .filter((id) => parse.includes('roles') || roles.includes(id))
      .filter((id) => known.has(id) && id !== server?.id),
    mention_everyone: /@(everyone|here)\b/.test(text) && parse.includes('everyone'),
  };
}
