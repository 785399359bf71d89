/** The instants at which a period begins and ends, and the number of a monthly statement. */
import {
  dayAfter,
  readClock,
  type StatementHead,
  type StatementPeriod,
  startOfDay,
} from '../../bank/index.ts';
import { instant } from '../../lib/clock.ts';

export interface PeriodEnds {
  readonly start: Date;
  /** The first instant after the period. */
  readonly end: Date;
  /** The last millisecond of the period. */
  readonly last: Date;
}

export function periodEnds({ from, to, zone }: StatementPeriod): PeriodEnds {
  const end = startOfDay(dayAfter(to), zone);
  return { start: startOfDay(from, zone), end, last: instant(end.getTime() - 1) };
}

const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

/** 1 for the month in which the account was opened; null if the period is not one whole month. */
export function monthNumber({ period, openedAt }: StatementHead): number | null {
  const { from, to, zone } = period;
  const isWholeMonth = from.endsWith('-01') && dayAfter(to).endsWith('-01');
  if (!isWholeMonth || monthOf(from) !== monthOf(to)) return null;
  const number = monthOf(from) - monthOf(readClock(openedAt, zone).day) + 1;
  return number >= 1 ? number : null;
}
