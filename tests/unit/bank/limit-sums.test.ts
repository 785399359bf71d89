/** Sums of a day, a week from Monday and a month, and when each begins anew. */
import { describe, expect, test } from 'vitest';
import {
  freeAt,
  isSameMonth,
  isSameWeek,
  type Sums,
  sumsAfter,
  sumsOn,
  usedOf,
} from '../../../src/bank/model/index.ts';

const sums: Sums = {
  countedDay: '2026-11-29',
  paidOutThatDay: 10n,
  paidOutThatWeek: 30n,
  paidOutThatMonth: 70n,
  depositedThatDay: 5n,
};
const on = (day: string) => {
  const { paidOutThatDay, paidOutThatWeek, paidOutThatMonth, depositedThatDay } = sumsOn(sums, day);
  return [paidOutThatDay, paidOutThatWeek, paidOutThatMonth, depositedThatDay];
};

describe('sums', () => {
  test('2026-11-29 is a Sunday: a new week begins the day after, a new month two days after', () => {
    expect(on('2026-11-29')).toEqual([10n, 30n, 70n, 5n]);
    expect(on('2026-11-30')).toEqual([0n, 0n, 70n, 0n]);
    expect(on('2026-12-01')).toEqual([0n, 0n, 0n, 0n]);
  });

  test('a month that begins within a week keeps the sum of the week', () => {
    const friday = { ...sums, countedDay: '2027-01-29' };
    expect(sumsOn(friday, '2027-01-31').paidOutThatWeek).toBe(30n);
    const sunday = { ...sums, countedDay: '2027-01-31' };
    expect(sumsOn(sunday, '2027-02-01')).toMatchObject({
      paidOutThatWeek: 0n,
      paidOutThatMonth: 0n,
    });
    const thursday = { ...sums, countedDay: '2026-12-31' };
    expect(sumsOn(thursday, '2027-01-01')).toMatchObject({
      paidOutThatDay: 0n,
      paidOutThatWeek: 30n,
      paidOutThatMonth: 0n,
    });
  });

  test('what a hold gives back is taken off the periods that are not over', () => {
    const back = { paidOut: -7n, deposited: 0n };
    expect(sumsAfter(sums, { ...back, on: '2026-11-29' }, '2026-11-29')).toMatchObject({
      paidOutThatDay: 3n,
      paidOutThatWeek: 23n,
      paidOutThatMonth: 63n,
    });
    expect(sumsAfter(sums, { ...back, on: '2026-11-29' }, '2026-11-30')).toMatchObject({
      paidOutThatDay: 0n,
      paidOutThatWeek: 0n,
      paidOutThatMonth: 63n,
    });
  });

  test('weeks and months of the calendar, checked against each day of 20 years', () => {
    const days = Array.from({ length: 20 * 366 }, (_, day) =>
      new Date(Date.UTC(2016, 0, 1 + day)).toISOString().slice(0, 10),
    );
    for (const [index, day] of days.entries()) {
      const before = days[index - 1];
      if (before === undefined) continue;
      expect(isSameWeek(before, day), day).toBe(new Date(day).getUTCDay() !== 1);
      expect(isSameMonth(before, day), day).toBe(!day.endsWith('-01'));
    }
  });

  test('each period says when it is over', () => {
    const iso = (period: Parameters<typeof freeAt>[0], day: string) =>
      freeAt(period, day)?.toISOString().slice(0, 16);
    expect(iso('PAYMENT', '2026-11-29')).toBeUndefined();
    expect(iso('DAY', '2026-11-30')).toBe('2026-12-01T00:00');
    expect(iso('WEEK', '2026-11-29')).toBe('2026-11-30T00:00');
    expect(iso('WEEK', '2026-11-30')).toBe('2026-12-07T00:00');
    expect(iso('MONTH', '2026-12-31')).toBe('2027-01-01T00:00');
    expect(usedOf('PAYMENT', sums, '2026-11-29')).toBe(0n);
    expect(usedOf('WEEK', sums, '2026-11-29')).toBe(30n);
  });
});
