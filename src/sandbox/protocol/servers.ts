/** Servers as whoever runs the sandbox arranges them. Part of `protocol.ts`. */
import type {
  APIApplicationCommandPermission as CommandOverwrite,
  ApplicationCommandType,
} from 'discord-api-types/v10';

export interface ManagedRole {
  /** That of @everyone is the server's. */
  readonly id: string;
  readonly name: string;
  /** RGB, 0 for none. */
  readonly color: number;
  /** Bits, as a decimal number. */
  readonly permissions: string;
}

/** All of a server, whoever its members are. */
export interface ManagedServer {
  readonly id: string;
  readonly name: string;
  readonly hue: number;
  readonly ownerId: string;
  readonly hasBot: boolean;
  /** People who are added later do not join it by themselves. */
  readonly isPrivate: boolean;
  readonly members: readonly { readonly personId: string; readonly roles: readonly string[] }[];
  /** @everyone first, then the lowest. */
  readonly roles: readonly ManagedRole[];
  readonly channels: readonly {
    readonly id: string;
    readonly name: string;
    readonly topic: string;
  }[];
  /** The bot's. */
  readonly applicationId: string;
  /** Global ones and those of this server. */
  readonly commands: readonly {
    readonly id: string;
    readonly name: string;
    readonly type: ApplicationCommandType;
  }[];
  /** Of the commands that have any, and under the application's id what holds for all others. */
  readonly commandPermissions: Readonly<Record<string, readonly CommandOverwrite[]>>;
}

export interface NewServer {
  readonly name: string;
  readonly ownerId: string;
}
export interface ServerChange {
  readonly name?: string;
  /** A member. */
  readonly ownerId?: string;
  /** Inviting the bot, or removing it. */
  readonly hasBot?: boolean;
  readonly isPrivate?: boolean;
}
export interface MemberChange {
  readonly roles: readonly string[];
}
export interface RoleChange {
  readonly name?: string;
  readonly color?: number;
  readonly permissions?: string;
}
/** In place of what held until now; none at all gives back to the default. */
export interface CommandPermissionsChange {
  /** Each for one role, person or channel; the server's id is @everyone, one less all channels. */
  readonly permissions: readonly CommandOverwrite[];
}
export type { CommandOverwrite };
export interface ChannelChange {
  readonly name?: string;
  readonly topic?: string;
}
export interface NewChannel {
  readonly name: string;
  readonly topic?: string;
}
