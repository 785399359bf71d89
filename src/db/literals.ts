/**
 * Long statements go as text: preparing one that never comes again costs the server more than it
 * saves, and the driver's binary form of a 64-bit integer costs six times its digits.
 */
import mysql from 'mysql2';

/** Longer lists of values than this are written into the text. */
export const preparedValuesMax = 32;

function literal(value: string | bigint | Buffer | null): string {
  if (value === null) return 'NULL';
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'string') return mysql.escape(value);
  return `x'${value.toString('hex')}'`;
}

/**
 * Puts each value in the place of its `?`. Our statements hold no other `?`, and every connection
 * is utf8mb4 and keeps backslash escapes, as the driver's escaping needs (session.ts).
 */
export function withLiterals(
  sql: string,
  values: readonly (string | bigint | Buffer | null)[],
): string {
  const parts = sql.split('?');
  if (parts.length !== values.length + 1) {
    throw new TypeError(`The statement has ${parts.length - 1} places for ${values.length} values`);
  }
  let text = parts[0] ?? '';
  for (const [position, value] of values.entries()) {
    text += literal(value) + (parts[position + 1] ?? '');
  }
  return text;
}
