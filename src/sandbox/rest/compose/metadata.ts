import {
  InteractionType,
  MessageType,
  type APIMessageInteraction,
  type APIMessageInteractionMetadata,
} from 'discord-api-types/v10';
import type { Interaction, Trigger } from '../../interactions/interactions.ts';
import { userOf } from '../../world/objects.ts';
import type { World } from '../../world/world.ts';

/** A message's `interaction_metadata`. */
export function metadataOf(
  world: World,
  interaction: Interaction,
  originalResponseId: string | null,
): APIMessageInteractionMetadata {
  const person = world.person(interaction.personId);
  if (!person) throw new Error(`Defect: interaction ${interaction.id} belongs to no person`);
  const part = (trigger: Trigger): Record<string, unknown> => {
    const target = trigger.target.userId ? world.person(trigger.target.userId) : undefined;
    return {
      id: trigger.id,
      type: trigger.type,
      user: userOf(person),
      authorizing_integration_owners: interaction.owners,
      ...(target && { target_user: userOf(target) }),
      ...(trigger.target.messageId && { target_message_id: trigger.target.messageId }),
      ...(trigger.type === InteractionType.MessageComponent && {
        interacted_message_id: trigger.messageId,
      }),
      ...(trigger.opener && { triggering_interaction_metadata: part(trigger.opener) }),
    };
  };
  return {
    ...part(interaction.trigger),
    ...(originalResponseId !== null && { original_response_message_id: originalResponseId }),
  } as unknown as APIMessageInteractionMetadata;
}

/** Answers to components, and to forms opened by a component, are replies to its message. */
export function answerTypeOf({ trigger }: Interaction): MessageType {
  if (trigger.messageId !== null) return MessageType.Reply;
  const first = trigger.opener ?? trigger;
  const isContextMenu = Object.keys(first.target).length > 0;
  return isContextMenu ? MessageType.ContextMenuCommand : MessageType.ChatInputCommand;
}

/** The older `interaction` field, which Discord still sends with the first answer to a command. */
export function usedCommandOf(
  world: World,
  { originalId, trigger, usedCommand, personId }: Interaction,
): { readonly usedCommand?: APIMessageInteraction } {
  const person = world.person(personId);
  const isFirst = originalId === null && trigger.type === InteractionType.ApplicationCommand;
  if (!isFirst || usedCommand === null || !person) return {};
  const { id, type } = trigger;
  return { usedCommand: { id, type, name: usedCommand, user: userOf(person) } };
}
