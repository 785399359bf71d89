/**
 * What a name looks like at a glance: two names with one skeleton are easily taken for each other.
 * A part of UTS #39 for the alphabets that names may be written in, see
 * https://www.unicode.org/reports/tr39/#Confusable_Detection
 */

/** Small letters that look like a Latin one, behind it. Capitals are compared as small ones. */
const lookalikes = [
  'aаαɑａ',
  'bвβь',
  'cсϲ',
  'dԁ',
  'eеεєҽ',
  'fϝ',
  'gցɡ',
  'hнһհη',
  'iіιıɩ',
  'jјϳ',
  'kкκ',
  'lӏ|',
  'mмμ',
  'nոռпν',
  'oоοօσө',
  'pрρ',
  'qԛգ',
  'rгⲅ',
  'sѕ',
  'tтτ',
  'uυսц',
  'vѵ',
  'wԝωшա',
  'xхχ',
  'yуγү',
  'zᴢ',
];
const latin = new Map(
  lookalikes.flatMap(([letter = '', ...others]) => others.map((other) => [other, letter] as const)),
);

export function skeletonOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/['’ʼ.·\- ]/g, '');
  const letters = Array.from(plain, (letter) => latin.get(letter) ?? letter).join('');
  return letters
    .replaceAll(/[l1]/g, 'i')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replaceAll('ß', 'ss');
}
