/** Statements with many rows or a long list. */
import { preparedValuesMax } from './literals.ts';
import { rowPlaceholders } from './placeholders.ts';
import {
  listForm,
  type PutRow,
  type RowText,
  selectForm,
  statementText,
  valuesForm,
} from './row-text.ts';
import type { Scalar } from './scalars.ts';
import type { Statement } from './statement.ts';

/** The text before and after the name, which comes once. */
function around(sql: string, name: ':rows' | ':list') {
  const [before, after, ...others] = sql.split(name);
  if (before === undefined || after === undefined || others.length > 0) {
    throw new TypeError(`The statement does not contain ${name} once`);
  }
  return { before, after };
}

function putAll(row: RowText, values: readonly Scalar[]): void {
  for (const value of values) row.put(value);
}

/** Fills in `:rows`, as placeholders if they are few. All rows must be equally long. */
export function rowsStatement(sql: string, rows: readonly (readonly Scalar[])[]): Statement {
  const columns = rows[0]?.length ?? 0;
  if (rows.length * columns > preparedValuesMax) return rowsAsText(sql, rows, putAll);
  if (rows.some((row) => row.length !== columns)) throw new TypeError('Rows differ in length');
  const { before, after } = around(sql, ':rows');
  const placeholders = rowPlaceholders({ rows: rows.length, columns });
  return { sql: `${before}${placeholders}${after}`, values: rows.flat() };
}

/** Fills in `:rows`. For statements that are sent as text, however few their rows are. */
export const rowsAsText = <Item>(
  sql: string,
  items: readonly Item[],
  put: PutRow<Item>,
): Statement => ({
  sql: statementText({ ...around(sql, ':rows'), form: valuesForm }, items, put),
  values: [],
});

/** Fills in `:rows` with rows to join with, in place of a table. */
export const selectedAsText = <Item>(
  sql: string,
  { columns, items }: { readonly columns: readonly string[]; readonly items: readonly Item[] },
  put: PutRow<Item>,
): Statement => ({
  sql: statementText({ ...around(sql, ':rows'), form: selectForm(columns) }, items, put),
  values: [],
});

const putOne = (row: RowText, value: Scalar) => row.put(value);

/** Fills in `:list`, for statements that are sent as text. An empty list matches nothing. */
export const listAsText = (sql: string, list: readonly Scalar[]): Statement => ({
  sql: statementText(
    { ...around(sql, ':list'), form: listForm },
    list.length === 0 ? [null] : list,
    putOne,
  ),
  values: [],
});
