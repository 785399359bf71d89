import { assert } from '../../lib/assert.ts';

/** `(?, ?), (?, ?)` for the given number of rows and columns. */
export function rowPlaceholders(size: { readonly rows: number; readonly columns: number }): string {
  const row = `(${Array.from({ length: size.columns }, () => '?').join(', ')})`;
  return Array.from({ length: size.rows }, () => row).join(', ');
}

/**
 * Pads the list to the next power of two by repeating its last value. This does not change the
 * meaning of `IN (…)` and keeps the number of different prepared statements small.
 */
export function filledUp<Value>(list: readonly Value[]): readonly Value[] {
  assert(list.length > 0, 'an empty list matches nothing: do not ask the database');
  const values = [...list];
  const last = values.at(-1)!;
  while ((values.length & (values.length - 1)) !== 0) values.push(last);
  return values;
}

/** Replaces `:list` by `?, ?, …`, padded, and returns the statement with its values. */
export function withList<Value>(
  sql: string,
  list: readonly Value[],
): { readonly sql: string; readonly values: readonly Value[] } {
  assert(sql.includes(':list'), 'a statement for a list names it :list');
  const values = filledUp(list);
  return { sql: sql.replace(':list', values.map(() => '?').join(', ')), values };
}
