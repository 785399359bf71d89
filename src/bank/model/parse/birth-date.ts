import { good } from '../../../lib/result.ts';
import { parseDay } from './calendar-date.ts';
import { type Read, unreadable } from './reasons.ts';

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
 * `today` is YYYY-MM-DD in UTC; `locale` is the person's Discord language, or null. The minimum age
 * is checked elsewhere.
 */
export function parseDateOfBirth(
  text: string,
  today: string,
  locale: string | null = null,
): Read<string> {
  if (text.trim() === '') return unreadable('BIRTH_DATE_EMPTY');
  const read = parseDay(text, { locale, example: '1990-12-31' });
  if (!read.ok) return read;
  const date = read.value;
  if (date > today) return unreadable('BIRTH_DATE_FUTURE');
  if (ageOn({ born: date, today }) > ageMax) return unreadable('BIRTH_DATE_TOO_OLD');
  return good(date);
}
