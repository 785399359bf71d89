/** Compares the name that a payer typed with the name on the account. */
import { skeletonOf } from '../model/index.ts';
import { wordsOf } from '../people/index.ts';

export type NameMatch = 'MATCH' | 'CLOSE' | 'NO_MATCH';

/** One mistake in so many letters is still close. */
const lettersPerMistake = 5;
const lettersMax = 160;

/** Insertions, deletions and replacements from one text to the other (Levenshtein). */
function mistakesBetween(one: string, other: string): number {
  const [left, right] = [Array.from(one), Array.from(other)];
  let row = right.map((_, index) => index + 1);
  left.forEach((letter, index) => {
    let corner = index;
    let before = index + 1;
    row = row.map((above, at) => {
      const replaced = corner + (letter === right[at] ? 0 : 1);
      corner = above;
      before = Math.min(replaced, above + 1, before + 1);
      return before;
    });
  });
  return row.at(-1) ?? left.length;
}

const initial = (word: string | undefined): string => Array.from(word ?? '')[0] ?? '';

/**
 * MATCH: the same words, whatever their order, case and accents, or first and last name without
 * those between. CLOSE: a part of it, initials, a typing mistake, or letters that look alike.
 */
export function compareNames(typed: string, holder: string): NameMatch {
  const [given, known] = [wordsOf(typed.slice(0, lettersMax)), wordsOf(holder)];
  if (given.length === 0 || known.length === 0) return 'NO_MATCH';
  if ([...given].sort().join(' ') === [...known].sort().join(' ')) return 'MATCH';
  const [first, last] = [given[0], given.at(-1)];
  const sameFirst = first === known[0];
  const sameLast = last === known.at(-1);
  const isWhole = given.length > 1 && known.length > 1;
  if (isWhole && sameFirst && sameLast) return 'MATCH';
  if (isWhole && sameLast && initial(first) === initial(known[0])) return 'CLOSE';
  if (isWhole && sameFirst && initial(last) === initial(known.at(-1))) return 'CLOSE';
  if (given.length === 1 && (sameFirst || sameLast)) return 'CLOSE';
  if (skeletonOf(typed) === skeletonOf(holder)) return 'CLOSE';
  const [one, other] = [given.join(' '), known.join(' ')];
  const allowed = Math.max(1, Math.floor(other.length / lettersPerMistake));
  return mistakesBetween(one, other) <= Math.min(allowed, 3) ? 'CLOSE' : 'NO_MATCH';
}
