/** The objects for the ids a person chose: `resolved` in interactions. */
import type { APIInteractionDataResolved, APIMessage } from 'discord-api-types/v10';
import type { Files } from '../world/files.ts';
import { memberPartOf, roleOf, textChannelOf, userOf, botUserOf } from '../world/objects.ts';
import { permissionsOf } from '../world/permissions.ts';
import type { ServerRow } from '../world/rows.ts';
import type { World } from '../world/world.ts';

export type ResolvedData = APIInteractionDataResolved & {
  readonly messages?: Record<string, APIMessage>;
};

export interface ResolvePlace {
  readonly world: World;
  readonly files: Files;
  readonly application: { readonly id: string; readonly name: string };
  readonly server: ServerRow | null;
  readonly channelId: string;
}

/** Looks up objects by id and records them; undefined if the id does not exist here. */
export class Resolver {
  readonly #place: ResolvePlace;
  readonly #found: Required<ResolvedData>;

  constructor(place: ResolvePlace) {
    this.#place = place;
    this.#found = {
      users: {},
      members: {},
      roles: {},
      channels: {},
      messages: {},
      attachments: {},
    };
  }

  user(id: string): boolean {
    const { world, application, server } = this.#place;
    if (id === application.id) {
      this.#found.users[id] = botUserOf(application);
      return true;
    }
    const person = world.person(id);
    if (!person) return false;
    this.#found.users[id] = userOf(person);
    const member = server?.members.find((row) => row.personId === id);
    if (server && member) {
      const permissions = permissionsOf(server, member).toString();
      this.#found.members[id] = { ...memberPartOf(member), permissions };
    }
    return true;
  }

  role(id: string): boolean {
    const roles = this.#place.server?.roles ?? [];
    const index = roles.findIndex((role) => role.id === id);
    const role = roles[index];
    if (!role) return false;
    this.#found.roles[id] = roleOf(role, index);
    return true;
  }

  channel(id: string, permissions: bigint): boolean {
    const { world, server } = this.#place;
    const channel = world.channel(id);
    if (!server || !channel || channel.serverId !== server.id) return false;
    this.#found.channels[id] = {
      ...textChannelOf(channel, server.id),
      permissions: permissions.toString(),
    };
    return true;
  }

  message(id: string): boolean {
    const row = this.#place.world.messages.get(id);
    if (!row || row.channelId !== this.#place.channelId) return false;
    this.#found.messages[id] = row.body;
    return true;
  }

  attachment(id: string): boolean {
    const row = this.#place.files.row(id);
    if (!row) return false;
    const { channelId } = this.#place;
    const attachment = this.#place.files.attachmentOf(row, { channelId, ephemeral: true });
    this.#found.attachments[id] = attachment;
    return true;
  }

  /** Only the non-empty kinds; undefined if nothing was chosen by id. */
  get data(): ResolvedData | undefined {
    const filled = Object.entries(this.#found).filter(([, kind]) => Object.keys(kind).length > 0);
    return filled.length === 0 ? undefined : Object.fromEntries(filled);
  }
}
