/** Finds people by name in the servers that they share with the person who asks. */
import { type APIGuildMember, type Client, type REST, Routes } from 'discord.js';
import type { DiscordUserId, Place } from '../../bank/index.ts';
import type { Person } from '../../talk/index.ts';

/** A bot in more servers does not look through them for a direct message. */
const serversMax = 10;
const membersMax = 25;
const withinMs = 1_500;

export interface MemberFinder {
  /** People whose name begins with the text; none if Discord does not answer in time. */
  find(asker: DiscordUserId, place: Place, text: string): Promise<readonly Person[]>;
  /** Whether a server of the bot has both; false if Discord does not answer in time. */
  areTogether(one: DiscordUserId, other: DiscordUserId): Promise<boolean>;
}

/** With the user name, since several members may show the same name. */
const personOf = ({ nick, user }: APIGuildMember): Person => ({
  id: `member-${user.id}`,
  name: `${nick ?? user.global_name ?? user.username} (@${user.username})`,
});

async function found(
  rest: REST,
  guildId: string,
  what: {
    readonly asker: DiscordUserId;
    readonly isMember: boolean;
    readonly text: string;
    readonly signal: AbortSignal;
  },
): Promise<Person[]> {
  const { signal } = what;
  try {
    const query = new URLSearchParams({ query: what.text, limit: `${membersMax}` });
    const route = Routes.guildMembersSearch(guildId);
    const members = ((await rest.get(route, { query, signal })) as APIGuildMember[]).filter(
      ({ user }) => user.bot !== true && user.id !== what.asker,
    );
    if (members.length > 0 && !what.isMember) {
      await rest.get(Routes.guildMember(guildId, what.asker), { signal });
    }
    return members.map(personOf);
  } catch {
    // Too late, or the asker or the bot is not in this server: no one is found there.
    return [];
  }
}

async function hasBoth(
  rest: REST,
  guildId: string,
  people: readonly DiscordUserId[],
  signal: AbortSignal,
): Promise<boolean> {
  try {
    for (const person of people) await rest.get(Routes.guildMember(guildId, person), { signal });
    return true;
  } catch {
    return false;
  }
}

export function createMemberFinder(client: Client): MemberFinder {
  return {
    find: async (asker, { guildId }, text) => {
      const all = guildId === null ? [...client.guilds.cache.keys()] : [guildId];
      if (all.length > serversMax) return [];
      const isMember = guildId !== null;
      const signal = AbortSignal.timeout(withinMs);
      const search = all.map(async (one) =>
        found(client.rest, one, { asker, isMember, text, signal }),
      );
      const people = (await Promise.all(search)).flat();
      const byId = new Map(people.map((person) => [person.id, person]));
      return [...byId.values()];
    },
    areTogether: async (one, other) => {
      const all = [...client.guilds.cache.keys()];
      if (all.length > serversMax) return false;
      const signal = AbortSignal.timeout(withinMs);
      const search = all.map(async (guildId) =>
        hasBoth(client.rest, guildId, [one, other], signal),
      );
      return (await Promise.all(search)).includes(true);
    },
  };
}
