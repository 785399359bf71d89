/** Amounts as people write them in other languages than English, rewritten into English. */

/** How the amounts of a language are typed. */
export interface AmountWriting {
  /** `comma`: 1.250,50. A point is read, too, where only one meaning is possible. */
  readonly decimal: 'point' | 'comma';
  /** Words for a share of the balance, in lower case, besides the English ones. */
  readonly half: readonly string[];
  readonly all: readonly string[];
  /** Digits and signs may be as wide as a Chinese character: `１２`. */
  readonly fullWidth: boolean;
}

export const englishWriting: AmountWriting = {
  decimal: 'point',
  half: [],
  all: [],
  fullWidth: false,
};

/** An amount in English, or a text that could be thousands or decimals. */
export type Rewritten =
  | { readonly kind: 'english'; readonly text: string }
  | { readonly kind: 'ambiguous'; readonly whole: string; readonly decimal: string };

const english = (text: string): Rewritten => ({ kind: 'english', text });

/** The ASCII character of each full-width one lies this far before it. */
const fullWidthOffset = 0xfee0;

/** `１２．５ｋ`, as a Japanese keyboard writes it, as `12.5k`. */
export const inHalfWidth = (text: string): string =>
  text
    .replaceAll('\u3000', ' ')
    .replace(/[\uff01-\uff5e]/g, (sign) =>
      String.fromCharCode(sign.charCodeAt(0) - fullWidthOffset),
    );

const swapped = (text: string): string =>
  text.replace(/[.,]/g, (sign) => (sign === '.' ? ',' : '.'));

/** `12 500,00` and `12'500,00`: also the thin spaces of printed amounts. */
const spaced = /^\d{1,3}(?:([ \u00a0\u2009\u202f'’])\d{3})(?:\1\d{3})*(?![\d ])/;
const withoutSpaces = (text: string): string =>
  text.replace(spaced, (groups) => groups.replaceAll(/\D/g, ''));

/** One to three digits, one sign, three digits: `12,500`. No group begins with 0. */
const twofold = /^([1-9]\d{0,2})[.,](\d{3})([km]?)$/i;
const separatedTwice = /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})+[km]?$/i;

/** A whole amount: `5,-` or `5,–`. */
const noCents = /,[-\u2013\u2014]{1,2}$/;

function fromComma(typed: string, scale: number): Rewritten {
  const text = withoutSpaces(typed).replace(noCents, '');
  const found = twofold.exec(text);
  if (found) {
    const [, units = '', rest = '', suffix = ''] = found;
    const whole = `${units}${rest}${suffix}`;
    // Without decimals, a sign can only separate thousands.
    if (scale === 0 && suffix === '') return english(whole);
    const decimals = rest.replace(/0+$/, '');
    const decimal = decimals === '' ? units : `${units}.${decimals}`;
    return { kind: 'ambiguous', whole, decimal: `${decimal}${suffix}` };
  }
  const groups = separatedTwice.exec(text)?.[1];
  if (groups !== undefined) return english(groups === ',' ? text : swapped(text));
  const lastComma = text.lastIndexOf(',');
  return english(lastComma > text.lastIndexOf('.') ? swapped(text) : text);
}

/** `scale` is the number of decimals of the currency. */
export const inEnglish = (text: string, writing: AmountWriting, scale: number): Rewritten =>
  writing.decimal === 'comma' ? fromComma(text, scale) : english(text);
