/**
 * One interaction as the stages see it: person, place and the possible answers. A press or a
 * submitted form must be acknowledged within 3 s, before the database is touched.
 * https://discord.com/developers/docs/interactions/receiving-and-responding
 */
import {
  type APIModalInteractionResponseCallbackData,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  DiscordAPIError,
  MessageFlags,
  type ModalSubmitInteraction,
  type StringSelectMenuInteraction,
  type MessageContextMenuCommandInteraction,
  type UserContextMenuCommandInteraction,
} from 'discord.js';
import type { DiscordUserId, ErrorCode, PendingAction, Place } from '../../bank/index.ts';
import type { Markup } from '../../words/text/markup.ts';
import { answersTo, originalMessage } from './answers.ts';
import { answersWithNews, type TakeLine } from './news.ts';
import { withNote } from './note.ts';
import type { Rendered } from './render.ts';

/** A slash command, or an entry of the menu on a member. */
export type Started =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | UserContextMenuCommandInteraction;

export type Served =
  Started | ModalSubmitInteraction | ButtonInteraction | StringSelectMenuInteraction;

/** An answer replaces the pressed card, or is a message of its own. */
export type AnswerPlace = 'replace' | 'beside';

/** A card whose buttons end with its row of `pending`. */
export interface Expiring {
  readonly path: string;
  readonly action: Pick<PendingAction, 'requestId' | 'discordUserId' | 'expiresAt'>;
}

/** Where a sent card can be edited: by its interaction for 15 min, or in its channel. */
export type CardPlace =
  | { readonly token: string; readonly messageId: string }
  | { readonly channelId: string; readonly messageId: string };

/** Where an answer will be, known before it is sent: after an interaction or after a message. */
export type Asked =
  { readonly token: string } | { readonly channelId: string; readonly messageId: string };

/** Called for each such card that reached Discord. */
export type WatchCard = (card: Expiring, place: CardPlace) => void;

/** A refusal as the page shows it: the sentence is in Discord's markup. */
export interface Refused {
  readonly code: ErrorCode | 'STAFF_ONLY' | 'FIELDS';
  readonly sentence: string;
  /** By the names of fields. */
  readonly problems: readonly { readonly field: string; readonly reason: string }[];
}

export interface Exchange {
  readonly person: DiscordUserId;
  readonly place: Place;
  /** The language that Discord shows to the person; messages do not name it: null. */
  readonly locale: string | null;
  /** What is answered: an interaction or a message. Null where the card is a further message. */
  readonly asked: Asked | null;
  /** Whether a press or form came from a card that only this person sees, to be replaced. */
  readonly hasCard: boolean;
  /** The card's owner, if Discord names one. */
  readonly cardOwner: string | null;
  /** The assurance in refusals: that no money moved, or that nothing changed. */
  readonly undone: string;
  /** False when the interaction can no longer be answered; then nothing may be changed. */
  acknowledge(where: AnswerPlace): Promise<boolean>;
  openForm(modal: APIModalInteractionResponseCallbackData): Promise<boolean>;
  /** The acknowledged answer, or the first one. False when it did not reach Discord. */
  answer(rendered: Rendered, expiring?: Expiring): Promise<boolean>;
  /**
   * Only of the bank's page: true when the page shows the refusal and the same form again, so that
   * Discord shows nothing new.
   */
  readonly refuses?: (refused: Refused) => boolean;
  /** The next answer also has this line, below its texts. */
  announce(take: TakeLine): void;
  /** Adds a line to the acknowledged card; false if it has none, or could not be changed. */
  note(line: Markup): Promise<boolean>;
  /** A message that leaves the acknowledged card as it is. */
  aside(rendered: Rendered, expiring?: Expiring): Promise<boolean>;
  /**
   * A message that everyone in the channel sees, after `acknowledge`; it notifies at most one
   * member. False when it did not reach Discord.
   */
  post(rendered: Rendered, mention?: DiscordUserId): Promise<boolean>;
}

