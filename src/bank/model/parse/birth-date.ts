import { bad, good, type Result } from '../../../lib/result.ts';
import { parseDay } from './calendar-date.ts';

export { isoDate } from './calendar-date.ts';

const ageMax = 130;

/** Full years between two dates written YYYY-MM-DD. */
export function ageOn(dates: { readonly born: string; readonly today: string }): number {
  const [born, today] = [dates.born, dates.today].map((date) => +date.slice(0, 4)) as [
    number,
    number,
  ];
  const hadBirthday = dates.today.slice(5) >= dates.born.slice(5);
  return today - born - (hadBirthday ? 0 : 1);
}

/**
 * `today` is YYYY-MM-DD in UTC; `locale` is the person's language at Discord, where it is known.
 * The minimum age is the bank's rule, not the calendar's.
 */
export function parseDateOfBirth(
  text: string,
  today: string,
  locale: string | null = null,
): Result<string> {
  if (text.trim() === '') return bad('Enter your date of birth as YYYY-MM-DD.');
  const read = parseDay(text, { locale, example: '1990-12-31' });
  if (!read.ok) return read;
  const date = read.value;
  if (date > today) return bad('That day is still to come. Check the year.');
  if (ageOn({ born: date, today }) > ageMax) return bad('That is too long ago. Check the year.');
  return good(date);
}
