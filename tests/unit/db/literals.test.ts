import { describe, expect, test } from 'vitest';
import { withLiterals } from '../../../src/db/text/literals.ts';

describe('values written into a long statement', () => {
  test.each([
    ['an integer of 64 bits', -(2n ** 63n), '-9223372036854775808'],
    ['null', null, 'NULL'],
    ['bytes', Buffer.from([0, 255]), "x'00ff'"],
    ['plain text', 'Pizza at 20:30 no. 7', "'Pizza at 20:30 no. 7'"],
    ['text of other letters', 'é', "_utf8mb4 x'c3a9'"],
    ['a quote', "O'Hara", "_utf8mb4 x'4f2748617261'"],
    ['a backslash before a quote', String.raw`\'`, "_utf8mb4 x'5c27'"],
    ['a line break and NUL', '\n\0', "_utf8mb4 x'0a00'"],
    ['a question mark', '? ?', "_utf8mb4 x'3f203f'"],
    [
      'what looks like SQL',
      "'); DROP TABLE a; -- ",
      "_utf8mb4 x'27293b2044524f50205441424c4520613b202d2d20'",
    ],
    ['a replacement pattern', "$& $' $1", "_utf8mb4 x'2426202427202431'"],
  ])('keep %s apart from the statement', (_, value, literal) => {
    expect(withLiterals('SELECT ?, 1', [value])).toBe(`SELECT ${literal}, 1`);
  });

  test('replace the placeholders in order', () => {
    expect(withLiterals('(?, ?), (?)', [1n, 'b', null])).toBe("(1, 'b'), (NULL)");
  });

  test.each([
    ['too few values', 'SELECT ?, ?', [1n]],
    ['too many values', 'SELECT ?', [1n, 2n]],
  ])('refuse %s', (_, sql, values) => {
    expect(() => withLiterals(sql, values)).toThrow(TypeError);
  });
});
