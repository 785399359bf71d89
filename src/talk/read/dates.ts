/** Days and ranges of days in a sentence. */
import {
  canStart,
  match,
  patternsOf,
  type Readers,
  type Started,
  started,
} from '../text/patterns.ts';
import type { Token } from '../text/tokens.ts';
import { dayOf, daysInMonth, isDay, numberOf, plusMonths, weekdayOf } from './calendar.ts';
import type { DateSense, Vocabulary } from './language.ts';
import { type NumberWords, numberWords, spelledNumber, valuesOf } from './numbers.ts';

/** Numbers of days since 1970, both inclusive. */
export interface Range {
  readonly from?: number;
  readonly to?: number;
}

/** A date without a year is the latest that is over in questions, the next one in orders. */
export type Prefer = 'past' | 'future';

/** Null: an impossible date, or one with two readings. */
export type DateValue = (prefer: Prefer) => Range | null;

export interface DateSpan {
  readonly end: number;
  readonly value: DateValue;
  readonly sense: DateSense;
}

export interface DateReader {
  (tokens: readonly Token[], at: number): DateSpan | null;
  readonly readers: Readers;
}

type Unit = 'day' | 'week' | 'month' | 'year';

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

function fullDate(today: number, parts: DateParts, prefer: Prefer): Range | null {
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

const meanings: Readonly<Record<DateSense, Meaning>> = {
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

const wordReader =
  (values: ReadonlyMap<string, unknown>): Readers[string] =>
  (tokens, at) => {
    const token = tokens[at];
    const value = token?.kind === 'word' ? values.get(token.norm) : undefined;
    return value === undefined ? null : { end: at + 1, value };
  };

const wholeNumber = (text: string | undefined): number | null =>
  text !== undefined && /^\d{1,4}$/.test(text) ? Number(text) : null;

/** 15, 15th, 15., 1er, 1º, fifteenth, 15日. */
function dayReader(words: NumberWords, ordinals: ReadonlyMap<string, number>): Readers[string] {
  const endings = new Set(['st', 'nd', 'rd', 'th', 'er', 'º', 'ª', '°', 'ero', '日']);
  return (tokens, at) => {
    const token = tokens[at];
    const value = wholeNumber(token?.text);
    if (token && value !== null) {
      const next = tokens[at + 1];
      const isOrdinal =
        next !== undefined &&
        next.joined &&
        (endings.has(next.norm) || (next.norm === '.' && tokens[at + 2] !== undefined));
      return value > 99 ? null : { end: at + (isOrdinal ? 2 : 1), value };
    }
    const ordinal = ordinals.get(token?.norm ?? '');
    if (ordinal !== undefined) return { end: at + 1, value: ordinal };
    const spelled = spelledNumber(tokens, at, words);
    if (!spelled || !Number.isInteger(spelled.value) || spelled.value > 31) return null;
    const isOrdinal = endings.has(tokens[spelled.end]?.norm ?? '');
    return { end: spelled.end + (isOrdinal ? 1 : 0), value: spelled.value };
  };
}

function ordinalReader(words: NumberWords, ordinals: ReadonlyMap<string, number>): Readers[string] {
  const read = dayReader(words, ordinals)!;
  return (tokens, at) => {
    const found = read(tokens, at);
    return found && (found.end > at + 1 || ordinals.has(tokens[at]!.norm)) ? found : null;
  };
}

const yearReader: Readers[string] = (tokens, at) => {
  const text = tokens[at]?.text ?? '';
  if (!/^(?:19[7-9]|20\d)\d$/.test(text)) return null;
  return { end: at + (tokens[at + 1]?.norm === '年' ? 2 : 1), value: Number(text) };
};

const isoText = /^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})$/;
const slashText = /^(?<a>\d{1,2})[-/](?<b>\d{1,2})(?:[-/](?<year>\d{4}|\d\d))?$/;
const dotText = /^(?<a>\d{1,2})\.(?<b>\d{1,2})\.(?<year>\d{4}|\d\d)?$/;

/** The longest numeric date: 2026-03-15, 3/4, 15.03.2026, 31.12. */
function numericText(tokens: readonly Token[], at: number): { text: string; end: number } | null {
  let text = '';
  let best: { text: string; end: number } | null = null;
  for (let end = at; end < Math.min(tokens.length, at + 6); end += 1) {
    const token = tokens[end]!;
    if (end > at && !token.joined) break;
    text += token.text;
    if ([isoText, slashText, dotText].some((shape) => shape.test(text))) {
      best = { text, end: end + 1 };
    }
  }
  return best;
}

