/** Amounts and dates in the format of each locale of Discord that the bank has a language for. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { moneyMax, parseAmount } from '../../../src/bank/index.ts';
import { inLanguage, languages, localesOf, words } from '../../../src/words/index.ts';
import { switchLanguage } from '../../../src/words/language/current.ts';
import { formatAmount, formatNumber } from '../../../src/words/text/amount.ts';
import { formatDay, formatMoment } from '../../../src/words/text/date.ts';
import { pluralIn } from '../../../src/words/text/plural.ts';

const gems = { code: 'GEM', scale: 2 };
const coins = { code: 'COIN', scale: 0 };
const locales = languages.flatMap(localesOf);
const space = '\u202f';

/** What a person with this locale gets for a typed amount: minor units, a share or a sentence. */
function read(locale: string, text: string, currency = gems): unknown {
  return inLanguage(locale, () => {
    const result = parseAmount(text, currency, { writing: words.amounts });
    if (!result.ok) return words.reasons.sentence(result.reason);
    return result.value.kind === 'exact' ? result.value.amount : result.value.kind;
  });
}

describe('printed amounts', () => {
  test.each([
    ['en-US', '1,250.50', '12,345,678.90'],
    ['en-GB', '1,250.50', '12,345,678.90'],
    ['de', '1.250,50', '12.345.678,90'],
    ['fr', `1${space}250,50`, `12${space}345${space}678,90`],
    ['es-ES', '1250,50', '12.345.678,90'],
    ['es-419', '1,250.50', '12,345,678.90'],
    ['ja', '1,250.50', '12,345,678.90'],
    ['ko', '1,250.50', '12,345,678.90'],
  ])('in %s', (locale, small, large) => {
    inLanguage(locale, () => {
      expect(formatNumber(125_050n, gems)).toBe(small);
      expect(formatAmount(1_234_567_890n, gems)).toBe(`${large} GEM`);
    });
  });

  test('are exact at the limit, where floating-point numbers are not', () => {
    inLanguage('de', () => expect(formatNumber(moneyMax, gems)).toBe('90.071.992.547.409,91'));
    inLanguage('de', () => expect(formatNumber(-5n, gems)).toBe('-0,05'));
  });

  test.each(locales)('in %s are read back by a person with the same locale', (locale) => {
    const anySum = fc.record({
      units: fc.bigInt({ min: 1n, max: moneyMax }),
      // With three decimals, `12,500` has two meanings, and printed amounts always show all three.
      scale: fc.constantFrom(0, 1, 2, 4),
    });
    inLanguage(locale, () =>
      fc.assert(
        fc.property(anySum, ({ units, scale }) => {
          const currency = { code: 'GEM', scale };
          return [formatNumber, formatAmount].every((print) => {
            const text = print(units, currency);
            const result = parseAmount(text, currency, { writing: words.amounts });
            return result.ok && result.value.kind === 'exact' && result.value.amount === units;
          });
        }),
        { numRuns: 2_000 },
      ),
    );
  });

  test('a choice of language takes its usual format, unless Discord’s locale is more exact', () => {
    inLanguage('en-US', () => {
      switchLanguage('de');
      expect(formatNumber(125_050n, gems)).toBe('1.250,50');
    });
    inLanguage('es-419', () => {
      switchLanguage('es');
      expect(formatNumber(125_050n, gems)).toBe('1,250.50');
    });
  });
});

