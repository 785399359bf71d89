/** Whose installation of the app an interaction is made through. */
import {
  ApplicationIntegrationType as Installed,
  type APIApplicationCommand,
  type APIAuthorizingIntegrationOwnersMap,
  type APIMessage,
} from 'discord-api-types/v10';
import type { Place } from './place.ts';

/** In direct messages with the bot, Discord gives 0 for the missing server. */
const byServer = ({ server }: Place): APIAuthorizingIntegrationOwnersMap => ({
  [Installed.GuildInstall]: server?.id ?? '0',
});

/** A command only for user installations is authorised by the person who calls it. */
export function ownersOf(
  { integration_types: types }: APIApplicationCommand,
  place: Place,
): APIAuthorizingIntegrationOwnersMap {
  const isForPeople = types !== undefined && !types.includes(Installed.GuildInstall);
  return isForPeople ? { [Installed.UserInstall]: place.person.id } : byServer(place);
}

/** A component has the same owners as its message. */
export const ownersBehind = (
  message: APIMessage,
  place: Place,
): APIAuthorizingIntegrationOwnersMap =>
  message.interaction_metadata?.authorizing_integration_owners ?? byServer(place);
