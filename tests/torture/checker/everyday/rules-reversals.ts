/** I7 of reversals: all postings of a transaction backwards, once, and only where asked for. */
import { actsOf } from '../../history/model.ts';
import type { BookPosting, BookTransaction } from '../books.ts';
import type { Findings } from '../finding.ts';
import { grouped, type IndexedBooks } from '../index-books.ts';
import type { IndexedHistory } from '../index-history.ts';

const endsOf = ({ source, target, amount }: BookPosting) => `${source} → ${target}: ${amount}`;
const backwards = ({ source, target, amount }: BookPosting) => `${target} → ${source}: ${amount}`;

const all = (booked: BookTransaction, words: (posting: BookPosting) => string): string =>
  [booked, ...booked.further].map(words).toSorted().join(', ');

export function checkReversals(
  history: IndexedHistory,
  books: IndexedBooks,
  found: Findings,
): void {
  const asked = grouped(actsOf(history.acts, 'reverse'), ({ operation }) => operation.key);
  const reversed = new Set<bigint>();
  for (const booked of books.transactions) {
    const { id, kind, reverses } = booked;
    if (kind !== 'REVERSAL' || reverses === null) continue;
    const acts = asked.get(`${id}`) ?? [];
    const original = books.byKey.get(`${reverses}`)?.[0];
    if (reversed.has(reverses)) found.add('I7', `Key ${reverses} is reversed twice`, ...acts);
    reversed.add(reverses);
    if (original === undefined || all(original, backwards) !== all(booked, endsOf)) {
      const parts = original === undefined ? 'nothing' : all(original, endsOf);
      found.add('I7', `Key ${id} (${all(booked, endsOf)}) does not reverse ${parts}`, ...acts);
    }
    if (!acts.some(({ operation }) => operation.transaction === `${reverses}`)) {
      found.add('I8', `Key ${id} reverses ${reverses}, and nobody asked for it`);
    }
  }
  for (const [key, acts] of asked) {
    const isCertain = acts.some(({ answer }) => answer.outcome === 'ok');
    const count = books.byKey.get(key)?.length ?? 0;
    if (isCertain && count !== 1) {
      found.add('I4', `Acknowledged reversal ${key} is booked ${count} times`, ...acts);
    }
  }
}
