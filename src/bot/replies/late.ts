/** Presses and forms that come too late, from elsewhere, or for nothing: one friendly sentence. */
import type { PendingState } from '../../bank/index.ts';
import type { Exchange } from '../cards/exchange.ts';
import { render } from '../cards/render.ts';
import { refuse, type Reply, text } from '../cards/reply.ts';

export type Lateness =
  | 'expired'
  | 'foreign'
  | 'unknown'
  | 'other-version'
  | 'cancelled'
  | 'used'
  | 'no-command'
  | 'crowded';

/** `{undone}` where the card is known, and with it whether money was meant. */
const words: Record<Lateness, readonly [title: string, sentence: string]> = {
  expired: [
    'This card has expired',
    'It was open too long. {undone} Start the command again when you are ready.',
  ],
  foreign: ['This card is not yours', 'It belongs to somebody else. Nothing moved.'],
  unknown: [
    'This card leads nowhere',
    'It is not yours or is no longer known. Nothing moved. Start the command again.',
  ],
  'other-version': [
    'This card is from another version',
    'The bank has changed since it was made. Nothing moved. Start the command again.',
  ],
  cancelled: [
    'This card is closed',
    'It was cancelled, refused or replaced by a newer one. {undone}',
  ],
  used: [
    'Already confirmed',
    'This card was confirmed before; this press did nothing more. Payments are in `/history`.',
  ],
  'no-command': [
    'This command has changed',
    'The bank no longer has it in this form. Nothing moved. See `/help`.',
  ],
  crowded: [
    'The bank is full',
    'Too many people are being served right now. Nothing moved. Try again in a moment.',
  ],
};

export function lateReply(lateness: Lateness, undone = 'Nothing moved.'): Reply {
  const [title, sentence] = words[lateness];
  return refuse(title, text(sentence.replace('{undone}', undone)));
}

/** What a row that is no longer open has become. */
export function latenessOf(state: Exclude<PendingState, 'OPEN'>): Lateness {
  if (state === 'EXPIRED') return 'expired';
  return state === 'CANCELLED' ? 'cancelled' : 'used';
}

/** For rows nobody finds: Discord says whose card it is, the bank does not. */
export const strangerTo = ({ person, cardOwner }: Exchange): Lateness =>
  cardOwner !== null && cardOwner !== person ? 'foreign' : 'unknown';

const nowhere = { path: 'help', row: null };

/** Leaves the card alone, since it may be somebody else's. */
export async function tellLate(exchange: Exchange, lateness: Lateness): Promise<void> {
  await exchange.aside(render(lateReply(lateness, exchange.undone), nowhere));
}

/** Takes the buttons off a card that is one's own and dead. */
export async function closeCard(exchange: Exchange, lateness: Lateness): Promise<void> {
  await exchange.answer(render(lateReply(lateness, exchange.undone), nowhere));
}
