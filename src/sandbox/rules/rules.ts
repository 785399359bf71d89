/** Checks what the bot sends against Discord's schemas and the rules they do not contain. */
import {
  InteractionResponseType,
  InteractionType,
  MessageFlags,
  type APIMessage,
} from 'discord-api-types/v10';
import type { CallbackBody, MessageBody } from '../http/bodies.ts';
import { ApiError } from '../http/errors.ts';
import type { NamedUpload } from '../http/read.ts';
import type { Interaction } from '../interactions/interactions.ts';
import { forwardsAsReplies } from './forwards.ts';
import type { Issue } from '../http/issue.ts';
import { messageIssues } from './message.ts';
import { modalIssues } from './modal.ts';
import { isNothing } from './message-content.ts';
import { allowedKeys } from './allowed-keys.ts';
import { choicesIssues } from './choices.ts';
import { Schemas } from './schemas.ts';

const callbackSchemas: Readonly<Record<number, string>> = {
  [InteractionResponseType.ChannelMessageWithSource]:
    'CreateMessageInteractionCallbackRequestSchema',
  [InteractionResponseType.DeferredChannelMessageWithSource]:
    'CreateMessageInteractionCallbackRequestSchema',
  [InteractionResponseType.DeferredMessageUpdate]: 'UpdateMessageInteractionCallbackRequestSchema',
  [InteractionResponseType.UpdateMessage]: 'UpdateMessageInteractionCallbackRequestSchema',
  [InteractionResponseType.ApplicationCommandAutocompleteResult]:
    'ApplicationCommandAutocompleteCallbackRequestSchema',
  [InteractionResponseType.Modal]: 'ModalInteractionCallbackRequestSchema',
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export class Rules {
  readonly #schemas = new Schemas();
  readonly #isOn: boolean;

  /** When off, every object is accepted unchecked. */
  constructor(isOn: boolean) {
    this.#isOn = isOn;
  }

  /** Loads Discord's schemas. */
  async load(): Promise<void> {
    if (this.#isOn) await this.#schemas.load();
  }

  async callback(
    json: unknown,
    interaction: Interaction,
    files: {
      /** The message that an update edits. */
      readonly source: APIMessage | null;
      readonly uploads: readonly NamedUpload[];
    },
  ): Promise<CallbackBody> {
    const type = isRecord(json) ? json['type'] : undefined;
    const schema = typeof type === 'number' ? callbackSchemas[type] : undefined;
    if (schema === undefined || !suits(type as InteractionResponseType, interaction)) {
      const path = ['type'];
      const message = 'The specified component type is invalid in this context';
      throw new ApiError('InvalidFormBody', [{ path, code: 'BASE_TYPE_CHOICES', message }]);
    }
    const callback = json as CallbackBody;
    await this.#judge(schema, tidied(json), () =>
      this.#callbackIssues(callback, interaction, files),
    );
    if (callback.type === InteractionResponseType.ChannelMessageWithSource) {
      if (isNothing(callback.data ?? {}, files.uploads)) throw new ApiError('EmptyMessage');
    }
    return callback;
  }

  async followUp(json: unknown, uploads: readonly NamedUpload[]): Promise<MessageBody> {
    return this.#create('IncomingWebhookRequestPartialSchema', json, uploads);
  }

  async message(json: unknown, uploads: readonly NamedUpload[]): Promise<MessageBody> {
    return this.#create('MessageCreateRequestSchema', json, uploads);
  }

  async webhookEdit(json: unknown, old: APIMessage, uploads: readonly NamedUpload[]) {
    return this.#edit('IncomingWebhookUpdateRequestPartialSchema', json, { old, uploads });
  }

  async messageEdit(json: unknown, old: APIMessage, uploads: readonly NamedUpload[]) {
    return this.#edit('MessageEditRequestPartialSchema', json, { old, uploads });
  }

  async directChannel(json: unknown): Promise<{ readonly recipient_id: string }> {
    const body = isRecord(json) ? json : {};
    const recipientId = body['recipient_id'];
    if (typeof recipientId === 'string') {
      await this.#judge('CreatePrivateChannelRequestSchema', json, () => []);
      return { recipient_id: recipientId };
    }
    const message = 'This field is required';
    const issue = { path: ['recipient_id'], code: 'BASE_TYPE_REQUIRED', message };
    throw new ApiError('InvalidFormBody', [issue]);
  }

  async #create(
    schema: string,
    json: unknown,
    uploads: readonly NamedUpload[],
  ): Promise<MessageBody> {
    const body = json as MessageBody;
    const judged = forwardsAsReplies(tidied(json));
    await this.#judge(schema, judged, () => messageIssues(body, { uploads, old: null }));
    if (isNothing(body, uploads)) throw new ApiError('EmptyMessage');
    return body;
  }

  async #edit(
    schema: string,
    json: unknown,
    context: { readonly old: APIMessage; readonly uploads: readonly NamedUpload[] },
  ): Promise<MessageBody> {
    await this.#judge(schema, tidied(json), () => messageIssues(json as MessageBody, context));
    return json as MessageBody;
  }

  #callbackIssues(
    callback: CallbackBody,
    interaction: Interaction,
    files: { readonly source: APIMessage | null; readonly uploads: readonly NamedUpload[] },
  ): Issue[] {
    const { source, uploads } = files;
    const data = callback.data ?? {};
    const issues = (): Issue[] => {
      switch (callback.type) {
        case InteractionResponseType.Modal:
          return modalIssues(data);
        case InteractionResponseType.ChannelMessageWithSource:
          return messageIssues(data, { uploads, old: null });
        case InteractionResponseType.UpdateMessage:
          return messageIssues(data, { uploads, old: source });
        case InteractionResponseType.DeferredChannelMessageWithSource:
          return deferIssues(data);
        case InteractionResponseType.ApplicationCommandAutocompleteResult:
          return choicesIssues(data.choices, interaction.focusedType);
        default:
          return [];
      }
    };
    return issues().map((issue) => ({ ...issue, path: ['data', ...issue.path] }));
  }

  /** Rules between fields are checked only if the body matches its schema. */
  async #judge(
    schema: string,
    value: unknown,
    rules: () => Issue[],
    base: Issue['path'] = [],
  ): Promise<void> {
    if (!this.#isOn && isRecord(value)) return;
    if (!this.#isOn) throw new ApiError('InvalidFormBody');
    if (!this.#schemas.isLoaded) await this.#schemas.load();
    const issues = this.#schemas
      .judge(schema, value, { allowed: allowedKeys })
      .map((issue) => ({ ...issue, path: [...base, ...issue.path] }));
    if (issues.length > 0) throw new ApiError('InvalidFormBody', issues);
    const broken = rules();
    if (broken.length > 0) throw new ApiError('InvalidFormBody', broken);
  }

  /** For bodies whose other rules are in their routes; `base` is the path of the value. */
  async schema(
    name: string,
    body: {
      readonly value: unknown;
      readonly base: Issue['path'];
      readonly rules: () => Issue[];
    },
  ): Promise<void> {
    await this.#judge(name, body.value, body.rules, body.base);
  }
}

/** Which answer types are allowed for which interactions. */
function suits(type: InteractionResponseType, { trigger }: Interaction): boolean {
  switch (type) {
    case InteractionResponseType.ApplicationCommandAutocompleteResult:
      return trigger.type === InteractionType.ApplicationCommandAutocomplete;
    case InteractionResponseType.Modal:
      return (
        trigger.type === InteractionType.ApplicationCommand ||
        trigger.type === InteractionType.MessageComponent
      );
    case InteractionResponseType.DeferredMessageUpdate:
    case InteractionResponseType.UpdateMessage:
      return trigger.messageId !== null;
    default:
      return trigger.type !== InteractionType.ApplicationCommandAutocomplete;
  }
}

/** Only EPHEMERAL can be set in a defer; Discord drops everything else. */
function deferIssues(data: MessageBody): Issue[] {
  const extra = Object.keys(data).filter((key) => key !== 'flags' && !allowedKeys.has(key));
  const flags = data.flags ?? 0;
  return [
    ...extra.map((key) => ({
      path: [key],
      code: 'DEFER_IGNORES_FIELD',
      message: 'A deferred answer can only have flags. Send this with the edit.',
    })),
    ...((flags & ~MessageFlags.Ephemeral) === 0
      ? []
      : [
          {
            path: ['flags'],
            code: 'MESSAGE_FLAGS_INVALID',
            message: 'Only EPHEMERAL (64) can be set in a deferred answer.',
          },
        ]),
  ];
}

/** Discord also accepts numbers as attachment ids, although its schema says text. */
function tidied(json: unknown): unknown {
  if (!isRecord(json)) return json;
  const data = isRecord(json['data']) ? { data: tidied(json['data']) } : {};
  const list = json['attachments'];
  if (!Array.isArray(list)) return { ...json, ...data };
  const attachments = list.map((entry: unknown) =>
    isRecord(entry) && typeof entry['id'] === 'number' ? { ...entry, id: `${entry['id']}` } : entry,
  );
  return { ...json, ...data, attachments };
}
