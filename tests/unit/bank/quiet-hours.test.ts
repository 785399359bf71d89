import { describe, expect, test } from 'vitest';
import { quietUntil } from '../../../src/bank/messages/index.ts';
import { lastMonday, nextDigestAt, weekOf } from '../../../src/bank/people/notices/week.ts';
import { parseQuietHours, type TimeZone } from '../../../src/bank/index.ts';

const hours = (from: string, until: string) => {
  const minuteOf = (text: string): number => {
    const [hour = 0, minute = 0] = text.split(':').map(Number);
    return hour * 60 + minute;
  };
  return { from: minuteOf(from), until: minuteOf(until) };
};
const zone = (name: string): TimeZone => name as TimeZone;

describe('typed quiet hours', () => {
  test.each([
    ['22:00-07:00', '22:00', '07:00'],
    ['22-7', '22:00', '07:00'],
    ['from 10pm to 7 am', '22:00', '07:00'],
    ['22 Uhr bis 7 Uhr', '22:00', '07:00'],
    ['22h30 à 7h', '22:30', '07:00'],
    ['22.15 – 06.45', '22:15', '06:45'],
    ['22時から7時まで', '22:00', '07:00'],
    ['２２：００～７：００', '22:00', '07:00'],
    ['12am-12pm', '00:00', '12:00'],
    ['18:00-24:00', '18:00', '00:00'],
  ])('%s', (typed, from, until) => {
    expect(parseQuietHours(typed)).toEqual({ ok: true, value: hours(from, until) });
  });

  test.each(['', '22:00', '25-7', '22:60-7', '13pm-7am', 'night', '1-2-3', '22:00-07:00 daily'])(
    '%j is refused',
    (typed) => {
      expect(parseQuietHours(typed)).toMatchObject({ reason: { code: 'QUIET_HOURS_SHAPE' } });
    },
  );

  test('equal times are refused', () => {
    expect(parseQuietHours('7:00-7am')).toMatchObject({ reason: { code: 'QUIET_HOURS_EQUAL' } });
  });
});

describe('quiet hours end', () => {
  const end = (from: string, until: string, name: string, now: string): string | null =>
    quietUntil({ quiet: hours(from, until), timeZone: zone(name) }, new Date(now))?.toISOString() ??
    null;

  test.each([
    ['before they begin', '22:00', '07:00', 'UTC', '2026-05-01T21:59:59Z', null],
    ['in the evening', '22:00', '07:00', 'UTC', '2026-05-01T22:00:00Z', '2026-05-02T07:00:00.000Z'],
    ['after midnight', '22:00', '07:00', 'UTC', '2026-05-02T06:59:59Z', '2026-05-02T07:00:00.000Z'],
    ['at their end', '22:00', '07:00', 'UTC', '2026-05-02T07:00:00Z', null],
    ['within a day', '12:00', '14:00', 'UTC', '2026-05-02T13:00:00Z', '2026-05-02T14:00:00.000Z'],
    [
      'in another zone',
      '22:00',
      '07:00',
      'Asia/Tokyo',
      '2026-05-01T13:30:00Z',
      '2026-05-01T22:00:00.000Z',
    ],
    [
      'the last of a month',
      '22:00',
      '07:00',
      'UTC',
      '2026-12-31T23:00:00Z',
      '2027-01-01T07:00:00.000Z',
    ],
    [
      'over a clock set forward',
      '22:00',
      '02:30',
      'Europe/Berlin',
      '2026-03-29T00:30:00Z',
      '2026-03-29T01:00:00.000Z',
    ],
    [
      'a clock set back: the first',
      '22:00',
      '02:30',
      'Europe/Berlin',
      '2026-10-25T00:10:00Z',
      '2026-10-25T00:30:00.000Z',
    ],
    ['a clock set back: over', '22:00', '02:30', 'Europe/Berlin', '2026-10-25T01:10:00Z', null],
  ])('%s', (_, from, until, name, now, expected) => {
    expect(end(from, until, name, now)).toBe(expected);
  });

  test('none are set', () => {
    expect(quietUntil({ quiet: null, timeZone: null }, new Date())).toBeNull();
  });
});

describe('the week of a digest', () => {
  test.each([
    ['UTC', '2026-11-30T07:59:59Z', '2026-11-30T08:00:00.000Z'],
    ['UTC', '2026-11-30T08:00:00Z', '2026-12-07T08:00:00.000Z'],
    ['UTC', '2026-11-29T23:59:59Z', '2026-11-30T08:00:00.000Z'],
    ['Asia/Tokyo', '2026-11-29T22:00:00Z', '2026-11-29T23:00:00.000Z'],
    ['America/New_York', '2026-11-01T12:00:00Z', '2026-11-02T13:00:00.000Z'],
  ])('in %s after %s is made at %s', (name, now, expected) => {
    expect(nextDigestAt(zone(name), new Date(now)).toISOString()).toBe(expected);
  });

  test('is the last one that has ended, with the hours that its clocks had', () => {
    const now = new Date('2026-11-04T12:00:00Z');
    const { from, until, dates } = weekOf(
      zone('America/New_York'),
      lastMonday(zone('America/New_York'), now),
    );
    expect(dates).toEqual({ from: '2026-10-26', until: '2026-11-01' });
    // The week in which summer time ended has an hour more.
    expect([from.toISOString(), until.toISOString()]).toEqual([
      '2026-10-26T04:00:00.000Z',
      '2026-11-02T05:00:00.000Z',
    ]);
  });
});
