/** Days and times of the clock in a time zone. */
import { instant } from '../../../lib/clock.ts';
import { dayMs, hourMs } from '../../../lib/durations.ts';
import type { TimeZone } from '../base/notices.ts';

export interface ClockReading {
  /** YYYY-MM-DD. */
  readonly day: string;
  /** HH:MM:SS. */
  readonly time: string;
}

const formats = new Map<TimeZone, Intl.DateTimeFormat>();

function formatOf(zone: TimeZone): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  // Swedish writes dates as ISO does.
  const made = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  formats.set(zone, made);
  return made;
}

/** What a clock in the zone shows at this instant. */
export function readClock(at: Date, zone: TimeZone): ClockReading {
  const text = formatOf(zone).format(at);
  return { day: text.slice(0, 10), time: text.slice(11) };
}

/** The offset of a zone is at most 14 hours. */
const offsetMaxMs = 15 * hourMs;

/** The first instant of the day. If the zone skips the whole day, the first one after it. */
export function startOfDay(day: string, zone: TimeZone): Date {
  const guess = Date.parse(`${day}T00:00:00Z`);
  let [low, high] = [guess - offsetMaxMs, guess + offsetMaxMs];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (readClock(instant(middle), zone).day < day) low = middle;
    else high = middle;
  }
  return instant(high);
}

export const dayAfter = (day: string): string =>
  instant(Date.parse(`${day}T00:00:00Z`) + dayMs)
    .toISOString()
    .slice(0, 10);
