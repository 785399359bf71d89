/** Replies to presses and forms that are too late, from another person or for an unknown card. */
import type { PendingState } from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import type { Exchange } from '../cards/exchange.ts';
import { render } from '../cards/render.ts';
import { refuse, type Reply, text } from '../cards/reply.ts';

const sentences = words.replies.late;
export type Lateness = keyof typeof sentences;

/** `undone` is the assurance of the card's command, from `undoneBy`. */
export function lateReply(lateness: Lateness, undone: string): Reply {
  const { title, sentence } = sentences[lateness];
  return refuse(title, text(sentence(undone)));
}

/** Why a row is no longer open. */
export function latenessOf(state: Exclude<PendingState, 'OPEN'>): Lateness {
  if (state === 'EXPIRED') return 'expired';
  return state === 'CANCELLED' ? 'cancelled' : 'used';
}

/** For a row that was not found: only Discord knows the card's owner. */
export const latenessWithoutRow = ({ person, cardOwner }: Exchange): Lateness =>
  cardOwner !== null && cardOwner !== person ? 'foreign' : 'unknown';

const nowhere = { path: 'help', row: null };

/** Leaves the card unchanged: it may belong to another person. */
export async function answerLate(exchange: Exchange, lateness: Lateness): Promise<void> {
  await exchange.aside(render(lateReply(lateness, exchange.undone), nowhere));
}

/** Replaces the person's own card, whose buttons no longer work. */
export async function closeCard(exchange: Exchange, lateness: Lateness): Promise<void> {
  await exchange.answer(render(lateReply(lateness, exchange.undone), nowhere));
}
