/** Plain questions in any order of their words: `left in there, how much is`. */
import type { Meaning } from '../../text/types.ts';
import { folded, type Token } from '../../text/tokens.ts';
import { is, isPerson } from '../clauses.ts';
import type { Item } from '../item.ts';
import type { Bag, Bagged, Bags } from '../language.ts';

interface Known {
  readonly intent: Bagged;
  readonly rows: readonly (readonly ReadonlySet<string>[])[];
  readonly words: ReadonlySet<string>;
}

const made = new WeakMap<Bags, readonly Known[]>();

const wordsIn = (row: string): string[] => row.split(/[\s|;]+/).flatMap((word) => folded(word));

function knownIn(bags: Bags): readonly Known[] {
  let known = made.get(bags);
  if (!known) {
    known = (Object.entries(bags) as [Bagged, Bag][]).map(([intent, { core, beside }]) => ({
      intent,
      rows: core.split(';').map((row) =>
        row
          .trim()
          .split(/\s+/)
          .map((group) => new Set(group.split('|').map(folded))),
      ),
      words: new Set([...wordsIn(core), ...wordsIn(beside)].filter(Boolean)),
    }));
    made.set(bags, known);
  }
  return known;
}

const isOpen = (item: Item): boolean =>
  isPerson(item) ||
  is(item, 'amount', 'number', 'repeat', 'quote', 'others', 'correct') ||
  (is(item, 'date') && item.dateSense !== 'today');

/** Null if another word is there, or nothing that settles the question. */
export function readBag(
  items: readonly Item[],
  tokens: readonly Token[],
  bags: Bags,
): Meaning | null {
  if (items.some(isOpen)) return null;
  for (const { intent, rows, words } of knownIn(bags)) {
    const others = items.filter((item) => !is(item, 'polite', 'mark', 'date'));
    const isAll = others.every((item) =>
      tokens.slice(item.from, item.to).every(({ norm }) => words.has(norm)),
    );
    if (!isAll) continue;
    const norms = new Set(tokens.map(({ norm }) => norm));
    const fits = (group: ReadonlySet<string>) => [...group].some((word) => norms.has(word));
    if (rows.some((row) => row.every(fits))) return { intent };
  }
  return null;
}
