/** Dates as people read them, in the format of the request underway. */
import { currentLocale } from '../language/current.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(name: 'day' | 'moment', style: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const locale = currentLocale();
  const known = formats.get(`${name} ${locale}`);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, { ...style, timeZone: 'UTC' });
  formats.set(`${name} ${locale}`, made);
  return made;
}

/** `31 December 1990` of `1990-12-31`; in American English `December 31, 1990`. */
export const formatDay = (date: string): string =>
  formatOf('day', { dateStyle: 'long' }).format(Date.parse(date));

/** `22 November 2026 at 18:30 UTC`: the reader's time zone is unknown. */
export const formatMoment = (at: Date): string =>
  `${formatOf('moment', { dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23' }).format(at)} UTC`;
