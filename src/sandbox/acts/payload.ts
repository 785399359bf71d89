/** INTERACTION_CREATE: the fields of every interaction besides its data. */
import {
  InteractionContextType,
  Locale,
  type APIApplicationCommandInteractionData,
  type APIBaseInteraction,
  type APIMessage,
  type APIMessageComponentInteractionData,
  type APIModalSubmission,
  type ApplicationCommandType,
  type ComponentType,
  type InteractionType,
} from 'discord-api-types/v10';
import type { Events } from '../gateway/events.ts';
import type { Interaction } from '../interactions/interactions.ts';
import { directChannelOf, memberOf, textChannelOf, userOf } from '../world/objects.ts';
import type { SubmittedPart } from './form.ts';
import type { SentOption } from './options.ts';
import type { Place } from './place.ts';
import type { ResolvedData } from './resolved.ts';

interface CommandData extends Pick<APIApplicationCommandInteractionData, 'id' | 'name'> {
  readonly type: ApplicationCommandType;
  readonly guild_id?: string;
  readonly target_id?: string | undefined;
  readonly options?: readonly SentOption[];
  readonly resolved?: ResolvedData;
}
interface ComponentData extends Pick<APIMessageComponentInteractionData, 'custom_id'> {
  readonly component_type: ComponentType;
  readonly id: number;
  readonly values?: readonly string[];
  readonly resolved?: ResolvedData;
}
interface FormData extends Pick<APIModalSubmission, 'custom_id'> {
  readonly components: readonly SubmittedPart[];
  readonly resolved?: ResolvedData;
}
/**
 * Discord's types say which values each type of option, component or field takes. These do not:
 * values are checked while the person chooses, and an unchecked act may send any value.
 */
export type InteractionData = CommandData | ComponentData | FormData;

const attachmentSizeLimit = 10 * 1024 * 1024;

export function payloadOf(
  interaction: Interaction,
  place: Place,
  more: {
    readonly applicationId: string;
    readonly data: InteractionData;
    readonly message?: APIMessage;
  },
): Events['INTERACTION_CREATE'] {
  const user = userOf(place.person);
  const payload: APIBaseInteraction<InteractionType, InteractionData> = {
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
          guild: { id: place.server.id, locale: Locale.EnglishUS, features: [] },
          guild_locale: Locale.EnglishUS,
          member: { ...memberOf(place.member, user), permissions: place.permissions.toString() },
          channel: withPermissions(
            textChannelOf(place.channel, place.server.id),
            place.permissions,
          ),
          context: InteractionContextType.Guild,
        }
      : {
          user,
          channel: directChannelOf(place.channel, place.person),
          context: InteractionContextType.BotDM,
        }),
    channel_id: place.channel.id,
    locale: place.person.locale as Locale,
    app_permissions: place.botPermissions.toString(),
    entitlements: [],
    authorizing_integration_owners: interaction.owners,
    attachment_size_limit: attachmentSizeLimit,
  };
  return payload as Events['INTERACTION_CREATE'];
}

/** Discord's types lack this field for the channel of an interaction. */
const withPermissions = <Channel extends object>(
  channel: Channel,
  permissions: bigint,
): Channel => ({
  ...channel,
  permissions: permissions.toString(),
});
