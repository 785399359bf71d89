/** Days and times of the clock in a time zone. */
import { instant } from '../../../lib/clock.ts';
import { dayMs } from '../../../lib/durations.ts';
import { instantAt } from '../../../lib/wall-time.ts';
import type { TimeZone } from '../base/notices.ts';
import type { Moment } from './statement.ts';

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

/** The first instant of the day. If the zone skips the whole day, the first one after it. */
export function startOfDay(day: string, zone: TimeZone): Date {
  const midnight = instant(Date.parse(`${day}T00:00:00Z`));
  const shown = {
    year: midnight.getUTCFullYear(),
    month: midnight.getUTCMonth() + 1,
    day: midnight.getUTCDate(),
    hour: 0,
    minute: 0,
  };
  return instant(instantAt(zone, shown));
}

/** The end of the day, or the first instant at which the clock shows the time. */
export function instantOfMoment({ day, time }: Moment, zone: TimeZone): Date {
  if (time === null) return startOfDay(dayAfter(day), zone);
  const date = instant(Date.parse(`${day}T00:00:00Z`));
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 1];
  return instant(instantAt(zone, { year, month, day: date.getUTCDate(), ...time }));
}

export const dayAfter = (day: string): string =>
  instant(Date.parse(`${day}T00:00:00Z`) + dayMs)
    .toISOString()
    .slice(0, 10);
