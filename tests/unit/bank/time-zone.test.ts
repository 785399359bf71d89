import { describe, expect, test } from 'vitest';
import { parseTimeZone, suggestTimeZones, timeZoneIn } from '../../../src/bank/index.ts';

describe('a typed time zone', () => {
  test.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    [' europe/berlin ', 'Europe/Berlin'],
    ['America/New York', 'America/New_York'],
    ['berlin', 'Europe/Berlin'],
    ['são paulo', 'America/Sao_Paulo'],
    ['utc', 'UTC'],
  ])('%j is %s', (typed, zone) => {
    expect(parseTimeZone(typed)).toEqual({ ok: true, value: zone });
  });

  test.each([
    '',
    '+02:00',
    '-0300',
    'Mars/Olympus',
    'Europe/Berlin; DROP',
    '../etc',
    'a'.repeat(65),
  ])('%j is refused', (typed) => {
    expect(parseTimeZone(typed)).toMatchObject({
      ok: false,
      reason: { code: 'TIME_ZONE_UNKNOWN' },
    });
  });

  test('a part of a name is refused with the zones that it may mean', () => {
    expect(parseTimeZone('york')).toMatchObject({
      reason: { data: { similar: ['America/New_York'] } },
    });
  });
});

test('the list begins with the cities that begin with the text', () => {
  expect(suggestTimeZones('lond', 3)[0]).toBe('Europe/London');
  expect(suggestTimeZones('', 25)).toHaveLength(25);
  expect(suggestTimeZones('no such place', 25)).toEqual([]);
});

test('a stored zone that no engine knows counts as UTC', () => {
  expect(timeZoneIn('Europe/Atlantis')).toBe('UTC');
  expect(timeZoneIn(null)).toBe('UTC');
});
