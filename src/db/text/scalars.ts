/**
 * What may be bound to a placeholder. Checked before it is sent, since the server is lenient: NaN
 * into a BIGINT stores INT64_MIN even in strict mode, an array expands, an object matches rows.
 */
export type Scalar = string | bigint | number | boolean | Date | Uint8Array | null;

const int64Max = 2n ** 63n - 1n;
const int64Min = -(2n ** 63n);

export const isInt64 = (value: bigint): boolean => value <= int64Max && value >= int64Min;

/** `2026-01-31 09:30:00.000`, in UTC, the form of a DATETIME(6) literal. */
export function sqlDateTime(date: Date): string {
  if (Number.isNaN(date.getTime())) throw new TypeError('An invalid date cannot be stored');
  return date.toISOString().slice(0, 23).replace('T', ' ');
}

/**
 * The value in a form the driver accepts; throws a TypeError with the position, never the value.
 */
export function bindable(value: unknown, position: number): string | bigint | Buffer | null {
  const place = `Parameter ${position + 1}`;
  if (value === null || typeof value === 'string') return value;
  if (typeof value === 'bigint') {
    if (!isInt64(value)) throw new TypeError(`${place} exceeds 64 bits`);
    return value;
  }
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new TypeError(`${place} is not a safe integer`);
    return BigInt(value);
  }
  if (typeof value === 'boolean') return value ? 1n : 0n;
  if (value instanceof Date) return sqlDateTime(value);
  if (Buffer.isBuffer(value)) return value;
  if (value instanceof Uint8Array) {
    return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  }
  throw new TypeError(`${place} is ${value === undefined ? 'undefined' : `a ${typeof value}`}`);
}
