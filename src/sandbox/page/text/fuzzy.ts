/** Finds what somebody means from a few letters in order, as command pickers do. */

/** Higher is better; null when the letters do not occur in order. */
export function fuzzyScore(query: string, text: string): number | null {
  const wanted = fold(query);
  const given = fold(text);
  if (!wanted) return 0;
  if (given === wanted) return 1000;
  if (given.startsWith(wanted)) return 900 - given.length;
  const inside = given.indexOf(wanted);
  if (inside > 0) return (isStart(given, inside) ? 700 : 500) - inside - given.length / 100;
  return scattered(wanted, given);
}

/** The best of them first; those that tie keep their order. */
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

/** Later texts (a description after a name) count less, and only with the letters side by side. */
function bestScore(query: string, texts: readonly string[]): number | null {
  const scores = texts.flatMap((text, index) => {
    if (index > 0 && !fold(text).includes(fold(query))) return [];
    const score = fuzzyScore(query, text);
    return score === null ? [] : [score - index * 400];
  });
  return scores.length > 0 ? Math.max(...scores) : null;
}

function scattered(wanted: string, given: string): number | null {
  let from = 0;
  let score = 300;
  let before = -1;
  for (const letter of wanted) {
    if (letter === ' ') continue;
    const at = given.indexOf(letter, from);
    if (at < 0) return null;
    if (isStart(given, at)) score += 15;
    else if (before >= 0 && at !== before + 1) score -= at - before;
    before = at;
    from = at + 1;
  }
  return score - given.length / 100;
}

const isStart = (text: string, at: number): boolean =>
  at === 0 || /[\s\-_/.#]/.test(text[at - 1] ?? '');

const fold = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
