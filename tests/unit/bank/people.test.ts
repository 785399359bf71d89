import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ageOn,
  maskedName,
  parseDateOfBirth,
  parseEmail,
  parseFullName,
  parseMemo,
  parsePhone,
} from '../../../src/bank/index.ts';
import type { Result } from '../../../src/lib/result.ts';

const said = (result: Result<unknown>): unknown => (result.ok ? result.value : result.reason);

describe('names', () => {
  test.each([
    ['  Anna   Maria  Miller ', 'Anna Maria Miller'],
    ['Zoë O’Neill-Smith Jr.', 'Zoë O’Neill-Smith Jr.'],
    ['Ａｎｎａ', 'Anna'],
    ['Анна Иванова', 'Анна Иванова'],
    ['山田 太郎', '山田 太郎'],
    ['さくら 田中', 'さくら 田中'],
    ['Nguyễn Văn A', 'Nguyễn Văn A'],
    ['राम शर्मा', 'राम शर्मा'],
    ['Li', 'Li'],
  ])('%s is kept as %s', (text, name) => {
    expect(parseFullName(text)).toEqual({ ok: true, value: name });
  });

  test.each([
    ['', 'Enter your name.'],
    ['A', 'at least 2'],
    ['A'.repeat(81), 'at most 80'],
    ['Anna2', 'no digits'],
    ['Anna\u200bMiller', 'cannot be seen'],
    ['\u202eanna', 'cannot be seen'],
    ['Anna <@123>', 'no digits'],
    ['Anna <@>', 'only letters'],
    ['Anna_Miller', 'only letters'],
    ['Anna 😀', 'only letters'],
    ['-Anna', 'begins with a letter'],
    ["Anna--O''Neill", 'as in a passport'],
    [`A${'\u0316'.repeat(8)}b`, 'as in a passport'],
    ['Аnna Miller', 'one alphabet'],
    ['Ꭺnna', 'everyday use'],
    ['𐌀nna', 'everyday use'],
  ])('%s is refused', (text, part) => {
    expect(said(parseFullName(text))).toContain(part);
  });

  test('that are accepted read the same again', () => {
    const letters = fc.stringMatching(/^[\p{L}\p{M} '.\u00a0\u0301\uff21-\uff3a-]{2,30}$/u);
    fc.assert(
      fc.property(letters, (text) => {
        const once = parseFullName(text);
        return !once.ok || said(parseFullName(once.value)) === once.value;
      }),
      { numRuns: 5_000 },
    );
  });

  test('are masked for others', () => {
    expect(maskedName('Anna Maria Miller')).toBe('Anna M.');
    expect(maskedName('Anna')).toBe('Anna');
    expect(maskedName('山田 太郎')).toBe('山田 太.');
  });
});

describe('e-mail addresses', () => {
  test.each([
    [' Anna@Example.COM ', 'anna@example.com'],
    ['a.b+c@sub.example.co', 'a.b+c@sub.example.co'],
  ])('%s is kept as %s', (text, email) => {
    expect(parseEmail(text)).toEqual({ ok: true, value: email });
  });

  test.each([
    ['', 'Enter an e-mail'],
    ['anna', 'one “@”'],
    ['a@b@c.de', 'one “@”'],
    ['an na@example.com', 'no spaces'],
    ['anna@exämple.com', 'plain letters'],
    ['anna@example.com\r\nBcc: x@y.zz', 'plain letters'],
    ['.anna@example.com', 'before the “@”'],
    ['an..na@example.com', 'before the “@”'],
    [`${'a'.repeat(65)}@example.com`, 'before the “@”'],
    ['anna@example', 'ending'],
    ['anna@-example.com', 'not a domain'],
    ['anna@example.123', 'not a domain'],
    [`a@${'b.'.repeat(130)}com`, 'too long'],
  ])('%s is refused', (text, part) => {
    expect(said(parseEmail(text))).toContain(part);
  });
});

describe('phone numbers', () => {
  test.each([
    ['+49 30 123456', '+4930123456'],
    ['+1 (202) 555-0123', '+12025550123'],
    [' +33612345678 ', '+33612345678'],
  ])('%s is kept as %s', (text, phone) => {
    expect(parsePhone(text)).toEqual({ ok: true, value: phone });
  });

  test.each([
    ['', 'Enter a phone number'],
    ['030 123456', 'Begin with “+”'],
    ['0049 30 123456', 'Begin with “+”'],
    ['+49 30 12E456', 'only digits'],
    ['+４９ 30 123456', 'plain digits'],
    [`+49${'1'.repeat(60)}`, 'too long'],
    ['+999 123456', 'no country'],
    ['+49 1', 'digits are missing'],
    ['+1 202 555', 'too short'],
    ['+1 555 123 4567', 'no such number'],
  ])('%s is refused', (text, part) => {
    expect(said(parsePhone(text))).toContain(part);
  });
});

describe('dates of birth', () => {
  const today = '2026-11-22';

  test('a day in the calendar is kept', () => {
    expect(parseDateOfBirth(' 2000-02-29 ', today)).toEqual({ ok: true, value: '2000-02-29' });
  });

  test.each([
    ['', 'YYYY-MM-DD'],
    ['31.12.1990', 'YYYY-MM-DD'],
    ['1990-1-1', 'YYYY-MM-DD'],
    ['１990-01-01', 'YYYY-MM-DD'],
    ['2001-02-29', 'no such day'],
    ['1990-13-01', 'no such day'],
    ['2026-11-23', 'still to come'],
    ['1890-01-01', 'too long ago'],
  ])('%s is refused', (text, part) => {
    expect(said(parseDateOfBirth(text, today))).toContain(part);
  });

  test('age counts full years', () => {
    expect(ageOn({ born: '2013-11-22', today })).toBe(13);
    expect(ageOn({ born: '2013-11-23', today })).toBe(12);
    expect(ageOn({ born: '2012-02-29', today: '2025-02-28' })).toBe(12);
  });
});

describe('memos', () => {
  test('are one line without what nobody sees', () => {
    expect(parseMemo(' for\n\tpizza \u202e\u200b ')).toEqual({ ok: true, value: 'for pizza' });
    expect(parseMemo(' \u200b ')).toEqual({ ok: true, value: null });
  });

  test('have 140 characters at most, emoji counted once', () => {
    expect(parseMemo('🍕'.repeat(140))).toMatchObject({ ok: true });
    expect(said(parseMemo('🍕'.repeat(141)))).toContain('this has 141');
  });

  test('read twice stay the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const once = parseMemo(text);
        if (!once.ok || once.value === null) return true;
        return said(parseMemo(once.value)) === once.value;
      }),
      { numRuns: 20_000 },
    );
  });
});
