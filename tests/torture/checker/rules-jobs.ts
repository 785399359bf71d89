/** I18: jobs by which the bank pays 1 unit, under a fresh request id at each run. */
import { grouped, type IndexedBooks } from './index-books.ts';
import type { BookTransaction } from './books.ts';
import type { Findings } from './finding.ts';
import type { IndexedHistory } from './index-history.ts';

const memoForm = /^job (\d+)$/;

/** The key of the job that booked it; null: no job did. */
function jobKeyOf({ id, initiator }: BookTransaction, books: IndexedBooks): string | null {
  if (initiator !== 'BANK') return null;
  const memos = (books.entriesOf.get(id) ?? []).map(({ memo }) => memoForm.exec(memo ?? '')?.[1]);
  return memos.find((key) => key !== undefined) ?? null;
}

export const isJobEffect = (booked: BookTransaction, books: IndexedBooks): boolean =>
  jobKeyOf(booked, books) !== null;

export function checkJobs(
  history: IndexedHistory,
  books: IndexedBooks,
  found: Findings,
  { unknownsAllowed }: { readonly unknownsAllowed: boolean },
): void {
  const asked = grouped(
    history.acts.filter(({ operation }) => operation.kind === 'enqueue'),
    ({ operation }) => (operation.kind === 'enqueue' ? operation.key : ''),
  );
  const effects = grouped(
    books.transactions.filter((one) => isJobEffect(one, books)),
    (one) => jobKeyOf(one, books)!,
  );
  for (const [key, booked] of effects) {
    const acts = asked.get(key) ?? [];
    if (acts.length === 0) found.add('I18', `Job ${key} has an effect and nobody asked for it`);
    if (booked.length > 1)
      found.add('I18', `Job ${key} took effect ${booked.length} times`, ...acts);
    const isAsked = ({ target }: BookTransaction) => {
      const number = books.byId.get(target)?.number;
      return acts.some(({ operation: one }) => one.kind === 'enqueue' && one.account === number);
    };
    if (acts.length > 0 && !booked.every(isAsked))
      found.add('I18', `Job ${key} paid another account`, ...acts);
  }
  if (unknownsAllowed) return;
  for (const [key, acts] of asked) {
    const isCertain = acts.some(({ answer }) => answer.outcome === 'ok');
    if (isCertain && !effects.has(key)) {
      found.add('I18', `Job ${key} was accepted and never took effect`, ...acts);
    }
  }
}
