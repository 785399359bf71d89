import type { Person } from '../protocol/protocol.ts';
import type { World } from './world.ts';

/** The golden angle gives consecutive people very different hues. */
export const hueOf = (index: number): number => Math.round(index * 137.5) % 360;

const usernameMax = 24;

/** Discord's usernames: lower-case letters, digits, dots and underscores, unique. */
function usernameFor(displayName: string, taken: ReadonlySet<string>): string {
  const plain = displayName
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, usernameMax);
  const base = plain.length >= 2 ? plain : `person_${plain}`;
  for (let number = 1; ; number += 1) {
    const username = number === 1 ? base : `${base}${number}`;
    if (!taken.has(username)) return username;
  }
}

/** Adds a person with direct messages to the bot and a mail address; they are in no server yet. */
export function addPerson(
  world: World,
  options: { readonly displayName: string; readonly ownsApplication?: boolean },
): Person {
  const username = usernameFor(
    options.displayName,
    new Set(world.people().map((person) => person.username)),
  );
  const person: Person = {
    id: world.ids.next(),
    username,
    displayName: options.displayName,
    hue: hueOf(world.people().length),
    email: `${username.replaceAll('_', '.')}@sandbox.example`,
    dmsClosed: false,
    locale: world.meta.locale ?? 'en-US',
    ownsApplication: options.ownsApplication ?? false,
  };
  world.putPerson(person);
  world.putChannel({
    id: world.ids.next(),
    serverId: null,
    recipientId: person.id,
    name: person.displayName,
    topic: '',
    position: 0,
  });
  return person;
}
