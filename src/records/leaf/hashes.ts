/** Hashes of leaves, and of the entries to which the leaf of a transaction commits. */
import { leafPrefix, sha256 } from '../tree/hash.ts';
import { FieldWriter } from './fields.ts';
import { type Leaf, writeLeaf } from './leaf.ts';

/** One side of a posting as its account has it. */
export interface Entry {
  readonly transactionId: bigint;
  /** Microseconds since 1970, UTC. */
  readonly bookedAt: bigint;
  readonly kind: string;
  readonly accountId: bigint;
  readonly seq: bigint;
  readonly counterpartyId: bigint;
  /** Credits above zero, debits below. */
  readonly amount: bigint;
  readonly balanceAfter: bigint | null;
  readonly memo: string | null;
}

/** Neither the prefix of a leaf nor that of a node. */
const detailsPrefix = 2;
const writer = new FieldWriter();

/** `entries` in the order of the postings, source before target; `salt` is random. */
export function detailsHash(salt: Uint8Array, entries: readonly Entry[]): Uint8Array {
  writer.clear().byte(detailsPrefix).bytes(salt);
  for (const entry of entries) {
    writer.integer(entry.transactionId).integer(entry.bookedAt).text(entry.kind);
    writer.integer(entry.accountId).integer(entry.seq).integer(entry.counterpartyId);
    writer.integer(entry.amount).optionalInteger(entry.balanceAfter).optionalText(entry.memo);
  }
  return sha256(writer.written());
}

/** As `leafHash(encodeLeaf(leaf))`, without a copy of the leaf. */
export function hashOfLeaf(leaf: Leaf): Uint8Array {
  writer.clear().byte(leafPrefix);
  writeLeaf(writer, leaf);
  return sha256(writer.written());
}
