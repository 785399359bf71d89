/** The events a bot hears of, and what each carries. */
import type {
  GatewayApplicationCommandPermissionsUpdateDispatchData as PermissionsUpdate,
  GatewayGuildCreateDispatchData,
  GatewayGuildDeleteDispatchData,
  GatewayInteractionCreateDispatchData,
  GatewayReadyDispatchData,
} from 'discord-api-types/v10';

export interface Events {
  readonly READY: GatewayReadyDispatchData;
  readonly RESUMED: Readonly<Record<string, never>>;
  readonly GUILD_CREATE: GatewayGuildCreateDispatchData;
  readonly GUILD_DELETE: GatewayGuildDeleteDispatchData;
  readonly APPLICATION_COMMAND_PERMISSIONS_UPDATE: PermissionsUpdate;
  readonly INTERACTION_CREATE: GatewayInteractionCreateDispatchData;
}
export type EventName = keyof Events;
