/** Statements with many rows or a long list. */
import { preparedValuesMax } from './literals.ts';
import { rowPlaceholders } from './placeholders.ts';
import {
  listForm,
  type PutRow,
  type RowText,
  selectForm,
  valuesForm,
  writtenText,
} from './row-text.ts';
import type { Scalar } from './scalars.ts';
import type { RowsStatement, Statement } from './statement.ts';

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

/** As text that is sent alone. */
const atOnce = ({ writeInto }: RowsStatement): Statement => ({
  sql: writtenText(writeInto),
  values: [],
});

/** Fills in `:rows`, as placeholders if they are few. All rows must be equally long. */
export function rowsStatement(sql: string, rows: readonly (readonly Scalar[])[]): Statement {
  const columns = rows[0]?.length ?? 0;
  if (rows.length * columns > preparedValuesMax) return atOnce(rowsAsText(sql, rows, putAll));
  if (rows.some((row) => row.length !== columns)) throw new TypeError('Rows differ in length');
  const { before, after } = around(sql, ':rows');
  const placeholders = rowPlaceholders({ rows: rows.length, columns });
  return { sql: `${before}${placeholders}${after}`, values: rows.flat() };
}

/** Fills in `:rows`. For statements that are sent as text, however few their rows are. */
export function rowsAsText<Item>(
  sql: string,
  items: readonly Item[],
  put: PutRow<Item>,
): RowsStatement {
  const place = { ...around(sql, ':rows'), form: valuesForm };
  return { writeInto: (text) => text.rows(place, items, put) };
}

/** Fills in `:rows` with rows to join with, in place of a table. */
export function selectedAsText<Item>(
  sql: string,
  { columns, items }: { readonly columns: readonly string[]; readonly items: readonly Item[] },
  put: PutRow<Item>,
): RowsStatement {
  const place = { ...around(sql, ':rows'), form: selectForm(columns) };
  return { writeInto: (text) => text.rows(place, items, put) };
}

const putOne = (row: RowText, value: Scalar) => row.put(value);

/** Fills in `:list`, for statements that are sent as text. An empty list matches nothing. */
export function listAsText(sql: string, list: readonly Scalar[]): RowsStatement {
  const place = { ...around(sql, ':list'), form: listForm };
  return { writeInto: (text) => text.rows(place, list.length === 0 ? [null] : list, putOne) };
}
