import type {
  BookAccount,
  BookEnding,
  BookEntry,
  BookHold,
  Books,
  BookTransaction,
} from './books.ts';

export interface IndexedHold extends BookHold {
  /** Null while nothing has ended it. */
  readonly end: BookEnding | null;
}

/** The books with the look-ups that the rules need. */
export interface IndexedBooks extends Books {
  readonly byNumber: ReadonlyMap<string, BookAccount>;
  readonly byId: ReadonlyMap<bigint, BookAccount>;
  /** All transactions under a key, because more than one is a finding. */
  readonly byKey: ReadonlyMap<string, readonly BookTransaction[]>;
  readonly entriesOf: ReadonlyMap<bigint, readonly BookEntry[]>;
  /** By account, in the order of `seq`. */
  readonly ledgerOf: ReadonlyMap<bigint, readonly BookEntry[]>;
  readonly holdById: ReadonlyMap<bigint, IndexedHold>;
  /** By the account that pays. */
  readonly holdsOf: ReadonlyMap<bigint, readonly IndexedHold[]>;
  /** The first account of each customer. */
  readonly firstOf: ReadonlyMap<bigint, BookAccount>;
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

/** The lowest id is the first. */
function firstAccounts(accounts: readonly BookAccount[]): Map<bigint, BookAccount> {
  const first = new Map<bigint, BookAccount>();
  for (const account of accounts) {
    if (account.customerId === null) continue;
    const known = first.get(account.customerId);
    if (known === undefined || account.id < known.id) first.set(account.customerId, account);
  }
  return first;
}

export function indexBooks(books: Books): IndexedBooks {
  const ledgerOf = grouped(books.entries, ({ account }) => account);
  for (const entries of ledgerOf.values()) entries.sort(bySeq);
  const ends = new Map(books.endings.map((end) => [end.hold, end]));
  const holds = books.holds.map((hold) => ({ ...hold, end: ends.get(hold.id) ?? null }));
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
    holdById: new Map(holds.map((hold) => [hold.id, hold])),
    holdsOf: grouped(holds, ({ source }) => source),
    firstOf: firstAccounts(books.accounts),
  };
}
