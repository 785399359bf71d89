/** Command permission overwrites, written with names for tests. */
import {
  APIApplicationCommandPermissionsConstant as constants,
  ApplicationCommandPermissionType as Kind,
} from 'discord-api-types/v10';
import type * as p from '../protocol/protocol.ts';
import type { Control } from './control.ts';
import type { Player } from './player.ts';

/** Names or ids. The role `@everyone` means all members, the channel `*` all channels. */
export type Overwrite = { readonly allow: boolean } & (
  { readonly role: string } | { readonly person: string | Player } | { readonly channel: string }
);

/**
 * Sets who may use a command (the first word of its path) in a server; null for all commands of the
 * bot. Replaces the earlier setting; an empty list restores the default.
 */
export async function setPermissions(
  control: Control,
  what: { readonly server: string; readonly command: string | null },
  overwrites: readonly Overwrite[],
): Promise<void> {
  const [servers, people] = await Promise.all([control.servers(), control.people()]);
  const server = named('server', servers, what.server);
  const command = what.command?.replace(/^\//, '') ?? null;
  const { applicationId, commands } = server;
  const id = command === null ? applicationId : named('command', commands, command).id;
  const permissions = overwrites.map((overwrite) => sent(overwrite, server, people));
  await control.permit(server.id, id, { permissions });
}

function sent(
  overwrite: Overwrite,
  server: p.ManagedServer,
  people: readonly p.Person[],
): p.CommandOverwrite {
  const permission = overwrite.allow;
  if ('role' in overwrite) {
    return { id: named('role', server.roles, overwrite.role).id, type: Kind.Role, permission };
  }
  if ('channel' in overwrite) {
    const { channel } = overwrite;
    const isAll = channel === '*';
    const id = isAll
      ? constants.AllChannels(server.id)
      : named('channel', server.channels, channel).id;
    return { id, type: Kind.Channel, permission };
  }
  const { person } = overwrite;
  const known = people.map(({ id, displayName: name }) => ({ id, name }));
  const id = typeof person === 'string' ? named('person', known, person).id : person.id;
  return { id, type: Kind.User, permission };
}

function named<Thing extends { readonly id: string; readonly name: string }>(
  what: string,
  things: readonly Thing[],
  name: string,
): Thing {
  const found = things.find((thing) => thing.name === name || thing.id === name);
  if (!found) throw new Error(`There is no ${what} ${name}`);
  return found;
}
