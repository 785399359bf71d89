/** What the card and the receipt of a payment say about the sum that is put aside. */
import type { Currency, Quote, Receipt } from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import { formatAmount } from '../../words/text/amount.ts';
import { type Markup, md } from '../../words/text/markup.ts';
import { type Part, text } from './reply.ts';

const { pots: say } = words.replies;

const isSkipped = (roundUp: NonNullable<Quote['roundUp'] | Receipt['roundUp']>): boolean =>
  'isSkipped' in roundUp && roundUp.isSkipped;

/** The row of a card or receipt about what is put aside. */
export function roundUpFact(
  roundUp: Quote['roundUp'] | Receipt['roundUp'],
  currency: Currency,
): readonly [string, Markup | null] {
  const shown = roundUp === undefined || isSkipped(roundUp) ? null : roundUp;
  const sum = shown === null ? '' : formatAmount(shown.amount, currency);
  const pot = md`${shown?.potName === '' ? say.type : (shown?.potName ?? '')}`;
  return [say.labels.roundUp, shown === null ? null : say.roundUp.into(sum, pot)];
}

/** On a card, where the money does not suffice for it. */
export const roundUpSkipped = ({ roundUp }: Quote, currency: Currency): Part[] =>
  roundUp?.isSkipped === true
    ? [text(say.roundUp.skipped(formatAmount(roundUp.amount, currency)))]
    : [];
