/** Cards of one standing order: a new one, and one of the list. */
import type {
  Currency,
  Occurrence,
  OccurrenceView,
  OrderAmount,
  OrderQuote,
  OrderView,
} from '../../bank/index.ts';
import type { Storable } from '../../lib/storable.ts';
import { words } from '../../words/index.ts';
import { formatAmount } from '../../words/text/amount.ts';
import { formatDay } from '../../words/text/date.ts';
import { feeTerms } from '../../words/text/fee-terms.ts';
import { code, joined, type Markup, md, time, written } from '../../words/text/markup.ts';
import {
  allButton,
  cancelButton,
  dueText,
  endText,
  isLateDay,
  orderButton,
  orderSum,
  orderTitle,
  repeatText,
  skipButton,
} from '../cards/order-text.ts';
import {
  ask,
  type Button,
  done,
  facts,
  type Part,
  type Reply,
  show,
  small,
  text,
  withButtons,
} from '../cards/reply.ts';
import type { Question } from '../command/command.ts';
import { party } from '../replies/money.ts';

const { orders: say } = words;
const { labels } = words.replies;
const daysOf = (days: readonly Occurrence[]): Markup =>
  joined(days.map(({ date }) => written(formatDay(date))));

const memoFact = (memo: string | null): readonly [string, Markup | null] => [
  labels.memo,
  memo === null ? null : code(memo),
];

interface Wanted {
  readonly amount: OrderAmount;
  readonly memo: string | null;
}

/** Of *all above* a sum: how it is worked out. */
function feeText({ fee, charged }: OrderQuote, currency: Currency): string | null {
  if (charged !== null) return feeTerms(words.replies.fees, charged, currency);
  return fee === 0n ? null : formatAmount(fee, currency);
}

/** Payments above the customer's own limit are made only once it is raised. */
function limitWarning({ limit }: OrderQuote, currency: Currency): readonly Part[] {
  if (limit === null) return [];
  const { period, amount } = limit;
  const sentence = words.replies.limits.orderAbove(period, formatAmount(amount, currency));
  return [text(md`⚠️ ${written(sentence)}`)];
}

/** What the managers and the member's allowance will ask of each payment. */
function sharedWarnings({ shared }: OrderQuote, currency: Currency): readonly Part[] {
  if (shared === null) return [];
  const { allowance, approvals } = shared;
  const above =
    allowance === null ? [] : [say.create.aboveAllowance(formatAmount(allowance, currency))];
  const waits = approvals === 0 ? [] : [say.create.eachWaits(approvals)];
  return [...above, ...waits].map((sentence) => text(md`⚠️ ${written(sentence)}`));
}

/** The confirm card of a new order. Its *Confirm* always asks for a proof. */
export function newOrderQuestion<Order extends Storable>(
  quote: OrderQuote,
  { amount, memo }: Wanted,
  { currency, order }: { readonly currency: Currency; readonly order: Order },
): Question<Order> {
  const { calendar } = quote;
  const sum = orderSum(amount, currency);
  const card = ask(
    say.create.question,
    facts([
      [labels.from, party(quote.from)],
      [labels.to, party(quote.to)],
      [labels.amount, sum],
      [labels.fee, feeText(quote, currency)],
      [say.repeats, `${repeatText(calendar)}, ${endText(calendar)}`],
      memoFact(memo),
    ]),
    ...limitWarning(quote, currency),
    ...sharedWarnings(quote, currency),
    text(joined([written(`**${say.next}**`), daysOf(quote.upcoming)])),
    ...(isLateDay(calendar) ? [text(say.shortMonths)] : []),
    small(say.create.rules),
    ...(quote.shared === null ? [] : [small(say.create.ofShared)]),
  );
  return { card, order, needsProof: true, confirms: say.create.intent(sum, party(quote.to)) };
}

export function factsOf(order: OrderView, currency: Currency): Part {
  const { next, retryAt } = order;
  return facts([
    [labels.from, order.isFromOther ? party(order.from) : null],
    [labels.to, party(order.to)],
    [labels.amount, orderSum(order.amount, currency)],
    [say.repeats, `${repeatText(order.calendar)}, ${endText(order.calendar)}`],
    memoFact(order.memo),
    [labels.state, say.state(order.state, order.reason)],
    [say.next, next === null ? null : dueText(next)],
    [say.retry, retryAt === null ? null : time(retryAt)],
  ]);
}

export const orderMadeReply = (order: OrderView, currency: Currency): Reply =>
  withButtons(
    done(say.create.done(order.number), factsOf(order, currency), small(say.create.nothingYet)),
    orderButton('preview', order, say.buttons.preview),
    allButton(),
  );

const pastLine = ({ date, state, reason, amount }: OccurrenceView, currency: Currency): Markup => {
  const sum = amount === null ? '' : ` ${formatAmount(amount, currency)}`;
  const why = reason === null ? '' : ` · ${say.reason(reason)}`;
  return md`${formatDay(date)} · ${say.outcome(state)}${sum}${why}`;
};

export function changeButtons(order: OrderView): readonly Button[] {
  if (order.state === 'ACTIVE') {
    return [
      ...skipButton(order),
      orderButton('pause', order, say.buttons.pause),
      orderButton('preview', order, say.buttons.preview),
      cancelButton(order),
    ];
  }
  if (order.state !== 'PAUSED') return [];
  const resume = orderButton('resume', order, say.buttons.resume);
  return [...(order.reason === 'STAFF' ? [] : [resume]), cancelButton(order)];
}

/** One order with what became of its newest payments. */
export function orderReply(
  { order, past }: { readonly order: OrderView; readonly past: readonly OccurrenceView[] },
  currency: Currency,
): Reply {
  const lines = past.map((one) => pastLine(one, currency));
  return withButtons(
    show(
      orderTitle(order),
      factsOf(order, currency),
      ...(lines.length === 0 ? [] : [text(joined([written(`**${say.past}**`), ...lines]))]),
    ),
    ...changeButtons(order),
    allButton(),
  );
}
