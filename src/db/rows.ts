import { instant, msFromSql } from '../lib/clock.ts';
import { readInteger } from './text/digits.ts';

/** One result row, by column name. Read it with the functions below, which check the types. */
export type Row = Readonly<Record<string, unknown>>;

function fail(column: string, wanted: string, value: unknown): never {
  const got = value === null ? 'null' : value === undefined ? 'no such column' : typeof value;
  throw new TypeError(`Column ${column}: wanted ${wanted}, got ${got}`);
}

/** Integers of any width, and exact DECIMAL sums without decimals. */
export function bigintOf(row: Row, column: string): bigint {
  const value = row[column];
  if (typeof value === 'string') {
    const integer = readInteger(value);
    if (integer !== null) return integer;
  }
  if (typeof value === 'number' && Number.isSafeInteger(value)) return BigInt(value);
  if (typeof value === 'bigint') return value;
  return fail(column, 'an integer', value);
}

export function bigintOrNull(row: Row, column: string): bigint | null {
  return row[column] === null ? null : bigintOf(row, column);
}

/** Counts and small numbers; never money. */
export function integerOf(row: Row, column: string): number {
  const value = bigintOf(row, column);
  const small = Number(value);
  return Number.isSafeInteger(small) ? small : fail(column, 'a small integer', row[column]);
}

export function textOf(row: Row, column: string): string {
  const value = row[column];
  return typeof value === 'string' ? value : fail(column, 'text', value);
}

export function textOrNull(row: Row, column: string): string | null {
  return row[column] === null ? null : textOf(row, column);
}

export function booleanOf(row: Row, column: string): boolean {
  const value = bigintOf(row, column);
  if (value === 0n) return false;
  return value === 1n || fail(column, '0 or 1', row[column]);
}

export function bytesOf(row: Row, column: string): Buffer {
  const value = row[column];
  return Buffer.isBuffer(value) ? value : fail(column, 'bytes', value);
}

export function bytesOrNull(row: Row, column: string): Buffer | null {
  return row[column] === null ? null : bytesOf(row, column);
}

/** A DATETIME column, stored in UTC, as milliseconds since 1970. */
export function momentOf(row: Row, column: string): number {
  const text = textOf(row, column);
  const value = msFromSql(text);
  return Number.isNaN(value) ? fail(column, 'a point in time', text) : value;
}

export const momentOrNull = (row: Row, column: string): number | null =>
  row[column] === null ? null : momentOf(row, column);

/** A DATETIME column, stored in UTC. */
export const instantOf = (row: Row, column: string): Date => instant(momentOf(row, column));

export function instantOrNull(row: Row, column: string): Date | null {
  return row[column] === null ? null : instantOf(row, column);
}
