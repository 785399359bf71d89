/**
 * A calendar of standing orders to compare the bank's with. It goes through the days one by one and
 * asks of each whether the order is due, so that it shares no arithmetic with the bank.
 */
import { instantOf } from './zone.ts';

export interface ReferenceOrder {
  /** IANA name, such as `Europe/Berlin`. */
  readonly zone: string;
  /** Local time of day of each occurrence. */
  readonly hour: number;
  readonly minute: number;
  /** Local date, `YYYY-MM-DD`: no occurrence is before it. */
  readonly first: string;
  /** Every so many units. */
  readonly every: number;
  readonly unit: 'day' | 'week' | 'month';
  /** Only for months: 1 to 31, by default the day of `first`. A shorter month uses its last day. */
  readonly monthDay?: number | 'last';
  /** Local date, `YYYY-MM-DD`: no occurrence is after it. */
  readonly last?: string;
  /** How many occurrences there are in all. */
  readonly count?: number;
}

export interface ReferenceOccurrence {
  /** Local date, also if a skipped time moves the occurrence to the next day. */
  readonly date: string;
  readonly at: Date;
}

const dayMs = 24 * 60 * 60_000;
const printed = (day: number): string => new Date(day).toISOString().slice(0, 10);

interface Day {
  readonly date: string;
  /** In its month, from 1. */
  readonly number: number;
  readonly endsMonth: boolean;
}

/** Every order goes through the same days, so each is printed once. */
const days = new Map<number, Day>();

function dayAt(start: number): Day {
  const known = days.get(start);
  if (known !== undefined) return known;
  const date = printed(start);
  const endsMonth = date.slice(0, 7) !== printed(start + dayMs).slice(0, 7);
  const made = { date, number: Number(date.slice(8)), endsMonth };
  days.set(start, made);
  return made;
}

/** Whether this is the month's day of the order: the anchor day, or the last of a shorter month. */
const isMonthDay = ({ number, endsMonth }: Day, anchor: number | 'last'): boolean =>
  number === anchor || (endsMonth && (anchor === 'last' || anchor > number));

/**
 * Returns for each day, in order, whether it is one of the order's. Days and weeks count from
 * `first`. Months count from the first date on or after `first` that is the month's day: with
 * day 10, every third month and `first` on 15 January, the dates are 10 February, 10 May and so on.
 */
function dueDays(order: ReferenceOrder): (day: Day) => boolean {
  const anchor = order.monthDay ?? Number(order.first.slice(8));
  const period = order.every * (order.unit === 'week' ? 7 : 1);
  // Days, or days of the month, since the first date of the order.
  let passed = -1;
  return (day) => {
    if (order.unit === 'month' && !isMonthDay(day, anchor)) return false;
    passed += 1;
    return passed % period === 0;
  };
}

/** All occurrences of an order up to and including an instant, the earliest first. */
export function referenceOccurrences(order: ReferenceOrder, until: Date): ReferenceOccurrence[] {
  const found: ReferenceOccurrence[] = [];
  const isDue = dueDays(order);
  // Local clocks are at most 14 hours ahead of UTC, so no later date can begin before `until`.
  const end = until.getTime() + dayMs;
  for (let start = Date.parse(`${order.first}T00:00:00Z`); start <= end; start += dayMs) {
    const day = dayAt(start);
    const { date } = day;
    if (order.last !== undefined && date > order.last) break;
    if (order.count !== undefined && found.length >= order.count) break;
    if (!isDue(day)) continue;
    const at = instantOf(order.zone, date, order.hour, order.minute);
    if (at <= until) found.push({ date, at });
  }
  return found;
}
