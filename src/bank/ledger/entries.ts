/** From a booking to the rows of the books: each posting is one debit and one credit. */
import type { IdSource } from '../../lib/ids.ts';
import type { Booking } from './booking.ts';
import { customerOf, initiatorId, kindOf } from './request.ts';
import type { EntryRow, PostingRow, TransactionRow } from './store/rows.ts';

export interface PlacedBooking {
  readonly booking: Booking;
  /** For each posting the place of its entry on the bank's own side: a fresh id. */
  readonly ownSeqs: readonly bigint[];
}

export const placed = (booking: Booking, nextId: IdSource): PlacedBooking => ({
  booking,
  ownSeqs: booking.postings.map(({ source, target }) => (source && target ? 0n : nextId())),
});

export function transactionOf({ booking, ownSeqs }: PlacedBooking): TransactionRow {
  const { request, postings } = booking;
  const { sourceId, targetId, source, target, amount } = postings[0];
  const ownSeq = ownSeqs[0]!;
  const { initiator } = request;
  return {
    id: request.requestId,
    kind: kindOf(request),
    customerId: customerOf(initiator),
    initiatorKind: initiator.kind,
    initiatorId: initiatorId(initiator),
    fingerprint: request.fingerprint,
    sourceAccountId: sourceId,
    sourceSeq: source?.lastSeq ?? ownSeq,
    targetAccountId: targetId,
    targetSeq: target?.lastSeq ?? ownSeq,
    amount,
    reversesId: request.links?.reverses ?? null,
  };
}

/** Those that the row of the transaction does not hold. */
export function furtherOf({ booking, ownSeqs }: PlacedBooking): PostingRow[] {
  const { request, postings } = booking;
  if (postings.length === 1) return [];
  return postings.slice(1).map((posting, index) => ({
    transactionId: request.requestId,
    number: index + 2,
    kind: posting.kind,
    sourceAccountId: posting.sourceId,
    sourceSeq: posting.source?.lastSeq ?? ownSeqs[index + 1]!,
    targetAccountId: posting.targetId,
    targetSeq: posting.target?.lastSeq ?? ownSeqs[index + 1]!,
    amount: posting.amount,
  }));
}

/** The memo is on customers' entries, not on the bank's own. */
function addEntries(entries: EntryRow[], { booking, ownSeqs }: PlacedBooking): void {
  const { requestId: transactionId, memo } = booking.request;
  booking.postings.forEach((posting, index) => {
    const { kind, amount, source, target } = posting;
    const ownSeq = ownSeqs[index]!;
    entries.push(
      {
        accountId: posting.sourceId,
        seq: source?.lastSeq ?? ownSeq,
        transactionId,
        kind,
        amount: -amount,
        balanceAfter: source?.balance ?? null,
        counterpartyAccountId: posting.targetId,
        memo: source ? memo : null,
      },
      {
        accountId: posting.targetId,
        seq: target?.lastSeq ?? ownSeq,
        transactionId,
        kind,
        amount,
        balanceAfter: target?.balance ?? null,
        counterpartyAccountId: posting.sourceId,
        memo: target ? memo : null,
      },
    );
  });
}

/** In the order of their key, so that the server fills one page after the other. */
export function entriesOf(rows: readonly PlacedBooking[]): readonly EntryRow[] {
  const entries: EntryRow[] = [];
  for (const row of rows) addEntries(entries, row);
  return entries.sort(byKey);
}

/** The order of the entries' primary key. */
function byKey(one: EntryRow, other: EntryRow): number {
  if (one.accountId !== other.accountId) return one.accountId < other.accountId ? -1 : 1;
  return one.seq < other.seq ? -1 : 1;
}
