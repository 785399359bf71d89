/** One side of a posting as its account has it: to its hash a transaction's leaf commits. */
import type { FieldReader, FieldWriter } from './fields.ts';

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

/** First bytes of what is hashed; leaves have 0 and nodes 1. */
export const hashMarks = { details: 2, entry: 3, salts: 4 } as const;

export function writeEntry(writer: FieldWriter, entry: Entry): FieldWriter {
  writer.integer(entry.transactionId).integer(entry.bookedAt).text(entry.kind);
  writer.integer(entry.accountId).integer(entry.seq).integer(entry.counterpartyId);
  return writer.integer(entry.amount).optionalInteger(entry.balanceAfter).optionalText(entry.memo);
}

export const readEntry = (reader: FieldReader): Entry => ({
  transactionId: reader.integer(),
  bookedAt: reader.integer(),
  kind: reader.text(),
  accountId: reader.integer(),
  seq: reader.integer(),
  counterpartyId: reader.integer(),
  amount: reader.integer(),
  balanceAfter: reader.optionalInteger(),
  memo: reader.optionalText(),
});
