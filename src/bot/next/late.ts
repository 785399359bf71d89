/** Replies to presses and forms that are too late, from another person or for an unknown card. */
import type { PendingState, RequestId } from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import type { Exchange } from '../cards/exchange.ts';
import { render } from '../cards/render.ts';
import { refuse, type Reply, text, withButtons } from '../cards/reply.ts';
import { nextButtons, refusingOf } from './buttons.ts';
import { type Lateness, latenessSteps } from './steps.ts';

const sentences = words.replies.late;

/** The command of the card, and the row of what was typed; unknown for a foreign custom id. */
export interface Late {
  readonly path: string;
  readonly row: RequestId | null;
}

/** Of an answer that belongs to no card. */
export const nowhere: Late = { path: 'help', row: null };

/** `undone` is the assurance of the card's command, from `undoneBy`. */
export function lateReply(lateness: Lateness, undone: string, { path, row }: Late): Reply {
  const { title, sentence } = sentences[lateness];
  const isKnown = path !== nowhere.path;
  const steps = isKnown ? latenessSteps[lateness] : (['help'] as const);
  return withButtons(
    refuse(title, text(sentence(undone))),
    ...nextButtons(steps, refusingOf({ path, row })),
  );
}

/** Why a row is no longer open. */
export function latenessOf(state: Exclude<PendingState, 'OPEN'>): Lateness {
  if (state === 'EXPIRED') return 'expired';
  return state === 'CANCELLED' ? 'cancelled' : 'used';
}

/** For a row that was not found: only Discord knows the card's owner. */
export const latenessWithoutRow = ({ person, cardOwner }: Exchange): Lateness =>
  cardOwner !== null && cardOwner !== person ? 'foreign' : 'unknown';

/** Leaves the card unchanged: it may belong to another person. */
export async function answerLate(
  exchange: Exchange,
  lateness: Lateness,
  late: Late = nowhere,
): Promise<void> {
  await exchange.aside(render(lateReply(lateness, exchange.undone, late), late));
}

/** Replaces the person's own card, whose buttons no longer work. */
export async function closeCard(
  exchange: Exchange,
  lateness: Lateness,
  late: Late = nowhere,
): Promise<void> {
  await exchange.answer(render(lateReply(lateness, exchange.undone, late), late));
}

/** As `closeCard`, for a press that was not acknowledged. What is underway is left alone. */
export async function closeOpened(
  exchange: Exchange,
  state: Exclude<PendingState, 'OPEN'>,
  late: Late,
): Promise<void> {
  const isOver = state === 'EXPIRED' || state === 'CANCELLED';
  if (!isOver || !exchange.hasCard) return answerLate(exchange, latenessOf(state), late);
  if (await exchange.acknowledge('replace')) await closeCard(exchange, latenessOf(state), late);
}
