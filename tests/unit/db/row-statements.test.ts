import { describe, expect, test } from 'vitest';
import { withLiterals } from '../../../src/db/text/literals.ts';
import {
  listAsText,
  rowsAsText,
  rowsStatement,
  selectedAsText,
} from '../../../src/db/text/row-statements.ts';
import type { Scalar } from '../../../src/db/text/scalars.ts';

const insert = 'INSERT INTO t (a, b) VALUES :rows';
const asText = (rows: readonly (readonly Scalar[])[]) =>
  rowsAsText(insert, rows, (out, row) => {
    for (const value of row) out.put(value);
  });

describe('statements with their rows as text', () => {
  test('have every value in its place', () => {
    const rows = [
      [1n, "b'", null],
      [true, 'c', 7],
    ];
    const sql = "INSERT INTO t (a, b) VALUES (1,_utf8mb4 x'6227',NULL),(1,'c',7)";
    expect(asText(rows)).toEqual({ sql, values: [] });
  });

  test.each([
    [0n],
    [-(2n ** 63n)],
    [null],
    [Buffer.from([0, 255])],
    ['Pizza at 20:30 no. 7'],
    [''],
    ['é'],
    ['日本語 😀'],
    ["O'Hara"],
    [String.raw`\'`],
    ['\n\0'],
    ['? ?'],
    ["'); DROP TABLE a; -- "],
    ["$& $' $1"],
    ['\u007f'],
    ['\ud800'],
  ])('write %o as a statement with few values does', (value) => {
    const { sql } = asText([[value]]);
    expect(sql).toBe(`INSERT INTO t (a, b) VALUES (${withLiterals('?', [value])})`);
  });

  test('grow with their rows, and the next one is small again', () => {
    const memo = 'x'.repeat(5_000);
    const rows = Array.from({ length: 2_000 }, (_, index) => [BigInt(index), memo]);
    const { sql } = asText(rows);
    expect(sql).toHaveLength(
      insert.length - ':rows'.length + rows.map(([id]) => `(${id},'${memo}'),`).join('').length - 1,
    );
    expect(sql.endsWith(`,(1999,'${memo}')`)).toBe(true);
    expect(asText([[1n]]).sql).toBe('INSERT INTO t (a, b) VALUES (1)');
  });

  test('follow one another after one that was refused in the middle', () => {
    expect(() => asText([[1n], [1.5]])).toThrow('Parameter 1 is not a safe integer');
    expect(() => asText([[1n, 2n ** 63n]])).toThrow('Parameter 2 exceeds 64 bits');
    expect(asText([[3n]]).sql).toBe('INSERT INTO t (a, b) VALUES (3)');
  });

  test('refuse rows of different lengths, and a statement without the name', () => {
    expect(() => asText([[1n], [1n, 2n]])).toThrow('length');
    const put = () => {};
    expect(() => rowsAsText('VALUES (1)', [], put)).toThrow(':rows');
    expect(() => rowsAsText('VALUES :rows, :rows', [], put)).toThrow(':rows once');
  });

  test('refuse rows without values, text in the statement itself, and one inside another', () => {
    expect(() => asText([[], []])).toThrow('length');
    expect(() => rowsAsText("VALUES ('é'), :rows", [1n], (out, one) => out.put(one))).toThrow(
      'ASCII',
    );
    const nested = () => rowsAsText(insert, [1n], () => void asText([[1n]]));
    expect(nested).toThrow('no other statement');
    expect(asText([[1n]]).sql).toBe('INSERT INTO t (a, b) VALUES (1)');
  });

  test('are what many rows with placeholders become', () => {
    const rows = Array.from({ length: 40 }, (_, index) => [index, 'x']);
    expect(rowsStatement(insert, rows)).toEqual(asText(rows));
    expect(rowsStatement(insert, rows.slice(0, 2)).values).toEqual([0, 'x', 1, 'x']);
  });
});

describe('rows to join with', () => {
  const join = (items: readonly bigint[]) =>
    selectedAsText(
      'UPDATE t JOIN (:rows) AS v ON v.a = t.a SET t.b = v.b',
      { columns: ['a', 'b'], items },
      (out, item) => {
        out.put(item);
        out.put('x');
      },
    );

  test('name their columns in the first row', () => {
    expect(join([1n, 2n, 3n]).sql).toBe(
      "UPDATE t JOIN (SELECT 1 AS a,'x' AS b UNION ALL SELECT 2,'x' UNION ALL SELECT 3,'x') AS v " +
        'ON v.a = t.a SET t.b = v.b',
    );
  });

  test('have a value for each column', () => {
    const columns = ['a', 'b', 'c'];
    const put = { columns, items: [1n] };
    expect(() => selectedAsText('(:rows)', put, (out, item) => out.put(item))).toThrow('length');
  });
});

test('a list as text holds every value once, and an empty one matches nothing', () => {
  const sql = 'SELECT id FROM t WHERE id IN (:list)';
  expect(listAsText(sql, [3n, 1n, 2n]).sql).toBe('SELECT id FROM t WHERE id IN (3,1,2)');
  expect(listAsText(sql, []).sql).toBe('SELECT id FROM t WHERE id IN (NULL)');
});
