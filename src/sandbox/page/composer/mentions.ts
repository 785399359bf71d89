/** Names after an @ become mentions when a message is sent, as in Discord's client. */
import type { View } from '../../protocol/protocol.ts';

export interface Mentionable {
  readonly id: string;
  readonly names: readonly string[];
}

/** The bot, and the members of the channel's server; in direct messages the bot alone. */
export function mentionableIn(view: View, serverId: string | null): Mentionable[] {
  const { bot } = view;
  const members = view.servers.find(({ id }) => id === serverId)?.members ?? [];
  return [
    { id: bot.userId, names: [bot.name] },
    ...members.map(({ id, displayName, username }) => ({ id, names: [displayName, username] })),
  ];
}

const isInWord = (sign: string | undefined): boolean => /[\p{L}\p{N}_]/u.test(sign ?? '');

/** `@Ben` becomes `<@id>`; the longest name counts, and unknown names stay text. */
export function withMentions(text: string, known: readonly Mentionable[]): string {
  const named = known
    .flatMap(({ id, names }) => names.map((name) => ({ id, name })))
    .sort((one, other) => other.name.length - one.name.length);
  const isCalled = (name: string, from: number): boolean =>
    text.slice(from, from + name.length).toLowerCase() === name.toLowerCase() &&
    !isInWord(text[from + name.length]);
  let made = '';
  let at = 0;
  while (at < text.length) {
    const isStart = text[at] === '@' && !isInWord(text[at - 1]) && text[at - 1] !== '<';
    const found = isStart ? named.find(({ name }) => isCalled(name, at + 1)) : undefined;
    made += found ? `<@${found.id}>` : text[at];
    at += found ? found.name.length + 1 : 1;
  }
  return made;
}
