/** Japanese words that are not verbs, at a place in a sentence. */
import { japaneseWords } from '../words/ja.ts';
import type { Word } from '../words/japanese-kinds.ts';

const compiled = japaneseWords.map(
  ([word, source]) => [word, new RegExp(`(?:${source})`, 'uy')] as const,
);

/** The longest words at a place, with all their uses. */
export function wordAt(text: string, at: number): { end: number; words: ReadonlySet<Word> } | null {
  let end = at;
  let words = new Set<Word>();
  for (const [word, pattern] of compiled) {
    pattern.lastIndex = at;
    if (!pattern.test(text) || pattern.lastIndex < end || pattern.lastIndex === at) continue;
    if (pattern.lastIndex > end) words = new Set();
    end = pattern.lastIndex;
    words.add(word);
  }
  return end > at ? { end, words } : null;
}
