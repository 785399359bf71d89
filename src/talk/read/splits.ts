/** Verbs of two parts with other words between them: `heb 50 ab`, `cash 50 out`. */
import type { Token } from '../text/tokens.ts';
import { folded } from '../text/tokens.ts';
import { clausesOf, is, isFiller, isPerson } from './clauses.ts';
import type { Item } from './item.ts';
import type { Sense, Vocabulary } from './language.ts';

interface Known {
  readonly sense: Sense;
  readonly first: ReadonlySet<string>;
  readonly last: ReadonlySet<string>;
  /** Whether an amount must be between or after the parts. */
  readonly isPriced: boolean;
}

const wordsOf = (row: string): ReadonlySet<string> => new Set(row.split('|').map(folded));

export type SplitReader = (items: readonly Item[], tokens: readonly Token[]) => readonly Item[];

/** `um 5` */
const isAsked = (items: readonly Item[], at: number): boolean =>
  is(items[at], 'by') && is(items[at + 1], 'amount');

/** Between the parts or right after them. */
const hasAmount = (items: readonly Item[], at: number, end: number): boolean =>
  items.slice(at + 1, end + 2).some((item) => is(item, 'amount', 'half', 'all'));

/** Whether the second part of a verb may be at `end`: last in its clause, or before a reason. */
function isPlace(items: readonly Item[], at: number, end: number): boolean {
  if (isAsked(items, end)) {
    const between = items.slice(at + 1, end);
    return between.some(isPerson) && between.every((one) => isPerson(one) || isFiller(one));
  }
  const named = items.slice(at + 1, end);
  const isNamed = named.some(isPerson) && named.every((one) => isPerson(one) || isFiller(one));
  // "let Anna have 9"
  if (isNamed && is(items[end + 1], 'amount', 'half', 'all')) return true;
  if (is(items[end + 1], 'for', 'note') && !isPerson(items[end + 2])) return true;
  const clauses = clausesOf(items);
  return items
    .slice(end + 1)
    .every((one, index) => clauses[end + 1 + index] !== clauses[end] || isFiller(one));
}

/** Gives both parts of such a verb its sense. The second part ends the clause. */
export function splitReader(vocabulary: Vocabulary): SplitReader {
  const known: Known[] = (vocabulary.splits ?? []).map(([sense, first, last, amount]) => ({
    sense,
    first: wordsOf(first),
    last: wordsOf(last),
    isPriced: amount === 'amount',
  }));
  return (items, tokens) => {
    if (known.length === 0) return items;
    const norm = (item: Item): string =>
      tokens
        .slice(item.from, item.to)
        .map((token) => token.norm)
        .join(' ');
    const clauses = clausesOf(items);
    const result = [...items];
    items.forEach((item, at) => {
      const candidates = known.filter(({ first }) => first.has(norm(item)));
      if (candidates.length === 0) return;
      const end = items.findLastIndex(
        (one, index) =>
          index > at &&
          clauses[index] === clauses[at] &&
          candidates.some(({ last }) => last.has(norm(one))) &&
          isPlace(items, at, index),
      );
      if (end < 0) return;
      const found = candidates.find(({ last }) => last.has(norm(items[end]!)))!;
      if (found.isPriced && !hasAmount(items, at, end)) return;
      result[at] = { ...item, kinds: new Set([found.sense]) };
      if (isAsked(items, end)) return;
      result[end] = { ...items[end]!, kinds: new Set([found.sense, 'particle']) };
    });
    return result;
  };
}
