/** What a date in words means: a range of days. */
import { dayOf, daysInMonth, isDay, numberOf, plusMonths, weekdayOf } from './calendar.ts';
import type { DateSense } from './language.ts';

/** Numbers of days since 1970, both inclusive. */
export interface Range {
  readonly from?: number;
  readonly to?: number;
}

/** A date without a year is the latest that is over in questions, the next one in orders. */
export type Prefer = 'past' | 'future';

/** Null: an impossible date, or one with two readings. */
export type DateValue = (prefer: Prefer) => Range | null;

export type Unit = 'day' | 'week' | 'month' | 'year';

const point = (number: number): Range => ({ from: number, to: number });

/** The whole unit that is `offset` units from the one of today. */
export function unitAround(today: number, unit: Unit, offset: number): Range {
  const { year, month } = dayOf(today);
  if (unit === 'day') return point(today + offset);
  if (unit === 'week') {
    const monday = today - weekdayOf(today) + 7 * offset;
    return { from: monday, to: monday + 6 };
  }
  if (unit === 'year') {
    return {
      from: numberOf({ year: year + offset, month: 1, day: 1 }),
      to: numberOf({ year: year + offset, month: 12, day: 31 }),
    };
  }
  const first = plusMonths(numberOf({ year, month, day: 1 }), offset);
  return monthOf(dayOf(first).year, dayOf(first).month);
}

const monthOf = (year: number, month: number): Range => ({
  from: numberOf({ year, month, day: 1 }),
  to: numberOf({ year, month, day: daysInMonth(year, month) }),
});

function back(today: number, unit: Unit, count: number): number {
  if (unit === 'day') return today - count;
  if (unit === 'week') return today - 7 * count;
  return plusMonths(today, -count * (unit === 'year' ? 12 : 1));
}

function dayInYear(today: number, month: number, day: number, prefer: Prefer): Range | null {
  const { year } = dayOf(today);
  const years = prefer === 'past' ? [year, year - 1] : [year, year + 1];
  for (const one of years) {
    const date = { year: one, month, day };
    if (!isDay(date)) continue;
    const number = numberOf(date);
    if (prefer === 'past' ? number <= today : number >= today) return point(number);
  }
  return null;
}

function monthInYear(today: number, month: number, prefer: Prefer): Range {
  const { year, month: now } = dayOf(today);
  if (prefer === 'past') return monthOf(month > now ? year - 1 : year, month);
  return monthOf(month < now ? year + 1 : year, month);
}

export function fullDate(today: number, parts: DateParts, prefer: Prefer): Range | null {
  const { year, month, day } = parts;
  if (year === undefined) return dayInYear(today, month, day, prefer);
  return isDay({ year, month, day }) ? point(numberOf({ year, month, day })) : null;
}

interface DateParts {
  readonly year?: number | undefined;
  readonly month: number;
  readonly day: number;
}

type Meaning = (values: readonly unknown[], today: number, prefer: Prefer) => Range | null;

const number = (value: unknown): number => (typeof value === 'number' ? value : Number.NaN);
const optional = (value: unknown): number | undefined =>
  typeof value === 'number' ? value : undefined;
const valueIn = (value: unknown, prefer: Prefer): Range | null =>
  value === undefined ? null : (value as DateValue)(prefer);

function weekdayNear(today: number, weekday: number, prefer: Prefer): number {
  if (prefer === 'past') return today - ((weekdayOf(today) - weekday + 7) % 7);
  return today + ((weekday - weekdayOf(today) + 7) % 7);
}

function between(start: Range | null, end: Range | null): Range | null {
  if (start?.from === undefined || end?.to === undefined || start.from > end.to) return null;
  return { from: start.from, to: end.to };
}

/** The latest weekend that has begun. */
const weekend = (today: number, offset: number): Range => {
  const saturday = weekdayNear(today, 5, 'past') + 7 * offset;
  return { from: saturday, to: saturday + 1 };
};

/** Without a year: the latest quarter that has begun, or the next that is not over. */
function quarterOf(
  today: number,
  quarter: number,
  { year, prefer }: { year: number | undefined; prefer: Prefer },
): Range {
  const first = 3 * quarter - 2;
  const from = monthInYear(today, first, prefer);
  const start = year === undefined ? dayOf(from.from!).year : year;
  return { from: monthOf(start, first).from!, to: monthOf(start, first + 2).to! };
}

/** The quarter that is `offset` quarters from the one of today. */
function quarterAround(today: number, offset: number): Range {
  const { year, month } = dayOf(today);
  const first = month - ((month - 1) % 3);
  const from = plusMonths(numberOf({ year, month: first, day: 1 }), 3 * offset);
  return { from, to: plusMonths(from, 3) - 1 };
}

