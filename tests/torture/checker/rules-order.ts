/** I10 and I11: the order of the books agrees with the order that customers saw. */
import type { Act, Operation } from '../history/model.ts';
import type { Findings } from './finding.ts';
import { grouped, type IndexedBooks } from './index-books.ts';
import type { IndexedHistory, KeyStory } from './index-history.ts';

/** From the newest entry down: no later entry may have ended before an earlier one began. */
function inOrder(account: bigint, history: IndexedHistory, books: IndexedBooks, found: Findings) {
  let earliest: KeyStory | null = null;
  for (const { transactionId, seq } of (books.ledgerOf.get(account) ?? []).toReversed()) {
    const story = history.keys.get(`${transactionId}`);
    if (story === undefined) continue;
    if (earliest !== null && earliest.acknowledgedAt < story.askedAt) {
      const number = books.byId.get(account)?.number;
      found.add(
        'I10',
        `On account ${number} key ${story.key} (seq ${seq}) stands before key ${earliest.key}, ` +
          'which was acknowledged before the other was asked',
        ...earliest.own,
        ...story.own,
      );
      return;
    }
    if (earliest === null || story.acknowledgedAt < earliest.acknowledgedAt) earliest = story;
  }
}

type ReadAct = Act & { readonly operation: Extract<Operation, { kind: 'read' }> };
const asRead = (act: Act): ReadAct[] => (act.operation.kind === 'read' ? [act as ReadAct] : []);

interface Seen {
  readonly at: number;
  readonly seq: bigint;
  readonly act: Act;
}

/** Acknowledgements of the account's own customer, in order. */
function acknowledgements(account: bigint, history: IndexedHistory, books: IndexedBooks): Seen[] {
  const number = books.byId.get(account)?.number;
  return (books.ledgerOf.get(account) ?? [])
    .flatMap(({ transactionId, seq }): Seen[] => {
      const story = history.keys.get(`${transactionId}`);
      if (story === undefined || story.acknowledgedAt === Infinity) return [];
      if (story.owner.operation.payment.own !== number) return [];
      return [{ at: story.acknowledgedAt, seq, act: story.owner }];
    })
    .toSorted((one, other) => one.at - other.at);
}

function readsOwnWrites(
  reads: readonly Act[],
  number: string,
  history: IndexedHistory,
  books: IndexedBooks,
  found: Findings,
): void {
  const account = books.byNumber.get(number);
  if (account === undefined) return;
  const seen = acknowledgements(account.id, history, books);
  const entries = books.ledgerOf.get(account.id) ?? [];
  let next = 0;
  let newest: Seen | null = null;
  for (const act of reads.toSorted((one, other) => one.askedAt - other.askedAt)) {
    for (; next < seen.length && seen[next]!.at < act.askedAt; next += 1) {
      if (newest === null || seen[next]!.seq > newest.seq) newest = seen[next]!;
    }
    if (act.answer.outcome !== 'ok' || act.answer.read === undefined) continue;
    const { seq, balance, balanceAfter } = act.answer.read;
    const least = newest?.seq ?? 0n;
    if (BigInt(seq) < least) {
      found.add(
        'I11',
        `A read of ${number} shows seq ${seq}, ${least} was known`,
        newest!.act,
        act,
      );
    }
    const shown = entries[Number(seq) - 1];
    if (seq !== '0' && `${shown?.balanceAfter}` !== balanceAfter) {
      const stored = shown?.balanceAfter ?? 'nothing';
      found.add(
        'I11',
        `A read of ${number} shows ${balanceAfter} at seq ${seq}, not ${stored}`,
        act,
      );
    }
    // Read just before the newest entry, so it may be older, but not older than acknowledged ones.
    const possible = entries.slice(Math.max(0, Number(least) - 1), Number(seq));
    const none = least === 0n && balance === '0';
    if (!none && !possible.some((entry) => `${entry.balanceAfter}` === balance)) {
      found.add('I11', `A read of ${number} shows a balance of ${balance} that never was`, act);
    }
  }
}

export function checkOrder(history: IndexedHistory, books: IndexedBooks, found: Findings): void {
  for (const { id, number } of books.accounts) {
    if (number !== null) inOrder(id, history, books, found);
  }
  const reads = grouped(history.acts.flatMap(asRead), ({ operation }) => operation.account);
  for (const [number, acts] of reads) readsOwnWrites(acts, number, history, books, found);
}