/** Called for each answer that Discord did not accept; the code is Discord's, or null. */
export type LostAnswer = (code: number | string | null, error: unknown) => void;

const placeOf = ({ guildId, channelId }: Served): Place => ({
  guildId,
  channelId: channelId ?? '0',
});

export const isStarted = (interaction: Served): interaction is Started =>
  interaction.isChatInputCommand() ||
  interaction.isUserContextMenuCommand() ||
  interaction.isMessageContextMenuCommand();

const cardOf = (interaction: Served) => (isStarted(interaction) ? null : interaction.message);

const reachedOr =
  (lost: LostAnswer) =>
  async (attempt: Promise<unknown>): Promise<boolean> => {
    try {
      await attempt;
      return true;
    } catch (error) {
      lost(error instanceof DiscordAPIError ? error.code : null, error);
      return false;
    }
  };

/** The first answer, of which `answered` hears when it has reached Discord. */
const firstOr =
  (reached: (attempt: Promise<unknown>) => Promise<boolean>, answered?: () => void) =>
  async (attempt: Promise<unknown>): Promise<boolean> => {
    const isReached = await reached(attempt);
    if (isReached) answered?.();
    return isReached;
  };

export function exchangeOf(
  interaction: Served,
  {
    lost,
    undone,
    watch,
    answered,
  }: {
    readonly lost: LostAnswer;
    /** Called once, when the first answer has reached Discord. */
    readonly answered?: () => void;
    readonly undone: () => string;
    readonly watch: WatchCard;
  },
): Exchange {
  const card = cardOf(interaction);
  const isPrivate =
    interaction.guildId === null || card?.flags.has(MessageFlags.Ephemeral) === true;
  const hasCard = card !== null && isPrivate;
  const reached = reachedOr(lost);
  const first = firstOr(reached, answered);
  const answers = answersTo(interaction.client.rest, interaction);
  let isThinking = false;
  const edit = (rendered: Rendered): Promise<boolean> => {
    isThinking = false;
    return reached(answers.edit(rendered));
  };
  const deferReply = async () => {
    await answers.deferReply();
    isThinking = true;
  };
  const reply = (rendered: Rendered): Promise<boolean> => first(answers.reply(rendered));
  const { token } = interaction;
  const follow = async (rendered: Rendered, expiring?: Expiring): Promise<void> => {
    const messageId = await answers.follow(rendered);
    if (expiring !== undefined) watch(expiring, { token, messageId });
  };
  const deferUpdate = async () => {
    if (isStarted(interaction)) throw new TypeError('A command has no card to replace');
    await answers.deferUpdate();
  };
  return {
    // Read when it is used: the language of the request may be known only then.
    get undone() {
      return undone();
    },
    person: interaction.user.id as DiscordUserId,
    place: placeOf(interaction),
    locale: interaction.locale,
    asked: { token },
    hasCard,
    cardOwner: card?.interactionMetadata?.user.id ?? null,
    acknowledge: (where) => first(where === 'replace' ? deferUpdate() : deferReply()),
    openForm: async (modal) => {
      if (interaction.isModalSubmit()) throw new TypeError('A form cannot answer a form');
      return first(answers.openForm(modal));
    },
    ...answersWithNews(async (rendered, expiring?: Expiring) => {
      const isSent = await (answers.isFirst ? reply(rendered) : edit(rendered));
      if (isSent && expiring !== undefined) watch(expiring, { token, messageId: originalMessage });
      return isSent;
    }),
    note: async (line) => {
      const shown = hasCard ? card.components.map((one) => one.toJSON()) : [];
      const container = withNote(shown, line);
      return container !== null && reached(answers.editCard(container));
    },
    post: async (rendered, mention) => reached(answers.post(rendered, mention)),
    aside: async (rendered, expiring) => {
      if (answers.isFirst) return reply(rendered);
      if (isThinking) return edit(rendered);
      return reached(follow(rendered, expiring));
    },
  };
}
