import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { base32Groups, base32Symbols, base32Text } from '../../../src/lib/base32.ts';
import { boundedMap } from '../../../src/lib/bounded-map.ts';
import { checkSymbol, swapCheckSymbol } from '../../../src/lib/check-symbol.ts';
import { firstIdAt, idSource } from '../../../src/lib/ids.ts';

const start = Date.UTC(2026, 0, 1);

const at = (ms: number): bigint => idSource({ clock: { now: () => ms }, processNumber: 1023n })();

describe('ids', () => {
  test('always increase, even if the clock stops or steps back', () => {
    const times = [start, start, start + 5, start + 2, start - 10, start + 6];
    let step = 0;
    const next = idSource({ clock: { now: () => times[step]! }, processNumber: 3n });
    const ids: bigint[] = [];
    for (step = 0; step < times.length; step += 1) {
      for (let count = 0; count < 5_000; count += 1) ids.push(next());
    }
    expect(ids.every((id, index) => index === 0 || id > ids[index - 1]!)).toBe(true);
    expect(ids.every((id) => id < 2n ** 63n)).toBe(true);
  });

  test('of different processes never collide', () => {
    const clock = { now: () => start + 1_000 };
    const sources = [0n, 1n, 1023n].map((processNumber) => idSource({ clock, processNumber }));
    const ids = sources.flatMap((next) => Array.from({ length: 20_000 }, next));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('fit 63 bits until 2095 and sort by time', () => {
    expect(at(Date.UTC(2095, 0, 1))).toBeLessThan(2n ** 63n);
    expect(firstIdAt(start + 7)).toBeLessThanOrEqual(at(start + 7));
    expect(firstIdAt(start + 8)).toBeGreaterThan(at(start + 7));
  });

  test('refuse a process number that has more than ten bits', () => {
    const clock = { now: () => start };
    expect(() => idSource({ clock, processNumber: 1024n })).toThrow('10 bits');
  });
});

describe('check symbols', () => {
  test('are those of ISO 7064 MOD 11,10', () => {
    expect(checkSymbol([0, 7, 9, 4], 10)).toBe(5);
  });

  test.each([10, 32])('detect every single error, modulus %s', (modulus) => {
    const symbol = fc.nat(modulus - 1);
    const error = fc.record({
      symbols: fc.array(symbol, { minLength: 1, maxLength: 13 }),
      at: fc.nat(12),
      other: symbol,
    });
    fc.assert(
      fc.property(error, ({ symbols, at, other }) => {
        const index = at % symbols.length;
        if (symbols[index] === other) return true;
        return checkSymbol(symbols.with(index, other), modulus) !== checkSymbol(symbols, modulus);
      }),
      { numRuns: 20_000 },
    );
  });
});

describe('check symbols by Damm', () => {
  const all = Array.from({ length: 32 }, (_, symbol) => symbol);
  const step = (interim: number, symbol: number) => swapCheckSymbol([interim ^ symbol]);

  test('detect every wrong symbol and every swap in every position', () => {
    const pairs = all.flatMap((one) => all.map((other) => [one, other] as const));
    for (const interim of all) {
      expect(new Set(all.map((symbol) => step(interim, symbol))).size).toBe(32);
      for (const [x, y] of pairs) {
        if (x !== y) expect(step(step(interim, x), y)).not.toBe(step(step(interim, y), x));
      }
      // The check symbol itself, swapped with the one before it.
      for (const x of all) {
        const check = step(interim, x);
        if (check !== x) expect(step(interim, check)).not.toBe(x);
      }
    }
  });
});

describe('base 32', () => {
  test('decodes what it encodes, with common misreadings', () => {
    const symbols = Array.from({ length: 32 }, (_, value) => value);
    expect(base32Symbols(base32Text(symbols).toLowerCase())).toEqual(symbols);
    expect(base32Symbols('oO iIlL')).toEqual([0, 0, 1, 1, 1, 1]);
    expect(base32Symbols('U')).toBeNull();
    expect(base32Groups([10, 11, 12, 13, 14, 15, 16, 17, 18])).toBe('ABCD-EFGH-J');
  });
});

describe('a bounded map', () => {
  test('drops the least recently used entry', () => {
    const map = boundedMap<string, number>(2);
    map.set('a', 1);
    map.set('b', 2);
    map.get('a');
    map.set('c', 3);
    expect([map.get('a'), map.get('b'), map.get('c')]).toEqual([1, undefined, 3]);
  });
});
