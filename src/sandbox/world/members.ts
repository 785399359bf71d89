/** The members of a server as a bot sees them, including the bot. */
import type { APIGuildMember } from 'discord-api-types/v10';
import { botMemberOf, memberOf, userOf } from './objects.ts';
import type { ServerRow } from './rows.ts';
import type { World } from './world.ts';

export function membersOf(
  world: World,
  server: ServerRow,
  bot: { readonly id: string; readonly name: string },
): APIGuildMember[] {
  const people = server.members.flatMap((row) => {
    const person = world.person(row.personId);
    return person ? [memberOf(row, userOf(person))] : [];
  });
  return [botMemberOf(server, bot), ...people];
}

/** By the beginning of any of their names, ignoring case. */
export const isCalled = ({ nick, user }: APIGuildMember, query: string): boolean =>
  [nick, user.global_name, user.username].some((name) =>
    name?.toLowerCase().startsWith(query.toLowerCase()),
  );
