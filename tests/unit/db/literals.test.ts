import { describe, expect, test } from 'vitest';
import { withLiterals } from '../../../src/db/literals.ts';

describe('values written into a long statement', () => {
  test.each([
    ['an integer of 64 bits', -(2n ** 63n), '-9223372036854775808'],
    ['null', null, 'NULL'],
    ['bytes', Buffer.from([0, 255]), "x'00ff'"],
    ['text', 'Anna', "'Anna'"],
    ['a quote', "O'Hara", String.raw`'O\'Hara'`],
    ['a backslash before a quote', String.raw`\'`, String.raw`'\\\''`],
    ['a line break and NUL', '\n\0', String.raw`'\n\0'`],
    ['a question mark', '? ?', "'? ?'"],
    ['what looks like SQL', "'); DROP TABLE a; -- ", String.raw`'\'); DROP TABLE a; -- '`],
    ['a replacement pattern', "$& $' $1", String.raw`'$& $\' $1'`],
  ])('keep %s apart from the statement', (_, value, literal) => {
    expect(withLiterals('SELECT ?, 1', [value])).toBe(`SELECT ${literal}, 1`);
  });

  test('stand in the order of their places', () => {
    expect(withLiterals('(?, ?), (?)', [1n, 'b', null])).toBe("(1, 'b'), (NULL)");
  });

  test.each([
    ['too few values', 'SELECT ?, ?', [1n]],
    ['too many values', 'SELECT ?', [1n, 2n]],
  ])('refuse %s', (_, sql, values) => {
    expect(() => withLiterals(sql, values)).toThrow(TypeError);
  });
});
