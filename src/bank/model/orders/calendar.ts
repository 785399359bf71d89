/** The days on which a standing order pays, and the instants; pure. */
import { assert } from '../../../lib/assert.ts';
import { instant } from '../../../lib/clock.ts';
import { dayMs } from '../../../lib/durations.ts';
import { instantAt } from '../../../lib/wall-time.ts';
import type { TimeZone } from '../base/notices.ts';

export const orderUnits = ['DAY', 'WEEK', 'MONTH'] as const;
export type OrderUnit = (typeof orderUnits)[number];

export interface OrderCalendar {
  readonly zone: TimeZone;
  readonly hour: number;
  readonly minute: number;
  /** The first day, YYYY-MM-DD: one on which it pays. */
  readonly first: string;
  readonly unit: OrderUnit;
  /** So many units lie between two payments. */
  readonly every: number;
  /** Of MONTH: a shorter month pays on its last day, and the next one on this day again. */
  readonly monthDay: number | 'last' | null;
  /** The last possible day, YYYY-MM-DD. */
  readonly last: string | null;
  /** The number of occurrences. */
  readonly count: number | null;
}

export interface Occurrence {
  /** From 0. */
  readonly number: number;
  /** YYYY-MM-DD in the order's time zone. */
  readonly date: string;
  readonly at: Date;
}

interface Day {
  readonly year: number;
  /** 1 to 12, or beyond, which counts on into other years. */
  readonly month: number;
  readonly day: number;
}

const dateText = (epochMs: number): string => instant(epochMs).toISOString().slice(0, 10);
const epochOf = ({ year, month, day }: Day): number => Date.UTC(year, month - 1, day);

function dayIn(date: string): Day {
  const at = instant(Date.parse(date));
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() };
}

/** The day of this month, or the month's last day where it is shorter. */
function dateInMonth({ year, month }: Day, monthDay: number | 'last'): string {
  const length = dayIn(dateText(epochOf({ year, month: month + 1, day: 0 }))).day;
  const day = monthDay === 'last' ? length : Math.min(monthDay, length);
  return dateText(epochOf({ year, month, day }));
}

/** The first day of a monthly order from this date on. */
export function firstInMonth(from: string, monthDay: number | 'last'): string {
  const start = dayIn(from);
  const found = dateInMonth(start, monthDay);
  return found >= from ? found : dateInMonth({ ...start, month: start.month + 1 }, monthDay);
}

function dateOf({ first, unit, every, monthDay }: OrderCalendar, number: number): string {
  if (unit !== 'MONTH') {
    const days = (unit === 'WEEK' ? 7 : 1) * every * number;
    return dateText(Date.parse(first) + days * dayMs);
  }
  assert(monthDay !== null, 'a monthly order has a day of the month');
  const start = dayIn(first);
  return dateInMonth({ ...start, month: start.month + every * number }, monthDay);
}

/** A time that the clocks skip is the instant at which they are set forward. */
export function payInstant(
  date: string,
  { zone, hour, minute }: Pick<OrderCalendar, 'zone' | 'hour' | 'minute'>,
): Date {
  return instant(instantAt(zone, { ...dayIn(date), hour, minute }));
}

/** Null after the last one. */
export function occurrenceOf(calendar: OrderCalendar, number: number): Occurrence | null {
  const { last, count } = calendar;
  if (count !== null && number >= count) return null;
  const date = dateOf(calendar, number);
  if (last !== null && date > last) return null;
  return { number, date, at: payInstant(date, calendar) };
}

/** At most `limit` occurrences from this number on. */
export function occurrencesFrom(
  calendar: OrderCalendar,
  from: number,
  limit: number,
): readonly Occurrence[] {
  const found: Occurrence[] = [];
  for (let number = from; found.length < limit; number += 1) {
    const occurrence = occurrenceOf(calendar, number);
    if (occurrence === null) break;
    found.push(occurrence);
  }
  return found;
}

/** The first occurrence from this number on that is later than `now`; null: there is none. */
export function occurrenceAfter(
  calendar: OrderCalendar,
  from: number,
  now: Date,
): Occurrence | null {
  for (let number = from; ; number += 1) {
    const occurrence = occurrenceOf(calendar, number);
    if (occurrence === null || occurrence.at > now) return occurrence;
  }
}
