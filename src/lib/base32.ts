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

/** Digits that fit into a number as bits, which is much faster to split than a bigint. */
const partDigits = 6;

/** The last `count` digits of a non-negative number, most significant first. */
export function base32Digits(value: bigint, count: number): number[] {
  const parts: number[] = [];
  for (let rest = value; parts.length * partDigits < count; rest >>= 30n) {
    parts.push(Number(BigInt.asUintN(30, rest)));
  }
  const digits: number[] = [];
  let place = count - partDigits * (parts.length - 1);
  for (let part = parts.length - 1; part >= 0; part -= 1) {
    const bits = parts[part]!;
    for (place -= 1; place >= 0; place -= 1) digits.push((bits >> (5 * place)) & 31);
    place = partDigits;
  }
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
