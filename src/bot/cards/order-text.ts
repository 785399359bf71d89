/** How standing orders are written on cards and in messages. */
import type { Currency, OrderAmount, OrderCalendar, OrderView } from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import { formatAmount } from '../../words/text/amount.ts';
import { formatDay } from '../../words/text/date.ts';
import { type Markup, md, time } from '../../words/text/markup.ts';
import { actionButton, type Button } from './reply.ts';

const { orders: say } = words;
const listCommand = 'schedule list';

export const orderSum = (amount: OrderAmount, currency: Currency): string =>
  amount.kind === 'FIXED'
    ? formatAmount(amount.amount, currency)
    : say.above(formatAmount(amount.above, currency));

const twoDigits = (part: number): string => `${part}`.padStart(2, '0');

/** `every month, on the last day of the month, at 09:00 (Europe/Berlin)`. */
export function repeatText(calendar: OrderCalendar): string {
  const { unit, every, monthDay, hour, minute, zone } = calendar;
  return [
    say.every(unit, every),
    ...(monthDay === null ? [] : [say.onDay(monthDay)]),
    say.at(`${twoDigits(hour)}:${twoDigits(minute)}`, zone),
  ].join(', ');
}

export function endText({ last, count }: OrderCalendar): string {
  if (last !== null) return say.untilDate(formatDay(last));
  return count === null ? say.untilCancelled : say.untilCount(count);
}

/** A shorter month has no such day. */
export const isLateDay = ({ monthDay }: OrderCalendar): boolean =>
  typeof monthDay === 'number' && monthDay > 28;

export const orderTitle = ({ number }: Pick<OrderView, 'number'>): string => say.order(number);

/** The day of an order in its own zone, and the instant in the reader's. */
export const dueText = ({ date, at }: { readonly date: string; readonly at: Date }): Markup =>
  md`${formatDay(date)} · ${time(at)}`;

type OrderAction = 'one' | 'pause' | 'resume' | 'skip' | 'preview';

export const orderButton = (
  action: OrderAction,
  { number }: Pick<OrderView, 'number'>,
  label: string,
): Button => actionButton(action, label, { command: listCommand, token: `${number}` });

/** Skips this day, however often it is pressed. */
export const skipButton = (order: OrderView): readonly Button[] =>
  order.next === null
    ? []
    : [
        actionButton('skip', say.buttons.skip, {
          command: listCommand,
          token: `${order.number}_${order.next.date}`,
        }),
      ];

export const allButton = (): Button =>
  actionButton('all', say.buttons.list, { command: listCommand });

/** Asks before the order is cancelled. */
export const cancelButton = ({ number }: OrderView): Button =>
  actionButton('one', say.buttons.cancel, {
    command: 'schedule cancel',
    token: `${number}`,
    style: 'danger',
  });
