/** The days of standing orders, against cases by hand and against an independent calendar. */
import { describe, expect, test } from 'vitest';
import { calendarOf } from '../../../src/bank/payments/orders/creating.ts';
import type { OrderTerms } from '../../../src/bank/payments/index.ts';
import { occurrenceRequestId } from '../../../src/bank/payments/orders/request-id.ts';
import {
  BankError,
  firstInMonth,
  type Occurrence,
  occurrenceOf,
  occurrencesFrom,
  type OrderCalendar,
  type RequestId,
  type TimeZone,
} from '../../../src/bank/model/index.ts';
import { firstIdAt } from '../../../src/lib/ids.ts';
import { randomOrder } from '../../support/calendar/random-order.ts';
import { referenceOccurrences, type ReferenceOrder } from '../../support/calendar/reference.ts';

const berlin = 'Europe/Berlin' as TimeZone;
const base: OrderCalendar = {
  zone: berlin,
  hour: 9,
  minute: 0,
  first: '2027-01-31',
  unit: 'MONTH',
  every: 1,
  monthDay: 31,
  last: null,
  count: null,
};
const datesOf = (calendar: Partial<OrderCalendar>, limit = 4): string[] =>
  occurrencesFrom({ ...base, ...calendar }, 0, limit).map(({ date }) => date);

const units = { day: 'DAY', week: 'WEEK', month: 'MONTH' } as const;

function calendarIn(order: ReferenceOrder): OrderCalendar {
  const { zone, hour, minute, first, every, last = null, count = null } = order;
  const unit = units[order.unit];
  const monthDay = unit === 'MONTH' ? (order.monthDay ?? Number(first.slice(8))) : null;
  return {
    zone: zone as TimeZone,
    hour,
    minute,
    unit,
    every,
    last,
    count,
    monthDay,
    first: monthDay === null ? first : firstInMonth(first, monthDay),
  };
}

describe('dates', () => {
  test('the anchor day is kept over shorter months', () => {
    expect(datesOf({})).toEqual(['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30']);
  });

  test('the last day is the last of each month, also in a leap year', () => {
    const dates = datesOf({ first: '2028-01-31', monthDay: 'last' });
    expect(dates).toEqual(['2028-01-31', '2028-02-29', '2028-03-31', '2028-04-30']);
  });

  test('weeks keep their weekday over the end of a year', () => {
    const weekly = { unit: 'WEEK', every: 2, monthDay: null, first: '2026-12-18' } as const;
    expect(datesOf(weekly, 3)).toEqual(['2026-12-18', '2027-01-01', '2027-01-15']);
  });

  test('nothing follows the last date or the last number', () => {
    expect(datesOf({ last: '2027-03-30' })).toEqual(['2027-01-31', '2027-02-28']);
    expect(datesOf({ count: 1 })).toEqual(['2027-01-31']);
    expect(occurrenceOf({ ...base, last: '2027-01-30' }, 0)).toBeNull();
  });
});

describe('instants', () => {
  const at = (date: string, hour: number, minute: number): string => {
    const calendar = { ...base, unit: 'DAY', monthDay: null, first: date, hour, minute } as const;
    return occurrenceOf(calendar, 0)!.at.toISOString();
  };

  test('follow summer time', () => {
    expect(at('2027-03-27', 9, 0)).toBe('2027-03-27T08:00:00.000Z');
    expect(at('2027-03-28', 9, 0)).toBe('2027-03-28T07:00:00.000Z');
  });

  test('a skipped time is the instant at which the clocks are set forward', () => {
    expect(at('2027-03-28', 2, 30)).toBe('2027-03-28T01:00:00.000Z');
  });

  test('a time that comes twice is the first one', () => {
    expect(at('2027-10-31', 2, 30)).toBe('2027-10-31T00:30:00.000Z');
  });
});

const textOf = (all: readonly Pick<Occurrence, 'date' | 'at'>[]): string =>
  all.map(({ date, at }) => `${date} ${at.getTime()}`).join('\n');

