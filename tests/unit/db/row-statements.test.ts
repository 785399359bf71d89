import { describe, expect, test } from 'vitest';
import { withLiterals } from '../../../src/db/text/literals.ts';
import {
  listAsText,
  rowsAsText,
  rowsStatement,
  selectedAsText,
} from '../../../src/db/text/row-statements.ts';
import { messageOf, messagesOf } from '../../../src/db/text/message.ts';
import type { Scalar } from '../../../src/db/text/scalars.ts';
import type { MessagePart } from '../../../src/db/text/statement.ts';

const insert = 'INSERT INTO t (a, b) VALUES :rows';
const textOf = (...parts: readonly MessagePart[]): string => messageOf(parts).take();
const asText = (rows: readonly (readonly Scalar[])[]): string =>
  textOf(
    rowsAsText(insert, rows, (out, row) => {
      for (const value of row) out.put(value);
    }),
  );

describe('statements with their rows as text', () => {
  test('have every value in its place', () => {
    const rows = [
      [1n, "b'", null],
      [true, 'c', 7],
    ];
    const sql = "INSERT INTO t (a, b) VALUES (1,_utf8mb4 x'6227',NULL),(1,'c',7)";
    expect(asText(rows)).toBe(sql);
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
    const sql = asText([[value]]);
    expect(sql).toBe(`INSERT INTO t (a, b) VALUES (${withLiterals('?', [value])})`);
  });

  test('grow with their rows, and the next one is small again', () => {
    const memo = 'x'.repeat(5_000);
    const rows = Array.from({ length: 2_000 }, (_, index) => [BigInt(index), memo]);
    const sql = asText(rows);
    expect(sql).toHaveLength(
      insert.length - ':rows'.length + rows.map(([id]) => `(${id},'${memo}'),`).join('').length - 1,
    );
    expect(sql.endsWith(`,(1999,'${memo}')`)).toBe(true);
    expect(asText([[1n]])).toBe('INSERT INTO t (a, b) VALUES (1)');
  });

  test('follow one another after one that was refused in the middle', () => {
    expect(() => asText([[1n], [1.5]])).toThrow('Parameter 1 is not a safe integer');
    expect(() => asText([[1n, 2n ** 63n]])).toThrow('Parameter 2 exceeds 64 bits');
    expect(asText([[3n]])).toBe('INSERT INTO t (a, b) VALUES (3)');
  });

  test('refuse rows of different lengths, and a statement without the name', () => {
    expect(() => asText([[1n], [1n, 2n]])).toThrow('length');
    const put = () => {};
    expect(() => rowsAsText('VALUES (1)', [], put)).toThrow(':rows');
    expect(() => rowsAsText('VALUES :rows, :rows', [], put)).toThrow(':rows once');
  });

  test('refuse rows without values, text in the statement itself, and one inside another', () => {
    expect(() => asText([[], []])).toThrow('length');
    const foreign = rowsAsText("VALUES ('é'), :rows", [1n], (out, one) => out.put(one));
    expect(() => textOf(foreign)).toThrow('ASCII');
    const nested = () => textOf(rowsAsText(insert, [1n], () => void asText([[1n]])));
    expect(nested).toThrow('no other statement');
    expect(asText([[1n]])).toBe('INSERT INTO t (a, b) VALUES (1)');
  });

  test('are what many rows with placeholders become', () => {
    const rows = Array.from({ length: 40 }, (_, index) => [index, 'x']);
    expect(rowsStatement(insert, rows)).toEqual({ sql: asText(rows), values: [] });
    expect(rowsStatement(insert, rows.slice(0, 2)).values).toEqual([0, 'x', 1, 'x']);
  });
});

