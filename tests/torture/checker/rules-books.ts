/** I1, I2, I3, I7 and I9: invariants of the books alone, without the history. */
import type { BookAccount, BookEntry } from './books.ts';
import type { Findings } from './finding.ts';
import type { IndexedBooks } from './index-books.ts';

const sum = (entries: readonly BookEntry[]): bigint =>
  entries.reduce((total, { amount }) => total + amount, 0n);

/**
 * Balances of the bank's own accounts are the sum of their entries; customers' are in their row.
 */
function zeroSum(books: IndexedBooks, found: Findings): void {
  let total = 0n;
  for (const account of books.accounts) {
    total += account.balance ?? sum(books.ledgerOf.get(account.id) ?? []);
  }
  if (total !== 0n) found.add('I1', `All accounts together hold ${total} instead of 0`);
}

function storedBalance(account: BookAccount, entries: readonly BookEntry[], found: Findings): void {
  const total = sum(entries);
  if (account.balance !== total) {
    found.add(
      'I2',
      `Account ${account.number} stores ${account.balance}, its entries sum to ${total}`,
    );
  }
}

function neverBelowLimit(account: BookAccount, entries: readonly BookEntry[], found: Findings) {
  let running = 0n;
  for (const { seq, amount, transactionId } of entries) {
    running += amount;
    if (running >= 0n) continue;
    found.add(
      'I3',
      `Account ${account.number} stood at ${running} after entry ${seq} of key ${transactionId}`,
    );
    return;
  }
  if ((account.balance ?? 0n) - account.held < 0n) {
    found.add('I3', `Account ${account.number} has ${account.held} held of ${account.balance}`);
  }
}

function chained(account: BookAccount, entries: readonly BookEntry[], found: Findings): void {
  let previous = 0n;
  for (const [index, { seq, amount, balanceAfter, transactionId }] of entries.entries()) {
    const where = `Account ${account.number}, key ${transactionId}`;
    if (seq !== BigInt(index + 1)) {
      found.add('I9', `${where}: entry number ${index + 1} has seq ${seq}`);
      return;
    }
    if (balanceAfter !== previous + amount) {
      found.add('I9', `${where}: seq ${seq} makes ${previous} + ${amount} into ${balanceAfter}`);
      return;
    }
    previous = balanceAfter;
  }
  if (account.lastSeq !== BigInt(entries.length)) {
    const counts = `${account.lastSeq} entries, the books hold ${entries.length}`;
    found.add('I9', `Account ${account.number} counts ${counts}`);
  }
}

function mirrored(books: IndexedBooks, found: Findings): void {
  for (const booked of books.transactions) {
    const { id, amount, further } = booked;
    const entries = books.entriesOf.get(id) ?? [];
    const total = sum(entries);
    if (total !== 0n) found.add('I7', `The entries of key ${id} sum to ${total}`);
    const has = (account: bigint, seq: bigint, wanted: bigint) =>
      entries.some(
        (entry) => entry.account === account && entry.seq === seq && entry.amount === wanted,
      );
    const postings = [booked, ...further];
    const isMirrored = postings.every(
      (one) =>
        has(one.source, one.sourceSeq, -one.amount) && has(one.target, one.targetSeq, one.amount),
    );
    if (entries.length !== 2 * postings.length || !isMirrored) {
      const what = further.length === 0 ? `its ${amount}` : `its ${postings.length} postings`;
      found.add('I7', `Key ${id} has ${entries.length} entries, which do not mirror ${what}`);
    }
  }
  for (const id of books.entriesOf.keys()) {
    if (!books.byKey.has(`${id}`)) found.add('I7', `Entries of key ${id} have no transaction`);
  }
}

export function checkBooks(books: IndexedBooks, found: Findings): void {
  zeroSum(books, found);
  mirrored(books, found);
  for (const account of books.accounts) {
    if (account.number === null) continue;
    const entries = books.ledgerOf.get(account.id) ?? [];
    storedBalance(account, entries, found);
    neverBelowLimit(account, entries, found);
    chained(account, entries, found);
  }
}