test('ten years of 1,000 random orders equal the independent calendar', () => {
  const until = new Date('2037-01-01T00:00:00Z');
  let compared = 0;
  for (let seed = 0; seed < 1_000; seed += 1) {
    const order = randomOrder(seed);
    const wanted = referenceOccurrences(order, until);
    const found: Pick<Occurrence, 'date' | 'at'>[] = [];
    const calendar = calendarIn(order);
    for (let number = 0; ; number += 1) {
      const next = occurrenceOf(calendar, number);
      if (next === null || next.at > until) break;
      found.push({ date: next.date, at: next.at });
    }
    // As text, which is compared in a fraction of the time.
    expect(textOf(found), `order ${seed}: ${JSON.stringify(order)}`).toBe(textOf(wanted));
    compared += wanted.length;
  }
  expect(compared).toBeGreaterThan(50_000);
}, 300_000);

describe('a new order', () => {
  const now = new Date('2027-02-10T08:30:00Z');
  const terms: OrderTerms = {
    amount: {
      kind: 'ABOVE',
      above: 0n,
    },
    unit: 'MONTH',
    every: 1,
    monthDay: null,
    first: null,
    last: null,
    count: null,
    hour: 9,
    minute: 0,
    zone: null,
    memo: null,
  };
  const firstOf = (given: Partial<OrderTerms>) => calendarOf({ ...terms, ...given }, berlin, now);
  const refused = (given: Partial<OrderTerms>): string => {
    try {
      firstOf(given);
      return 'made';
    } catch (error) {
      return error instanceof BankError ? error.code : 'defect';
    }
  };

  test('begins at the next time that has not passed', () => {
    expect(firstOf({})).toMatchObject({ first: '2027-02-11', monthDay: 11 });
    expect(firstOf({ hour: 10 })).toMatchObject({ first: '2027-02-10', monthDay: 10 });
    expect(firstOf({ monthDay: 'last' })).toMatchObject({ first: '2027-02-28' });
    expect(firstOf({ monthDay: 31 })).toMatchObject({ first: '2027-02-28', monthDay: 31 });
    expect(firstOf({ monthDay: 10 })).toMatchObject({ first: '2027-03-10' });
    expect(firstOf({ unit: 'WEEK' })).toMatchObject({ first: '2027-02-11', monthDay: null });
  });

  test('takes a first date, and its day', () => {
    expect(firstOf({ first: '2027-05-31' })).toMatchObject({ first: '2027-05-31', monthDay: 31 });
    expect(firstOf({ first: '2027-05-02', monthDay: 1 })).toMatchObject({ first: '2027-06-01' });
  });

  test('refuses a first date in the past, and a last one before the first', () => {
    expect(refused({ first: '2027-02-09' })).toBe('ORDER_FIRST_PAST');
    expect(refused({ first: '2027-02-10' })).toBe('ORDER_FIRST_PAST');
    expect(refused({ first: '2027-02-10', hour: 10 })).toBe('made');
    expect(refused({ monthDay: 31, last: '2027-02-27' })).toBe('ORDER_WITHOUT_DAYS');
  });
});

describe('the request id of an occurrence', () => {
  const order = 8_812_771_201n as RequestId;
  const occurrence = occurrenceOf(base, 3)!;

  test('is the same every time, and another for each day and order', () => {
    const id = occurrenceRequestId(order, occurrence);
    expect(occurrenceRequestId(order, { ...occurrence })).toBe(id);
    expect(occurrenceRequestId(order, occurrenceOf(base, 4)!)).not.toBe(id);
    expect(occurrenceRequestId((order + 1n) as RequestId, occurrence)).not.toBe(id);
  });

  test('sorts by time, at most 19 hours early', () => {
    const id = occurrenceRequestId(order, occurrence);
    const dueMs = occurrence.at.getTime();
    expect(id).toBeGreaterThan(firstIdAt(dueMs - 19 * 3_600_000));
    expect(id).toBeLessThan(firstIdAt(dueMs + 19 * 3_600_000));
    expect(id).toBeLessThan(2n ** 63n);
  });
});
