/** Cards of what the bank charges. */
import type {
  Amount,
  Currency,
  FeeKind,
  FeeTerms,
  FeeView,
  InterestView,
} from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import { formatDay } from '../../words/text/date.ts';
import { feeTerms } from '../../words/text/fee-terms.ts';
import { md, time } from '../../words/text/markup.ts';
import { ask, facts, type Part, type Reply, show, small, text } from '../cards/reply.ts';
import type { Question } from '../command/command.ts';
import { interestParts } from './interest.ts';

const { fees: say, labels } = words.replies;

export const termsText = (terms: FeeTerms | null, currency: Currency): string =>
  feeTerms(say, terms, currency);

function partsOf({ kind, now, freeLeft, coming }: FeeView, currency: Currency): Part[] {
  const left = now === null || now.free === 0 ? null : say.left(freeLeft);
  return [
    text(md`**${say.kinds[kind]}**`),
    facts([
      [say.now, termsText(now, currency)],
      [say.thisMonth, left],
      ...coming.map(
        (terms) =>
          [say.from, say.later(time(terms.from, 'date'), termsText(terms, currency))] as const,
      ),
    ]),
  ];
}

export function feesReply(
  views: readonly FeeView[],
  interest: InterestView,
  currency: Currency,
): Reply {
  const charged = views.flatMap((view) => partsOf(view, currency));
  const paid = interestParts(interest, currency);
  return show(
    say.title,
    ...(charged.length === 0 ? [text(say.nothing)] : [...charged, small(say.note)]),
    ...(paid.length === 0 ? [text(words.replies.interest.nothing)] : paid),
  );
}

export type FeeOrder = Readonly<{
  kind: FeeKind;
  flat: bigint;
  perMille: bigint;
  least: bigint;
  most: bigint | null;
  free: number;
  from: string;
  reason: string;
}>;

/** What was typed as the terms of a fee. */
export const typedTerms = (typed: {
  readonly flat: Amount | null;
  readonly per_mille: number | null;
  readonly minimum: Amount | null;
  readonly maximum: Amount | null;
  readonly free: number | null;
}): FeeTerms => ({
  flat: typed.flat ?? 0n,
  perMille: BigInt(typed.per_mille ?? 0),
  least: typed.minimum ?? 0n,
  most: typed.maximum,
  free: typed.free ?? 0,
});

export const feeQuestion = (
  before: FeeTerms | null,
  order: FeeOrder,
  currency: Currency,
): Question<FeeOrder> => ({
  card: ask(
    say.question,
    facts([
      [say.movement, say.kinds[order.kind]],
      [say.now, termsText(before, currency)],
      [say.wanted, termsText(order, currency)],
      [say.from, formatDay(order.from)],
      [labels.reason, md`${order.reason}`],
    ]),
    small(say.questionNote),
  ),
  order,
});
