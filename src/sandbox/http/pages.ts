/** Paging: the part of a list that a query asks for. */
import type { Issue } from './issue.ts';
import { isLater } from '../world/snowflakes.ts';
import type { Context } from './context.ts';
import { ApiError } from './errors.ts';

const refusal = (code: string, message: string) => {
  const issue: Issue = { path: ['limit'], code, message };
  return new ApiError('InvalidFormBody', [issue]);
};

export function readLimit(
  context: Context,
  { max, usual }: { readonly max: number; readonly usual: number },
): number {
  const text = context.query('limit') ?? `${usual}`;
  if (!/^-?\d{1,9}$/.test(text)) {
    throw refusal('NUMBER_TYPE_COERCE', `Value "${text}" is not int.`);
  }
  const limit = Number(text);
  if (limit < 1) {
    throw refusal('NUMBER_TYPE_MIN', 'int value should be greater than or equal to 1.');
  }
  if (limit > max) {
    throw refusal('NUMBER_TYPE_MAX', `int value should be less than or equal to ${max}.`);
  }
  return limit;
}

type Row = { readonly id: string };

/** From rows sorted oldest first: the newest, or those next to the id in the query. */
export function newestOrNextTo<Item extends Row>(
  context: Context,
  rows: readonly Item[],
  limit: number,
): Item[] {
  const before = context.queryId('before');
  const after = context.queryId('after');
  const around = context.queryId('around');
  if (around !== undefined) {
    const older = rows.filter(({ id }) => isLater(around, id));
    const others = rows.slice(older.length);
    const half = Math.floor(limit / 2);
    return [...older.slice(older.length - half), ...others.slice(0, limit - half)];
  }
  const between = rows
    .filter(({ id }) => before === undefined || isLater(before, id))
    .filter(({ id }) => after === undefined || isLater(id, after));
  return after === undefined ? between.slice(-limit) : between.slice(0, limit);
}
