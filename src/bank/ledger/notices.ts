/** The messages that a booking writes, as the policy of each posting's kind says. */
import type { IdSource } from '../../lib/ids.ts';
import type { NewMessage } from '../messages/index.ts';
import { initiatorOf, policyOf } from '../model/index.ts';
import type { BookedPosting, Booking } from './booking.ts';

/**
 * A payment between customers is one row, for the payee and then the payer. Messages about what
 * staff move come from the act itself.
 */
export function noticesOf(bookings: readonly Booking[], nextId: IdSource): NewMessage[] {
  const notices: NewMessage[] = [];
  for (const { request, postings } of bookings) {
    const { notifies, tellsPayer } = initiatorOf(request.initiator.kind);
    if (!notifies) continue;
    for (const posting of postings) {
      const notice = noticeOf(posting, nextId, tellsPayer);
      if (notice !== null) notices.push(notice);
      addShared(notices, posting, nextId);
    }
  }
  return notices;
}

type Side = NonNullable<BookedPosting['source']>;

const messageOf = (
  kind: 'MONEY_RECEIVED' | 'MONEY_SENT' | 'SHARED_MOVED',
  { id: accountId, customerId, lastSeq: seq }: Side,
  { nextId, channel }: { readonly nextId: IdSource; readonly channel: 'DM' | 'BOTH' | 'SHARED' },
): NewMessage => ({ id: nextId(), customerId, subject: { kind, accountId, seq }, channel });

/** To the customers whose own accounts are concerned. */
function noticeOf(
  posting: BookedPosting,
  nextId: IdSource,
  tellsPayer: boolean,
): NewMessage | null {
  const { notice } = policyOf(posting.kind);
  const account = notice === null ? null : posting[notice.to];
  if (notice === null || account === null) return null;
  const { source: payer } = posting;
  const isForPayer = notice.kind === 'MONEY_RECEIVED' && payer?.isShared === false && tellsPayer;
  // The owner of the pot is no person.
  if (account.isSharedPot) return sharedNotice(account, nextId);
  if (account.isShared) {
    return isForPayer ? messageOf('MONEY_SENT', payer, { nextId, channel: 'DM' }) : null;
  }
  return messageOf(notice.kind, account, { nextId, channel: isForPayer ? 'BOTH' : 'DM' });
}

const sharedNotice = (side: Side, nextId: IdSource): NewMessage =>
  messageOf('SHARED_MOVED', side, { nextId, channel: 'SHARED' });

/** One row for the members of each shared account. */
function addShared(
  notices: NewMessage[],
  { kind, source, target }: BookedPosting,
  nextId: IdSource,
): void {
  // The message about the payment itself suffices.
  if (kind === 'FEE' || kind === 'ROUND_UP') return;
  if (source?.isShared === true) notices.push(sharedNotice(source, nextId));
  if (target?.isShared === true) notices.push(sharedNotice(target, nextId));
}
