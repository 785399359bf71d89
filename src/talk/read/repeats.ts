/** How often a payment repeats, and when it starts. */
import { match, patternsOf, type Readers } from '../text/patterns.ts';
import { Rows } from '../text/rows.ts';
import type { Token } from '../text/tokens.ts';
import type { Every, Weekday } from '../text/types.ts';
import { isoOf } from './calendar.ts';
import type { DateReader, DateValue } from './dates.ts';
import type { RepeatSense, Vocabulary } from './language.ts';

export interface Repeat {
  readonly every?: Every;
  readonly on?: number | 'last' | Weekday;
  readonly start?: DateValue;
}

export interface RepeatSpan {
  readonly end: number;
  /** Null: a repetition that the bank has not, or an impossible day. */
  readonly repeat: Repeat | null;
}

const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

const every = (unit: unknown, count: number): Repeat | null => {
  if (count < 1 || count > 99) return null;
  if (unit === 'year') return { every: { unit: 'month', count: 12 * count } };
  return { every: { unit: unit as Every['unit'], count } };
};

const dayOfMonth = (day: unknown): number | null =>
  typeof day === 'number' && day >= 1 && day <= 31 ? day : null;

function monthly(day: unknown): Repeat | null {
  const on = dayOfMonth(day);
  return on === null ? null : { every: { unit: 'month', count: 1 }, on };
}

const weekly = (weekday: unknown, count: number): Repeat => ({
  every: { unit: 'week', count },
  on: weekdays[weekday as number]!,
});

const meanings: Readonly<Record<RepeatSense, (values: readonly unknown[]) => Repeat | null>> = {
  unit: ([unit]) => every(unit, 1),
  units: ([count, unit]) => every(unit, count as number),
  otherUnit: ([unit]) => every(unit, 2),
  day: () => every('day', 1),
  week: () => every('week', 1),
  month: () => every('month', 1),
  year: () => every('year', 1),
  twoWeeks: () => every('week', 2),
  twoMonths: () => every('month', 2),
  quarter: () => every('month', 3),
  halfYear: () => every('month', 6),
  weekday: ([weekday]) => weekly(weekday, 1),
  otherWeekday: ([weekday]) => weekly(weekday, 2),
  monthDay: ([day]) => monthly(day),
  monthLast: () => ({ every: { unit: 'month', count: 1 }, on: 'last' }),
  weekOn: ([weekday]) => ({ on: weekdays[weekday as number]! }),
  monthOn: ([day]) => {
    const on = dayOfMonth(day);
    return on === null ? null : { on };
  },
  monthOnLast: () => ({ on: 'last' }),
  unclear: () => null,
  some: () => ({}),
  start: ([start]) => ({ start: start as DateValue }),
};

export type RepeatReader = (
  tokens: readonly Token[],
  at: number,
  /** Whether a repetition has been read: then `on the 15th` belongs to it. */
  isRepeated: boolean,
) => RepeatSpan | null;

const onlyAfter: readonly RepeatSense[] = ['weekOn', 'monthOn', 'monthOnLast'];

export function repeatReader(vocabulary: Vocabulary, dates: DateReader): RepeatReader {
  const rows = new Rows(
    (Object.keys(vocabulary.repeats) as RepeatSense[]).flatMap((sense) =>
      patternsOf(vocabulary.repeats[sense] ?? '').map((pattern) => [pattern, sense] as const),
    ),
  );
  const readers: Readers = dates.readers;
  return (tokens, at, isRepeated) => {
    let best: RepeatSpan | null = null;
    for (const { pattern, value: sense } of rows.at(tokens, at, readers)) {
      if (onlyAfter.includes(sense) && !isRepeated) continue;
      const found = match(pattern, tokens, at, readers);
      if (!found || (best && found.end <= best.end)) continue;
      best = { end: found.end, repeat: meanings[sense](found.values) };
    }
    return best;
  };
}

/** The items of a sentence that say when. */
interface Said {
  readonly repeats: readonly { readonly repeat?: Repeat | null }[];
  readonly dates: readonly { readonly date?: DateValue }[];
}

interface Plan {
  readonly every: Every;
  readonly on?: NonNullable<Repeat['on']>;
  readonly start?: string;
}

/** The repetition; null if a date in it is impossible, over, or said twice. */
export function planOf(parts: Said, today: number): Plan | null {
  let every: Every | undefined;
  let on: Repeat['on'];
  let start: number | undefined;
  for (const { repeat } of parts.repeats) {
    if (!repeat) return null;
    if (repeat.every) {
      const isSame =
        every && every.unit === repeat.every.unit && every.count === repeat.every.count;
      if (every && !isSame && !(every.count === 1 && repeat.on === undefined)) return null;
      every = repeat.every;
    }
    if (repeat.on !== undefined && on !== undefined && on !== repeat.on) return null;
    on = repeat.on ?? on;
    if (repeat.start) {
      start = repeat.start('future')?.from;
      if (start === undefined) return null;
    }
  }
  for (const { date } of parts.dates) {
    if (start !== undefined) return null;
    start = date?.('future')?.from;
    if (start === undefined) return null;
  }
  if (!every || (start !== undefined && start < today)) return null;
  return {
    every,
    ...(on === undefined ? {} : { on }),
    ...(start === undefined ? {} : { start: isoOf(start) }),
  };
}
