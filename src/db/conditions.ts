/** Conditions of a WHERE clause, each with its values. */
import { filledUp } from './text/placeholders.ts';
import type { Scalar } from './text/scalars.ts';

export interface Condition {
  readonly where: string;
  readonly values: readonly Scalar[];
}

/** Where a page begins: after or before a key, or at the newest row (null). */
export type PageCursor = { readonly after: bigint } | { readonly before: bigint } | null;

/** A LIKE pattern for any value that contains the text; wildcards in the text are escaped. */
export const containing = (text: string): string => `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`;

const isUpwards = (cursor: PageCursor): cursor is { readonly after: bigint } =>
  cursor !== null && 'after' in cursor;

/** The condition a page's cursor puts on its key column. */
export function cursorConditions(key: string, cursor: PageCursor): Condition[] {
  if (cursor === null) return [];
  return isUpwards(cursor)
    ? [{ where: `${key} > ?`, values: [cursor.after] }]
    : [{ where: `${key} < ?`, values: [cursor.before] }];
}

/** Newest first, except for a page that continues from `after`. */
export const directionOf = (cursor: PageCursor): 'ASC' | 'DESC' =>
  isUpwards(cursor) ? 'ASC' : 'DESC';

/** The column has one of the values. An empty list matches nothing. */
export function anyOf(column: string, list: readonly Scalar[]): Condition {
  if (list.length === 0) return { where: 'FALSE', values: [] };
  const values = filledUp(list);
  return { where: `${column} IN (${values.map(() => '?').join(', ')})`, values };
}

export const allOf = (conditions: readonly Condition[]): Condition => ({
  where: conditions.map(({ where }) => where).join(' AND '),
  values: conditions.flatMap(({ values }) => values),
});
