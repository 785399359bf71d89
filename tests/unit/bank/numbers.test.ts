import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  moneyMax,
  parseAccountNumber,
  parseReference,
  type Read,
  referenceOf,
  type RequestId,
} from '../../../src/bank/index.ts';
import { words } from '../../../src/words/index.ts';
import { checkSymbol } from '../../../src/lib/check-symbol.ts';
import { randomAccountNumber } from '../../../src/bank/model/parse/account-number.ts';
import { formatAmount, formatNumber } from '../../../src/words/text/amount.ts';

const reasonOf = (result: Read<unknown>): string =>
  result.ok ? 'accepted' : words.reasons.sentence(result.reason);

describe('account numbers', () => {
  test('have ten digits, are not in sequence, and can be read', () => {
    const numbers = Array.from({ length: 2_000 }, randomAccountNumber);
    expect(new Set(numbers).size).toBe(2_000);
    for (const number of numbers) {
      expect(number).toMatch(/^[1-9]\d{9}$/);
      expect(parseAccountNumber(number)).toEqual({ ok: true, value: number });
    }
  });

  test('can have spaces and hyphens between digits', () => {
    const number = randomAccountNumber();
    const typed = ` ${number.slice(0, 4)} ${number.slice(4, 8)}-${number.slice(8)} `;
    expect(parseAccountNumber(typed)).toEqual({ ok: true, value: number });
  });

  test('every single wrong digit is detected', () => {
    const number = randomAccountNumber();
    for (let index = 0; index < 10; index += 1) {
      for (const digit of '0123456789') {
        if (digit === number[index]) continue;
        const wrong = number.slice(0, index) + digit + number.slice(index + 1);
        expect(parseAccountNumber(wrong).ok).toBe(false);
      }
    }
  });

  /** How numbers were made before: any nine digits and the check digit of ISO 7064. */
  const formerNumber = (body: string) => `${body}${checkSymbol(Array.from(body, Number), 10)}`;

  test('every wrong digit and every swap is detected, in many numbers', () => {
    for (const number of Array.from({ length: 5_000 }, randomAccountNumber)) {
      const taken = oneMistake(number, '0123456789').filter((one) => parseAccountNumber(one).ok);
      expect(taken).toEqual([]);
    }
  });

  test('older ones are still accepted, by the same rule', () => {
    const body = fc.integer({ min: 100_000_000, max: 999_999_999 });
    fc.assert(
      fc.property(body, (digits) => parseAccountNumber(formerNumber(`${digits}`)).ok),
      { numRuns: 20_000 },
    );
    // Two numbers that differ by a swap: both may exist, and neither is given out any more.
    for (const former of ['1234567901', '1234567910']) {
      expect(parseAccountNumber(former).ok).toBe(true);
    }
  });

  test.each([
    ['', '10 digits'],
    ['12345', 'this one has 5'],
    ['12345678901', 'this one has 11'],
    ['12345678ab', 'only the digits'],
    ['１２３４５６７８９０', 'only the digits'],
    ['0123456789', 'never begins with 0'],
  ])('%s is refused with its reason', (text, part) => {
    expect(reasonOf(parseAccountNumber(text))).toContain(part);
  });

  test('a wrong check digit is reported as a typing mistake', () => {
    const number = randomAccountNumber();
    const last = (+number.slice(-1) + 1) % 10;
    expect(reasonOf(parseAccountNumber(`${number.slice(0, 9)}${last}`))).toContain('mistake');
  });
});

const anyId = fc.bigInt({ min: 0n, max: 2n ** 63n - 1n });

/** Every text that differs by one symbol or by two swapped neighbours. */
function oneMistake(text: string, alphabet: string): string[] {
  const wrong = Array.from(text).flatMap((_, at) =>
    Array.from(alphabet, (symbol) => text.slice(0, at) + symbol + text.slice(at + 1)),
  );
  const swapped = Array.from(text).map((_, at) =>
    [text.slice(0, at), text[at + 1], text[at], text.slice(at + 2)].join(''),
  );
  return [...wrong, ...swapped.slice(0, -1)].filter((other) => other !== text);
}

describe('references', () => {
  test('can be read back for any id', () => {
    fc.assert(
      fc.property(anyId, (id) => {
        const result = parseReference(referenceOf(id as RequestId));
        return result.ok && result.value === id;
      }),
      { numRuns: 20_000 },
    );
  });

  test('have one format', () => {
    expect(referenceOf(0n as RequestId)).toMatch(/^0000-0000-0000-0[0-9A-Z]{2}$/);
    expect(referenceOf((2n ** 63n - 1n) as RequestId)).toMatch(/^7ZZZ-ZZZZ-ZZZZ-Z[0-9A-Z]{2}$/);
  });

  test('can have other case, missing hyphens and misread letters', () => {
    const reference = referenceOf(123_456_789_012_345n as RequestId);
    const typed = reference.toLowerCase().replaceAll('-', '').replaceAll('0', 'o');
    expect(parseReference(typed.replaceAll('1', 'l'))).toEqual({
      ok: true,
      value: 123_456_789_012_345n,
    });
  });

  test('every single wrong symbol is detected', () => {
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

  test('every wrong symbol and every swap is detected', () => {
    const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    fc.assert(
      fc.property(anyId, (id) => {
        const plain = referenceOf(id as RequestId).replaceAll('-', '');
        return oneMistake(plain, alphabet).every((one) => !parseReference(one).ok);
      }),
      { numRuns: 500 },
    );
  });

  test('older ones, a symbol shorter, are still accepted', () => {
    fc.assert(
      fc.property(anyId, (id) => {
        const former = referenceOf(id as RequestId).slice(0, -1);
        const result = parseReference(former);
        return result.ok && result.value === id;
      }),
      { numRuns: 2_000 },
    );
    const known = parseReference('0003-G923-0VQV-S8');
    expect(known).toEqual({ ok: true, value: 123_456_789_012_345n });
  });

  test('anything else is refused with a sentence', () => {
    expect(reasonOf(parseReference(''))).toContain('looks like');
    expect(reasonOf(parseReference('0000-0000-0000-U0'))).toContain('looks like');
    expect(reasonOf(parseReference(`${'Z'.repeat(13)}0`))).toMatch(/mistake|no such/);
    fc.assert(fc.property(fc.string(), (text) => typeof parseReference(text).ok === 'boolean'));
  });
});

describe('printed amounts', () => {
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
