/** Cards of a customer's own limits. */
import {
  type Amount,
  type Currency,
  type LimitChange,
  type LimitPeriod,
  type LimitUse,
  type OwnLimits,
  raiseHours,
} from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import { formatAmount } from '../../words/text/amount.ts';
import { joined, type Markup, md, time, written } from '../../words/text/markup.ts';
import {
  actionButton,
  ask,
  done,
  facts,
  type Part,
  type Reply,
  show,
  small,
  stepButton,
  text,
  withButtons,
} from '../cards/reply.ts';
import type { Question } from '../command/command.ts';

const { limits: say } = words.replies;

export type LimitOrder = Readonly<{ period: LimitPeriod; amount: Amount | null }>;

const sumOr = (amount: Amount | null, currency: Currency): string =>
  amount === null ? say.none : formatAmount(amount, currency);

/** `50.00 GEM · 12.00 GEM left until …` and, below, what waits. */
function lineOf({ amount, next, used, freeAt }: LimitUse, currency: Currency): Markup {
  const left = amount === null || used >= amount ? 0n : amount - used;
  const use =
    freeAt === null
      ? []
      : [
          amount === null
            ? written(say.used(formatAmount(used, currency)))
            : say.left(formatAmount(left, currency), time(freeAt)),
        ];
  const waiting = next === null ? [] : [say.waiting(sumOr(next.amount, currency), time(next.from))];
  return joined([written(sumOr(amount, currency)), ...use, ...waiting], ' · ');
}

const hasOwn = ({ amount, next }: LimitUse): boolean => amount !== null || next !== null;

/** Rows of the limits that the customer has set; none without any. */
export const ownLimitRows = (
  uses: readonly LimitUse[],
  currency: Currency,
): readonly (readonly [string, Markup])[] =>
  uses
    .filter(hasOwn)
    .map((use) => [say.own(say.periods[use.period]), lineOf(use, currency)] as const);

const partsOf = ({ uses, bank }: OwnLimits, currency: Currency): Part[] => [
  facts(uses.map((use) => [say.periods[use.period], lineOf(use, currency)] as const)),
  small(say.bank(formatAmount(bank.perPayment, currency), formatAmount(bank.perDay, currency))),
  small(say.note),
];

const changeButtons = ({ uses }: OwnLimits) =>
  uses.map(({ period }) =>
    actionButton('period', say.periods[period], { command: 'limits set', token: period }),
  );

export const limitsReply = (limits: OwnLimits, currency: Currency): Reply =>
  withButtons(
    show(say.title, ...partsOf(limits, currency), text(say.change)),
    ...changeButtons(limits),
  );

export function limitQuestion(
  { before, after, isRaise }: LimitChange,
  { period, amount }: LimitOrder,
  currency: Currency,
): Question<LimitOrder> {
  const from = after.next === null ? say.atOnce : time(after.next.from);
  const dropped = before.next === null ? [] : [text(say.dropped)];
  return {
    card: ask(
      say.question,
      facts([
        [say.limit, say.periods[period]],
        [say.present, sumOr(before.amount, currency)],
        [say.wanted, sumOr(amount, currency)],
        [say.from, md`${from}`],
      ]),
      ...dropped,
      text(isRaise ? say.raiseNote(raiseHours) : say.lowerNote),
    ),
    order: { period, amount },
    needsProof: isRaise,
    confirms: say.intent(say.periods[period], sumOr(amount, currency)),
  };
}

export const limitSetReply = (limits: OwnLimits, currency: Currency): Reply =>
  withButtons(
    done(say.done, ...partsOf(limits, currency)),
    stepButton('start', say.show, 'secondary', { command: 'limits show', row: null }),
  );
