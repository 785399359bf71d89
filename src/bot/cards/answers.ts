/**
 * The answers to an interaction as plain requests. Cards are Discord's JSON already; discord.js'
 * builder of messages, and the message that it makes of each edit, cost a tenth of a press.
 * https://discord.com/developers/docs/interactions/receiving-and-responding
 */
import {
  type APIModalInteractionResponseCallbackData,
  InteractionResponseType,
  MessageFlags,
  type RawFile,
  RequestMethod,
  type REST,
  type RESTPostAPIWebhookWithTokenWaitResult,
  Routes,
} from 'discord.js';
import type { DiscordUserId } from '../../bank/index.ts';
import { type InteractionRequest, interactionRequestsOf } from './interaction-requests.ts';
import type { Rendered } from './render.ts';

/** Messages after the first answer, for 15 minutes. Each throws when Discord did not take it. */
export interface LaterAnswers {
  /** Replaces the message, with its files: the first answer or the pressed card, unless named. */
  edit(rendered: Rendered): Promise<void>;
  /** Replaces the components alone: files stay. */
  editCard(container: Rendered['container']): Promise<void>;
  /** A further message that only this person sees; returns its id. */
  follow(rendered: Rendered): Promise<string>;
  /** A further message that everyone in the channel sees; it notifies at most one member. */
  post(rendered: Rendered, mention?: DiscordUserId): Promise<void>;
}

/** Each throws when Discord did not take it. */
export interface Answers extends LaterAnswers {
  /** Whether nothing has answered the interaction yet. */
  readonly isFirst: boolean;
  /** Shows that the bank is at work, to this person alone. */
  deferReply(): Promise<void>;
  /** The pressed card stays until it is edited. */
  deferUpdate(): Promise<void>;
  /** The first answer, which only this person sees. */
  reply(rendered: Rendered): Promise<void>;
  openForm(modal: APIModalInteractionResponseCallbackData): Promise<void>;
}

/** The message that answers an interaction, as Discord names it. */
export const originalMessage = '@original';

const shown = MessageFlags.IsComponentsV2;
const hidden = MessageFlags.Ephemeral | MessageFlags.IsComponentsV2;

export const filesOf = ({ attachments }: Rendered): RawFile[] =>
  attachments.map(({ name, bytes }) => ({ name, data: Buffer.from(bytes) }));

/** Components only, no mentions, files by name. */
const messageOf = ({ container, attachments }: Rendered, flags: number) => ({
  components: [container],
  flags,
  allowed_mentions: { parse: [] as string[], users: [] as string[] },
  // In an edit, an empty list removes the files of the previous answer.
  attachments: attachments.map(({ name }, index) => ({ id: `${index}`, filename: name })),
});

/** The body of a first answer that only this person sees, without its files. */
export const firstAnswer = (rendered: Rendered) => ({
  type: InteractionResponseType.ChannelMessageWithSource,
  data: messageOf(rendered, hidden),
});

/** discord.js sends files. */
async function send(
  rest: REST,
  { method, route }: Pick<InteractionRequest, 'method' | 'route'>,
  { body, files }: { readonly body: object; readonly files: RawFile[] },
): Promise<void> {
  if (files.length === 0) {
    await interactionRequestsOf(rest)({ method, route, body: JSON.stringify(body) });
  } else await rest.request({ method, fullRoute: route, body, files, auth: false });
}

const waiting = new URLSearchParams({ wait: 'true' });

export function laterAnswers(
  rest: REST,
  {
    applicationId,
    token,
    messageId = originalMessage,
  }: { readonly applicationId: string; readonly token: string; readonly messageId?: string },
): LaterAnswers {
  const change = (body: object, files: RawFile[] = []): Promise<void> => {
    const route = Routes.webhookMessage(applicationId, token, messageId);
    return send(rest, { method: RequestMethod.Patch, route }, { body, files });
  };
  const further = async (body: object, files: RawFile[]): Promise<string> => {
    const route = Routes.webhook(applicationId, token);
    const sent = await rest.post(route, { body, files, query: waiting, auth: false });
    return (sent as RESTPostAPIWebhookWithTokenWaitResult).id;
  };
  return {
    edit: (rendered) => change(messageOf(rendered, shown), filesOf(rendered)),
    editCard: (container) => change({ components: [container], flags: shown }),
    follow: async (rendered) => further(messageOf(rendered, hidden), filesOf(rendered)),
    post: async (rendered, mention) => {
      const message = messageOf(rendered, shown);
      if (mention !== undefined) message.allowed_mentions.users.push(mention);
      await further(message, filesOf(rendered));
    },
  };
}

/** `id`, `token` and `applicationId` are the interaction's. */
export function answersTo(
  rest: REST,
  asked: { readonly id: string; readonly token: string; readonly applicationId: string },
): Answers {
  let isFirst = true;
  const first = async (body: object, files: RawFile[] = []) => {
    const route = Routes.interactionCallback(asked.id, asked.token);
    await send(rest, { method: RequestMethod.Post, route }, { body, files });
    isFirst = false;
  };
  return {
    ...laterAnswers(rest, asked),
    get isFirst() {
      return isFirst;
    },
    deferReply: async () => {
      const data = { flags: MessageFlags.Ephemeral };
      await first({ type: InteractionResponseType.DeferredChannelMessageWithSource, data });
    },
    deferUpdate: () => first({ type: InteractionResponseType.DeferredMessageUpdate }),
    reply: (rendered) => first(firstAnswer(rendered), filesOf(rendered)),
    openForm: (modal) => first({ type: InteractionResponseType.Modal, data: modal }),
  };
}
