/** Many bookings inside a transaction of another room: all of them, or none. */
import { inParts } from '../../db/parts.ts';
import type { Tx } from '../../db/transaction.ts';
import type { IdSource } from '../../lib/ids.ts';
import type * as m from '../model/index.ts';
import { moneyMax } from '../model/index.ts';
import { bookAll } from './batch.ts';
import type { LedgerRules } from './decide.ts';
import type { LedgerRequest } from './request.ts';

/** A batch locks its accounts with one statement. */
const batchMax = 500;

/** What asks has no session, and no limits. */
const rulesOf = (currency: m.Currency): LedgerRules => ({
  currency,
  limitPerTransaction: moneyMax,
  limitPerDay: moneyMax,
  idleMs: 0,
  absoluteMs: 0,
  readMs: 0,
});

/**
 * The requests must have fresh ids and an initiator without session and limits. They are booked in
 * the order of their accounts' ids. Throws a BankError for the first that is refused; the caller
 * must then roll back. Returns for each request the place of its entry on the customer's account.
 */
export async function bookTogether(
  tx: Tx,
  tools: { readonly nextId: IdSource; readonly currency: m.Currency },
  requests: readonly LedgerRequest[],
): Promise<ReadonlyMap<m.RequestId, bigint>> {
  const rules = rulesOf(tools.currency);
  const seqs = new Map<m.RequestId, bigint>();
  for (const batch of inParts(requests, batchMax)) {
    const bookings = await bookAll(tx, { nextId: tools.nextId, rules }, batch);
    for (const { request, postings } of bookings) {
      const [{ source, target }] = postings;
      seqs.set(request.requestId, (target ?? source)?.lastSeq ?? 0n);
    }
  }
  return seqs;
}
