import { describe, expect, test } from 'vitest';
import {
  formatMessageTime,
  formatTimestamp,
  type Reader,
} from '../../../src/sandbox/page/text/moments.ts';

const noon = Date.UTC(2026, 10, 22, 12, 0, 0);
const reader: Reader = { now: noon, locale: 'en-US', timeZone: 'UTC' };
const plain = (text: string): string => text.replace(/\s/g, ' ');

describe('a timestamp', () => {
  test.each([
    ['t', '12:00 PM'],
    ['T', '12:00:00 PM'],
    ['d', '11/22/2026'],
    ['D', 'November 22, 2026'],
    ['f', 'November 22, 2026 at 12:00 PM'],
    ['F', 'Sunday, November 22, 2026 at 12:00 PM'],
    ['?', 'November 22, 2026 at 12:00 PM'],
  ])('in style %s reads %s', (style, text) => {
    expect(plain(formatTimestamp(noon / 1000, style, reader))).toBe(text);
  });

  test.each([
    [5, 'in 5 seconds'],
    [-59, '59 seconds ago'],
    [61, 'in 1 minute'],
    [299, 'in 5 minutes'],
    [3_599, 'in 1 hour'],
    [-7_200, '2 hours ago'],
    [90_000, 'in 1 day'],
    [-31_536_000, '1 year ago'],
  ])('%d seconds away reads %s', (away, text) => {
    expect(formatTimestamp(noon / 1000 + away, 'R', reader)).toBe(text);
  });

  test('beyond the range of dates is shown as a number', () => {
    expect(formatTimestamp(9_999_999_999_999, 'f', reader)).toBe('9999999999999');
  });

  test('uses the reader’s language, and accepts an unknown one', () => {
    expect(formatTimestamp(noon / 1000, 'D', { ...reader, locale: 'de' })).toBe(
      '22. November 2026',
    );
    expect(formatTimestamp(noon / 1000, 'D', { ...reader, locale: '!' })).toBe('November 22, 2026');
  });
});

const at = (ms: number): string => plain(formatMessageTime(new Date(ms).toISOString(), reader));

test('the time beside a message includes the day if it is not today', () => {
  expect(at(noon)).toBe('12:00 PM');
  expect(at(noon - 86_400_000)).toBe('Yesterday at 12:00 PM');
  expect(at(noon - 3 * 86_400_000)).toBe('11/19/26, 12:00 PM');
});
