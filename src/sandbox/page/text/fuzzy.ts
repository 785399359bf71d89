/** Fuzzy search, as in command pickers. */

/** Higher is better; null if the text does not match. */
export function fuzzyScore(query: string, text: string): number | null {
  const wanted = fold(query);
  const given = fold(text);
  if (!wanted) return 0;
  if (given === wanted) return 1000;
  if (given.startsWith(wanted)) return 900 - given.length;
  const inside = given.indexOf(wanted);
  if (inside > 0) return (isStart(given, inside) ? 700 : 500) - inside - given.length / 100;
  return beginsWords(wanted, given) ? 300 - given.length / 100 : null;
}

/** Whether the typed letters appear in the text, together, at the start of a word. */
export function isNamedBy(query: string, text: string): boolean {
  const wanted = fold(query);
  const given = fold(text);
  for (let at = given.indexOf(wanted); at >= 0; at = given.indexOf(wanted, at + 1)) {
    if (isStart(given, at)) return true;
  }
  return false;
}

/** Best matches first; equal ones keep their order. */
export function fuzzySort<T>(
  query: string,
  items: readonly T[],
  texts: (item: T) => readonly string[],
): T[] {
  return items
    .map((item) => ({ item, score: bestScore(query, texts(item)) }))
    .filter((entry): entry is { item: T; score: number } => entry.score !== null)
    .sort((left, right) => right.score - left.score)
    .map((entry) => entry.item);
}

/** Later texts (a description after a name) count less, and only if they match at a word. */
function bestScore(query: string, texts: readonly string[]): number | null {
  const scores = texts.flatMap((text, index) => {
    if (index > 0 && !isNamedBy(query, text)) return [];
    const score = fuzzyScore(query, text);
    return score === null ? [] : [score - index * 400];
  });
  return scores.length > 0 ? Math.max(...scores) : null;
}

/**
 * Whether the letters are the beginnings of words in order: `fopi` matches `form picks`. Letters
 * from the middle of words would match too much: `pay` does not match `privacy erase`.
 */
function beginsWords(wanted: string, given: string): boolean {
  const letters = wanted.replaceAll(' ', '');
  // All possible numbers of letters matched by the words so far.
  const reached = new Set([0]);
  for (const word of given.split(between)) {
    const starts = [...reached];
    for (const from of starts) {
      for (let count = 0; count < word.length; count += 1) {
        if (word[count] !== letters[from + count]) break;
        reached.add(from + count + 1);
      }
    }
  }
  return reached.has(letters.length);
}

const between = /[\s\-_/.#]+/;

const isStart = (text: string, at: number): boolean => at === 0 || between.test(text[at - 1] ?? '');

const fold = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
