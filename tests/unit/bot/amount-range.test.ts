/** How high an amount may be, as people of each language write it. */
import { describe, expect, test } from 'vitest';
import { readAmountRange } from '../../../src/bot/forms/amount-range.ts';
import { inLanguage, type Language } from '../../../src/words/index.ts';

const currency = { code: 'GEM', scale: 2 };
const read = (language: Language, text: string): unknown => {
  const found = inLanguage(language, () => readAmountRange(text, currency));
  return found.ok ? [found.value.least, found.value.most] : found.reason;
};

const exactly = [1_250n, 1_250n];
const atLeast = [1_250n, null];
const atMost = [null, 1_250n];
const between = [1_250n, 5_000n];

describe.each<
  [Language, readonly string[], readonly string[], readonly string[], readonly string[]]
>([
  [
    'en',
    ['12.50', '12.5 GEM'],
    ['≥ 12.50', '>=12.5', '12.5+', 'at least 12.50', 'From 12.50', 'min. 12.5', '12.50 or more'],
    ['≤12.50', '<= 12.5', 'at most 12.50', 'up to 12.50', 'max 12.50', '12.50 or less'],
    ['12.50–50', '12.5-50', '12.50 to 50', 'between 12.50 and 50', 'from 12.5 to 50', '12.5..50'],
  ],
  [
    'de',
    ['12,50'],
    ['mindestens 12,50', 'ab 12,5', '12,50 oder mehr', '≥ 12,50'],
    ['höchstens 12,50', 'bis zu 12,50', 'bis 12,50', 'max. 12,50', '12,50 oder weniger'],
    ['12,50 – 50', 'zwischen 12,50 und 50', 'von 12,50 bis 50'],
  ],
  [
    'fr',
    ['12,50'],
    ['au moins 12,50', 'à partir de 12,50', '12,50 ou plus', '12,50 minimum'],
    ['au plus 12,50', 'jusqu’à 12,50', "jusqu'à 12,50", 'max 12,50'],
    ['12,50-50', 'entre 12,50 et 50', 'de 12,50 à 50'],
  ],
  [
    'es',
    ['12,50'],
    ['al menos 12,50', 'desde 12,50', 'como mínimo 12,50', '12,50 o más', 'mín. 12,50'],
    ['como máximo 12,50', 'hasta 12,50', 'max 12,50', '12,50 o menos'],
    ['12,50–50', 'entre 12,50 y 50', 'de 12,50 a 50', 'desde 12,50 hasta 50'],
  ],
  [
    'ja',
    ['12.50', '１２．５'],
    ['12.50以上', '12.5から', '最低12.5', '１２．５以上'],
    ['12.50以下', '12.5まで', '最大 12.5'],
    ['12.5から50', '12.5〜50', '12.50–50', '１２．５～５０'],
  ],
])('in %s', (language, exact, least, most, range) => {
  test.each(exact)('exactly: %s', (text) => expect(read(language, text)).toEqual(exactly));
  test.each(least)('at least: %s', (text) => expect(read(language, text)).toEqual(atLeast));
  test.each(most)('at most: %s', (text) => expect(read(language, text)).toEqual(atMost));
  test.each(range)('between: %s', (text) => expect(read(language, text)).toEqual(between));
});

test('what cannot be read is refused with its reason', () => {
  expect(read('en', '50–12')).toBe('The first amount is above the second one.');
  for (const text of ['', 'cheap', 'at least', '-5', 'at least -5', '1.2.3', 'half', '12–']) {
    expect(read('en', text)).toMatchObject({ code: expect.stringMatching(/^AMOUNT_/) });
  }
});
