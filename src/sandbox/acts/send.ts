/** Sends an interaction to the bot, the last step of every act of a person. */
import type { APIMessage } from 'discord-api-types/v10';
import type { Faults } from '../faults/faults.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { Traffic } from '../inspector/traffic.ts';
import type { Interaction, Interactions, NewInteraction } from '../interactions/interactions.ts';
import { commandsIn } from '../world/views.ts';
import type { World } from '../world/world.ts';
import { findCommand, type FoundCommand } from './options.ts';
import { payloadOf, type InteractionData } from './payload.ts';
import type { Place } from './place.ts';
import { Refusal } from '../protocol/refusal.ts';

export interface SendDeps {
  readonly world: World;
  readonly gateway: Gateway;
  readonly interactions: Interactions;
  readonly faults: Faults;
  readonly traffic: Traffic;
  readonly application: { readonly id: string; readonly name: string };
}

type Kept = 'kind' | 'label' | 'usedCommand' | 'customId' | 'owners';
export type Sending = Pick<NewInteraction, Kept> & {
  readonly trigger: Omit<NewInteraction['trigger'], 'id'>;
  readonly data: InteractionData;
  readonly message?: APIMessage;
};

/** The command of this name, if the person may use it in this channel. */
export function commandAt(world: World, place: Place, name: string): FoundCommand {
  const here = { serverId: place.server?.id ?? null, channelId: place.channel.id };
  const found = findCommand(commandsIn(world, { personId: place.person.id, ...here }), name);
  if (!found) throw new Refusal(404, `There is no command ${name} here`);
  return found;
}

export function sendInteraction(deps: SendDeps, place: Place, what: Sending): Interaction {
  const { world, gateway, interactions, application } = deps;
  const serverId = place.server?.id ?? null;
  if (!gateway.sessions.some((session) => session.serves(serverId))) {
    throw new Refusal(409, `${application.name} is not connected`);
  }
  const id = world.ids.next();
  const interaction = interactions.open({
    id,
    kind: what.kind,
    personId: place.person.id,
    channelId: place.channel.id,
    serverId,
    label: what.label,
    usedCommand: what.usedCommand,
    customId: what.customId,
    owners: what.owners,
    trigger: { ...what.trigger, id },
  });
  const { data, message } = what;
  const payload = payloadOf(interaction, place, {
    applicationId: application.id,
    data,
    ...(message && { message }),
  });
  const times = deps.faults.takeForEvent(interaction);
  deps.traffic.sent(interaction, payload, times);
  for (let sent = 0; sent < times; sent += 1) {
    gateway.dispatch({ type: 'INTERACTION_CREATE', serverId, data: payload });
  }
  return interaction;
}
