/** Days and ranges of days in a sentence. */
import { match, type Pattern, patternsOf, type Readers, remembered } from '../text/patterns.ts';
import { Rows } from '../text/rows.ts';
import type { Token } from '../text/tokens.ts';
import {
  dayReader,
  numericReader,
  ordinalReader,
  wholeNumber,
  wordReader,
  yearReader,
} from './date-parts.ts';
import type { DateSense, Vocabulary } from './language.ts';
import { numberWords, spelledNumber, valuesOf } from './numbers.ts';
import { type DateValue, meanings, type Unit } from './ranges.ts';

export type { DateValue, Range } from './ranges.ts';

export interface DateSpan {
  readonly end: number;
  readonly value: DateValue;
  readonly sense: DateSense;
}

export interface DateReader {
  (tokens: readonly Token[], at: number): DateSpan | null;
  readonly readers: Readers;
}

const isComposed = (sense: DateSense): boolean => ['range', 'since', 'until'].includes(sense);

export function dateReader(vocabulary: Vocabulary, today: () => number): DateReader {
  const words = numberWords(vocabulary);
  const units = new Map<string, Unit>();
  for (const unit of ['day', 'week', 'month', 'year'] as const) {
    for (const word of valuesOf(`1:${vocabulary.units[unit]}`).keys()) units.set(word, unit);
  }
  const rows = (Object.keys(vocabulary.dates) as DateSense[]).flatMap((sense) =>
    patternsOf(vocabulary.dates[sense] ?? '').map((pattern) => [pattern, sense] as const),
  );
  const simple: Readers = {
    month: wordReader(valuesOf(vocabulary.months)),
    weekday: wordReader(valuesOf(vocabulary.weekdays)),
    weekdays: wordReader(valuesOf(vocabulary.weekdaysEach ?? '')),
    unit: wordReader(units),
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
  const readIn = (
    chosen: readonly (readonly [Pattern, DateSense])[],
    readers: Readers,
  ): ((tokens: readonly Token[], at: number) => DateSpan | null) => {
    const index = new Rows(chosen);
    return (tokens, at) => {
      let best: DateSpan | null = null;
      for (const { pattern, value: sense } of index.at(tokens, at, readers)) {
        const found = match(pattern, tokens, at, readers);
        if (!found || (best && found.end <= best.end)) continue;
        const value: DateValue =
          typeof found.values[0] === 'function' && !isComposed(sense)
            ? (found.values[0] as DateValue)
            : (prefer) => meanings[sense](found.values, today(), prefer);
        best = { end: found.end, value, sense };
      }
      return best;
    };
  };
  const parts = Object.fromEntries(
    Object.entries(simple).map(([name, read]) => [name, remembered(read)]),
  );
  const single = readIn(
    rows.filter(([, sense]) => !isComposed(sense)),
    parts,
  );
  const readers: Readers = { ...parts, date: remembered(single) };
  return Object.assign(remembered(readIn(rows, readers)), { readers });
}
