/** What clocks show in a time zone, and when they show it. Years 1 to 9999, proleptic Gregorian. */
import { assert } from './assert.ts';
import { dayMs } from './durations.ts';

export interface WallTime {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

/** Making a formatter takes longer than using it; there are some 600 zones. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formatters.set(timeZone, made);
  return made;
}

function partsAt(timeZone: string, epochMs: number): WallTime & { readonly second: number } {
  // Such as 12/31/2026, 23:59:59. The same as parts takes twice as long.
  const numbers = formatterOf(timeZone).format(epochMs).match(/\d+/g) ?? [];
  const [month, day, year, hour, minute, second] = numbers.map(Number);
  assert(second !== undefined, 'a time has six numbers');
  return { year: year!, month: month!, day: day!, hour: hour!, minute: minute!, second };
}

/** Throws RangeError for an unknown zone. */
export function wallTimeAt(timeZone: string, epochMs: number): WallTime {
  const { second: _second, ...shown } = partsAt(timeZone, epochMs);
  return shown;
}

/** The midnight in UTC of a day counted since 1970. */
export function dayStart(day: bigint): number {
  assert(day >= 0n && day < 3_000_000n, 'a day is from 1970 to 9999');
  return Number(day) * dayMs;
}

const asUtc = ({ year, month, day, hour, minute }: WallTime, second = 0): number =>
  Date.UTC(year, month - 1, day, hour, minute, second);

/** What the zone's clocks are ahead of UTC, in milliseconds. */
function offsetAt(timeZone: string, epochMs: number): number {
  const { second, ...shown } = partsAt(timeZone, epochMs);
  return asUtc(shown, second) - Math.floor(epochMs / 1000) * 1000;
}

/** The first millisecond after `from` and up to `to` with another offset than at `from`. */
function changeBetween(timeZone: string, from: number, to: number): number {
  const before = offsetAt(timeZone, from);
  let [low, high] = [from, to];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(timeZone, middle) === before) low = middle;
    else high = middle;
  }
  return high;
}

/**
 * When the zone's clocks show this time, in milliseconds since 1970. A time that they show twice is
 * the first; one that they skip is the instant at which they are set forward. A day past the end
 * of a month counts on into the next one.
 */
export function instantAt(timeZone: string, shown: WallTime): number {
  const utc = asUtc(shown);
  assert(!Number.isNaN(utc), 'a wall time has whole numbers');
  const [before, after] = [offsetAt(timeZone, utc - dayMs), offsetAt(timeZone, utc + dayMs)];
  const found = [utc - before, utc - after]
    .sort((a, b) => a - b)
    .find((at) => at + offsetAt(timeZone, at) === utc);
  return found ?? changeBetween(timeZone, utc - after, utc - before);
}
