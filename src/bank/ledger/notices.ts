/** The messages that a booking writes, as the policy of each posting's kind says. */
import type { IdSource } from '../../lib/ids.ts';
import type { NewMessage } from '../messages/index.ts';
import { initiatorOf, policyOf } from '../model/index.ts';
import type { BookedPosting, Booking } from './booking.ts';

/**
 * A payment between customers is one row, for the payee and then the payer. Messages about what
 * staff move come from the act itself.
 */
export function noticesOf({ request, postings }: Booking, nextId: IdSource): NewMessage[] {
  if (!initiatorOf(request.initiator.kind).notifies) return [];
  return postings.flatMap((posting) => noticeOf(posting, nextId));
}

function noticeOf({ kind, source, target }: BookedPosting, nextId: IdSource): NewMessage[] {
  const { notice } = policyOf(kind);
  const account = notice === 'MONEY_RECEIVED' ? target : source;
  if (notice === null || account === null) return [];
  const { id: accountId, customerId, lastSeq: seq } = account;
  const channel = notice === 'MONEY_RECEIVED' && source !== null ? 'BOTH' : 'DM';
  return [{ id: nextId(), customerId, subject: { kind: notice, accountId, seq }, channel }];
}
