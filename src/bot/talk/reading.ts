/** Reads a sentence in the person's language, else in the only language that fits it. */
import { type Context, type Meaning, readSentence } from '../../talk/index.ts';
import { defaultLanguage, type Language, languages } from '../../words/index.ts';

/** Digits that one language reads as thousands and another as decimals. */
const ambiguousNumber = /\d[.,]\d{3}(?!\d)/;

const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

export interface Reading {
  readonly language: Language;
  readonly meaning: Meaning;
}

const left: readonly string[] = ['candidates', 'memo'];
/** What two languages must read alike: everything but the memo, which may keep a foreign word. */
const key = (meaning: Meaning): string =>
  JSON.stringify(meaning, (name, value: unknown) => (left.includes(name) ? undefined : value));
const memoLength = ({ meaning }: Reading): number =>
  'memo' in meaning ? (meaning.memo?.length ?? 0) : 0;

const moves = ({ meaning: { intent } }: Reading): boolean =>
  ['send', 'request', 'schedule', 'deposit', 'withdraw'].includes(intent);

const isUnclear = ({ meaning }: Reading): boolean => meaning.intent === 'unclear';

/**
 * Without a known language, or if it does not fit, every other one is tried. Where two of them
 * disagree about a payment the sentence counts as not understood, and a number that the person's
 * language would read differently has to be asked about.
 */
export function readIn(
  text: string,
  own: Language | null,
  about: Omit<Context, 'language'>,
): Reading {
  const read = (language: Language): Reading => ({
    language,
    meaning: readSentence(text, { ...about, language }),
  });
  const isRead = ({ meaning }: Reading): boolean => meaning.intent !== 'none';
  const none: Reading = { language: own ?? defaultLanguage, meaning: { intent: 'none' } };
  // The Japanese reader takes words in Latin letters for names.
  const fits = (language: Language): boolean => (language === 'ja') === japanese.test(text);
  const first = own === null || !fits(own) ? none : read(own);
  if (isRead(first)) return first;
  const others = languages.filter((language) => language !== own && fits(language));
  const readings = others.map(read).filter(isRead);
  const clear = readings
    .filter((reading) => !isUnclear(reading))
    .sort((one, other) => memoLength(one) - memoLength(other));
  const [best = readings[0] ?? none] = clear;
  const disagree = clear.some(({ meaning }) => key(meaning) !== key(best.meaning));
  if (disagree && clear.some(moves)) return none;
  if (own !== null && moves(best) && ambiguousNumber.test(text)) {
    return { ...best, meaning: { intent: 'unclear', about: 'amount' } };
  }
  return best;
}
