import { describe, expect, test } from 'vitest';
import { instantAt, wallTimeAt } from '../../../src/lib/wall-time.ts';

const at = (text: string): number => Date.parse(text);
const shown = (text: string) => {
  const [year, month, day, hour, minute] = text.split(/[- :]/).map(Number);
  return { year: year!, month: month!, day: day!, hour: hour!, minute: minute! };
};

describe('the time that clocks show', () => {
  test.each([
    ['Europe/Berlin', '2026-01-15T23:30:00Z', '2026-01-16 00:30'],
    ['Europe/Berlin', '2026-07-15T23:30:00Z', '2026-07-16 01:30'],
    ['Asia/Kathmandu', '2026-03-01T00:00:00Z', '2026-03-01 05:45'],
    ['America/New_York', '2026-01-01T04:59:59Z', '2025-12-31 23:59'],
    ['UTC', '2026-01-01T00:00:00Z', '2026-01-01 00:00'],
  ])('%s at %s', (zone, moment, expected) => {
    expect(wallTimeAt(zone, at(moment))).toEqual(shown(expected));
  });
});

describe('the instant of a time that clocks show', () => {
  test.each([
    ['an ordinary time', 'Europe/Berlin', '2026-05-01 07:00', '2026-05-01T05:00:00Z'],
    [
      'skipped: when clocks go forward',
      'Europe/Berlin',
      '2026-03-29 02:30',
      '2026-03-29T01:00:00Z',
    ],
    ['shown twice: the first', 'Europe/Berlin', '2026-10-25 02:30', '2026-10-25T00:30:00Z'],
    [
      'half an hour of summer time',
      'Australia/Lord_Howe',
      '2026-10-04 02:15',
      '2026-10-03T15:30:00Z',
    ],
    ['a day that was left out', 'Pacific/Apia', '2011-12-30 12:00', '2011-12-30T10:00:00Z'],
    [
      'the far side of the date line',
      'Pacific/Kiritimati',
      '2026-01-01 00:00',
      '2025-12-31T10:00:00Z',
    ],
    ['a day past the end of the month', 'UTC', '2026-02-31 00:00', '2026-03-03T00:00:00Z'],
  ])('%s', (_, zone, wall, expected) => {
    expect(new Date(instantAt(zone, shown(wall))).toISOString()).toBe(
      new Date(expected).toISOString(),
    );
  });

  test('every hour of a year leads back to itself, except the one that is skipped', () => {
    const zone = 'America/Santiago';
    const wrong: string[] = [];
    for (let hour = 0; hour < 365 * 24; hour += 1) {
      const wall = new Date(Date.UTC(2026, 0, 1, hour));
      const wanted = shown(wall.toISOString().slice(0, 16).replace('T', ' '));
      const got = wallTimeAt(zone, instantAt(zone, wanted));
      if (JSON.stringify(got) !== JSON.stringify(wanted)) wrong.push(wall.toISOString());
    }
    expect(wrong).toEqual(['2026-09-06T00:00:00.000Z']);
  });
});
