/** Dates in Japanese: a period, from one on, up to one, or from one to another. */
import { dayOf } from '../read/calendar.ts';
import { type DateValue, fullDate, meanings, type Prefer, type Range } from '../read/ranges.ts';
import { whole, wholeOf } from './numerals.ts';
import { type Atom, atomAt, type Groups, inMonth, monthDay } from './periods.ts';

export interface DateSpan {
  readonly end: number;
  readonly value: DateValue;
  /** A single day or period, without から or まで. */
  readonly isPlain: boolean;
}

const between = (start: Range | null, end: Range | null): Range | null =>
  meanings.range([() => start, () => end], 0, 'past');

/** The end of a range takes the year and month of its start: 10月1日から15日まで. */
function endOf(start: Atom, end: Atom, today: number, prefer: Prefer): Range | null {
  const first = start.value(prefer)?.from;
  const isDayOnly = end.groups['day'] !== undefined && end.groups['month'] === undefined;
  if (isDayOnly && first !== undefined) {
    const { year, month } = dayOf(first);
    return fullDate(today, { year, month, day: wholeOf(end.groups['day']!) }, prefer);
  }
  const isSameYear = start.groups['year'] !== undefined && end.groups['year'] === undefined;
  if (isSameYear && end.groups['month'] !== undefined) {
    const groups: Groups = { ...end.groups, year: start.groups['year'] };
    return (groups['day'] === undefined ? inMonth : monthDay)(groups, today, prefer);
  }
  return end.value(prefer);
}

const to = /(?:から|〜|~|-|–|より)(?:、)?/uy;
const rangeEnd = /までの?(?:間|あいだ)?/uy;
const since = /(?:から|以降|以来|より|より後|過ぎ)/uy;
const until = /(?:まで|以前)/uy;
const shortMonths = new RegExp(`(?<first>${whole})(?:から|〜|~|-|–)(?<last>${whole})月`, 'uy');

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** 6〜8月: both are months. */
function monthsAt(text: string, at: number, today: () => number): DateSpan | null {
  shortMonths.lastIndex = at;
  const groups = shortMonths.exec(text)?.groups;
  if (!groups) return null;
  const end = shortMonths.lastIndex;
  const value: DateValue = (prefer) =>
    between(
      inMonth({ month: groups['first'] }, today(), prefer),
      inMonth({ month: groups['last'] }, today(), prefer),
    );
  return { end: skip(rangeEnd, text, end), value, isPlain: false };
}

/** The longest date at a place: a day, a period, or a range of them. */
export function dateAt(text: string, at: number, today: () => number): DateSpan | null {
  const months = monthsAt(text, at, today);
  if (months) return months;
  const first = atomAt(text, at, today);
  if (!first) return null;
  const middle = skip(to, text, first.end);
  const second = middle > first.end ? atomAt(text, middle, today) : null;
  if (second) {
    const value: DateValue = (prefer) =>
      between(first.value(prefer), endOf(first, second, today(), prefer));
    return { end: skip(rangeEnd, text, second.end), value, isPlain: false };
  }
  const sinceEnd = skip(since, text, first.end);
  if (sinceEnd > first.end) {
    const value: DateValue = (prefer) => meanings.since([first.value], today(), prefer);
    return { end: sinceEnd, value, isPlain: false };
  }
  const untilEnd = skip(until, text, first.end);
  if (untilEnd > first.end && !text.startsWith('までに', first.end)) {
    const value: DateValue = (prefer) => meanings.until([first.value], today(), prefer);
    return { end: untilEnd, value, isPlain: false };
  }
  return { end: first.end, value: first.value, isPlain: true };
}

/** The first day of a date from now on, as the start of a repetition. */
export const startOf = (value: DateValue): number | undefined => value('future')?.from;
