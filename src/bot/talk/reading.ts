/** Reads a sentence in the person's language, else in the language it is written in. */
import {
  type Context,
  type Known,
  languageScores,
  type Meaning,
  readSentence,
} from '../../talk/index.ts';
import { defaultLanguage, type Language } from '../../words/index.ts';

/** Digits that one language reads as thousands and another as decimals. */
const ambiguousNumber = /\d[.,]\d{3}(?!\d)/;

export interface Reading {
  readonly language: Language;
  readonly meaning: Meaning;
}

const left: readonly string[] = ['candidates', 'memo', 'known'];
/** What two languages must read alike: everything but the memo, which may keep a foreign word. */
const key = (meaning: Meaning): string =>
  JSON.stringify(meaning, (name, value: unknown) => (left.includes(name) ? undefined : value));
const memoLength = ({ meaning }: Reading): number =>
  'memo' in meaning ? (meaning.memo?.length ?? 0) : 0;

const moves = ({ meaning: { intent } }: Reading): boolean =>
  ['send', 'request', 'schedule', 'deposit', 'withdraw'].includes(intent);

const isUnclear = ({ meaning }: Reading): boolean => meaning.intent === 'unclear';

/** The parts beside the amount. */
function withoutAmount({ meaning }: Reading): { readonly known?: Known } {
  switch (meaning.intent) {
    case 'send':
    case 'schedule': {
      const { intent, to, memo, candidates } = meaning;
      return { known: { intent, to, candidates, ...(memo === undefined ? {} : { memo }) } };
    }
    case 'deposit':
    case 'withdraw':
      return { known: { intent: meaning.intent, candidates: [] } };
    default:
      return {};
  }
}

/** The languages of which the text has the most words; all that share the first place. */
function likeliest(scores: ReadonlyMap<Language, number>): readonly Language[] {
  const most = Math.max(...scores.values());
  return [...scores].filter(([, score]) => score === most).map(([language]) => language);
}

/**
 * A sentence that the person's own language does not understand is read in another one only if it
 * has more words of that one: otherwise a refusal of the own language would bind nothing. Where two
 * languages disagree about a payment the sentence counts as not understood, and a number that the
 * person's language would read differently has to be asked about.
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
  const scores = languageScores(text);
  const first = own === null || !scores.has(own) ? none : read(own);
  if (isRead(first)) return first;
  const ownScore = own === null ? -1 : (scores.get(own) ?? 0);
  const others = likeliest(scores).filter((language) => (scores.get(language) ?? 0) > ownScore);
  const all = others.map(read);
  const readings = all.filter(isRead);
  const clear = readings
    .filter((reading) => !isUnclear(reading))
    .toSorted((one, other) => memoLength(one) - memoLength(other));
  const [best = readings[0] ?? none] = clear;
  const disagree = [...clear, ...all.filter((reading) => !isRead(reading))].some(
    ({ meaning }) => key(meaning) !== key(best.meaning),
  );
  if (disagree && clear.some(moves)) return none;
  if (own !== null && moves(best) && ambiguousNumber.test(text)) {
    return { ...best, meaning: { intent: 'unclear', about: 'amount', ...withoutAmount(best) } };
  }
  return best;
}
