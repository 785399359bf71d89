/** INTERACTION_CREATE: what every interaction carries besides its data. */
import { InteractionContextType } from 'discord-api-types/v10';
import type { Interaction } from '../interactions.ts';
import { directChannelOf, memberOf, textChannelOf, userOf } from '../world/objects.ts';
import type { Place } from './place.ts';

const attachmentSizeLimit = 10 * 1024 * 1024;

export function payloadOf(
  interaction: Interaction,
  place: Place,
  more: { readonly applicationId: string; readonly data: unknown; readonly message?: unknown },
) {
  const user = userOf(place.person);
  return {
    id: interaction.id,
    application_id: more.applicationId,
    type: interaction.trigger.type,
    token: interaction.token,
    version: 1,
    data: more.data,
    ...(more.message !== undefined && { message: more.message }),
    ...(place.server && place.member
      ? {
          guild_id: place.server.id,
          guild: { id: place.server.id, locale: 'en-US', features: [] },
          guild_locale: 'en-US',
          member: { ...memberOf(place.member, user), permissions: place.permissions.toString() },
          channel: {
            ...textChannelOf(place.channel, place.server.id),
            permissions: place.permissions.toString(),
          },
          context: InteractionContextType.Guild,
        }
      : {
          user,
          channel: directChannelOf(place.channel, place.person),
          context: InteractionContextType.BotDM,
        }),
    channel_id: place.channel.id,
    locale: place.person.locale,
    app_permissions: place.botPermissions.toString(),
    entitlements: [],
    authorizing_integration_owners: interaction.owners,
    attachment_size_limit: attachmentSizeLimit,
  };
}
