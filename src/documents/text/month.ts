/** Typed months: 2026-03, 3/2026, March 2026, or March for the latest one. */
import { type Read, unreadable } from '../../bank/index.ts';
import { instant } from '../../lib/clock.ts';
import { good } from '../../lib/result.ts';

const yearFirst = /^(?<y>\d{4}) ?[-/.年] ?(?<m>\d{1,2})月?$/u;
const yearLast = /^(?<m>\d{1,2}) ?[-/.] ?(?<y>\d{4})$/;
const named = /^(?<name>[\p{L}\p{M}]+)\.?(?: (?:de |del )?(?<y>\d{4}))?$/u;
const nameLengthMin = 3;

const plain = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

const monthOf = (year: number, month: number): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;

/** The numbers of the months of which the text is the name, or its beginning. */
function numbersOf(name: string, locales: readonly string[]): readonly number[] {
  const wanted = plain(name);
  if (wanted.length < nameLengthMin) return [];
  const found = locales.flatMap((locale) => {
    const names = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
    return Array.from({ length: 12 }, (_, index) => index + 1).filter((number) =>
      plain(names.format(instant(Date.UTC(2026, number - 1, 1)))).startsWith(wanted),
    );
  });
  return [...new Set(found)];
}

/** The month as YYYY-MM; a name without a year is the latest such month, this month included. */
export function parseMonth(
  text: string,
  { today, locales }: { readonly today: string; readonly locales: readonly string[] },
): Read<string> {
  const typed = text.trim();
  const groups = (yearFirst.exec(typed) ?? yearLast.exec(typed))?.groups;
  if (groups) {
    const number = Number(groups['m']);
    if (number < 1 || number > 12) return unreadable('MONTH_SHAPE');
    return good(monthOf(Number(groups['y']), number));
  }
  const spoken = named.exec(typed)?.groups;
  const [number, other] = spoken ? numbersOf(spoken['name'] ?? '', locales) : [];
  if (number === undefined || other !== undefined) return unreadable('MONTH_SHAPE');
  if (spoken?.['y'] !== undefined) return good(monthOf(Number(spoken['y']), number));
  const year = Number(today.slice(0, 4));
  const ofThisYear = monthOf(year, number);
  return good(ofThisYear <= today.slice(0, 7) ? ofThisYear : monthOf(year - 1, number));
}

const lastDay = (month: string): string => {
  const next = Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 1);
  return instant(next - 1)
    .toISOString()
    .slice(0, 10);
};

/** The first and the last day of a month given as YYYY-MM. */
export const daysOfMonth = (month: string): { readonly from: string; readonly to: string } => ({
  from: `${month}-01`,
  to: lastDay(month),
});

/** The month before that of the day, as YYYY-MM. */
export const monthBefore = (day: string): string =>
  instant(Date.parse(`${day.slice(0, 7)}-01T00:00:00Z`) - 1)
    .toISOString()
    .slice(0, 7);
