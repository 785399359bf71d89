/** The state of one person's client, and how each event changes it. No I/O. */
import type {
  ChatMessage,
  InteractionView,
  LiveEvent,
  Mail,
  OpenModal,
  View,
} from '../../protocol/protocol.ts';
import { withItem, withItems } from './order.ts';

/** The maximum number of pending and failed interactions kept. */
const interactionsMax = 50;

export interface Conversation {
  readonly messages: readonly ChatMessage[];
  /** Whether the channel's first message is included. */
  readonly whole: boolean;
  /** Fetched since the last reconnect. */
  readonly fresh: boolean;
  /** Live messages that arrived during a fetch; they are newer than its answer. */
  readonly meanwhile: readonly ChatMessage[];
}

export interface Model {
  readonly connection: 'connecting' | 'open' | 'lost';
  readonly view: View | null;
  readonly conversations: Readonly<Record<string, Conversation>>;
  /** Pending or failed, oldest first. */
  readonly interactions: readonly InteractionView[];
  readonly modal: OpenModal | null;
  /** Null until the mailbox is opened. */
  readonly mail: readonly Mail[] | null;
  /** The last refusal, shown to the person. */
  readonly notice: { readonly text: string; readonly number: number } | null;
  /** The number of refusals so far. */
  readonly notices: number;
  /** The number of rules the bot broke. */
  readonly findings: number;
}

export type Change =
  | { readonly type: 'live'; readonly event: LiveEvent }
  | { readonly type: 'opened' }
  | { readonly type: 'lost' }
  | { readonly type: 'fetching'; readonly channelId: string }
  | {
      readonly type: 'page';
      readonly channelId: string;
      readonly messages: readonly ChatMessage[];
      readonly whole: boolean;
      /** Whether these are the latest messages, not older ones. */
      readonly latest: boolean;
    }
  | { readonly type: 'mailbox'; readonly mail: readonly Mail[] }
  | { readonly type: 'forget'; readonly interactionId: string }
  | { readonly type: 'close-modal' }
  | { readonly type: 'notice'; readonly text: string | null };

export const emptyModel: Model = {
  connection: 'connecting',
  view: null,
  conversations: {},
  interactions: [],
  modal: null,
  mail: null,
  notice: null,
  notices: 0,
  findings: 0,
};

export const emptyConversation: Conversation = {
  messages: [],
  whole: false,
  fresh: false,
  meanwhile: [],
};

export function applyChange(model: Model, change: Change): Model {
  switch (change.type) {
    case 'live':
      return applyEvent(model, change.event);
    case 'opened':
      return { ...model, connection: 'open', mail: null, conversations: stale(model) };
    case 'lost':
      return { ...model, connection: 'lost' };
    case 'fetching':
      return onConversation(model, change.channelId, (known) => ({ ...known, meanwhile: [] }));
    case 'page':
      return applyPage(model, change);
    case 'mailbox':
      return { ...model, mail: change.mail };
    case 'forget':
      return {
        ...model,
        interactions: model.interactions.filter((other) => other.id !== change.interactionId),
      };
    case 'close-modal':
      return { ...model, modal: null };
    case 'notice':
      return withNotice(model, change.text);
  }
}

function withNotice(model: Model, text: string | null): Model {
  if (text === null) return { ...model, notice: null };
  const number = model.notices + 1;
  return { ...model, notice: { text, number }, notices: number };
}

function applyEvent(model: Model, event: LiveEvent): Model {
  switch (event.type) {
    case 'view':
      return { ...model, view: event.view, modal: event.view.modal };
    case 'unread':
      return model.view ? { ...model, view: { ...model.view, unread: event.unread } } : model;
    case 'message':
      return onConversation(model, event.message.channel_id, (conversation) => ({
        ...conversation,
        messages: withItem(conversation.messages, event.message),
        meanwhile: conversation.fresh ? [] : withItem(conversation.meanwhile, event.message),
      }));
    case 'message-removed':
      return onConversation(model, event.channelId, (conversation) => ({
        ...conversation,
        messages: conversation.messages.filter((message) => message.id !== event.messageId),
        meanwhile: conversation.meanwhile.filter((message) => message.id !== event.messageId),
      }));
    case 'interaction':
      return { ...model, interactions: withInteraction(model.interactions, event.interaction) };
    case 'modal':
      return { ...model, modal: event.modal };
    case 'mail':
      return model.mail ? { ...model, mail: [event.mail, ...model.mail] } : model;
    case 'findings':
      return { ...model, findings: event.count };
  }
}

function withInteraction(
  interactions: readonly InteractionView[],
  interaction: InteractionView,
): InteractionView[] {
  const ended = interaction.state === 'answered' || interaction.state === 'modal';
  if (!ended) return withItem(interactions, interaction).slice(-interactionsMax);
  // A successful press clears failed presses on the same message.
  return interactions.filter(
    (other) =>
      other.id !== interaction.id &&
      !(other.state === 'failed' && other.messageId && other.messageId === interaction.messageId),
  );
}

/** After a reconnect, known messages are shown until they have been fetched again. */
function stale(model: Model): Record<string, Conversation> {
  return Object.fromEntries(
    Object.entries(model.conversations).map(([channelId, conversation]) => [
      channelId,
      { ...conversation, fresh: false },
    ]),
  );
}

function applyPage(model: Model, page: Change & { readonly type: 'page' }): Model {
  return onConversation(model, page.channelId, (known) => {
    if (!page.latest) {
      return { ...known, messages: withItems(page.messages, known.messages), whole: page.whole };
    }
    // Replaces the known messages: some may have been dismissed or deleted.
    const messages = withItems(page.messages, known.meanwhile);
    return { messages, whole: page.whole, fresh: true, meanwhile: [] };
  });
}

function onConversation(
  model: Model,
  channelId: string,
  change: (conversation: Conversation) => Conversation,
): Model {
  const known = model.conversations[channelId] ?? emptyConversation;
  return { ...model, conversations: { ...model.conversations, [channelId]: change(known) } };
}
