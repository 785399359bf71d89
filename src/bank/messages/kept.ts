/** What becomes of a notice that Discord took, or did not take, outside of the outbox's senders. */
import { databaseNow } from '../../db/time.ts';
import type { Tx } from '../../db/transaction.ts';
import type { IdSource } from '../../lib/ids.ts';
import type * as m from '../model/index.ts';
import { endAll, endMessages } from './store/ends.ts';
import {
  erasedAmong,
  insertDeskMessages,
  insertMessages,
  type NewMessage,
} from './store/outbox.ts';
import { noteUnreached } from './store/reach.ts';

export interface KeepingTools {
  readonly nextId: IdSource;
  /** Whether lines are posted to the staff's log. */
  readonly desk: { readonly log: boolean };
}

/** Discord takes no messages to the customer; staff read of it once. `news`: notices kept now. */
export async function noteReach(
  tx: Tx,
  { nextId, desk }: KeepingTools,
  {
    customerId,
    reach,
    news,
  }: {
    readonly customerId: m.CustomerId;
    readonly reach: m.Unreached;
    readonly news: number;
  },
): Promise<void> {
  const waiting = reach === 'FAILED' ? 0 : await endAll(tx, customerId, reach);
  const isFirst = await noteUnreached(tx, customerId, { reach, news: news + waiting });
  // That a person accepts no messages is their own choice.
  if (!isFirst || reach === 'CLOSED' || !desk.log) return;
  const subject = { kind: 'UNREACHED', customerId } as const;
  const message = { id: nextId(), customerId, subject };
  await insertDeskMessages(tx, 'LOG', [message], await databaseNow(tx));
}

/** Straight into the inbox of its owner; nothing for an erased customer. */
export async function keepInInbox(
  tx: Tx,
  tools: KeepingTools,
  {
    message,
    delivery,
  }: {
    readonly message: Omit<NewMessage, 'recipient' | 'channel'>;
    readonly delivery: 'sent' | m.Unreached;
  },
): Promise<void> {
  const { id, customerId } = message;
  if ((await erasedAmong(tx, [customerId])).size > 0) return;
  await insertMessages(tx, [message], await databaseNow(tx));
  await endMessages(tx, [id], delivery === 'sent' ? 'SENT' : delivery);
  if (delivery !== 'sent') await noteReach(tx, tools, { customerId, reach: delivery, news: 1 });
}
