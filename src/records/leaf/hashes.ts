/** Hashes of leaves, and of the entries to which the leaf of a transaction commits. */
import { leafPrefix, sha256 } from '../tree/hash.ts';
import { type Entry, hashMarks, writeEntry } from './entry.ts';
import { FieldWriter } from './fields.ts';
import { type Leaf, saltBytes, writeLeaf } from './leaf.ts';

const writer = new FieldWriter();

/**
 * The salts of the entries, in their order: two for each posting. Each entry has its own, so that
 * one can be shown without the other.
 */
export function entrySalts(salt: Uint8Array, count: number): Uint8Array[] {
  const salts: Uint8Array[] = [];
  for (let posting = 0; posting < count / 2; posting += 1) {
    const both = sha256(writer.clear().byte(hashMarks.salts).bytes(salt).short(posting).written());
    salts.push(both.subarray(0, saltBytes), both.subarray(saltBytes));
  }
  return salts.slice(0, count);
}

export const entryHashes = (salt: Uint8Array, entries: readonly Entry[]): Uint8Array[] =>
  entrySalts(salt, entries.length).map((own, place) =>
    sha256(writeEntry(writer.clear().byte(hashMarks.entry).bytes(own), entries[place]!).written()),
  );

/** `entries` in the order of the postings, source before target; `salt` is random. */
export function detailsHash(salt: Uint8Array, entries: readonly Entry[]): Uint8Array {
  const hashes = entryHashes(salt, entries);
  writer.clear().byte(hashMarks.details);
  for (const hash of hashes) writer.bytes(hash);
  return sha256(writer.written());
}

/** As `leafHash(encodeLeaf(leaf))`, without a copy of the leaf. */
export function hashOfLeaf(leaf: Leaf): Uint8Array {
  writer.clear().byte(leafPrefix);
  writeLeaf(writer, leaf);
  return sha256(writer.written());
}
