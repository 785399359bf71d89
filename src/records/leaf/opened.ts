/**
 * An entry with what shows that a transaction's leaf commits to it; the other entries stay hidden.
 * Runs in Node and in browsers.
 */
import { concat, FormError, isSame } from '../base/bytes.ts';
import { digest } from '../tree/check.ts';
import { type Entry, hashMarks, readEntry, writeEntry } from './entry.ts';
import { FieldReader, FieldWriter } from './fields.ts';
import { saltBytes, type Side, type TransactionLeaf } from './leaf.ts';

export interface OpenedEntry {
  readonly entry: Entry;
  readonly salt: Uint8Array;
  /** Among the entries of the transaction, from 0. */
  readonly place: number;
  /** Hashes of the other entries, in their order. */
  readonly others: readonly Uint8Array[];
}

const hashBytes = 32;
const othersMax = 64;

export function encodeOpened({ entry, salt, place, others }: OpenedEntry): Uint8Array {
  const writer = new FieldWriter().short(place).bytes(salt);
  writeEntry(writer, entry).short(others.length);
  for (const hash of others) writer.bytes(hash);
  return writer.done();
}

/** Throws FormError for bytes that `encodeOpened` does not write. */
export function decodeOpened(bytes: Uint8Array): OpenedEntry {
  const reader = new FieldReader(bytes);
  const [place, salt, entry] = [reader.short(), reader.bytes(saltBytes), readEntry(reader)];
  const count = reader.short();
  if (count > othersMax || place > count) throw new FormError('an entry with a wrong place');
  const others = Array.from({ length: count }, () => reader.bytes(hashBytes));
  reader.end();
  return { entry, salt, place, others };
}

/** The side of the leaf that the entry repeats. */
export const sideOfEntry = ({ postings }: TransactionLeaf, place: number): Side | null => {
  const posting = postings[Math.floor(place / 2)];
  return posting === undefined ? null : place % 2 === 0 ? posting.source : posting.target;
};

function repeatsLeaf(leaf: TransactionLeaf, { entry, place }: OpenedEntry): boolean {
  const posting = leaf.postings[Math.floor(place / 2)];
  if (posting === undefined) return false;
  const [own, other] =
    place % 2 === 0 ? [posting.source, posting.target] : [posting.target, posting.source];
  return (
    entry.transactionId === leaf.id &&
    entry.bookedAt === leaf.bookedAt &&
    entry.kind === posting.kind &&
    entry.accountId === own.accountId &&
    entry.seq === own.seq &&
    entry.counterpartyId === other.accountId &&
    entry.amount === (place % 2 === 0 ? -posting.amount : posting.amount)
  );
}

/** Whether the leaf commits to the entry. */
export async function isEntryOf(leaf: TransactionLeaf, opened: OpenedEntry): Promise<boolean> {
  const { entry, salt, place, others } = opened;
  if (others.length + 1 !== 2 * leaf.postings.length) return false;
  const writer = new FieldWriter().byte(hashMarks.entry).bytes(salt);
  const own = await digest(writeEntry(writer, entry).written());
  const hashes = [...others.slice(0, place), own, ...others.slice(place)];
  const details = await digest(concat(Uint8Array.of(hashMarks.details), ...hashes));
  return isSame(details, leaf.details) && repeatsLeaf(leaf, opened);
}
