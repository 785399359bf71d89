/** Lists of standing orders and of the payments to come. */
import type {
  Currency,
  OrderPlan,
  OrderView,
  PartyView,
  PlannedPayment,
} from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import { formatAmount } from '../../words/text/amount.ts';
import { formatDay } from '../../words/text/date.ts';
import { joined, type Markup, md, written } from '../../words/text/markup.ts';
import { allButton, orderSum, repeatText } from '../cards/order-text.ts';
import { actionButton, type Reply, show, stepButton, text, withButtons } from '../cards/reply.ts';
import { calendarChart } from '../pictures/calendar-chart.ts';
import { party } from '../replies/money.ts';
import { picture } from '../pictures/picture.ts';

const { orders: say } = words;
/** Discord shows at most so many choices in a menu. */
const choicesMax = 25;
const listedMax = 25;

const payeeLine = (sum: string, to: PartyView): Markup =>
  md`${written(`**${sum}**`)} → ${party(to)}`;

function lineOf(order: OrderView, currency: Currency): Markup {
  const { number, amount, to, calendar, state, reason, next } = order;
  const head = md`**${say.order(number)}** · ${payeeLine(orderSum(amount, currency), to)}`;
  const due = next === null ? say.state(state, reason) : formatDay(next.date);
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
    label: `${say.order(order.number)} · ${orderSum(order.amount, currency)}`,
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

const plannedSum = ({ amount }: PlannedPayment, currency: Currency): string =>
  amount === null ? say.preview.nothingAbove : formatAmount(amount, currency);

const plannedWhat = (payment: PlannedPayment, currency: Currency): Markup =>
  md`${say.order(payment.order.number)} · ${payeeLine(plannedSum(payment, currency), payment.order.to)}`;

/** A line for each; what is the same in all of them is above. */
function plannedLines(payments: readonly PlannedPayment[], currency: Currency): Markup[] {
  const [first] = payments;
  const isSame = payments.every(
    ({ order, amount }) => order.number === first?.order.number && amount === first.amount,
  );
  const lines = payments.map((payment) => {
    const warning = written(payment.suffices ? '' : ` · ${say.preview.shortLine}`);
    const day = formatDay(payment.occurrence.date);
    if (isSame) return md`${day}${warning}`;
    return md`${day} · ${plannedWhat(payment, currency)}${warning}`;
  });
  return first === undefined || !isSame ? lines : [plannedWhat(first, currency), ...lines];
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
    text(joined(plannedLines(payments, currency))),
    text(`${say.preview.available(formatAmount(available, currency))} ${verdict}`),
  );
  return withButtons({ ...reply, attachments: [{ name, bytes }] }, allButton());
}
