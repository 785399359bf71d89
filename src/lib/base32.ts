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

/** The lowest 65 bits as 13 digits, most significant first, of a number from 0 to 2 ** 63 - 1. */
export function base32Digits(value: bigint): number[] {
  word.setBigInt64(0, value);
  const [high, low] = [word.getUint32(0), word.getUint32(4)];
  const digits: number[] = [];
  for (let shift = 60; shift >= 35; shift -= 5) digits.push((high >>> (shift - 32)) & 31);
  // Three bits of the one, and two of the other.
  digits.push(((high << 2) & 28) | (low >>> 30));
  for (let shift = 25; shift >= 0; shift -= 5) digits.push((low >>> shift) & 31);
  return digits;
}

/** Accepts lower case, commonly misread letters, spaces and hyphens; null for anything else. */
export function base32Symbols(text: string): number[] | null {
  const symbols = Array.from(text.toUpperCase().replaceAll(/[ -]/g, ''), (one) => values.get(one));
  return symbols.includes(undefined) ? null : (symbols as number[]);
}

/** In groups of 4: `ABCD-EFGH-I`. */
export function base32Groups(symbols: readonly number[]): string {
  const groups: number[] = [];
  for (let place = 0; place < symbols.length; place += 1) {
    if (place > 0 && place % 4 === 0) groups.push(hyphen);
    groups.push(codes[symbols[place]!]!);
  }
  return String.fromCharCode(...groups);
}
