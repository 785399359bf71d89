/** Through whose installation of the app a person acts. */
import {
  ApplicationIntegrationType as Installed,
  type APIApplicationCommand,
  type APIAuthorizingIntegrationOwnersMap,
  type APIMessage,
} from 'discord-api-types/v10';
import type { Place } from './place.ts';

/** In direct messages with the bot, Discord says 0 for the server there is none of. */
const byServer = ({ server }: Place): APIAuthorizingIntegrationOwnersMap => ({
  [Installed.GuildInstall]: server?.id ?? '0',
});

/** A command for people's own installations alone comes through that of whoever calls it. */
export function ownersOf(
  { integration_types: types }: APIApplicationCommand,
  place: Place,
): APIAuthorizingIntegrationOwnersMap {
  const isForPeople = types !== undefined && !types.includes(Installed.GuildInstall);
  return isForPeople ? { [Installed.UserInstall]: place.person.id } : byServer(place);
}

/** A component acts through what its message came through. */
export const ownersBehind = (
  message: APIMessage,
  place: Place,
): APIAuthorizingIntegrationOwnersMap =>
  message.interaction_metadata?.authorizing_integration_owners ?? byServer(place);
