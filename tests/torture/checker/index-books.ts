import type { BookAccount, BookEntry, Books, BookTransaction } from './books.ts';

/** The books with the look-ups that the rules need. */
export interface IndexedBooks extends Books {
  readonly byNumber: ReadonlyMap<string, BookAccount>;
  readonly byId: ReadonlyMap<bigint, BookAccount>;
  /** All transactions under a key, because more than one is a finding. */
  readonly byKey: ReadonlyMap<string, readonly BookTransaction[]>;
  readonly entriesOf: ReadonlyMap<bigint, readonly BookEntry[]>;
  /** By account, in the order of `seq`. */
  readonly ledgerOf: ReadonlyMap<bigint, readonly BookEntry[]>;
}

export function grouped<Key, Value>(
  values: readonly Value[],
  keyOf: (value: Value) => Key,
): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}

const bySeq = (one: BookEntry, other: BookEntry): number =>
  one.seq < other.seq ? -1 : one.seq > other.seq ? 1 : 0;

export function indexBooks(books: Books): IndexedBooks {
  const ledgerOf = grouped(books.entries, ({ account }) => account);
  for (const entries of ledgerOf.values()) entries.sort(bySeq);
  return {
    ...books,
    byNumber: new Map(
      books.accounts.flatMap((account) =>
        account.number === null ? [] : [[account.number, account] as const],
      ),
    ),
    byId: new Map(books.accounts.map((account) => [account.id, account])),
    byKey: grouped(books.transactions, ({ id }) => `${id}`),
    entriesOf: grouped(books.entries, ({ transactionId }) => transactionId),
    ledgerOf,
  };
}
