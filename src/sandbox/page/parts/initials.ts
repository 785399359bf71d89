/** Initials of a name. */

const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });

const firstLetter = (word: string | undefined): string =>
  word ? ([...letters.segment(word)][0]?.segment ?? '') : '';

/** The first letters of the first and last word. */
export function initialsOf(name: string): string {
  const words = name
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}\p{Emoji}]+/u, ''))
    .filter(Boolean);
  const last = words.length > 1 ? firstLetter(words.at(-1)) : '';
  return (firstLetter(words[0]) + last).toLocaleUpperCase() || '?';
}
