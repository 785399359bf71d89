/** What the world consists of, as it is kept: one row type per table, all plain JSON. */
import type {
  APIApplicationCommand,
  APIApplicationCommandPermission,
  APIMessage,
} from 'discord-api-types/v10';
import type { Mail, Person } from '../protocol/protocol.ts';

export interface MetaRow {
  readonly applicationId: string;
  readonly botToken: string;
  readonly verifyKey: string;
  /** The port that the links in kept messages name; 0 before there are any. */
  readonly port: number;
  /** Ids by the keys of the seed. */
  readonly people: Readonly<Record<string, string>>;
  readonly servers: Readonly<Record<string, string>>;
  readonly channels: Readonly<Record<string, string>>;
}

export interface MemberRow {
  readonly personId: string;
  readonly roles: readonly string[];
  readonly nick: string | null;
  readonly joinedAt: string;
}

export interface RoleRow {
  /** The id of @everyone is the server's. */
  readonly id: string;
  readonly name: string;
  /** Decimal bits. */
  readonly permissions: string;
  /** RGB, 0 for none. */
  readonly color: number;
}

export interface ServerRow {
  readonly id: string;
  readonly name: string;
  readonly hue: number;
  readonly ownerId: string;
  readonly hasBot: boolean;
  readonly isPrivate: boolean;
  readonly members: readonly MemberRow[];
  readonly roles: readonly RoleRow[];
}

export interface ChannelRow {
  readonly id: string;
  /** One of `serverId` and `recipientId` is set: a server's text channel, or direct messages. */
  readonly serverId: string | null;
  readonly recipientId: string | null;
  readonly name: string;
  readonly topic: string;
  readonly position: number;
}

export interface MessageRow {
  readonly id: string;
  readonly channelId: string;
  /** The only person who sees an ephemeral message. */
  readonly visibleTo: string | null;
  readonly usedCommand: string | null;
  /** Set while it is pinned. */
  readonly pinnedAt?: string;
  readonly body: APIMessage;
}

/** What a server's managers let people do with one command, or with all of an application's. */
export interface CommandPermissionsRow {
  /** A command's, or the application's for what holds where its commands say nothing. */
  readonly id: string;
  readonly serverId: string;
  readonly overwrites: readonly APIApplicationCommandPermission[];
}

/** The newest message or mail a person has seen in one place. */
export interface SeenRow {
  readonly lastId: string;
}

export interface FileRow {
  readonly id: string;
  readonly name: string;
  readonly contentType: string;
  readonly size: number;
}

export interface Tables {
  meta: MetaRow;
  people: Person;
  servers: ServerRow;
  channels: ChannelRow;
  messages: MessageRow;
  commands: APIApplicationCommand;
  permissions: CommandPermissionsRow;
  mail: Mail;
  seen: SeenRow;
  files: FileRow;
}
export type TableName = keyof Tables;
export const tableNames: readonly TableName[] = [
  'meta',
  'people',
  'servers',
  'channels',
  'messages',
  'commands',
  'permissions',
  'mail',
  'seen',
  'files',
];
