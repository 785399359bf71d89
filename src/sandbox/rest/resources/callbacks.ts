import type { Routes } from '../core/routes.ts';
import {
  InteractionResponseType,
  MessageFlags,
  type RESTPostAPIInteractionCallbackWithResponseResult,
} from 'discord-api-types/v10';
import type { Interaction } from '../../interactions/interactions.ts';
import type { MessageRow } from '../../world/rows.ts';
import type { CallbackBody } from '../../http/bodies.ts';
import { segment, type RestDeps } from '../core/deps.ts';
import { ApiError } from '../../http/errors.ts';
import { readBody } from '../../http/read.ts';

/** POST /interactions/{id}/{token}/callback: the one first answer. */
export function callbackRoutes(app: Routes, deps: RestDeps): void {
  app.post('/interactions/:interaction/:token/callback', async (context) => {
    const { json, uploads } = await readBody(context);
    const interaction = deps.interactions.byToken(segment(context, 'token'));
    if (
      !interaction ||
      interaction.id !== segment(context, 'interaction') ||
      interaction.phase === 'late'
    ) {
      throw new ApiError('UnknownInteraction');
    }
    if (interaction.phase !== 'pending') throw new ApiError('AlreadyAcknowledged');
    const withResponse = context.flag('with_response');
    const { messageId } = interaction.trigger;
    const source = deps.world.messages.get(messageId ?? '')?.body ?? null;
    const callback = await deps.rules.callback(json, interaction, { source, uploads });
    // The time limit may have passed while the rules were loaded.
    if (interaction.phase !== 'pending') throw new ApiError('UnknownInteraction');
    // A refused answer does not count: the bot may try again.
    const row = deps.answers.respond(interaction, callback, uploads);
    deps.interactions.acknowledge(interaction);
    if (!withResponse) return context.empty();
    return context.json(callbackAnswer(interaction, callback, row));
  });
}

function callbackAnswer(
  interaction: Interaction,
  callback: CallbackBody,
  row: MessageRow | null,
): RESTPostAPIInteractionCallbackWithResponseResult {
  const flags = row?.body.flags ?? 0;
  const carriesMessage =
    callback.type === InteractionResponseType.ChannelMessageWithSource ||
    callback.type === InteractionResponseType.UpdateMessage;
  const answer = {
    interaction: {
      id: interaction.id,
      type: interaction.trigger.type,
      channel_id: interaction.channelId,
      ...(interaction.serverId !== null && { guild_id: interaction.serverId }),
      ...(row && {
        response_message_id: row.id,
        response_message_loading: (flags & MessageFlags.Loading) !== 0,
        response_message_ephemeral: (flags & MessageFlags.Ephemeral) !== 0,
      }),
    },
    ...(carriesMessage && row && { resource: { type: callback.type, message: row.body } }),
  };
  return answer;
}
