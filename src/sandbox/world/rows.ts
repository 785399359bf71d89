/** The stored world: one row type per table, all plain JSON. */
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
  /** The language of the first browser, for people whose language was not chosen. */
  readonly locale?: string;
  /** The port in the links of stored messages; 0 before the first one. */
  readonly port: number;
  /** Ids by the keys of the seed. */
  readonly people: Readonly<Record<string, string>>;
  readonly servers: Readonly<Record<string, string>>;
  readonly channels: Readonly<Record<string, string>>;
  /** Keys of the guide's steps that are done. */
  readonly stepsDone?: readonly string[];
  /** Whether the application may list members; it may unless given. */
  readonly membersIntent?: boolean;
}

export interface MemberRow {
  readonly personId: string;
  readonly roles: readonly string[];
  readonly nick: string | null;
  readonly joinedAt: string;
}

export interface RoleRow {
  /** The id of @everyone is the server's id. */
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
  /** The person who sees an ephemeral message; null for public ones. */
  readonly visibleTo: string | null;
  readonly usedCommand: string | null;
  /** Set while it is pinned. */
  readonly pinnedAt?: string;
  readonly body: APIMessage;
}

/** Permissions set by a server's managers for one command or for the whole application. */
export interface CommandPermissionsRow {
  /** A command's id, or the application's id for commands without their own permissions. */
  readonly id: string;
  readonly serverId: string;
  readonly overwrites: readonly APIApplicationCommandPermission[];
}

/** The newest message or mail that a person has read in one channel or the mailbox. */
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
