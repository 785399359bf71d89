/** I19: standing orders whose one occurrence is due at once, each known by its memo. */
import type { Act } from '../history/model.ts';
import type { BookTransaction } from './books.ts';
import type { Findings } from './finding.ts';
import { grouped, type IndexedBooks } from './index-books.ts';
import type { IndexedHistory } from './index-history.ts';

const memoForm = /^standing (\d+)$/;

/** The key of the standing order that booked it; null: none did. */
function standingKeyOf({ id, initiator }: BookTransaction, books: IndexedBooks): string | null {
  if (initiator !== 'ORDER') return null;
  const memos = (books.entriesOf.get(id) ?? []).map(({ memo }) => memoForm.exec(memo ?? '')?.[1]);
  return memos.find((key) => key !== undefined) ?? null;
}

export const isStandingPayment = (booked: BookTransaction, books: IndexedBooks): boolean =>
  standingKeyOf(booked, books) !== null;

/** The cancellations that may have taken effect, by the key of the order. */
function cancellations(history: IndexedHistory): ReadonlyMap<string, readonly Act[]> {
  const acts = history.acts.flatMap((act) =>
    act.operation.kind === 'cancelOrder' ? [{ act, key: act.operation.key }] : [],
  );
  const possible = acts.filter(({ act: { answer } }) => /^(ok|unknown)$/.test(answer.outcome));
  const byKey = grouped(possible, ({ key }) => key);
  return new Map([...byKey].map(([key, same]) => [key, same.map(({ act }) => act)]));
}

export function checkStanding(
  history: IndexedHistory,
  books: IndexedBooks,
  found: Findings,
  { unknownsAllowed }: { readonly unknownsAllowed: boolean },
): void {
  const acts = history.acts.flatMap((act) =>
    act.operation.kind === 'schedule' ? [{ act, order: act.operation }] : [],
  );
  const asked = grouped(acts, ({ order }) => order.key);
  const paid = grouped(
    books.transactions.filter((one) => isStandingPayment(one, books)),
    (one) => standingKeyOf(one, books)!,
  );
  const cancelled = cancellations(history);
  const numberOf = (id: bigint) => books.byId.get(id)?.number ?? null;
  for (const [key, booked] of paid) {
    const [first] = asked.get(key) ?? [];
    if (first === undefined) {
      found.add('I19', `Order ${key} has paid and nobody asked for it`);
      continue;
    }
    const { act, order } = first;
    const cancelling = cancelled.get(key)?.find(({ answer }) => answer.outcome === 'ok');
    if (cancelling !== undefined) {
      found.add('I19', `Order ${key} was cancelled and has paid`, act, cancelling);
    }
    if (booked.length > 1) found.add('I19', `Order ${key} has paid ${booked.length} times`, act);
    const isAsked = (one: BookTransaction) =>
      numberOf(one.source) === order.own &&
      numberOf(one.target) === order.payee &&
      `${one.amount}` === order.amount;
    if (!booked.every(isAsked)) found.add('I19', `Order ${key} has paid something else`, act);
  }
  if (unknownsAllowed || books.occurrences === undefined) return;
  for (const [key, [first]] of asked) {
    if (first?.act.answer.outcome !== 'ok') continue;
    const state = books.occurrences.get(key) ?? null;
    const count = paid.get(key)?.length ?? 0;
    if (state === null && cancelled.has(key)) continue;
    if (state === null) found.add('I19', `Order ${key} was never looked at`, first.act);
    else if ((state === 'PAID') !== count > 0) {
      found.add('I19', `Order ${key} is ${state} and has paid ${count} times`, first.act);
    }
  }
}
