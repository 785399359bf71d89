/** The events sent to a bot, and their data. */
import type {
  GatewayApplicationCommandPermissionsUpdateDispatchData as PermissionsUpdate,
  GatewayChannelCreateDispatchData,
  GatewayChannelDeleteDispatchData,
  GatewayChannelUpdateDispatchData,
  GatewayGuildCreateDispatchData,
  GatewayGuildDeleteDispatchData,
  GatewayGuildMemberAddDispatchData,
  GatewayGuildMemberRemoveDispatchData,
  GatewayGuildMembersChunkDispatchData,
  GatewayGuildMemberUpdateDispatchData,
  GatewayGuildRoleCreateDispatchData,
  GatewayGuildRoleDeleteDispatchData,
  GatewayGuildRoleUpdateDispatchData,
  GatewayGuildUpdateDispatchData,
  GatewayInteractionCreateDispatchData,
  GatewayMessageCreateDispatchData,
  GatewayMessageDeleteBulkDispatchData,
  GatewayMessageDeleteDispatchData,
  GatewayMessageUpdateDispatchData,
  GatewayReadyDispatchData,
} from 'discord-api-types/v10';

export interface Events {
  readonly READY: GatewayReadyDispatchData;
  readonly RESUMED: Readonly<Record<string, never>>;
  readonly GUILD_CREATE: GatewayGuildCreateDispatchData;
  readonly GUILD_DELETE: GatewayGuildDeleteDispatchData;
  readonly GUILD_UPDATE: GatewayGuildUpdateDispatchData;
  readonly GUILD_ROLE_CREATE: GatewayGuildRoleCreateDispatchData;
  readonly GUILD_ROLE_UPDATE: GatewayGuildRoleUpdateDispatchData;
  readonly GUILD_ROLE_DELETE: GatewayGuildRoleDeleteDispatchData;
  readonly GUILD_MEMBER_ADD: GatewayGuildMemberAddDispatchData;
  readonly GUILD_MEMBER_UPDATE: GatewayGuildMemberUpdateDispatchData;
  readonly GUILD_MEMBER_REMOVE: GatewayGuildMemberRemoveDispatchData;
  readonly GUILD_MEMBERS_CHUNK: GatewayGuildMembersChunkDispatchData;
  readonly CHANNEL_CREATE: GatewayChannelCreateDispatchData;
  readonly CHANNEL_UPDATE: GatewayChannelUpdateDispatchData;
  readonly CHANNEL_DELETE: GatewayChannelDeleteDispatchData;
  readonly APPLICATION_COMMAND_PERMISSIONS_UPDATE: PermissionsUpdate;
  readonly INTERACTION_CREATE: GatewayInteractionCreateDispatchData;
  readonly MESSAGE_CREATE: GatewayMessageCreateDispatchData;
  readonly MESSAGE_UPDATE: GatewayMessageUpdateDispatchData;
  readonly MESSAGE_DELETE: GatewayMessageDeleteDispatchData;
  readonly MESSAGE_DELETE_BULK: GatewayMessageDeleteBulkDispatchData;
}
export type EventName = keyof Events;

/** Sent only to sessions with the intent; events without a server go to shard 0. */
export interface GatewayEvent<Name extends EventName = EventName> {
  readonly type: Name;
  readonly serverId: string | null;
  readonly data: Events[Name];
  readonly intent?: number;
  /** The data for sessions without this further intent. */
  readonly unprivileged?: { readonly intent: number; readonly data: Events[Name] };
}
