import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatAmount,
  formatNumber,
  moneyMax,
  parseAccountNumber,
  parseReference,
  referenceOf,
  type RequestId,
} from '../../../src/bank/index.ts';
import { randomAccountNumber } from '../../../src/bank/parse/account-number.ts';

const reasonOf = (result: { readonly ok: boolean; readonly reason?: string }): string =>
  result.ok ? 'accepted' : (result.reason ?? '');

describe('account numbers', () => {
  test('are ten digits, not in sequence, and read back', () => {
    const numbers = Array.from({ length: 2_000 }, randomAccountNumber);
    expect(new Set(numbers).size).toBe(2_000);
    for (const number of numbers) {
      expect(number).toMatch(/^[1-9]\d{9}$/);
      expect(parseAccountNumber(number)).toEqual({ ok: true, value: number });
    }
  });

  test('forgive spaces and hyphens between digits', () => {
    const number = randomAccountNumber();
    const typed = ` ${number.slice(0, 4)} ${number.slice(4, 8)}-${number.slice(8)} `;
    expect(parseAccountNumber(typed)).toEqual({ ok: true, value: number });
  });

  test('every single wrong digit is found', () => {
    const number = randomAccountNumber();
    for (let index = 0; index < 10; index += 1) {
      for (const digit of '0123456789') {
        if (digit === number[index]) continue;
        const wrong = number.slice(0, index) + digit + number.slice(index + 1);
        expect(parseAccountNumber(wrong).ok).toBe(false);
      }
    }
  });

  test.each([
    ['', '10 digits'],
    ['12345', 'this has 5'],
    ['12345678901', 'this has 11'],
    ['12345678ab', 'only the digits'],
    ['１２３４５６７８９０', 'only the digits'],
    ['0123456789', 'does not begin with 0'],
  ])('%s is refused with its reason', (text, part) => {
    expect(reasonOf(parseAccountNumber(text))).toContain(part);
  });

  test('a wrong check digit is called a typing mistake', () => {
    const number = randomAccountNumber();
    const last = (+number.slice(-1) + 1) % 10;
    expect(reasonOf(parseAccountNumber(`${number.slice(0, 9)}${last}`))).toContain('mistake');
  });
});

const anyId = fc.bigInt({ min: 0n, max: 2n ** 63n - 1n });

describe('references', () => {
  test('read back, whatever the id', () => {
    fc.assert(
      fc.property(anyId, (id) => {
        const result = parseReference(referenceOf(id as RequestId));
        return result.ok && result.value === id;
      }),
      { numRuns: 20_000 },
    );
  });

  test('look the same everywhere', () => {
    expect(referenceOf(0n as RequestId)).toMatch(/^0000-0000-0000-0[0-9A-Z]$/);
    expect(referenceOf((2n ** 63n - 1n) as RequestId)).toMatch(/^7ZZZ-ZZZZ-ZZZZ-Z[0-9A-Z]$/);
  });

  test('forgive case, missing hyphens and misread letters', () => {
    const reference = referenceOf(123_456_789_012_345n as RequestId);
    const typed = reference.toLowerCase().replaceAll('-', '').replaceAll('0', 'o');
    expect(parseReference(typed.replaceAll('1', 'l'))).toEqual({
      ok: true,
      value: 123_456_789_012_345n,
    });
  });

  test('every single wrong symbol is found', () => {
    const symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    fc.assert(
      fc.property(anyId, fc.nat(13), fc.nat(31), (id, index, symbol) => {
        const plain = referenceOf(id as RequestId).replaceAll('-', '');
        const other = symbols.charAt(symbol);
        if (other === plain[index]) return true;
        return !parseReference(plain.slice(0, index) + other + plain.slice(index + 1)).ok;
      }),
      { numRuns: 5_000 },
    );
  });

  test('anything else is refused with a sentence', () => {
    expect(reasonOf(parseReference(''))).toContain('looks like');
    expect(reasonOf(parseReference('0000-0000-0000-U0'))).toContain('looks like');
    expect(reasonOf(parseReference(`${'Z'.repeat(13)}0`))).toMatch(/mistake|no such/);
    fc.assert(fc.property(fc.string(), (text) => typeof parseReference(text).ok === 'boolean'));
  });
});

describe('printed sums', () => {
  test.each([
    [125_050n, 2, '1,250.50'],
    [1n, 2, '0.01'],
    [0n, 2, '0.00'],
    [-5n, 2, '-0.05'],
    [1_234_567n, 0, '1,234,567'],
    [12_345n, 4, '1.2345'],
    [moneyMax, 2, '90,071,992,547,409.91'],
  ])('%s with %s decimals is %s', (units, scale, text) => {
    expect(formatNumber(units, { code: 'GEM', scale })).toBe(text);
    expect(formatAmount(units, { code: 'GEM', scale })).toBe(`${text} GEM`);
  });
});
