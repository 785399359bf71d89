/** The calendar that the bank's standing orders are compared with, against cases by hand. */
import { describe, expect, test } from 'vitest';
import { randomOrder, randomZones } from '../support/calendar/random-order.ts';
import { referenceOccurrences, type ReferenceOrder } from '../support/calendar/reference.ts';
import { localTime } from '../support/calendar/zone.ts';

const base: ReferenceOrder = {
  zone: 'UTC',
  hour: 9,
  minute: 0,
  first: '2027-01-01',
  every: 1,
  unit: 'day',
};
const far = new Date('2037-01-01T00:00:00Z');
const occurrences = (order: Partial<ReferenceOrder>, until = far) =>
  referenceOccurrences({ ...base, ...order }, until);
const dates = (order: Partial<ReferenceOrder>, until = far): string[] =>
  occurrences(order, until).map(({ date }) => date);

/** The instants of a daily order in a zone, which begins at a date. */
const daily = (zone: string, time: string, first: string, count: number): string[] => {
  const [hour, minute] = time.split(':').map(Number) as [number, number];
  return occurrences({ zone, hour, minute, first, count }).map(({ at }) =>
    at.toISOString().slice(0, 16),
  );
};

describe('dates', () => {
  test('days count from the first date', () => {
    expect(dates({ first: '2028-02-27', every: 2, count: 3 })).toEqual([
      '2028-02-27',
      '2028-02-29',
      '2028-03-02',
    ]);
  });

  test('weeks keep the weekday, over the end of a year', () => {
    expect(dates({ first: '2026-12-18', every: 2, unit: 'week', count: 3 })).toEqual([
      '2026-12-18',
      '2027-01-01',
      '2027-01-15',
    ]);
  });

  test('day 31 is kept over shorter months', () => {
    expect(dates({ first: '2027-01-31', unit: 'month', count: 5 })).toEqual([
      '2027-01-31',
      '2027-02-28',
      '2027-03-31',
      '2027-04-30',
      '2027-05-31',
    ]);
  });

  test.each([
    [30, ['2028-01-30', '2028-02-29', '2028-03-30']],
    [29, ['2028-01-29', '2028-02-29', '2028-03-29']],
    [28, ['2028-01-28', '2028-02-28', '2028-03-28']],
    ['last', ['2028-01-31', '2028-02-29', '2028-03-31']],
  ] as const)('day %s in a leap year', (monthDay, expected) => {
    expect(dates({ first: '2028-01-01', unit: 'month', monthDay, count: 3 })).toEqual(expected);
  });

  test('29 February every twelfth month', () => {
    expect(dates({ first: '2028-02-29', unit: 'month', every: 12, count: 5 })).toEqual([
      '2028-02-29',
      '2029-02-28',
      '2030-02-28',
      '2031-02-28',
      '2032-02-29',
    ]);
  });

  test('months count from the first date that is the day of the month', () => {
    const order = { first: '2027-01-15', unit: 'month', every: 3, count: 3 } as const;
    expect(dates({ ...order, monthDay: 10 })).toEqual(['2027-02-10', '2027-05-10', '2027-08-10']);
    expect(dates({ ...order, monthDay: 20 })).toEqual(['2027-01-20', '2027-04-20', '2027-07-20']);
  });

  test('day 31 with a first date on the last day of a shorter month begins on it', () => {
    expect(dates({ first: '2027-02-28', unit: 'month', monthDay: 31, count: 2 })).toEqual([
      '2027-02-28',
      '2027-03-31',
    ]);
  });

  test('the last date is included, and the earlier of last date and count ends the order', () => {
    expect(dates({ last: '2027-01-03' })).toEqual(['2027-01-01', '2027-01-02', '2027-01-03']);
    expect(dates({ last: '2027-01-03', count: 2 })).toEqual(['2027-01-01', '2027-01-02']);
    expect(dates({ last: '2027-01-02', count: 3 })).toEqual(['2027-01-01', '2027-01-02']);
    expect(dates({ last: '2026-12-31' })).toEqual([]);
  });

  test('occurrences end with the instant that was asked for, which is included', () => {
    expect(dates({}, new Date('2027-01-02T09:00:00Z'))).toHaveLength(2);
    expect(dates({}, new Date('2027-01-02T08:59:59Z'))).toHaveLength(1);
    // It is already the next day there, 14 hours ahead of UTC.
    const kiritimati = { zone: 'Pacific/Kiritimati', hour: 0 };
    expect(dates(kiritimati, new Date('2026-12-31T10:00:00Z'))).toEqual(['2027-01-01']);
  });
});

