/** Connects the client's events with the stages that answer them. */
import {
  type APIInteraction,
  type Client,
  Events,
  GatewayDispatchEvents,
  type GatewayMessageCreateDispatchData,
  type Interaction,
} from 'discord.js';
import { instant } from '../../lib/clock.ts';
import { warmReaders } from '../talk/warm.ts';
import { createDoor } from '../turns/door.ts';
import { createListener, type ListenerTools } from './listen.ts';
import { createRouter } from './router.ts';

interface RawPacket {
  t: string | null;
  readonly d: unknown;
}

/** Answers interactions and messages. `close` accepts no more and waits for the running ones. */
export function startStages(client: Client, tools: Omit<ListenerTools, 'botId'>) {
  const router = createRouter(tools);
  const listener = createListener({ ...tools, botId: () => client.user?.id ?? '' });
  const failed = (error: unknown): void => void client.emit(Events.Error, error as Error);
  const readers = warmReaders(tools.bank.currency, () => instant(tools.clock.now()));
  const route = (interaction: Interaction): void => {
    readers.seen(interaction.locale);
    router.route(interaction).catch(failed);
  };
  // As it arrives: discord.js drops messages of channels that are not in its cache.
  const hear = (message: GatewayMessageCreateDispatchData): void => {
    listener.hear(message).catch(failed);
  };
  const { rest } = client;
  const { registry, logger } = tools;
  const door = createDoor({ rest, registry, logger, admission: router });
  /** Runs before discord.js handles the packet, and it ignores one without an event's name. */
  const watchDoor = (packet: RawPacket): void => {
    if (packet.t !== GatewayDispatchEvents.InteractionCreate) return;
    if (door.turnsAway(packet.d as APIInteraction)) packet.t = null;
  };
  client.on(Events.Raw, watchDoor);
  client.on(Events.InteractionCreate, route);
  client.ws.on(GatewayDispatchEvents.MessageCreate, hear);
  return {
    isRefusing: () => router.isRefusing(),
    close: async (): Promise<void> => {
      readers.stop();
      client.off(Events.Raw, watchDoor);
      client.off(Events.InteractionCreate, route);
      client.ws.off(GatewayDispatchEvents.MessageCreate, hear);
      await Promise.all([router.idle(), listener.idle()]);
    },
  };
}
