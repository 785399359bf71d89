/** Cards of standing orders: the new one, the list, one of them, and what was changed. */
import type {
  Currency,
  Occurrence,
  OccurrenceView,
  OrderAmount,
  OrderPlan,
  OrderQuote,
  OrderView,
  PlannedPayment,
  ResumedOrder,
} from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import { formatAmount } from '../../words/text/amount.ts';
import { formatDay } from '../../words/text/date.ts';
import { code, joined, type Markup, md, time, written } from '../../words/text/markup.ts';
import {
  actionButton,
  ask,
  type Button,
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
import { party } from '../replies/money.ts';
import {
  allButton,
  cancelButton,
  dueText,
  endText,
  isLateDay,
  orderButton,
  orderSum,
  orderTitle,
  payeeLine,
  repeatText,
  skipButton,
} from '../replies/order-text.ts';
import { picture } from '../replies/picture.ts';
import type { Storable } from '../../lib/storable.ts';
import { calendarChart } from './calendar-chart.ts';

const { orders: say } = words;
const { labels } = words.replies;
/** Discord shows at most so many choices in a menu. */
const choicesMax = 25;
const listedMax = 25;

const daysOf = (days: readonly Occurrence[]): Markup => joined(days.map(dueText));

const memoFact = (memo: string | null): readonly [string, Markup | null] => [
  labels.memo,
  memo === null ? null : code(memo),
];

interface Wanted {
  readonly amount: OrderAmount;
  readonly memo: string | null;
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
      [say.repeats, `${repeatText(calendar)}, ${endText(calendar)}`],
      memoFact(memo),
    ]),
    text(joined([written(`**${say.next}**`), daysOf(quote.upcoming)])),
    ...(isLateDay(calendar) ? [text(say.shortMonths)] : []),
    small(say.create.rules),
  );
  return { card, order, needsProof: true, confirms: say.create.intent(sum, party(quote.to)) };
}

function factsOf(order: OrderView, currency: Currency): Part {
  const { next, retryAt } = order;
  return facts([
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

function changeButtons(order: OrderView): readonly Button[] {
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

function lineOf(order: OrderView, currency: Currency): Markup {
  const { number, amount, to, calendar, state, reason, next } = order;
  const head = md`**${say.order(number)}** · ${payeeLine(orderSum(amount, currency), to)}`;
  const due = next === null ? say.state(state, reason) : dueText(next);
  return joined([head, md`-# ${repeatText(calendar)} · ${due}`]);
}

/** All orders, and a list to choose one. */
export function ordersReply(orders: readonly OrderView[], currency: Currency): Reply {
  const create = stepButton('start', say.buttons.create, 'primary', {
    command: 'schedule create',
    row: null,
  });
  if (orders.length === 0) return withButtons(show(say.list.title, text(say.list.empty)), create);
  const lines = orders.slice(0, listedMax).map((order) => lineOf(order, currency));
  const choices = orders.slice(0, choicesMax).map((order) => ({
    value: `${order.number}`,
    label: `${say.order(order.number)} · ${orderSum(order.amount, currency)}`.slice(0, 100),
    isChosen: false,
  }));
  const reply = withButtons(
    show(say.list.title, text(joined(lines))),
    actionButton('plan', say.buttons.preview),
    create,
  );
  return { ...reply, menu: { action: 'one', placeholder: say.list.choose, choices } };
}

/** A customer's orders, for staff. */
export const customerOrdersReply = (orders: readonly OrderView[], currency: Currency): Reply =>
  show(
    say.list.ofCustomer,
    text(
      orders.length === 0
        ? say.list.empty
        : joined(
            orders
              .slice(0, listedMax)
              .map((order) =>
                joined(
                  [lineOf(order, currency), written(say.state(order.state, order.reason))],
                  ' · ',
                ),
              ),
          ),
    ),
  );

function plannedLine(payment: PlannedPayment, currency: Currency): Markup {
  const { order, occurrence, amount, suffices } = payment;
  const sum = amount === null ? say.preview.nothingAbove : formatAmount(amount, currency);
  const warning = suffices ? '' : ` · ${say.preview.shortLine}`;
  const what = payeeLine(sum, order.to);
  return md`${dueText(occurrence)} · ${say.order(order.number)} · ${what}${written(warning)}`;
}

/** The next payments as text, and as a picture that says the same. */
export async function planReply(plan: OrderPlan, currency: Currency): Promise<Reply> {
  const { available, payments } = plan;
  if (payments.length === 0) {
    return withButtons(show(say.preview.title, text(say.preview.empty)), allButton());
  }
  const short = payments.find(({ suffices }) => !suffices);
  const verdict =
    short === undefined ? say.preview.enough : say.preview.short(formatDay(short.occurrence.date));
  const name = 'payments.png';
  const bytes = await picture(calendarChart(payments, currency));
  const reply = show(
    say.preview.title,
    { kind: 'image', name, description: say.preview.picture },
    text(joined(payments.map((payment) => plannedLine(payment, currency)))),
    text(`${say.preview.available(formatAmount(available, currency))} ${verdict}`),
  );
  return withButtons({ ...reply, attachments: [{ name, bytes }] }, allButton());
}

export const pausedReply = (order: OrderView): Reply =>
  withButtons(
    done(say.paused.title(order.number), text(say.paused.sentence)),
    ...changeButtons(order),
    allButton(),
  );

export function resumedReply({ order, passed }: ResumedOrder): Reply {
  const { next } = order;
  const lines = [
    ...(passed === 0 ? [] : [written(say.resumed.passed(passed))]),
    ...(next === null ? [written(say.resumed.ended)] : [md`**${say.next}** ${dueText(next)}`]),
  ];
  return withButtons(
    done(say.resumed.title(order.number), text(joined(lines))),
    ...changeButtons(order),
    allButton(),
  );
}

export function skippedReply({
  order,
  skipped,
}: {
  readonly order: OrderView;
  readonly skipped: Occurrence;
}): Reply {
  const { next } = order;
  const after = next === null ? say.resumed.ended : md`**${say.next}** ${dueText(next)}`;
  return withButtons(
    done(say.skipped.title(formatDay(skipped.date)), text(after), text(say.skipped.sentence)),
    orderButton('one', order, orderTitle(order)),
    allButton(),
  );
}

/** Asks before an order is cancelled, which cannot be undone. */
export const cancelOrderQuestion = <Order extends Storable>(
  view: OrderView,
  { currency, order }: { readonly currency: Currency; readonly order: Order },
): Question<Order> => ({
  card: ask(
    say.cancelled.question(view.number),
    factsOf(view, currency),
    text(say.cancelled.warning),
  ),
  order,
  irreversible: say.buttons.cancel,
});

export const cancelledReply = (order: OrderView): Reply =>
  withButtons(done(say.cancelled.title(order.number), text(say.cancelled.sentence)), allButton());

/** What staff did to a customer's order. */
export function orderActedReply(order: OrderView): Reply {
  const { number, state } = order;
  if (state === 'PAUSED') return done(say.paused.title(number), text(say.paused.sentence));
  if (state === 'CANCELLED') {
    return done(say.cancelled.title(number), text(say.cancelled.sentence));
  }
  return done(say.resumed.title(number), text(say.nothingMoved));
}
