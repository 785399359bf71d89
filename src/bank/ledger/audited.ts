/** The audit row of what no session asked for. */
import type { Tx } from '../../db/transaction.ts';
import type { IdSource } from '../../lib/ids.ts';
import { insertAudit } from '../audit/index.ts';
import type * as m from '../model/index.ts';
import { initiatorOf, referenceOf } from '../model/index.ts';
import type { Booking } from './booking.ts';
import { initiatorId, kindOf, principalOf } from './request.ts';

/** Of what no Discord user has done. */
const noActor = '' as m.DiscordUserId;

/** Whether no session asked for it. */
export const isNoted = ({ request }: Booking): boolean =>
  initiatorOf(request.initiator.kind).audits !== null;

/** In the transaction of the booking; nothing where a session asked for it. */
export async function noteBooking(tx: Tx, booking: Booking, nextId: IdSource): Promise<void> {
  const { request, postings, changed } = booking;
  const action = initiatorOf(request.initiator.kind).audits;
  if (action === null) return;
  const principal = changed.find(({ id }) => id === principalOf(request));
  await insertAudit(tx, {
    id: nextId(),
    action,
    actor: noActor,
    target: principal?.customerId ?? null,
    sessionId: null,
    details: {
      movement: kindOf(request),
      amount: `${postings[0].amount}`,
      reference: referenceOf(request.requestId),
      initiator: `${initiatorId(request.initiator)}`,
      ...(principal === undefined ? {} : { account: principal.accountNumber }),
    },
  });
}
