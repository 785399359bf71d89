/** Builds one person's view from the world. */
import { InteractionContextType, type APIApplicationCommand } from 'discord-api-types/v10';
import type {
  Bot,
  Channel,
  OpenModal,
  Person,
  Server,
  Unread,
  View,
} from '../protocol/protocol.ts';
import { accessOf } from './command-access.ts';
import { hueOf } from './people.ts';
import type { Guides } from './guide.ts';
import type { ChannelRow, ServerRow } from './rows.ts';
import { isLater } from './snowflakes.ts';
import type { World } from './world.ts';

/** The place of a `SeenRow` for the mailbox. */
export const mailPlace = 'mail';

export interface ViewSources {
  readonly world: World;
  readonly application: {
    readonly id: string;
    readonly name: string;
    readonly description: string;
  };
  readonly hint: string;
  readonly guides: Guides;
  readonly gateway: Pick<Bot, 'online' | 'readsMessages'>;
  readonly modalOf: (personId: string) => OpenModal | null;
}

const works = (command: APIApplicationCommand, context: InteractionContextType): boolean =>
  command.contexts === null || command.contexts === undefined || command.contexts.includes(context);

/** Server commands come before global ones, so that they win if both have the same name. */
export function commandsIn(
  world: World,
  place: {
    readonly personId: string;
    readonly serverId: string | null;
    /** Null if it can be used in every channel of the server. */
    readonly channelId: string | null;
  },
): APIApplicationCommand[] {
  const global = world.commands(null);
  if (place.serverId === null) {
    return global.filter((command) => works(command, InteractionContextType.BotDM));
  }
  const server = world.server(place.serverId);
  const member = server?.members.find((row) => row.personId === place.personId);
  if (!server?.hasBot || !member) return [];
  const access = accessOf(world, server, member);
  const { channelId } = place;
  return [...world.commands(server.id), ...global].filter(
    (command) =>
      works(command, InteractionContextType.Guild) &&
      access.permitsMember(command) &&
      (channelId === null || access.permitsChannel(command, channelId)),
  );
}

const channelView = (channel: ChannelRow, closedCommands: readonly string[]): Channel => ({
  id: channel.id,
  serverId: channel.serverId,
  name: channel.name,
  topic: channel.topic,
  closedCommands,
});

export class Views {
  readonly #sources: ViewSources;

  constructor(sources: ViewSources) {
    this.#sources = sources;
  }

  viewOf(person: Person): View {
    const { world, application, hint, guides, gateway, modalOf } = this.#sources;
    const direct = world.directChannelOf(person.id);
    return {
      person,
      people: world.people(),
      bot: {
        applicationId: application.id,
        userId: application.id,
        name: application.name,
        hue: hueOf(7),
        description: application.description,
        online: gateway.online,
        readsMessages: gateway.readsMessages,
      },
      servers: this.#serversOf(person.id).map((server) => this.#serverView(server, person)),
      directMessages: {
        ...channelView(direct, []),
        name: application.name,
        commands: commandsIn(world, { personId: person.id, serverId: null, channelId: null }),
      },
      hint,
      guide: guides.view(person.locale),
      modal: modalOf(person.id),
      unread: this.unreadOf(person),
    };
  }

  unreadOf(person: Person): Unread {
    const { world } = this.#sources;
    const others = world.people().filter((other) => other.id !== person.id);
    return {
      channels: this.#unreadChannels(person.id),
      mail: this.#unreadMail(person),
      people: Object.fromEntries(
        others.map((other) => [
          other.id,
          this.#unreadIn(world.directChannelOf(other.id), other.id) + this.#unreadMail(other),
        ]),
      ),
    };
  }

  #serversOf(personId: string): ServerRow[] {
    const isMember = (server: ServerRow): boolean =>
      server.members.some((member) => member.personId === personId);
    return this.#sources.world.servers().filter(isMember);
  }

  #serverView(server: ServerRow, person: Person): Server {
    const { world } = this.#sources;
    const place = { personId: person.id, serverId: server.id };
    const commands = commandsIn(world, { ...place, channelId: null });
    const closedIn = ({ id }: ChannelRow): string[] => {
      const open = new Set(commandsIn(world, { ...place, channelId: id }));
      return commands.filter((command) => !open.has(command)).map((command) => command.id);
    };
    return {
      id: server.id,
      name: server.name,
      hue: server.hue,
      ownerId: server.ownerId,
      channels: world.channelsOf(server.id).map((row) => channelView(row, closedIn(row))),
      members: server.members.flatMap((member) => world.person(member.personId) ?? []),
      memberRoles: Object.fromEntries(
        server.members
          .filter(({ roles }) => roles.length > 0)
          .map(({ personId, roles }) => [personId, roles]),
      ),
      roles: server.roles
        .filter((role) => role.id !== server.id)
        .map(({ id, name, color }) => ({ id, name, color })),
      commands,
    };
  }

  #unreadChannels(personId: string): Record<string, number> {
    const { world } = this.#sources;
    const channels = [
      world.directChannelOf(personId),
      ...this.#serversOf(personId).flatMap((server) => world.channelsOf(server.id)),
    ];
    const counts = channels.map((channel): [string, number] => [
      channel.id,
      this.#unreadIn(channel, personId),
    ]);
    return Object.fromEntries(counts.filter(([, count]) => count > 0));
  }

  #unreadIn(channel: ChannelRow, personId: string): number {
    const { world } = this.#sources;
    const lastSeen = world.seen(personId, channel.id);
    return world.messages
      .visibleAfter(lastSeen, personId, channel.id)
      .filter((row) => row.body.author.id !== personId).length;
  }

  #unreadMail(person: Person): number {
    const { world } = this.#sources;
    const lastSeen = world.seen(person.id, mailPlace);
    return world
      .mail()
      .filter((mail) => isLater(mail.id, lastSeen) && mail.to.includes(person.email)).length;
  }
}
