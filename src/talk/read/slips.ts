/** Slips of the fingers: one letter wrong, missing or too many, or two neighbours swapped. */

/** Whether two words differ by one slip. */
export function isSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (a[at] === b[at]) at += 1;
  const isSame = (fromA: number, fromB: number): boolean =>
    a.length - fromA === b.length - fromB && a.endsWith(b.slice(fromB)) && fromA <= a.length;
  if (isSame(at + 1, at) || isSame(at, at + 1) || isSame(at + 1, at + 1)) return true;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && isSame(at + 2, at + 2);
}

const lettersOf = (word: string): string => [...word].sort().join('');

const lengthMin = 4;
/** Shorter words are mistaken for each other: only swapped letters count. */
const shortLengthMax = 4;
const rememberedMax = 5_000;

/** The words that a mistyped word may be. The results of unknown words are remembered. */
export function slipFinder(words: Iterable<string>): (norm: string) => readonly string[] {
  const byLength = new Map<number, { word: string; letters: string }[]>();
  for (const word of words) {
    if (word.length < lengthMin) continue;
    const group = byLength.get(word.length) ?? [];
    group.push({ word, letters: lettersOf(word) });
    byLength.set(word.length, group);
  }
  const find = (norm: string): string[] => {
    const letters = lettersOf(norm);
    const near = [-1, 0, 1].flatMap((more) => byLength.get(norm.length + more) ?? []);
    return near
      .filter((one) => {
        const { word } = one;
        if (norm.length === word.length + 1 && norm.replace(/(.)\1/, '$1') === word) return true;
        if (Math.min(word.length, norm.length) <= shortLengthMax && one.letters !== letters) {
          return false;
        }
        const isAtStart = word[0] === norm[0] || word[1] === norm[0] || word[0] === norm[1];
        return isAtStart && isSlip(word, norm);
      })
      .map(({ word }) => word);
  };
  const remembered = new Map<string, readonly string[]>();
  return (norm) => {
    if (norm.length < lengthMin) return [];
    let found = remembered.get(norm);
    if (!found) {
      found = find(norm);
      if (remembered.size >= rememberedMax) remembered.clear();
      remembered.set(norm, found);
    }
    return found;
  };
}
