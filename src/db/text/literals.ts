/**
 * Long statements are sent as text: preparing one that is not repeated costs the server more than
 * it saves, and the driver's binary form of a 64-bit integer is six times as long as its digits.
 */

/** With more values than this, they are written into the text. */
export const preparedValuesMax = 32;

/** Has no meaning in SQL. */
export const plainCharacter = /[\w .:-]/;
const plainText = new RegExp(`^${plainCharacter.source}*$`);

/** Anything but plain text is written in hexadecimal, so nothing needs escaping. */
function textLiteral(value: string): string {
  if (plainText.test(value)) return `'${value}'`;
  return `_utf8mb4 x'${Buffer.from(value).toString('hex')}'`;
}

function literal(value: string | bigint | Buffer | null): string {
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'string') return textLiteral(value);
  return value === null ? 'NULL' : `x'${value.toString('hex')}'`;
}

/** Replaces each `?` by its value. Our statements contain no other `?`. */
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