describe('bytes given as digits', () => {
  const digitsOf = (digits: string) =>
    textOf(rowsAsText(insert, [digits], (out, one) => out.putHex(one)));

  test('are written as they are', () => {
    expect(digitsOf('00ff7e')).toBe("INSERT INTO t (a, b) VALUES (x'00ff7e')");
    const long = '0a'.repeat(50_000);
    expect(digitsOf(long)).toBe(`INSERT INTO t (a, b) VALUES (x'${long}')`);
  });

  test.each(["0'", 'FF', 'g0', '0 ', 'é0', '\u0130'])(
    'are refused with other characters: %o',
    (text) => {
      expect(() => digitsOf(text)).toThrow('other characters');
    },
  );

  test('may be named, as other values are', () => {
    const named = selectedAsText('(:rows)', { columns: ['a'], items: ['ff'] }, (out, one) =>
      out.putHex(one),
    );
    expect(textOf(named)).toBe("(SELECT x'ff' AS a)");
  });
});

describe('a message', () => {
  const other = { sql: 'DELETE FROM t WHERE a = ?', values: [2n] };
  const rows = rowsAsText(insert, [1n], (out, one) => out.put(one));

  test('has its statements in order, and is taken once', () => {
    const message = messageOf([other, rows, other]);
    expect(message.statements).toBe(3);
    expect(message.take()).toBe(
      'DELETE FROM t WHERE a = 2;\nINSERT INTO t (a, b) VALUES (1);\nDELETE FROM t WHERE a = 2',
    );
    expect(() => message.take()).toThrow('sent once');
  });

  test('is cut between two statements where it would be long, and not within one', () => {
    const rowsOf = (kilobytes: number) =>
      rowsAsText(
        insert,
        Array.from({ length: kilobytes }, (_, index) => index),
        (out, one) => out.put(`${one}`.padStart(1_000 - 5, 'x')),
      );
    const parts = [other, rowsOf(50), rowsOf(60), other, rowsOf(30), rowsOf(300), other];
    const messages = messagesOf(parts);
    expect(messages.map(({ statements }) => statements)).toEqual([4, 1, 1, 1]);
    const texts = messages.map((message) => message.take());
    expect(texts.join(';\n')).toBe(messageOf(parts).take());
    expect(texts.map(({ length }) => Math.round(length / 1_000))).toEqual([110, 30, 300, 0]);
  });

  test.each([
    [rowsAsText('INSERT INTO t VALUES :rows; DROP TABLE t', [1n], (out, one) => out.put(one))],
    [{ sql: 'DELETE FROM t; DROP TABLE t', values: [] }],
    [listAsText('SELECT 1; SELECT a FROM t WHERE a IN (:list)', [1n])],
  ])('refuses a statement that is two: %#', (part) => {
    expect(() => messageOf([rows, part])).toThrow('must not contain a semicolon');
  });
});

describe('rows to join with', () => {
  const update = 'UPDATE t JOIN (:rows) AS v ON v.a = t.a SET t.b = v.b';
  const join = (items: readonly bigint[]) =>
    selectedAsText(update, { columns: ['a', 'b'], items }, (out, item) => {
      out.put(item);
      out.put('x');
    });

  test('name their columns in the first row', () => {
    expect(textOf(join([1n, 2n, 3n]))).toBe(
      "UPDATE t JOIN (SELECT 1 AS a,'x' AS b UNION ALL SELECT 2,'x' UNION ALL SELECT 3,'x') AS v " +
        'ON v.a = t.a SET t.b = v.b',
    );
  });

  test('have a value for each column', () => {
    const columns = ['a', 'b', 'c'];
    const put = { columns, items: [1n] };
    const short = selectedAsText('(:rows)', put, (out, item) => out.put(item));
    expect(() => textOf(short)).toThrow('length');
  });
});

test('a list as text holds every value once, and an empty one matches nothing', () => {
  const sql = 'SELECT id FROM t WHERE id IN (:list)';
  expect(textOf(listAsText(sql, [3n, 1n, 2n]))).toBe('SELECT id FROM t WHERE id IN (3,1,2)');
  expect(textOf(listAsText(sql, []))).toBe('SELECT id FROM t WHERE id IN (NULL)');
});
