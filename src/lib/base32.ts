/** Crockford's base 32: no I, L, O or U, so codes survive being read aloud and typed again. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const values = new Map<string, number>([
  ...Array.from(alphabet, (symbol, value) => [symbol, value] as const),
  ['O', 0],
  ['I', 1],
  ['L', 1],
]);

export const base32Text = (symbols: readonly number[]): string =>
  symbols.map((value) => alphabet.charAt(value)).join('');

/** Accepts lower case, the usual misreadings, spaces and hyphens; null for anything else. */
export function base32Symbols(text: string): number[] | null {
  const symbols = Array.from(text.toUpperCase().replaceAll(/[ -]/g, ''), (one) => values.get(one));
  return symbols.includes(undefined) ? null : (symbols as number[]);
}

/** `ABCDEFGHI` in groups of 4: `ABCD-EFGH-I`. */
export const inGroupsOfFour = (text: string): string => (text.match(/.{1,4}/g) ?? []).join('-');