function numericReader(today: () => number, dayFirst: boolean | null): Readers[string] {
  return (tokens, at) => {
    if (tokens[at]?.kind !== 'number') return null;
    const read = numericText(tokens, at);
    if (!read) return null;
    const { text, end } = read;
    const iso = isoText.exec(text)?.groups;
    const dots = dotText.exec(text)?.groups;
    const slash = slashText.exec(text)?.groups;
    const groups = iso ?? slash ?? dots;
    if (!groups) return null;
    const year = groups['year'] === undefined ? undefined : Number(groups['year']);
    const full = year !== undefined && year < 100 ? 2000 + year : year;
    const [a, b] = [Number(groups['a']), Number(groups['b'])];
    const value: DateValue = (prefer) => {
      if (iso) {
        return fullDate(
          today(),
          { year: full, month: Number(groups['month']), day: Number(groups['day']) },
          prefer,
        );
      }
      const isClear = dayFirst !== null || a === b || a > 12 || b > 12;
      if (!isClear) return null;
      const isDayFirst = dots ? true : (dayFirst ?? a > 12);
      const [day, month] = isDayFirst ? [a, b] : [b, a];
      return fullDate(today(), { year: full, month, day }, prefer);
    };
    return { end, value };
  };
}

export function dateReader(vocabulary: Vocabulary, today: () => number): DateReader {
  const words = numberWords(vocabulary);
  const units = new Map<string, Unit>();
  for (const unit of ['day', 'week', 'month', 'year'] as const) {
    for (const word of valuesOf(`1:${vocabulary.units[unit]}`).keys()) units.set(word, unit);
  }
  const rows = (Object.keys(vocabulary.dates) as DateSense[]).map(
    (sense) => [sense, patternsOf(vocabulary.dates[sense] ?? '').map(started)] as const,
  );
  const simple: Readers = {
    month: monthReader(valuesOf(vocabulary.months)),
    weekday: wordReader(valuesOf(vocabulary.weekdays)),
    weekdays: wordReader(valuesOf(vocabulary.weekdaysEach ?? '')),
    unit: unitReader(vocabulary, units),
    n: (tokens, at) => {
      const value = tokens[at]?.kind === 'number' ? wholeNumber(tokens[at]?.text) : null;
      if (value !== null) return { end: at + 1, value };
      const spelled = spelledNumber(tokens, at, words);
      return spelled && Number.isInteger(spelled.value) ? spelled : null;
    },
    d: dayReader(words, valuesOf(vocabulary.ordinals)),
    /** Only with an ending: 15th. */
    nth: ordinalReader(words, valuesOf(vocabulary.ordinals)),
    y: yearReader,
    monthfirst: wordReader(valuesOf(vocabulary.monthFirst ?? '')),
    numeric: numericReader(today, vocabulary.dayFirst),
  };
  const isComposed = (sense: DateSense) => ['range', 'since', 'until'].includes(sense);
  const readIn =
    (chosen: readonly (readonly [DateSense, readonly Started[]])[], readers: Readers) =>
    (tokens: readonly Token[], at: number): DateSpan | null => {
      let best: DateSpan | null = null;
      for (const [sense, patterns] of chosen) {
        for (const { pattern, start } of patterns) {
          if (!canStart(start, tokens, at, readers)) continue;
          const found = match(pattern, tokens, at, readers);
          if (!found || (best && found.end <= best.end)) continue;
          const value: DateValue =
            typeof found.values[0] === 'function' && !isComposed(sense)
              ? (found.values[0] as DateValue)
              : (prefer) => meanings[sense](found.values, today(), prefer);
          best = { end: found.end, value, sense };
        }
      }
      return best;
    };
  const single = readIn(
    rows.filter(([sense]) => !isComposed(sense)),
    simple,
  );
  const readers: Readers = { ...simple, date: single };
  return Object.assign(readIn(rows, readers), { readers });
}

/** A month's name, or its number before 月. */
function monthReader(names: ReadonlyMap<string, number>): Readers[string] {
  const named = wordReader(names)!;
  return (tokens, at) => {
    const value = wholeNumber(tokens[at]?.text);
    if (value !== null && tokens[at + 1]?.norm === '月') {
      return value >= 1 && value <= 12 ? { end: at + 2, value } : null;
    }
    return named(tokens, at);
  };
}

/** Units may be of several tokens: ヶ月. */
function unitReader(vocabulary: Vocabulary, units: ReadonlyMap<string, Unit>): Readers[string] {
  if (vocabulary.language !== 'ja') return wordReader(units);
  const patterns = [...units].flatMap(([word, unit]) =>
    patternsOf(word).map((pattern) => ({ pattern, unit })),
  );
  return (tokens, at) => {
    const found = patterns
      .map(({ pattern, unit }) => ({ end: match(pattern, tokens, at, {})?.end ?? at, value: unit }))
      .sort((a, b) => b.end - a.end)[0];
    return found && found.end > at ? found : null;
  };
}
