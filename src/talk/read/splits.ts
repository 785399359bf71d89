/** Verbs of two parts with other words between them: `heb 50 ab`, `cash 50 out`. */
import type { Token } from '../text/tokens.ts';
import { folded } from '../text/tokens.ts';
import { clausesOf, is, isFiller } from './clauses.ts';
import type { Item } from './item.ts';
import type { Sense, Vocabulary } from './language.ts';

interface Known {
  readonly sense: Sense;
  readonly first: ReadonlySet<string>;
  readonly last: ReadonlySet<string>;
}

const wordsOf = (row: string): ReadonlySet<string> => new Set(row.split('|').map(folded));

export type SplitReader = (items: readonly Item[], tokens: readonly Token[]) => readonly Item[];

/** Gives both parts of such a verb its sense. The second part ends the clause. */
export function splitReader(vocabulary: Vocabulary): SplitReader {
  const known: Known[] = (vocabulary.splits ?? []).map(([sense, first, last]) => ({
    sense,
    first: wordsOf(first),
    last: wordsOf(last),
  }));
  return (items, tokens) => {
    if (known.length === 0) return items;
    const norm = (item: Item): string => (item.to - item.from === 1 ? tokens[item.from]!.norm : '');
    const clauses = clausesOf(items);
    const result = [...items];
    items.forEach((item, at) => {
      const candidates = known.filter(({ first }) => first.has(norm(item)));
      if (candidates.length === 0) return;
      let end = at;
      while (end + 1 < items.length && clauses[end + 1] === clauses[at]) end += 1;
      while (end > at && (isFiller(items[end]!) || is(items[end], 'mark'))) {
        if (candidates.some(({ last }) => last.has(norm(items[end]!)))) break;
        end -= 1;
      }
      const found =
        end > at ? candidates.find(({ last }) => last.has(norm(items[end]!))) : undefined;
      if (!found) return;
      result[at] = { ...item, kinds: new Set([found.sense]) };
      result[end] = { ...items[end]!, kinds: new Set([found.sense, 'particle']) };
    });
    return result;
  };
}
