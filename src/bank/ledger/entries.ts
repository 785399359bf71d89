/** From a booking to the rows of the books: one transaction, one debit, one credit. */
import { assert } from '../../lib/assert.ts';
import type { Booking } from './decide.ts';
import { sourceOf, targetOf } from './request.ts';
import type { EntryRow, TransactionRow } from './store/rows.ts';

/** `ownSeq` is a fresh id: the place of the entry on the bank's own side, if there is one. */
export interface PlacedBooking {
  readonly booking: Booking;
  readonly ownSeq: bigint;
}

function sidesOf({ booking, ownSeq }: PlacedBooking) {
  const { request, source, target } = booking;
  const [sourceId, targetId] = [sourceOf(request), targetOf(request)];
  assert(targetId !== null && sourceId !== targetId, 'a booking has two different sides');
  return {
    sourceId,
    targetId,
    sourceSeq: source?.lastSeq ?? ownSeq,
    targetSeq: target?.lastSeq ?? ownSeq,
  };
}

export function transactionOf(placed: PlacedBooking): TransactionRow {
  const { request, amount } = placed.booking;
  const { sourceId, sourceSeq, targetId, targetSeq } = sidesOf(placed);
  return {
    id: request.requestId,
    kind: request.kind,
    customerId: request.session.customerId,
    sessionId: request.session.id,
    fingerprint: request.fingerprint,
    sourceAccountId: sourceId,
    sourceSeq,
    targetAccountId: targetId,
    targetSeq,
    amount,
    reversesId: request.reverses ?? null,
  };
}

/** The memo stands where a customer reads it, not on the bank's own side. */
export function entriesOf(placed: PlacedBooking): readonly EntryRow[] {
  const { request, amount, source, target } = placed.booking;
  const { sourceId, sourceSeq, targetId, targetSeq } = sidesOf(placed);
  const { requestId: transactionId, kind } = request;
  return [
    {
      accountId: sourceId,
      seq: sourceSeq,
      transactionId,
      kind,
      amount: -BigInt(amount),
      balanceAfter: source?.balance ?? null,
      counterpartyAccountId: targetId,
      memo: source ? request.memo : null,
    },
    {
      accountId: targetId,
      seq: targetSeq,
      transactionId,
      kind,
      amount,
      balanceAfter: target?.balance ?? null,
      counterpartyAccountId: sourceId,
      memo: target ? request.memo : null,
    },
  ];
}

/** The order of the entries' primary key. */
export function byKey(one: EntryRow, other: EntryRow): number {
  if (one.accountId !== other.accountId) return one.accountId < other.accountId ? -1 : 1;
  return one.seq < other.seq ? -1 : 1;
}
