import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { moneyMax, parseAmount } from '../../../src/bank/index.ts';
import { words } from '../../../src/words/index.ts';
import { formatAmount, formatNumber } from '../../../src/words/text/amount.ts';

const gems = { code: 'GEM', scale: 2 };
const coins = { code: 'COIN', scale: 0 };

const reasonOf = (text: string, currency = gems): string => {
  const result = parseAmount(text, currency);
  return result.ok
    ? `accepted ${JSON.stringify(result.value, (_, v) => `${v}`)}`
    : words.reasons.sentence(result.reason);
};

describe('amounts that are accepted', () => {
  test.each([
    ['12', 1200n],
    ['  12  ', 1200n],
    ['12.5', 1250n],
    ['12.50', 1250n],
    ['0.01', 1n],
    ['1,250.50', 125_050n],
    ['1250.50', 125_050n],
    ['1,234,567', 123_456_700n],
    ['1.5k', 150_000n],
    ['1.5K', 150_000n],
    ['2m', 200_000_000n],
    ['1,000k', 100_000_000n],
    ['90,071,992,547,409.91', moneyMax],
    ['5 GEM', 500n],
    ['5GEM', 500n],
    ['gem 5', 500n],
    ['GEM1,250.50', 125_050n],
    ['1.5k\u00a0GEM', 150_000n],
  ])('%s is %s minor units', (text, amount) => {
    expect(parseAmount(text, gems)).toEqual({ ok: true, value: { kind: 'exact', amount } });
  });

  test('1.25k is 1250 where one unit has no decimals', () => {
    expect(parseAmount('1.25k', coins)).toMatchObject({ value: { amount: 1250n } });
  });

  test.each(['half', 'all', 'HALF', 'All', ' all '])('%s is a share', (text) => {
    const kind = text.trim().toLowerCase();
    expect(parseAmount(text, gems)).toEqual({ ok: true, value: { kind } });
  });

  test.each([
    ['€5', 'EUR', 500n],
    ['5,000.50 €', 'EUR', 500_050n],
    ['$ 5', 'USD', 500n],
    ['5 usd', 'USD', 500n],
    ['5km', 'KM', 500n],
    ['A1 5', 'A1', 500n],
    ['5A1', 'A1', 500n],
    ['all', 'ALL', null],
  ])('%s where the currency is %s', (text, code, amount) => {
    const value = amount === null ? { kind: 'all' } : { kind: 'exact', amount };
    expect(parseAmount(text, { code, scale: 2 })).toEqual({ ok: true, value });
  });

  test('a currency code that ends in a digit takes no digit of the amount', () => {
    expect(reasonOf('A15', { code: 'A1', scale: 2 })).toContain('only currency');
  });

  test('every printed amount can be read back', () => {
    const anySum = fc.record({
      units: fc.bigInt({ min: 1n, max: moneyMax }),
      scale: fc.integer({ min: 0, max: 4 }),
    });
    fc.assert(
      fc.property(anySum, ({ units, scale }) => {
        const currency = { code: 'GEM', scale };
        return [formatNumber, formatAmount].every((print) => {
          const result = parseAmount(print(units, currency), currency);
          return result.ok && result.value.kind === 'exact' && result.value.amount === units;
        });
      }),
      { numRuns: 20_000 },
    );
  });
});

describe('amounts that are refused, each with its own reason', () => {
  test.each([
    ['', 'Enter an amount.'],
    ['   ', 'Enter an amount.'],
    ['1'.repeat(41), 'too long'],
    ['１２', 'plain digits 0 to 9'],
    ['١٢', 'plain digits 0 to 9'],
    ['12\u200b', 'plain digits 0 to 9'],
    ['½', 'plain digits 0 to 9'],
    ['+5', 'Leave out the sign'],
    ['-5', 'Leave out the sign'],
    ['-0', 'Leave out the sign'],
    ['0x10', 'digits 0 to 9 only'],
    ['1e9', 'out in digits'],
    ['1.5e3', 'out in digits'],
    ['1E+3', 'out in digits'],
    ['1_000', '“_”'],
    ['1 000', 'Leave out the spaces'],
    ['1.5 k', 'Leave out the spaces'],
    ['1.2.3', 'only one point'],
    ['.5', 'before the point'],
    ['5.', 'after the point'],
    ['1.5,000', 'only before the point'],
    ['12,50', 'only between thousands'],
    ['1,25,000', 'only between thousands'],
    [',5', 'only between thousands'],
    ['2mm', 'one “k”'],
    ['2km', 'one “k”'],
    ['$5', 'only currency'],
    ['5 EUR', 'currency is GEM'],
    ['5 MXN', '12 or 12 GEM'],
    ['€5', 'plain digits'],
    ['GEM 5 GEM', 'only currency'],
    ['GEM', 'not an amount'],
    ['-5 GEM', 'Leave out the sign'],
    ['5,00 GEM', 'only between thousands'],
    ['five', 'not an amount'],
    ['NaN', 'not an amount'],
    ['Infinity', 'not an amount'],
    ['k', 'not an amount'],
    ['5;DROP', 'only currency'],
    ['007', 'zeros at the beginning'],
    ['00.5', 'zeros at the beginning'],
    ['0', 'above zero'],
    ['0.00', 'above zero'],
    ['0k', 'above zero'],
    ['1.005', 'at most 2 decimals'],
    ['1.2345k', 'at most 2 decimals'],
    ['9007199254740993', 'more than an account can hold'],
    ['90,071,992,547,409.92', 'more than an account can hold'],
    ['100000000000m', 'more than an account can hold'],
  ])('%s', (text, part) => {
    expect(reasonOf(text)).toContain(part);
  });

  test('decimals of a currency without decimals', () => {
    expect(reasonOf('1.5', coins)).toContain('whole number');
    expect(reasonOf('1.255k', coins)).toContain('at most 2 decimals');
  });

  test('shares without a balance', () => {
    const result = parseAmount('all', gems, { shares: false });
    expect(result).toEqual({ ok: false, reason: { code: 'AMOUNT_SHARE', data: { share: 'all' } } });
  });

  test('only the grammar is accepted', () => {
    const grammar =
      /^ *((\d{1,3}(,\d{3})+|\d+)(\.\d{1,2})?[kmKM]?( *GEM)?|GEM *[\d.,]+[km]?|half|all) *$/i;
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 12 }), (text) => {
        const result = parseAmount(text, gems);
        return !result.ok || grammar.test(text);
      }),
      { numRuns: 20_000 },
    );
    const numeric = fc.stringMatching(/^[-+0-9., _kmeExX\uff10-\uff19]{0,12}$/);
    fc.assert(
      fc.property(numeric, (text) => !parseAmount(text, gems).ok || grammar.test(text)),
      { numRuns: 20_000 },
    );
  });
});
