/** A message to the bank, as the stages see it: its answers are messages in the same channel. */
import { DiscordAPIError } from 'discord.js';
import type { DiscordUserId, Place } from '../../bank/index.ts';
import type { Exchange, Expiring, LostAnswer, WatchCard } from '../cards/exchange.ts';
import { answersWithNews } from '../cards/news.ts';
import type { Rendered } from '../cards/render.ts';
import type { Messenger } from '../outbox/messenger.ts';

/** What the bank reads of a message. Nothing else of it is used. */
export interface Said {
  readonly id: string;
  readonly person: DiscordUserId;
  readonly place: Place;
  /** Without the mention of the bot and without quoted lines. */
  readonly text: string;
}

/**
 * Discord sends no second message with the same mark, so that a message which reaches two
 * processes, or one process twice, is answered once.
 */
const markOf = ({ id }: Said, sent: number): string => `t${id}-${sent}`;

export function messageExchange(
  said: Said,
  tools: {
    readonly messenger: Messenger;
    /** In the language that the answer is in, which is known only later. */
    readonly undone: () => string;
    readonly lost: LostAnswer;
    readonly watch: WatchCard;
  },
): Exchange {
  let sent = 0;
  const send = async (rendered: Rendered, expiring?: Expiring): Promise<boolean> => {
    const mark = markOf(said, sent);
    sent += 1;
    try {
      const { channelId } = said.place;
      const messageId = await tools.messenger.post(channelId, rendered, mark, said.id);
      if (expiring !== undefined) tools.watch(expiring, { channelId, messageId });
      return true;
    } catch (error) {
      tools.lost(error instanceof DiscordAPIError ? error.code : null, error);
      return false;
    }
  };
  return {
    person: said.person,
    place: said.place,
    locale: null,
    asked: { channelId: said.place.channelId, messageId: said.id },
    hasCard: false,
    cardOwner: null,
    get undone() {
      return tools.undone();
    },
    acknowledge: async () => true,
    openForm: async () => {
      throw new TypeError('A message cannot be answered with a form');
    },
    ...answersWithNews(send),
    // There is no card yet.
    note: async () => false,
    post: async (rendered) => send(rendered),
    aside: send,
  };
}
