/** Readers of the parts of a date: a month, a weekday, a day, a numeric date. */
import type { Readers } from '../text/patterns.ts';
import type { Token } from '../text/tokens.ts';
import { type NumberWords, spelledNumber } from './numbers.ts';
import { type DateValue, fullDate } from './ranges.ts';

export const wordReader =
  (values: ReadonlyMap<string, unknown>): Readers[string] =>
  (tokens, at) => {
    const token = tokens[at];
    const value = token?.kind === 'word' ? values.get(token.norm) : undefined;
    return value === undefined ? null : { end: at + 1, value };
  };

export const wholeNumber = (text: string | undefined): number | null =>
  text !== undefined && /^\d{1,4}$/.test(text) ? Number(text) : null;

/** `am 10.` at the end of a sentence; elsewhere more words must follow the point. */
const isOrdinalPoint = (tokens: readonly Token[], at: number): boolean =>
  tokens[at + 2] !== undefined || /^(?:am|zum)$/.test(tokens[at - 1]?.norm ?? '');

/** 15, 15th, 15., 1er, 1º, fifteenth. */
export function dayReader(
  words: NumberWords,
  ordinals: ReadonlyMap<string, number>,
): Readers[string] {
  const endings = new Set(['st', 'nd', 'rd', 'th', 'er', 'ers', 'º', 'ª', '°', 'ero']);
  return (tokens, at) => {
    const token = tokens[at];
    const value = wholeNumber(token?.text);
    if (token && value !== null) {
      const next = tokens[at + 1];
      const isOrdinal =
        next !== undefined &&
        next.joined &&
        (endings.has(next.norm) || (next.norm === '.' && isOrdinalPoint(tokens, at)));
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

export function ordinalReader(
  words: NumberWords,
  ordinals: ReadonlyMap<string, number>,
): Readers[string] {
  const read = dayReader(words, ordinals);
  return (tokens, at) => {
    const found = read(tokens, at);
    return found && (found.end > at + 1 || ordinals.has(tokens[at]!.norm)) ? found : null;
  };
}

export const yearReader: Readers[string] = (tokens, at) => {
  const text = tokens[at]?.text ?? '';
  if (!/^(?:19[7-9]|20\d)\d$/.test(text)) return null;
  return { end: at + 1, value: Number(text) };
};

const isoText = /^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})$/;
const slashText = /^(?<a>\d{1,2})\/(?<b>\d{1,2})(?:\/(?<year>\d{4}|\d\d))?$/;
/** Without a year, `5-10` may be amounts. */
const dashText = /^(?<a>\d{1,2})[-/](?<b>\d{1,2})[-/](?<year>\d{4}|\d\d)$/;
const dotText = /^(?<a>\d{1,2})\.(?<b>\d{1,2})\.(?<year>\d{4}|\d\d)?$/;

/** The longest numeric date: 2026-03-15, 3/4, 15.03.2026, 31.12. */
function numericText(tokens: readonly Token[], at: number): { text: string; end: number } | null {
  let text = '';
  let best: { text: string; end: number } | null = null;
  for (let end = at; end < Math.min(tokens.length, at + 6); end += 1) {
    const token = tokens[end]!;
    if (end > at && !token.joined) break;
    text += token.text;
    if ([isoText, slashText, dashText, dotText].some((shape) => shape.test(text))) {
      best = { text, end: end + 1 };
    }
  }
  return best;
}

export function numericReader(today: () => number, dayFirst: boolean | null): Readers[string] {
  return (tokens, at) => {
    if (tokens[at]?.kind !== 'number') return null;
    const read = numericText(tokens, at);
    if (!read) return null;
    const { text, end } = read;
    const iso = isoText.exec(text)?.groups;
    const dots = dotText.exec(text)?.groups;
    const slash = (slashText.exec(text) ?? dashText.exec(text))?.groups;
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
