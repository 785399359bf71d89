/** Days that people type: as YYYY-MM-DD, or as they are written where a person lives. */
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

/** What the text may mean, the day before the month first; null when it is no date at all. */
function readingsOf(text: string): readonly string[] | null {
  if (iso.test(text)) return [text];
  const first = yearFirst.exec(text)?.groups;
  if (first) return [dateOf(first['y'], first['m'], first['d'])];
  const last = yearLast.exec(text)?.groups;
  if (!last) return null;
  const { a, b, y } = last;
  return [dateOf(y, b, a), dateOf(y, a, b)];
}

/** Whether people who chose this language write the day before the month. */
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
 * The day as YYYY-MM-DD. Where a text may mean two days, the language decides only if it says the
 * day comes first: English (US) is what Discord takes where nobody chose, so it decides nothing.
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
