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
  const { tellsPayer } = initiatorOf(request.initiator.kind);
  return postings.flatMap((posting) => noticeOf(posting, nextId, tellsPayer));
}

function noticeOf(posting: BookedPosting, nextId: IdSource, tellsPayer: boolean): NewMessage[] {
  const { notice } = policyOf(posting.kind);
  const account = notice === null ? null : posting[notice.to];
  if (notice === null || account === null) return [];
  const { id: accountId, customerId, lastSeq: seq } = account;
  const { kind } = notice;
  const isForBoth = kind === 'MONEY_RECEIVED' && posting.source !== null && tellsPayer;
  const channel = isForBoth ? 'BOTH' : 'DM';
  return [{ id: nextId(), customerId, subject: { kind, accountId, seq }, channel }];
}
