/** Applies answers to interactions: new messages, edits, forms, choices. */
import {
  ApplicationIntegrationType,
  InteractionResponseType,
  MessageFlags,
  MessageReferenceType,
  MessageType,
  type APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';
import type { Interaction, Interactions } from '../../interactions/interactions.ts';
import type { Modals } from '../../interactions/modals.ts';
import type { MessageRow } from '../../world/rows.ts';
import type { CallbackBody, MessageBody } from '../../http/bodies.ts';
import { finishComponents } from './components.ts';
import { composeMessage, editMessage, type Composer } from './message.ts';
import { ApiError } from '../../http/errors.ts';
import { answerTypeOf, metadataOf, usedCommandOf } from './metadata.ts';
import type { NamedUpload } from '../../http/read.ts';

/** Flags that an answer may set on a new message, and on an edit. */
const createFlags =
  MessageFlags.SuppressEmbeds |
  MessageFlags.Ephemeral |
  MessageFlags.SuppressNotifications |
  MessageFlags.IsVoiceMessage |
  MessageFlags.IsComponentsV2;
const editFlags = MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2;

/** Limit for apps installed only by the person; in servers with the app there is none. */
const followUpsMax = 5;

export interface Sent {
  readonly body: MessageBody;
  readonly uploads: readonly NamedUpload[];
}

export class Answers {
  readonly #composer: Composer;
  readonly #interactions: Interactions;
  readonly #modals: Modals;

  constructor(options: {
    readonly composer: Composer;
    readonly interactions: Interactions;
    readonly modals: Modals;
  }) {
    this.#composer = options.composer;
    this.#interactions = options.interactions;
    this.#modals = options.modals;
  }

  /** The first answer. Returns the message it created or changed, or null. */
  respond(
    interaction: Interaction,
    callback: CallbackBody,
    uploads: readonly NamedUpload[],
  ): MessageRow | null {
    const sent: Sent = { body: callback.data ?? {}, uploads };
    // A form stays open until its submit is acknowledged, so that it can be submitted again.
    const { opener } = interaction.trigger;
    if (interaction.kind === 'modal' && opener) {
      this.#modals.close(interaction.personId, opener.id);
    }
    switch (callback.type) {
      case InteractionResponseType.ChannelMessageWithSource: {
        const row = this.#create(interaction, { ...sent, flags: flagsOf(sent) });
        return this.#settle(interaction, { row, isOriginal: true });
      }
      case InteractionResponseType.DeferredChannelMessageWithSource: {
        const flags = (flagsOf(sent) & MessageFlags.Ephemeral) | MessageFlags.Loading;
        const row = this.#create(interaction, { body: {}, uploads: [], flags });
        interaction.originalId = row.id;
        interaction.answerId = row.id;
        this.#interactions.setState(interaction, 'thinking');
        return row;
      }
      case InteractionResponseType.DeferredMessageUpdate:
        this.#adoptSource(interaction);
        this.#interactions.setState(interaction, 'updating');
        return null;
      case InteractionResponseType.UpdateMessage: {
        const row = this.edit(this.#adoptSource(interaction), sent);
        return this.#settle(interaction, { row, isOriginal: false });
      }
      case InteractionResponseType.Modal:
        this.#openModal(interaction, callback.data as APIModalInteractionResponseCallbackData);
        return null;
      case InteractionResponseType.ApplicationCommandAutocompleteResult:
        interaction.onChoices?.(callback.data?.choices ?? []);
        this.#interactions.setState(interaction, 'answered');
        return null;
      default:
        return null;
    }
  }

  /** PATCH of `@original` or of a follow-up. */
  editThrough(interaction: Interaction, row: MessageRow, sent: Sent): MessageRow {
    const edited = this.edit(row, sent);
    const isAwaited = interaction.state === 'thinking' || interaction.state === 'updating';
    if (isAwaited && row.id === interaction.originalId) {
      this.#settle(interaction, { row: edited, isOriginal: false });
    }
    return edited;
  }

  /** A follow-up. The first one after a defer fills the message that is thinking. */
  followUp(interaction: Interaction, sent: Sent): MessageRow {
    const original = this.#composer.world.messages.get(interaction.originalId ?? '');
    if (interaction.state === 'thinking' && original) {
      return this.editThrough(interaction, original, sent);
    }
    const isLimited = !(ApplicationIntegrationType.GuildInstall in interaction.owners);
    if (isLimited && interaction.followUps >= followUpsMax) throw new ApiError('FollowUpsMax');
    const row = this.#create(interaction, { ...sent, flags: flagsOf(sent) });
    interaction.followUps += 1;
    if (interaction.state === 'updating') {
      interaction.answerId = row.id;
      this.#interactions.setState(interaction, 'answered');
    }
    return row;
  }

  edit(row: MessageRow, sent: Sent): MessageRow {
    const { world } = this.#composer;
    const old = row.body.flags ?? 0;
    const given = sent.body.flags ?? old;
    const kept = old & ~MessageFlags.Loading & ~MessageFlags.SuppressEmbeds;
    const flags = kept | (given & editFlags);
    const body = editMessage(this.#composer, row.body, {
      ...sent,
      flags,
      // By default, messages sent through a token can mention only users.
      parseByDefault: row.body.webhook_id ? ['users'] : ['users', 'roles', 'everyone'],
    });
    const isEmpty =
      body.content === '' &&
      body.embeds.length === 0 &&
      body.components?.length === 0 &&
      body.attachments.length === 0;
    if (isEmpty) throw new ApiError('EmptyMessage');
    const edited: MessageRow = { ...row, body };
    world.messages.put(edited);
    return edited;
  }

  #create(interaction: Interaction, sent: Sent & { readonly flags: number }): MessageRow {
    const { world } = this.#composer;
    const id = world.ids.next();
    const type = interaction.originalId === null ? answerTypeOf(interaction) : MessageType.Reply;
    const referenceId =
      interaction.originalId === null ? interaction.trigger.messageId : interaction.originalId;
    const body = composeMessage(this.#composer, {
      ...sent,
      id,
      type,
      channelId: interaction.channelId,
      metadata: metadataOf(world, interaction, interaction.originalId),
      ...usedCommandOf(world, interaction),
      ...(referenceId !== null && {
        reference: {
          type: MessageReferenceType.Default,
          messageId: referenceId,
          channelId: interaction.channelId,
          serverId: interaction.serverId,
        },
      }),
      parseByDefault: ['users'],
    });
    const isEphemeral = (sent.flags & MessageFlags.Ephemeral) !== 0;
    const row: MessageRow = {
      id,
      channelId: interaction.channelId,
      visibleTo: isEphemeral ? interaction.personId : null,
      usedCommand: interaction.originalId === null ? interaction.usedCommand : null,
      body,
    };
    world.messages.put(row);
    interaction.messageIds.push(id);
    return row;
  }

  #settle(
    interaction: Interaction,
    answer: { readonly row: MessageRow; readonly isOriginal: boolean },
  ): MessageRow {
    if (answer.isOriginal) interaction.originalId = answer.row.id;
    interaction.answerId = answer.row.id;
    this.#interactions.setState(interaction, 'answered');
    return answer.row;
  }

  #adoptSource(interaction: Interaction): MessageRow {
    const source = this.#composer.world.messages.get(interaction.trigger.messageId ?? '');
    if (!source) throw new ApiError('UnknownMessage');
    interaction.originalId = source.id;
    interaction.messageIds.push(source.id);
    return source;
  }

  #openModal(interaction: Interaction, data: APIModalInteractionResponseCallbackData): void {
    const components = finishComponents(data.components as never, () => null) as never;
    this.#modals.open(interaction, { ...data, components });
    this.#interactions.setState(interaction, 'modal');
  }
}

const flagsOf = (sent: Sent): number => (sent.body.flags ?? 0) & createFlags;
