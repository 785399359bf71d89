/** A sentence as tokens: words, numbers, mentions, quotations and marks. */

export interface Token {
  /** As written. */
  readonly text: string;
  /** Lower case, without accents: what vocabularies are compared with. */
  readonly norm: string;
  readonly start: number;
  readonly end: number;
  readonly kind: 'word' | 'number' | 'mention' | 'quote' | 'mark';
  /** Whether nothing separates it from the token before. */
  readonly joined: boolean;
}

const emoji = new RegExp(
  [
    String.raw`\p{Extended_Pictographic}`,
    String.raw`[\u{1f3fb}-\u{1f3ff}\u{1f1e6}-\u{1f1ff}]`,
    String.raw`\ufe0f|\u20e3`,
    String.raw`(?<=\p{Extended_Pictographic}\ufe0f?)\u200d`,
    String.raw`<a?:\w{1,32}:\d{1,20}>`,
  ].join('|'),
  'gu',
);
/** Characters that hide or reorder text: no sentence with them is read. */
const hidden = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\u115f\u1160\u2800\u3164\uffa0]/u;

/**
 * The sentence without emoji, with plain spaces and quotation marks; null for text that hides
 * characters.
 */
export function cleaned(text: string, language: string): string | null {
  const plain = text
    .normalize(language === 'ja' ? 'NFKC' : 'NFC')
    // Digits keep their meaning without the emoji around them.
    .replaceAll(/(?<=\d)\ufe0f?\u20e3/gu, ' ')
    .replaceAll(emoji, (sign) => (/^[\d#*©®™]$/u.test(sign) ? sign : ' '))
    .replaceAll(/[’‘`´ʼ]/gu, "'")
    .replaceAll(/[\s\u00a0\u2007\u202f\u3000]/gu, ' ')
    .trim();
  return hidden.test(plain) ? null : plain;
}

/** Without accents on Latin letters; the marks of kana stay. */
export function folded(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text.toLowerCase();
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replaceAll('ß', 'ss')
    .replaceAll('œ', 'oe');
}

const quotations =
  '"[^"]*"|“[^”"]*[”"]|„[^“”"]*[“”"]|«[^»]*»|»[^«]*«|「[^」]*」|『[^』]*』|' +
  // In single quotes, if they stand around words and not inside them.
  "(?<=^|\\s)'[^']+'(?=$|[\\s.,;!?])";
const mention = '<@!?\\d{17,20}>';
/** Also .75, and ,75. */
const number = "(?:(?<=^|\\s)[.,])?\\d+(?:[.,']\\d+)*";
/** One kanji or hiragana, a run of katakana, or a run of other letters. */
const letters =
  '(?:(?![\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー])[\\p{L}\\p{M}])+';
/** `don't` is one word, `what's` two, and `l'argent` two. */
const apostrophe = "'(?:t|d|ll|ve|re|m)(?!\\p{L})|'(?=\\p{L})(?!s(?!\\p{L}))";
const word =
  '[\\p{Script=Han}々〆]|\\p{Script=Hiragana}|[\\p{Script=Katakana}ー]+|' +
  `'s(?!\\p{L})|${letters}(?:${apostrophe})?`;
const pattern = new RegExp(`${quotations}|${mention}|${number}|${word}|\\S`, 'gu');

const kindOf = (text: string): Token['kind'] => {
  if (text.startsWith('<@') && text.length > 2) return 'mention';
  if (/^[.,]?\d/.test(text)) return 'number';
  if (/^["“„«»「『]./u.test(text) || /^'.+'$/u.test(text)) return 'quote';
  return /^(?:'s$|[\p{L}\p{M}\p{N}々ー])/u.test(text) ? 'word' : 'mark';
};

/** Hyphens inside a word separate two words, as in `twenty-two`. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    const [found] = match;
    const start = match.index;
    const isHyphen = /^[-‐]$/.test(found) && start === end && /^\p{L}/u.test(text.slice(start + 1));
    if (!(isHyphen && tokens.at(-1)?.kind === 'word')) {
      const joined = start === end && start > 0;
      const kind = kindOf(found);
      tokens.push({
        text: found,
        norm: folded(found),
        start,
        end: start + found.length,
        kind,
        joined,
      });
    }
    end = start + found.length;
  }
  return tokens;
}
