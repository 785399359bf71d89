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
  return postings.flatMap((posting) => [
    ...noticeOf(posting, nextId, tellsPayer),
    ...sharedNotices(posting, nextId),
  ]);
}

type Side = NonNullable<BookedPosting['source']>;

const messageOf = (
  kind: 'MONEY_RECEIVED' | 'MONEY_SENT' | 'SHARED_MOVED',
  { id: accountId, customerId, lastSeq: seq }: Side,
  nextId: IdSource,
): NewMessage => ({ id: nextId(), customerId, subject: { kind, accountId, seq } });

/** To the customers whose own accounts are concerned. */
function noticeOf(posting: BookedPosting, nextId: IdSource, tellsPayer: boolean): NewMessage[] {
  const { notice } = policyOf(posting.kind);
  const account = notice === null ? null : posting[notice.to];
  if (notice === null || account === null) return [];
  const { source: payer } = posting;
  const isForPayer = notice.kind === 'MONEY_RECEIVED' && payer?.isShared === false && tellsPayer;
  // The owner of the pot is no person.
  if (account.isSharedPot) return [sharedNotice(account, nextId)];
  if (account.isShared) {
    return isForPayer ? [{ ...messageOf('MONEY_SENT', payer, nextId), channel: 'DM' }] : [];
  }
  return [{ ...messageOf(notice.kind, account, nextId), channel: isForPayer ? 'BOTH' : 'DM' }];
}

const sharedNotice = (side: Side, nextId: IdSource): NewMessage => ({
  ...messageOf('SHARED_MOVED', side, nextId),
  channel: 'SHARED',
});

/** One row for the members of each shared account. */
function sharedNotices({ kind, source, target }: BookedPosting, nextId: IdSource): NewMessage[] {
  // The message about the payment itself suffices.
  if (kind === 'FEE' || kind === 'ROUND_UP') return [];
  const concerned = [source, target].filter((side) => side?.isShared === true) as readonly Side[];
  return concerned.map((side) => sharedNotice(side, nextId));
}