describe('local times', () => {
  test('Europe/Berlin skips 02:30 and has it twice', () => {
    const spring = ['2026-03-28T01:30', '2026-03-29T01:00', '2026-03-30T00:30'];
    expect(daily('Europe/Berlin', '02:30', '2026-03-28', 3)).toEqual(spring);
    const autumn = ['2026-10-24T00:30', '2026-10-25T00:30', '2026-10-26T01:30'];
    expect(daily('Europe/Berlin', '02:30', '2026-10-24', 3)).toEqual(autumn);
  });

  test('America/New_York skips 02:15 and has 01:15 twice', () => {
    const spring = ['2026-03-07T07:15', '2026-03-08T07:00', '2026-03-09T06:15'];
    expect(daily('America/New_York', '02:15', '2026-03-07', 3)).toEqual(spring);
    const autumn = ['2026-10-31T05:15', '2026-11-01T05:15', '2026-11-02T06:15'];
    expect(daily('America/New_York', '01:15', '2026-10-31', 3)).toEqual(autumn);
  });

  test('Australia/Lord_Howe moves its clocks by half an hour', () => {
    // 02:00 becomes 02:30 on 4 October: +10:30 before, +11:00 after.
    const spring = ['2026-10-02T15:45', '2026-10-03T15:30', '2026-10-04T15:15'];
    expect(daily('Australia/Lord_Howe', '02:15', '2026-10-03', 3)).toEqual(spring);
    // 02:00 becomes 01:30 on 5 April.
    const autumn = ['2026-04-03T14:45', '2026-04-04T14:45', '2026-04-05T15:15'];
    expect(daily('Australia/Lord_Howe', '01:45', '2026-04-04', 3)).toEqual(autumn);
  });

  test('Asia/Tokyo never moves its clocks', () => {
    const expected = ['2026-03-28T17:30', '2026-03-29T17:30', '2026-03-30T17:30'];
    expect(daily('Asia/Tokyo', '02:30', '2026-03-29', 3)).toEqual(expected);
  });

  test('Africa/Cairo skips the hour after midnight and has the one before it twice', () => {
    // Friday, 24 April 2026: 00:00 becomes 01:00.
    const spring = ['2026-04-22T22:00', '2026-04-23T22:00', '2026-04-24T21:00'];
    expect(daily('Africa/Cairo', '00:00', '2026-04-23', 3)).toEqual(spring);
    expect(daily('Africa/Cairo', '00:59', '2026-04-24', 1)).toEqual(['2026-04-23T22:00']);
    // At the end of Thursday, 29 October 2026, midnight becomes 23:00.
    const autumn = ['2026-10-28T20:30', '2026-10-29T20:30', '2026-10-30T21:30'];
    expect(daily('Africa/Cairo', '23:30', '2026-10-28', 3)).toEqual(autumn);
    expect(daily('Africa/Cairo', '00:00', '2026-10-30', 1)).toEqual(['2026-10-29T22:00']);
  });

  test('America/Sao_Paulo skipped midnight until 2019', () => {
    const spring = ['2018-11-03T03:00', '2018-11-04T03:00', '2018-11-05T02:00'];
    expect(daily('America/Sao_Paulo', '00:00', '2018-11-03', 3)).toEqual(spring);
    expect(daily('America/Sao_Paulo', '00:00', '2026-11-01', 1)).toEqual(['2026-11-01T03:00']);
  });

  test('Pacific/Apia skipped a whole day, whose occurrence keeps its date', () => {
    const zone = 'Pacific/Apia';
    expect(occurrences({ zone, hour: 10, first: '2011-12-30', count: 2 })).toEqual([
      { date: '2011-12-30', at: new Date('2011-12-30T10:00:00Z') },
      { date: '2011-12-31', at: new Date('2011-12-30T20:00:00Z') },
    ]);
  });

  test('a leap day has its hour in Kathmandu, 5:45 ahead of UTC', () => {
    expect(daily('Asia/Kathmandu', '05:45', '2028-02-29', 1)).toEqual(['2028-02-29T00:00']);
  });
});

describe('random orders', () => {
  const orders = Array.from({ length: 300 }, (_, seed) => randomOrder(seed));

  test('the same seed gives the same order, and all units, ends and zones occur', () => {
    expect(randomOrder(7)).toEqual(randomOrder(7));
    expect(new Set(orders.map(({ zone }) => zone))).toEqual(new Set(randomZones));
    expect(new Set(orders.map(({ unit }) => unit))).toEqual(new Set(['day', 'week', 'month']));
    const kinds = (name: 'monthDay' | 'last' | 'count') =>
      new Set(orders.map((order) => typeof order[name]));
    expect(kinds('monthDay')).toEqual(new Set(['undefined', 'number', 'string']));
    expect(kinds('last')).toEqual(new Set(['undefined', 'string']));
    expect(kinds('count')).toEqual(new Set(['undefined', 'number']));
  });

  test('dates rise, limits are kept, and the clock shows the time unless it was skipped', () => {
    const wrong: unknown[] = [];
    let moved = 0;
    for (const order of orders) {
      const found = referenceOccurrences(order, new Date('2029-01-01T00:00:00Z'));
      const time = `${String(order.hour).padStart(2, '0')}:${String(order.minute).padStart(2, '0')}`;
      if (found.length > (order.count ?? found.length)) wrong.push({ order, count: found.length });
      for (const [index, { date, at }] of found.entries()) {
        const wanted = `${date} ${time}`;
        const shown = localTime(order.zone, at);
        const rises = index === 0 || date > found[index - 1]!.date;
        const isWithin = date >= order.first && date <= (order.last ?? date);
        const isFirst = shown >= wanted && localTime(order.zone, at.getTime() - 60_000) < wanted;
        if (!rises || !isWithin || !isFirst) wrong.push({ order, date, at, shown });
        if (shown !== wanted) moved += 1;
      }
    }
    expect(wrong).toEqual([]);
    expect(moved).toBeGreaterThan(2);
  });
});
