/** From a booking to the rows of the books: each posting is one debit and one credit. */
import type { IdSource } from '../../lib/ids.ts';
import type { Booking, BookedPosting } from './booking.ts';
import { customerOf, initiatorId, kindOf } from './request.ts';
import type { EntryRow, PostingRow, TransactionRow } from './store/rows.ts';

/** A posting with the place of both its entries: on the bank's own side, a fresh id. */
interface PlacedPosting extends BookedPosting {
  readonly sourceSeq: bigint;
  readonly targetSeq: bigint;
}

export interface PlacedBooking {
  readonly booking: Booking;
  readonly postings: readonly PlacedPosting[];
}

export const placed = (booking: Booking, nextId: IdSource): PlacedBooking => ({
  booking,
  postings: booking.postings.map((posting) => ({
    kind: posting.kind,
    sourceId: posting.sourceId,
    targetId: posting.targetId,
    amount: posting.amount,
    source: posting.source,
    target: posting.target,
    sourceSeq: posting.source?.lastSeq ?? nextId(),
    targetSeq: posting.target?.lastSeq ?? nextId(),
  })),
});

export function transactionOf({ booking: { request }, postings }: PlacedBooking): TransactionRow {
  const { sourceId, sourceSeq, targetId, targetSeq, amount } = postings[0]!;
  const { initiator } = request;
  return {
    id: request.requestId,
    kind: kindOf(request),
    customerId: customerOf(initiator),
    initiatorKind: initiator.kind,
    initiatorId: initiatorId(initiator),
    fingerprint: request.fingerprint,
    sourceAccountId: sourceId,
    sourceSeq,
    targetAccountId: targetId,
    targetSeq,
    amount,
    reversesId: request.links?.reverses ?? null,
  };
}

/** Those that the row of the transaction does not hold. */
export const furtherOf = ({ booking: { request }, postings }: PlacedBooking): PostingRow[] =>
  postings.slice(1).map((posting, index) => ({
    transactionId: request.requestId,
    number: index + 2,
    kind: posting.kind,
    sourceAccountId: posting.sourceId,
    sourceSeq: posting.sourceSeq,
    targetAccountId: posting.targetId,
    targetSeq: posting.targetSeq,
    amount: posting.amount,
  }));

/** The memo is on customers' entries, not on the bank's own. */
export function entriesOf({ booking: { request }, postings }: PlacedBooking): EntryRow[] {
  const { requestId: transactionId, memo } = request;
  const entries: EntryRow[] = [];
  for (const { kind, amount, source, target, ...at } of postings) {
    entries.push(
      {
        accountId: at.sourceId,
        seq: at.sourceSeq,
        transactionId,
        kind,
        amount: -amount,
        balanceAfter: source?.balance ?? null,
        counterpartyAccountId: at.targetId,
        memo: source ? memo : null,
      },
      {
        accountId: at.targetId,
        seq: at.targetSeq,
        transactionId,
        kind,
        amount,
        balanceAfter: target?.balance ?? null,
        counterpartyAccountId: at.sourceId,
        memo: target ? memo : null,
      },
    );
  }
  return entries;
}

/** The order of the entries' primary key. */
export function byKey(one: EntryRow, other: EntryRow): number {
  if (one.accountId !== other.accountId) return one.accountId < other.accountId ? -1 : 1;
  return one.seq < other.seq ? -1 : 1;
}
