/** What a customer has paid out in a day, its week and its month, in UTC. */
import { instant } from '../../../lib/clock.ts';
import { dayMs } from '../../../lib/durations.ts';
import type { LimitPeriod } from '../base/own-limits.ts';

export interface Sums {
  /** YYYY-MM-DD. The sums speak of this day, its week from Monday, and its month. */
  readonly countedDay: string;
  readonly paidOutThatDay: bigint;
  readonly paidOutThatWeek: bigint;
  readonly paidOutThatMonth: bigint;
  readonly depositedThatDay: bigint;
}

const startOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** 1970-01-01 was a Thursday, and weeks begin on Monday. */
const weekOf = (day: string): number => Math.floor((startOf(day) / dayMs + 3) / 7);
const monthOf = (day: string): string => day.slice(0, 7);

export const isSameWeek = (one: string, other: string): boolean =>
  one === other || weekOf(one) === weekOf(other);
export const isSameMonth = (one: string, other: string): boolean =>
  one === other || monthOf(one) === monthOf(other);

/** When the month of the day is over. */
function monthEnd(day: string): Date {
  const inNextMonth = instant(startOf(`${monthOf(day)}-01`) + 32 * dayMs);
  return instant(startOf(`${monthOf(inNextMonth.toISOString())}-01`));
}

/** When the period that this day is in is over, and its limit free again; null: it never is. */
export function freeAt(period: LimitPeriod, today: string): Date | null {
  switch (period) {
    case 'PAYMENT':
      return null;
    case 'DAY':
      return instant(startOf(today) + dayMs);
    case 'WEEK':
      return instant(((weekOf(today) + 1) * 7 - 3) * dayMs);
    case 'MONTH':
      return monthEnd(today);
  }
}

/** The sums on this day: what belongs to an earlier day, week or month is forgotten with it. */
export function sumsOn(sums: Sums, today: string): Sums {
  const { countedDay, paidOutThatWeek, paidOutThatMonth } = sums;
  if (countedDay === today) return sums;
  return {
    countedDay: today,
    paidOutThatDay: 0n,
    paidOutThatWeek: isSameWeek(countedDay, today) ? paidOutThatWeek : 0n,
    paidOutThatMonth: isSameMonth(countedDay, today) ? paidOutThatMonth : 0n,
    depositedThatDay: 0n,
  };
}

/** The sums of today with what was moved, or given back, on the day `on`. */
export function sumsAfter(
  before: Sums,
  moved: { readonly paidOut: bigint; readonly deposited: bigint; readonly on: string },
  today: string,
): Sums {
  const { paidOut, deposited, on } = moved;
  const sums = sumsOn(before, today);
  const isToday = on === today;
  return {
    countedDay: today,
    paidOutThatDay: sums.paidOutThatDay + (isToday ? paidOut : 0n),
    paidOutThatWeek: sums.paidOutThatWeek + (isSameWeek(on, today) ? paidOut : 0n),
    paidOutThatMonth: sums.paidOutThatMonth + (isSameMonth(on, today) ? paidOut : 0n),
    depositedThatDay: sums.depositedThatDay + (isToday ? deposited : 0n),
  };
}

/** What counts towards a limit of this period on this day. */
export function usedOf(period: LimitPeriod, sums: Sums, today: string): bigint {
  const { paidOutThatDay, paidOutThatWeek, paidOutThatMonth } = sumsOn(sums, today);
  return { PAYMENT: 0n, DAY: paidOutThatDay, WEEK: paidOutThatWeek, MONTH: paidOutThatMonth }[
    period
  ];
}
