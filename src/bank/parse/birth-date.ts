import { instant } from '../../lib/clock.ts';
import { bad, good, type Result } from '../../lib/result.ts';

const ageMax = 130;

/** `2026-01-31`, in UTC. */
export const isoDate = (epochMs: number): string => instant(epochMs).toISOString().slice(0, 10);

function isCalendarDate(text: string): boolean {
  const epochMs = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(epochMs) && isoDate(epochMs) === text;
}

/** Full years between two dates written YYYY-MM-DD. */
export function ageOn(dates: { readonly born: string; readonly today: string }): number {
  const [born, today] = [dates.born, dates.today].map((date) => +date.slice(0, 4)) as [
    number,
    number,
  ];
  const hadBirthday = dates.today.slice(5) >= dates.born.slice(5);
  return today - born - (hadBirthday ? 0 : 1);
}

/** `today` is YYYY-MM-DD in UTC. The minimum age is the bank's rule, not the calendar's. */
export function parseDateOfBirth(text: string, today: string): Result<string> {
  const date = text.trim();
  if (date === '') return bad('Enter your date of birth as YYYY-MM-DD.');
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(date)) {
    return bad('Write the date as YYYY-MM-DD, for example 1990-12-31.');
  }
  if (!isCalendarDate(date)) return bad('There is no such day in the calendar.');
  if (date > today) return bad('That day is still to come.');
  if (ageOn({ born: date, today }) > ageMax) return bad('That is too long ago. Check the year.');
  return good(date);
}
