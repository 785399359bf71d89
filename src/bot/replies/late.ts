/** Presses and forms that come too late, from another person, or for nothing: one sentence each. */
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

/** What a row that is no longer open has become. */
export function latenessOf(state: Exclude<PendingState, 'OPEN'>): Lateness {
  if (state === 'EXPIRED') return 'expired';
  return state === 'CANCELLED' ? 'cancelled' : 'used';
}

/** For a row that was not found: Discord says whose card it is, the bank does not. */
export const strangerTo = ({ person, cardOwner }: Exchange): Lateness =>
  cardOwner !== null && cardOwner !== person ? 'foreign' : 'unknown';

const nowhere = { path: 'help', row: null };

/** Leaves the card alone, since it may be somebody else's. */
export async function tellLate(exchange: Exchange, lateness: Lateness): Promise<void> {
  await exchange.aside(render(lateReply(lateness, exchange.undone), nowhere));
}

/** Replaces the person's own card, whose buttons do nothing any more. */
export async function closeCard(exchange: Exchange, lateness: Lateness): Promise<void> {
  await exchange.answer(render(lateReply(lateness, exchange.undone), nowhere));
}
