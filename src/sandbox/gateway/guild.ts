/** A server as the gateway shows it to the bot. */
import type { GatewayGuildCreateDispatchData } from 'discord-api-types/v10';
import { botMemberOf, guildPartOf, textChannelOf } from '../world/objects.ts';
import type { ServerRow } from '../world/rows.ts';
import { createdAt } from '../world/snowflakes.ts';
import type { World } from '../world/world.ts';

export interface Bot {
  readonly id: string;
  readonly name: string;
}

/** Without the presence intent, which the sandbox lacks, a bot at first sees only itself. */
export function guildOf(world: World, server: ServerRow, bot: Bot): GatewayGuildCreateDispatchData {
  const self = botMemberOf(server, bot);
  return {
    ...guildPartOf(server),
    hub_type: null,
    unavailable: false,
    large: false,
    joined_at: createdAt(server.id),
    member_count: server.members.length + 1,
    members: [self],
    channels: world.channelsOf(server.id).map((channel) => textChannelOf(channel, server.id)),
    threads: [],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}
