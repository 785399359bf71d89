import { describe, expect, test } from 'vitest';
import { instant } from '../../../src/lib/clock.ts';
import { withList } from '../../../src/db/text/placeholders.ts';
import { rowsStatement } from '../../../src/db/text/row-statements.ts';
import * as rows from '../../../src/db/rows.ts';
import { bindable, sqlDateTime } from '../../../src/db/text/scalars.ts';

describe('values to bind', () => {
  test.each([
    ['text', 'é😀', 'é😀'],
    ['null', null, null],
    ['a small number', 7, 7n],
    ['the largest safe number', 2 ** 53 - 1, 2n ** 53n - 1n],
    ['the largest 64-bit integer', 2n ** 63n - 1n, 2n ** 63n - 1n],
    ['true', true, 1n],
    ['a date', instant(0), '1970-01-01 00:00:00.000'],
    ['bytes', Uint8Array.of(1, 255), Buffer.from([1, 255])],
  ])('pass %s', (_, value, bound) => {
    expect(bindable(value, 0)).toEqual(bound);
  });

  test.each([
    ['NaN', Number.NaN],
    ['Infinity', Number.POSITIVE_INFINITY],
    ['a fraction', 1.5],
    ['a number above 2^53', 2 ** 53],
    ['a bigint above 64 bits', 2n ** 63n],
    ['a bigint below 64 bits', -(2n ** 63n) - 1n],
    ['undefined', undefined],
    ['an object', { id: 1 }],
    ['a list', [1, 2]],
    ['a function', () => 1],
    ['an invalid date', instant(Number.NaN)],
  ])('refuse %s without repeating it', (_, value) => {
    expect(() => bindable(value, 2)).toThrow(/^(Parameter 3 (is|exceeds)|An invalid date)/);
  });

  test('keep milliseconds of a date, in UTC', () => {
    expect(sqlDateTime(instant(1_700_000_000_123))).toBe('2023-11-14 22:13:20.123');
  });
});

describe('row readers', () => {
  const row = {
    small: 7,
    large: '9007199254740993',
    sum: '-12',
    text: '1abc',
    fraction: '1.5',
    nothing: null,
    flag: 1,
    at: '2026-01-31 09:30:00.123456',
    bytes: Buffer.from([1]),
  };

  test('read values of their type', () => {
    expect(rows.bigintOf(row, 'small')).toBe(7n);
    expect(rows.bigintOf(row, 'large')).toBe(9_007_199_254_740_993n);
    expect(rows.bigintOf(row, 'sum')).toBe(-12n);
    expect(rows.integerOf(row, 'small')).toBe(7);
    expect(rows.textOf(row, 'text')).toBe('1abc');
    expect(rows.booleanOf(row, 'flag')).toBe(true);
    expect(rows.instantOf(row, 'at').toISOString()).toBe('2026-01-31T09:30:00.123Z');
    expect(rows.bytesOf(row, 'bytes')).toEqual(Buffer.from([1]));
  });

  test('distinguish null from a value', () => {
    expect(rows.bigintOrNull(row, 'nothing')).toBeNull();
    expect(rows.textOrNull(row, 'nothing')).toBeNull();
    expect(rows.instantOrNull(row, 'nothing')).toBeNull();
    expect(rows.bytesOrNull(row, 'nothing')).toBeNull();
  });

  test.each([
    [rows.bigintOf, 'text'],
    [rows.bigintOf, 'fraction'],
    [rows.bigintOf, 'nothing'],
    [rows.bigintOf, 'missing'],
    [rows.bigintOrNull, 'missing'],
    [rows.integerOf, 'large'],
    [rows.textOf, 'small'],
    [rows.textOf, 'nothing'],
    [rows.booleanOf, 'small'],
    [rows.instantOf, 'text'],
    [rows.bytesOf, 'text'],
  ])('%o refuses column %s', (read: (from: rows.Row, name: string) => unknown, column) => {
    expect(() => read(row, column)).toThrow(`Column ${column}`);
  });
});

describe('placeholders', () => {
  test('are written for each row', () => {
    const statement = rowsStatement('INSERT INTO t (a, b) VALUES :rows', [
      [1, 'x'],
      [2, 'y'],
    ]);
    expect(statement.sql).toBe('INSERT INTO t (a, b) VALUES (?, ?), (?, ?)');
    expect(statement.values).toEqual([1, 'x', 2, 'y']);
  });

  test('refuse rows of different lengths and statements without :rows', () => {
    expect(() => rowsStatement('VALUES :rows', [[1], [1, 2]])).toThrow('length');
    expect(() => rowsStatement('VALUES (?)', [[1]])).toThrow(':rows');
  });

  test('pad a list to a power of two, so that few statement texts exist', () => {
    const sql = 'SELECT id FROM t WHERE id IN (:list)';
    const texts = Array.from({ length: 64 }, (_, index) => {
      const list = Array.from({ length: index + 1 }, (_value, position) => BigInt(position));
      const { sql: text, values } = withList(sql, list);
      expect(new Set(values)).toEqual(new Set(list));
      expect(text.split('?')).toHaveLength(values.length + 1);
      return text;
    });
    expect(new Set(texts).size).toBe(7);
  });
});
