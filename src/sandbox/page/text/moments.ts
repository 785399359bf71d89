/** Formats times: Discord's timestamp styles, and the times beside messages. */

const styles: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { day: '2-digit', month: '2-digit', year: 'numeric' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
  s: { day: '2-digit', month: '2-digit', year: 'numeric', hour: 'numeric', minute: '2-digit' },
  S: {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    second: '2-digit',
  },
};

/** How many of the previous unit make one of this unit. */
const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['minute', 60],
  ['hour', 60],
  ['day', 24],
  ['month', 30],
  ['year', 12],
];

/** JavaScript's largest date; later timestamps are shown as numbers. */
const secondsMax = 8_640_000_000_000;

export interface Reader {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly locale: string;
  /** An IANA time zone; default: the machine's own. */
  readonly timeZone?: string;
}

/** Formats a `<t:seconds:style>` mark for the reader. */
export function formatTimestamp(seconds: number, style: string, reader: Reader): string {
  if (!Number.isSafeInteger(seconds) || Math.abs(seconds) > secondsMax) return String(seconds);
  if (style === 'R') return formatRelative(seconds, reader);
  return format(seconds * 1000, styles[style] ?? { dateStyle: 'long', timeStyle: 'short' }, reader);
}

/** Rounded, so that "in 5 minutes" does not start as 4. */
function formatRelative(seconds: number, reader: Reader): string {
  const away = seconds - Math.round(reader.now / 1000);
  let count = Math.abs(away);
  let unit: Intl.RelativeTimeFormatUnit = 'second';
  for (const [larger, size] of steps) {
    if (count < size) break;
    count = Math.round(count / size);
    unit = larger;
  }
  const locale = knownLocale(reader.locale);
  return new Intl.RelativeTimeFormat(locale).format(away < 0 ? -count : count, unit);
}

/** Beside a message: the time for today, `Yesterday at …`, or the date. */
export function formatMessageTime(iso: string, reader: Reader): string {
  const at = Date.parse(iso);
  const time = format(at, { timeStyle: 'short' }, reader);
  if (sameDay(at, reader.now, reader)) return time;
  if (sameDay(at, reader.now - 86_400_000, reader)) return `Yesterday at ${time}`;
  return `${format(at, { dateStyle: 'short' }, reader)}, ${time}`;
}

export function formatShortTime(iso: string, reader: Reader): string {
  return format(Date.parse(iso), { timeStyle: 'short' }, reader);
}

export function formatDay(iso: string, reader: Reader): string {
  return format(Date.parse(iso), { dateStyle: 'long' }, reader);
}

export function formatFull(milliseconds: number, reader: Reader): string {
  return format(milliseconds, { dateStyle: 'full', timeStyle: 'short' }, reader);
}

export function sameDay(first: number, second: number, reader: Reader): boolean {
  const day = (at: number): string => format(at, { dateStyle: 'short' }, reader);
  return day(first) === day(second);
}

/** By locale, zone and style: making one takes much longer than using it. */
const formats = new Map<string, Intl.DateTimeFormat>();

function format(at: number, options: Intl.DateTimeFormatOptions, reader: Reader): string {
  const { locale, timeZone } = reader;
  const key = JSON.stringify([locale, timeZone, options]);
  let known = formats.get(key);
  if (known === undefined) {
    const zone = timeZone === undefined ? {} : { timeZone };
    known = new Intl.DateTimeFormat(knownLocale(locale), { ...options, ...zone });
    formats.set(key, known);
  }
  return known.format(at);
}

function knownLocale(locale: string): string {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(locale)[0] ?? 'en-US';
  } catch {
    return 'en-US';
  }
}
