/** Days as numbers since 1970, without time zones: the reader's dates have no hours. */
import { wallTimeAt } from '../../lib/wall-time.ts';

export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

export const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

export const isDay = ({ year, month, day }: Day): boolean =>
  year >= 1970 &&
  year <= 9999 &&
  month >= 1 &&
  month <= 12 &&
  day >= 1 &&
  day <= daysInMonth(year, month);

/** Days since 1970-01-01, by Howard Hinnant's algorithm: https://howardhinnant.github.io/date_algorithms.html */
export function numberOf({ year, month, day }: Day): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * 146_097 + dayOfEra + dayOfYear - 719_468;
}

export function dayOf(number: number): Day {
  const z = number + 719_468;
  const era = Math.floor(z / 146_097);
  const doe = z - era * 146_097;
  const yoe = Math.floor(
    (doe - Math.floor(doe / 1460) + Math.floor(doe / 36_524) - Math.floor(doe / 146_096)) / 365,
  );
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return {
    year: yoe + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: doy - Math.floor((153 * mp + 2) / 5) + 1,
  };
}

/** 0 is Monday. */
export const weekdayOf = (number: number): number => (((number + 3) % 7) + 7) % 7;

export function isoOf(number: number): string {
  const { year, month, day } = dayOf(number);
  return `${year}-${`${month}`.padStart(2, '0')}-${`${day}`.padStart(2, '0')}`;
}

/** The same day some months later, or that month's last day. */
export function plusMonths(number: number, months: number): number {
  const { year, month, day } = dayOf(number);
  const count = year * 12 + month - 1 + months;
  const to = { year: Math.floor(count / 12), month: (count % 12) + 1 };
  return numberOf({ ...to, day: Math.min(day, daysInMonth(to.year, to.month)) });
}

/** Clocks change at quarters of an hour, so the day is the same within one. */
const quarter = 15 * 60_000;
let last = { key: '', day: 0 };

export function todayIn(now: Date, timeZone: string): number {
  const key = `${Math.floor(now.getTime() / quarter)} ${timeZone}`;
  if (last.key === key) return last.day;
  const day = numberOf(wallTimeAt(timeZone, now.getTime()));
  last = { key, day };
  return day;
}
