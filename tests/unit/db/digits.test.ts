import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digitsMax, readInteger, writeDigits } from '../../../src/db/text/digits.ts';

const written = (value: bigint): string => {
  const bytes = Buffer.alloc(digitsMax + 1, '#');
  const end = writeDigits(bytes, 1, value);
  expect(bytes.toString('latin1', 0, 1)).toBe('#');
  return bytes.toString('latin1', 1, end);
};

/** Around each power of two and of ten, where the number of parts changes. */
const edges = [
  ...Array.from({ length: 63 }, (_, power) => 2n ** BigInt(power)),
  ...Array.from({ length: 19 }, (_, power) => 10n ** BigInt(power)),
].flatMap((value) => [value - 1n, value, value + 1n, -value, 1n - value]);

describe('digits of 64-bit integers', () => {
  test('are written for every number of parts', () => {
    for (const value of [2n ** 63n - 1n, -(2n ** 63n), ...edges]) {
      expect(written(value)).toBe(value.toString());
    }
  });

  test('of any number are those of the engine', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), (value) => {
        expect(written(value)).toBe(value.toString());
        expect(readInteger(value.toString())).toBe(value);
      }),
      { numRuns: 5_000 },
    );
  });

  test('are read, also of longer ones', () => {
    for (const value of [...edges, 2n ** 70n, -(10n ** 30n)]) {
      expect(readInteger(value.toString())).toBe(value);
    }
  });

  test.each(['', '-', '--1', '1-', '1x', ' 1', '1 ', '0x12', '1e3', '1.5', '12345678901234567x'])(
    '"%s" is no integer',
    (text) => {
      expect(readInteger(text)).toBeNull();
    },
  );

  test('leading zeros change nothing', () => {
    expect(readInteger('000000000000000000000012')).toBe(12n);
    expect(readInteger('-007')).toBe(-7n);
  });
});
