import { assert } from './assert.ts';

/** Crockford's base 32: without I, L, O and U, so that codes can be read aloud and typed. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const values = new Map<string, number>([
  ...Array.from(alphabet, (symbol, value) => [symbol, value] as const),
  ['O', 0],
  ['I', 1],
  ['L', 1],
]);

const hyphen = '-'.charCodeAt(0);
const codes = Array.from(alphabet, (symbol) => symbol.charCodeAt(0));

export const base32Text = (symbols: readonly number[]): string =>
  String.fromCharCode(...symbols.map((value) => codes[value]!));

/** An integer of 64 bits as two numbers. */
const word = new DataView(new ArrayBuffer(8));

/** How many digits `writeBase32` writes: 65 bits. */
export const integerDigits = 13;

/** A number from 0 to 2 ** 63 - 1 into the first places, most significant digit first. */
export function writeBase32(digits: number[], value: bigint): void {
  word.setBigInt64(0, value);
  const [high, low] = [word.getUint32(0), word.getUint32(4)];
  for (let place = 0; place < 6; place += 1) digits[place] = (high >>> (28 - 5 * place)) & 31;
  // Three bits of the one, and two of the other.
  digits[6] = ((high << 2) & 28) | (low >>> 30);
  for (let place = 7; place < integerDigits; place += 1) {
    digits[place] = (low >>> (60 - 5 * place)) & 31;
  }
}

/** Accepts lower case, commonly misread letters, spaces and hyphens; null for anything else. */
export function base32Symbols(text: string): number[] | null {
  const symbols = Array.from(text.toUpperCase().replaceAll(/[ -]/g, ''), (one) => values.get(one));
  return symbols.includes(undefined) ? null : (symbols as number[]);
}

/** More than any code has; copied, since a list that grows takes more room. */
const hyphens = Array.from({ length: 128 }, () => hyphen);

/** In groups of 4: `ABCD-EFGH-I`. */
export function base32Groups(symbols: readonly number[]): string {
  const length = symbols.length + Math.max(0, Math.ceil(symbols.length / 4) - 1);
  assert(length <= hyphens.length, 'a code is short');
  const groups = hyphens.slice(0, length);
  for (let place = 0; place < symbols.length; place += 1) {
    groups[place + (place >> 2)] = codes[symbols[place]!]!;
  }
  return String.fromCharCode(...groups);
}