export const meanings: Readonly<Record<DateSense, Meaning>> = {
  today: (_, today) => point(today),
  yesterday: (_, today) => point(today - 1),
  beforeYesterday: (_, today) => point(today - 2),
  tomorrow: (_, today) => point(today + 1),
  afterTomorrow: (_, today) => point(today + 2),
  thisUnit: ([unit], today) => unitAround(today, unit as Unit, 0),
  lastUnit: ([unit], today) => unitAround(today, unit as Unit, -1),
  nextUnit: ([unit], today) => unitAround(today, unit as Unit, 1),
  pastUnits: ([count, unit], today) => ({
    from: back(today, unit as Unit, count === undefined ? 1 : number(count)),
    to: today,
  }),
  unitsAgo: ([count, unit], today) => point(back(today, unit as Unit, number(count ?? 1))),
  inUnits: ([count, unit], today) => point(back(today, unit as Unit, -number(count ?? 1))),
  unitStart: ([unit], today) => point(unitAround(today, unit as Unit, 0).from!),
  weekend: (_, today) => weekend(today, 0),
  lastWeekend: (_, today) => weekend(today, weekdayOf(today) >= 5 ? -1 : 0),
  weekday: ([weekday], today, prefer) => point(weekdayNear(today, number(weekday), prefer)),
  nextWeekday: ([weekday], today) => point(weekdayNear(today + 1, number(weekday), 'future')),
  month: ([month, year], today, prefer) =>
    year === undefined
      ? monthInYear(today, number(month), prefer)
      : monthOf(number(year), number(month)),
  lastYearMonth: ([month], today) => monthOf(dayOf(today).year - 1, number(month)),
  nextMonth: ([month], today) => monthInYear(today, number(month), 'future'),
  day: ([day, month, year], today, prefer) =>
    fullDate(today, { day: number(day), month: number(month), year: optional(year) }, prefer),
  monthDay: ([month, day, year], today, prefer) =>
    fullDate(today, { day: number(day), month: number(month), year: optional(year) }, prefer),
  dayOnly: ([day], today, prefer) => {
    const { year, month } = dayOf(today);
    const here = { year, month, day: number(day) };
    if (isDay(here) && (prefer === 'past' ? numberOf(here) <= today : numberOf(here) >= today)) {
      return point(numberOf(here));
    }
    const other = dayOf(plusMonths(numberOf({ year, month, day: 1 }), prefer === 'past' ? -1 : 1));
    const there = { ...other, day: number(day) };
    return isDay(there) ? point(numberOf(there)) : null;
  },
  dayRange: ([first, last, month, year], today, prefer) =>
    monthRange(today, prefer, { first, last, month, year }),
  monthDayRange: ([month, first, last, year], today, prefer) =>
    monthRange(today, prefer, { first, last, month, year }),
  year: ([year]) => ({
    from: numberOf({ year: number(year), month: 1, day: 1 }),
    to: numberOf({ year: number(year), month: 12, day: 31 }),
  }),
  quarter: ([quarter, year], today, prefer) =>
    number(quarter) > 4
      ? null
      : quarterOf(today, number(quarter), { year: optional(year), prefer }),
  thisQuarter: (_, today) => quarterAround(today, 0),
  lastQuarter: (_, today) => quarterAround(today, -1),
  halfMonth: ([half, month, year], today, prefer) => {
    const whole =
      year === undefined
        ? monthInYear(today, number(month), prefer)
        : monthOf(number(year), number(month));
    if (number(half) > 2) return null;
    const middle = whole.from! + 14;
    return half === 1 ? { from: whole.from!, to: middle } : { from: middle + 1, to: whole.to! };
  },
  range: ([start, end], _, prefer) => between(valueIn(start, prefer), valueIn(end, prefer)),
  since: ([start], _, prefer) => {
    const from = valueIn(start, prefer)?.from;
    return from === undefined ? null : { from };
  },
  until: ([end], _, prefer) => {
    const to = valueIn(end, prefer)?.to;
    return to === undefined ? null : { to };
  },
};

function monthRange(
  today: number,
  prefer: Prefer,
  parts: Readonly<Record<'first' | 'last' | 'month' | 'year', unknown>>,
): Range | null {
  const [month, year] = [number(parts.month), optional(parts.year)];
  return between(
    fullDate(today, { day: number(parts.first), month, year }, prefer),
    fullDate(today, { day: number(parts.last), month, year }, prefer),
  );
}
