/** Crockford's base 32: without I, L, O and U, so that codes can be read aloud and typed. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const values = new Map<string, number>([
  ...Array.from(alphabet, (symbol, value) => [symbol, value] as const),
  ['O', 0],
  ['I', 1],
  ['L', 1],
]);

const codes = Array.from(alphabet, (symbol) => symbol.charCodeAt(0));

export const base32Text = (symbols: readonly number[]): string =>
  String.fromCharCode(...symbols.map((value) => codes[value]!));

const lowBits = 2n ** 30n - 1n;

/** The last `count` digits of a non-negative number, most significant first. */
export function base32Digits(value: bigint, count: number): number[] {
  const digits = Array.from({ length: count }, () => 0);
  let rest = value;
  // Six digits at a time fit into a number, which is much faster to split than a bigint.
  for (let end = count; end > 0; end -= 6) {
    let bits = Number(rest & lowBits);
    for (let place = end - 1; place >= Math.max(0, end - 6); place -= 1) {
      digits[place] = bits & 31;
      bits >>= 5;
    }
    rest >>= 30n;
  }
  return digits;
}

/** Accepts lower case, commonly misread letters, spaces and hyphens; null for anything else. */
export function base32Symbols(text: string): number[] | null {
  const symbols = Array.from(text.toUpperCase().replaceAll(/[ -]/g, ''), (one) => values.get(one));
  return symbols.includes(undefined) ? null : (symbols as number[]);
}

/** `ABCDEFGHI` in groups of 4: `ABCD-EFGH-I`. */
export function inGroupsOfFour(text: string): string {
  let groups = text.slice(0, 4);
  for (let from = 4; from < text.length; from += 4) groups += `-${text.slice(from, from + 4)}`;
  return groups;
}