describe('typed amounts', () => {
  test.each(['de', 'fr', 'es-ES', 'es-419'])('with a decimal comma in %s', (locale) => {
    expect(read(locale, '12,50')).toBe(1250n);
    expect(read(locale, '12,5')).toBe(1250n);
    expect(read(locale, '1.250,50')).toBe(125_050n);
    expect(read(locale, '1250,50 GEM')).toBe(125_050n);
    expect(read(locale, '1 250,50')).toBe(125_050n);
    expect(read(locale, '1,5k')).toBe(150_000n);
    expect(read(locale, '5,-')).toBe(500n);
    expect(read(locale, '1.234.567')).toBe(123_456_700n);
  });

  test.each(['de', 'fr', 'es-ES', 'es-419'])(
    'as in English in %s, where only that can be meant',
    (locale) => {
      expect(read(locale, '12.50')).toBe(1250n);
      expect(read(locale, '1,250.50')).toBe(125_050n);
      expect(read(locale, '1,234,567')).toBe(123_456_700n);
      expect(read(locale, '12500')).toBe(1_250_000n);
    },
  );

  test.each([
    ['de', '12,500', '„12,500“ kann 12.500,00 GEM oder 12,50 GEM heißen.'],
    ['de', '12.500', '„12.500“ kann 12.500,00 GEM oder 12,50 GEM heißen.'],
    ['de', '12,505', 'Wenn „12,505“ für 12.505,00 GEM steht'],
    ['de', '1.250k', '„1.250k“ kann 1.250.000,00 GEM oder 1.250,00 GEM heißen.'],
    ['fr', '1,000', `1${space}000,00 GEM ou 1,00 GEM`],
    ['es-ES', '1.000', '1000,00 GEM o 1,00 GEM'],
    ['es-419', '1.000', '1,000.00 GEM o 1.00 GEM'],
  ])('in %s, %s asks which amount is meant', (locale, text, sentence) => {
    expect(read(locale, text)).toContain(sentence);
  });

  test('a currency without decimals leaves one meaning', () => {
    expect(read('de', '12.500', coins)).toBe(12_500n);
    expect(read('de', '12,500', coins)).toBe(12_500n);
  });

  test.each([
    ['de', '0,500', 'höchstens 2'],
    ['de', '1,2,3', 'nur ein Komma'],
    ['de', '1.25,000', 'zwischen'],
    ['de', '+5,00', 'Vorzeichen'],
    ['de', '1 2', 'Leerzeichen'],
    ['en-US', '12,50', 'only between thousands'],
    ['en-US', '１２', 'plain digits'],
    ['en-US', 'halb', 'not an amount'],
    ['ja', '12,50', '小数点'],
  ])('in %s, %s is refused', (locale, text, part) => {
    expect(read(locale, text)).toContain(part);
  });

  test('in Japanese, also as its keyboard writes them', () => {
    expect(read('ja', '１２．５０')).toBe(1250n);
    expect(read('ja', '　１，２５０　')).toBe(125_000n);
    expect(read('ja', '１．５ｋ')).toBe(150_000n);
  });

  test.each([
    ['de', 'halb', 'half'],
    ['de', 'Die Hälfte', 'half'],
    ['de', 'alles', 'all'],
    ['fr', 'moitié', 'half'],
    ['fr', 'Tout', 'all'],
    ['es-ES', 'la mitad', 'half'],
    ['es-419', 'todo', 'all'],
    ['ja', '半分', 'half'],
    ['ja', '全額', 'all'],
    ['de', 'half', 'half'],
    ['ja', 'ALL', 'all'],
  ])('in %s, %s is a share', (locale, text, share) => {
    expect(read(locale, text)).toBe(share);
  });
});

test('dates are in the person’s format', () => {
  const at = new Date('2026-11-22T18:30:00Z');
  const shown = locales.map((locale) =>
    inLanguage(locale, () => [formatDay('1990-12-31'), formatMoment(at)]),
  );
  expect(shown).toEqual([
    ['December 31, 1990', 'November 22, 2026 at 18:30 UTC'],
    ['31 December 1990', '22 November 2026 at 18:30 UTC'],
    ['31. Dezember 1990', '22. November 2026 um 18:30 UTC'],
    ['31 décembre 1990', '22 novembre 2026 à 18:30 UTC'],
    ['31 de diciembre de 1990', '22 de noviembre de 2026 a las 18:30 UTC'],
    ['31 de diciembre de 1990', '22 de noviembre de 2026 a las 18:30 UTC'],
    ['1990年12月31日', '2026年11月22日 18:30 UTC'],
  ]);
});

test.each([
  ['en', 0, 'other'],
  ['en', 1, 'one'],
  ['fr', 0, 'one'],
  ['de', 0, 'other'],
  ['ja', 1, 'other'],
  ['es', 1_000_000, 'other'],
])('in %s, %s takes the form “%s”', (language, count, form) => {
  expect(pluralIn(language)(count, { one: 'one', other: 'other' })).toBe(form);
});
