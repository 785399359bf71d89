/** German numbers in one word: `fünfundzwanzig`, `zweitausenddreihundert`. */

const units = (
  ',ein,zwei,drei,vier,funf,sechs,sieben,acht,neun,zehn,elf,' +
  'zwolf,dreizehn,vierzehn,funfzehn,sechzehn,siebzehn,achtzehn,neunzehn'
).split(',');
const tens = [
  '',
  '',
  'zwanzig',
  'dreissig',
  'vierzig',
  'funfzig',
  'sechzig',
  'siebzig',
  'achtzig',
  'neunzig',
];

/** Also spelled with ue and oe, and `zwo`. */
const plain = (word: string): string =>
  word
    .replaceAll('fuenf', 'funf')
    .replaceAll('zwoelf', 'zwolf')
    .replace(/zwo(?!l)/g, 'zwei');

const below100 = new Map<string, number>(units.slice(1).map((word, at) => [word, at + 1] as const));
below100.set('eins', 1);
tens.forEach((ten, at) => {
  if (ten === '') return;
  below100.set(ten, at * 10);
  units.slice(1, 10).forEach((unit, one) => below100.set(`${unit}und${ten}`, at * 10 + one + 1));
});

function below1000(word: string): number | null {
  const [before, after] = word.split('hundert');
  if (after === undefined) return below100.get(word) ?? null;
  const hundreds = before === '' ? 1 : below100.get(before ?? '');
  const rest = after === '' ? 0 : below100.get(after.replace(/^und/, ''));
  return hundreds === undefined || hundreds > 19 || rest === undefined
    ? null
    : hundreds * 100 + rest;
}

/** The number of a word without umlauts, as text; null if it is not a number. */
export function germanNumber(word: string): string | null {
  // The article.
  if (word === 'ein') return null;
  const half = /^(?<units>.+)einhalb$/.exec(plain(word))?.groups?.['units'];
  if (half !== undefined) {
    const whole = below100.get(half);
    return whole === undefined ? null : `${whole}.5`;
  }
  const [before, after] = plain(word).split('tausend');
  if (after === undefined) {
    const value = below1000(plain(word));
    return value === null ? null : `${value}`;
  }
  const thousands = before === '' ? 1 : below1000(before ?? '');
  const rest = after === '' ? 0 : below1000(after.replace(/^und/, ''));
  return thousands === null || rest === null ? null : `${thousands * 1000 + rest}`;
}
