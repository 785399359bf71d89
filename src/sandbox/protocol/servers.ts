/** Managing servers. Part of `protocol.ts`. */
import type {
  APIApplicationCommandPermission as CommandOverwrite,
  ApplicationCommandType,
} from 'discord-api-types/v10';

export interface ManagedRole {
  /** The id of @everyone is the server's id. */
  readonly id: string;
  readonly name: string;
  /** RGB, 0 for none. */
  readonly color: number;
  /** Bits, as a decimal number. */
  readonly permissions: string;
}

/** A server with all its details. */
export interface ManagedServer {
  readonly id: string;
  readonly name: string;
  readonly hue: number;
  readonly ownerId: string;
  readonly hasBot: boolean;
  /** Whether people added later do not join automatically. */
  readonly isPrivate: boolean;
  readonly members: readonly { readonly personId: string; readonly roles: readonly string[] }[];
  /** @everyone first, then the lowest. */
  readonly roles: readonly ManagedRole[];
  readonly channels: readonly {
    readonly id: string;
    readonly name: string;
    readonly topic: string;
  }[];
  /** The application's id. */
  readonly applicationId: string;
  /** Global commands and those of this server. */
  readonly commands: readonly {
    readonly id: string;
    readonly name: string;
    readonly type: ApplicationCommandType;
  }[];
  /** Overwrites by command id; under the application's id, those for all other commands. */
  readonly commandPermissions: Readonly<Record<string, readonly CommandOverwrite[]>>;
}

export interface NewServer {
  readonly name: string;
  readonly ownerId: string;
}
export interface ServerChange {
  readonly name?: string;
  /** Must be a member. */
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
/** Replaces the earlier overwrites; an empty list restores the default. */
export interface CommandPermissionsChange {
  /** For a role, person or channel. The server's id means @everyone; that id - 1, all channels. */
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
