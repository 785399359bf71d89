/** Typed dates: YYYY-MM-DD, or as written in the person's country. */
import { instant } from '../../../lib/clock.ts';
import { good } from '../../../lib/result.ts';
import { type Read, unreadable } from './reasons.ts';

/** `2026-01-31`, in UTC. */
export const isoDate = (epochMs: number): string => instant(epochMs).toISOString().slice(0, 10);

const iso = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;
const yearFirst = /^(?<y>[0-9]{4})(?<sign>[./]) ?(?<m>[0-9]{1,2})\k<sign> ?(?<d>[0-9]{1,2})\.?$/;
const yearLast = /^(?<a>[0-9]{1,2})(?<sign>[./-]) ?(?<b>[0-9]{1,2})\k<sign> ?(?<y>[0-9]{4})$/;

function isCalendarDate(text: string): boolean {
  const epochMs = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(epochMs) && isoDate(epochMs) === text;
}

const dateOf = (year = '', month = '', day = ''): string =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;

/** Possible readings, day before month first; null when the text is not a date. */
function readingsOf(text: string): readonly string[] | null {
  if (iso.test(text)) return [text];
  const first = yearFirst.exec(text)?.groups;
  if (first) return [dateOf(first['y'], first['m'], first['d'])];
  const last = yearLast.exec(text)?.groups;
  if (!last) return null;
  const { a, b, y } = last;
  return [dateOf(y, b, a), dateOf(y, a, b)];
}

/** Whether dates of this language have the day before the month. */
export function writesDayFirst(locale: string | null): boolean {
  if (locale === null) return false;
  try {
    const parts = new Intl.DateTimeFormat(locale).formatToParts(0).map(({ type }) => type);
    return parts.indexOf('day') < parts.indexOf('month');
  } catch {
    return false;
  }
}

/**
 * The day as YYYY-MM-DD. An ambiguous text is read day first if the language says so. It is never
 * read month first: English (US) is Discord's default, so it does not show what the person meant.
 */
export function parseDay(
  text: string,
  { locale, example }: { readonly locale: string | null; readonly example: string },
): Read<string> {
  const typed = text.trim();
  const readings = readingsOf(typed);
  if (readings === null) return unreadable('DATE_SHAPE', { example });
  const [date, other] = [...new Set(readings)].filter(isCalendarDate);
  if (date === undefined) return unreadable('DATE_UNKNOWN');
  if (other === undefined || writesDayFirst(locale)) return good(date);
  return unreadable('DATE_AMBIGUOUS', { typed, dates: [date, other] });
}
