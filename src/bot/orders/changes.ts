/** What was changed about a standing order, and the question before it is cancelled. */
import type { Currency, Occurrence, OrderView, ResumedOrder } from '../../bank/index.ts';
import type { Storable } from '../../lib/storable.ts';
import { words } from '../../words/index.ts';
import { formatDay } from '../../words/text/date.ts';
import { joined, md, written } from '../../words/text/markup.ts';
import { allButton, dueText, orderButton, orderTitle } from '../cards/order-text.ts';
import { ask, done, type Reply, text, withButtons } from '../cards/reply.ts';
import type { Question } from '../command/command.ts';
import { changeButtons, factsOf } from './cards.ts';

const { orders: say } = words;

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
