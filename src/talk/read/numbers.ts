/** Numbers in words and digits, as written in a language. */
import type { Token } from '../text/tokens.ts';
import { folded } from '../text/tokens.ts';
import type { Vocabulary } from './language.ts';

export interface NumberWords {
  readonly values: ReadonlyMap<string, number>;
  readonly joins: ReadonlySet<string>;
  readonly onesInside: ReadonlySet<string>;
  /** Whether ten and seven are seventeen: `dix-sept`. */
  readonly isTenAdded: boolean;
  readonly compound: (word: string) => string | null;
}

/** `5:five|fiver; 6:six` as a map from word to value. */
export const valuesOf = (rows: string): ReadonlyMap<string, number> =>
  new Map(
    rows.split(';').flatMap((row) => {
      const [value = '', words = ''] = row.split(':');
      return words
        .split('|')
        .filter((word) => word.trim() !== '')
        .map((word) => [folded(word.trim()), Number(value)] as const);
    }),
  );

export const numberWords = (vocabulary: Vocabulary): NumberWords => ({
  values: valuesOf(vocabulary.numbers),
  joins: new Set(vocabulary.numberJoin.split('|').map((word) => folded(word))),
  onesInside: new Set((vocabulary.oneInside ?? '').split('|').map((word) => folded(word))),
  isTenAdded: vocabulary.language === 'fr',
  compound: vocabulary.compound ?? (() => null),
});

/** `done` are the finished thousands; `current` is below a thousand, null before its first word. */
interface Sum {
  readonly done: number;
  readonly current: number | null;
}

/** The part below a hundred of a number whose first part is `current`. */
function fitsBelowHundred(current: number, value: number, isTenAdded: boolean): boolean {
  const rest = current % 100;
  if (rest === 10 && isTenAdded) return value >= 7 && value < 10;
  if (rest === 0) return current > 0;
  // French: soixante-douze, quatre-vingt-quinze.
  if (rest === 60 || rest === 80) return value < 20;
  return rest % 10 === 0 && rest >= 20 && value < 10;
}

/** Adds the next word of a number; null if the word cannot belong to it. */
function add({ done, current }: Sum, value: number, isTenAdded: boolean): Sum | null {
  if (value >= 1000) {
    const isLower = done === 0 || done % value === 0;
    return isLower && current !== 0 ? { done: done + (current ?? 1) * value, current: null } : null;
  }
  if (current === null) return { done, current: value };
  // fifteen hundred, douze cents
  const isHundreds = (current > 0 && current < 10) || (current > 10 && current < 20);
  if (value === 100) return isHundreds ? { done, current: current * 100 } : null;
  if (value === 20 && current % 100 === 4) return { done, current: current + 76 };
  if (value > 100 || !fitsBelowHundred(current, value, isTenAdded)) return null;
  return { done, current: current + value };
}

export interface ReadNumber {
  readonly end: number;
  readonly value: number;
}

function wordsFrom(tokens: readonly Token[], at: number, words: NumberWords): ReadNumber | null {
  let sum: Sum = { done: 0, current: null };
  let end = at;
  for (let here = at; here < tokens.length; here += 1) {
    const token = tokens[here]!;
    if (end > at && words.joins.has(token.norm)) continue;
    const isOne = end > at && words.onesInside.has(token.norm);
    const value = token.kind === 'word' ? words.values.get(token.norm) : undefined;
    const part = isOne ? 1 : value;
    if (part === undefined || !Number.isInteger(part)) break;
    const next = add(sum, part, words.isTenAdded);
    if (!next) break;
    sum = next;
    end = here + 1;
  }
  return end === at ? null : { end, value: sum.done + (sum.current ?? 0) };
}

/** A number in words: `twenty-two`, `fünfundzwanzig`. */
export function spelledNumber(
  tokens: readonly Token[],
  at: number,
  words: NumberWords,
): ReadNumber | null {
  const token = tokens[at];
  if (!token || token.kind !== 'word') return null;
  const direct = words.values.get(token.norm);
  if (direct === undefined) {
    const compound = words.compound(token.norm);
    return compound === null ? null : { end: at + 1, value: Number(compound) };
  }
  if (!Number.isInteger(direct)) return { end: at + 1, value: direct };
  return wordsFrom(tokens, at, words);
}
