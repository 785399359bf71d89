/**
 * Decimal digits of 64-bit integers, many times faster than through strings and the engine's own
 * conversion: a batch of payments has thousands.
 */

const zero = 48;
const minus = 45;
const billion = 1e9;
const half = 65_536;

/** One integer, and its two halves as the machine stores them. */
const word = new BigInt64Array(1);
const halves = new Uint32Array(word.buffer);
const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
const [lowPlace, highPlace] = isLittleEndian ? [0, 1] : [1, 0];

/** The last `count` digits of a number below a thousand million. */
function writeLast(bytes: Uint8Array, at: number, value: number, count: number): number {
  let rest = value;
  for (let place = at + count - 1; place >= at; place -= 1) {
    const tenth = (rest / 10) | 0;
    bytes[place] = zero + rest - tenth * 10;
    rest = tenth;
  }
  return at + count;
}

/** A number below a thousand million, without leading zeros. */
function writeFirst(bytes: Uint8Array, at: number, value: number): number {
  let count = 1;
  for (let limit = 10; value >= limit && count < 9; limit *= 10) count += 1;
  return writeLast(bytes, at, value, count);
}

/** Of the lowest number, -9223372036854775808. */
export const digitsMax = 20;

/**
 * Writes a number that fits into 64 bits with its sign, and returns the place behind it. `bytes`
 * must have room for `digitsMax`. Three parts of at most nine digits, as 32-bit integers: other
 * numbers would be objects each.
 */
export function writeDigits(bytes: Uint8Array, start: number, value: bigint): number {
  let at = start;
  word[0] = value;
  let low = halves[lowPlace]!;
  let high = halves[highPlace]!;
  if (high >= 2 ** 31) {
    bytes[at] = minus;
    at += 1;
    // Without its sign, which is kept as the complement of two.
    high = low === 0 ? -high >>> 0 : ~high >>> 0;
    low = -low >>> 0;
  }
  if (high === 0 && low < billion) return writeFirst(bytes, at, low | 0);
  // Divided by a thousand million in steps of 16 bits, which are exact as doubles.
  const first = Math.floor(high / billion);
  const middle = (high - first * billion) * half + (low >>> 16);
  const second = Math.floor(middle / billion);
  const last = (middle - second * billion) * half + (low & (half - 1));
  const third = Math.floor(last / billion);
  const quotient = (first * half + second) * half + third;
  const top = Math.floor(quotient / billion);
  at = top === 0 ? at : writeFirst(bytes, at, top | 0);
  const between = (quotient - top * billion) | 0;
  at = top === 0 ? writeFirst(bytes, at, between) : writeLast(bytes, at, between, 9);
  return writeLast(bytes, at, (last - third * billion) | 0, 9);
}

/** Numbers with fewer digits are exact as doubles. */
const exactDigits = 16;
const integerText = /^-?\d+$/;

/** An integer of any length; null for other text. */
export function readInteger(text: string): bigint | null {
  const { length } = text;
  // What is nothing is most common, and one object.
  if (length === 1 && text === '0') return 0n;
  if (length >= exactDigits) return integerText.test(text) ? BigInt(text) : null;
  const isNegative = text.charCodeAt(0) === minus;
  const start = isNegative ? 1 : 0;
  if (length === start) return null;
  let number = 0;
  for (let place = start; place < length; place += 1) {
    const digit = text.charCodeAt(place) - zero;
    if (digit < 0 || digit > 9) return null;
    number = number * 10 + digit;
  }
  return BigInt(isNegative ? -number : number);
}
