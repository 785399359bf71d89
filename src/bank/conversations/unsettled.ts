/**
 * Ends a confirmed action that cannot be run again: as done, as cancelled, or as stuck until staff
 * decide.
 */
import type { Pool } from '../../db/pool.ts';
import { databaseNow } from '../../db/time.ts';
import { type Tx, withTransaction } from '../../db/transaction.ts';
import type { IdSource } from '../../lib/ids.ts';
import {
  erasedAmong,
  findRecipients,
  insertDeskMessages,
  insertMessages,
  isKept,
  keepInInbox,
  noCustomer,
} from '../messages/index.ts';
import type * as m from '../model/index.ts';
import { referenceOf, type ReportEvent } from '../model/index.ts';
import type { PendingService } from './service.ts';
import * as store from './store/unsettled.ts';

/** Longer than any process works on an action, however slow its database is. */
export const freshMs = 60_000;

interface UnsettledTools {
  readonly pool: Pool;
  readonly nextId: IdSource;
  readonly report: ReportEvent;
  /** Whether cards, and lines of the log, are posted to staff channels. */
  readonly desk: { readonly cards: boolean; readonly log: boolean };
}

type Ended = 'DONE' | 'CANCELLED';

/** DONE if it has happened, else CANCELLED; notifies its owner. The row must be locked. */
export async function endAndTell(
  tx: Tx,
  { nextId }: { readonly nextId: IdSource },
  row: store.UnsettledRow,
): Promise<Ended> {
  const { id, customerId, discordUserId } = row;
  const ended = (await store.hasHappenedSurely(tx, id)) ? 'DONE' : 'CANCELLED';
  await store.moveUnsettled(tx, id, ended);
  const subject = { kind: 'SETTLED', requestId: id } as const;
  const message = { id: nextId(), customerId: customerId ?? noCustomer, subject };
  // Only a customer has an inbox; one who was erased by this request still hears of it.
  const hasInbox = customerId !== null && (await erasedAmong(tx, [customerId])).size === 0;
  const to = hasInbox ? {} : { recipient: discordUserId };
  await insertMessages(tx, [{ ...message, ...to }], await databaseNow(tx));
  return ended;
}

async function getStuck(tx: Tx, tools: UnsettledTools, row: store.UnsettledRow): Promise<void> {
  await store.moveUnsettled(tx, row.id, 'STUCK');
  if (!tools.desk.cards) return;
  const subject = { kind: 'STUCK', requestId: row.id } as const;
  const message = { id: tools.nextId(), customerId: noCustomer, subject };
  await insertDeskMessages(tx, 'STAFF', [message], await databaseNow(tx));
}

/** Locks the row; null when it is not TAKEN, or taken too recently to be ended. */
async function taken(tx: Tx, id: m.RequestId): Promise<store.UnsettledRow | null> {
  const row = await store.lockUnsettled(tx, id, freshMs);
  return row?.state === 'TAKEN' && !row.isFresh ? row : null;
}

/** The outcome has the id of its request, so that it is in the inbox once. */
async function keepOutcome(
  tools: UnsettledTools,
  requestId: m.RequestId,
  delivery: 'sent' | m.Unreached,
): Promise<void> {
  await withTransaction(tools.pool, async (tx) => {
    const customerId = await store.customerOf(tx, requestId);
    if (customerId === null || (await isKept(tx, requestId))) return;
    const subject = { kind: 'SETTLED', requestId } as const;
    const message = { id: requestId, customerId, subject };
    await keepInInbox(tx, tools, { message, delivery });
  });
}

async function unreached({ pool }: UnsettledTools, requestId: m.RequestId) {
  const customerId = await store.customerOf(pool, requestId);
  if (customerId === null) return null;
  const reach = (await findRecipients(pool, [customerId])).get(customerId)?.reach ?? null;
  return reach === 'FAILED' ? null : reach;
}

export function createEnds(
  tools: UnsettledTools,
): Pick<PendingService, 'conclude' | 'giveUp' | 'keepOutcome' | 'unreached'> {
  return {
    keepOutcome: async (id, delivery) => keepOutcome(tools, id, delivery),
    unreached: async (id) => unreached(tools, id),
    conclude: async (id) =>
      withTransaction(tools.pool, async (tx) => {
        const row = await taken(tx, id);
        return row && endAndTell(tx, tools, row);
      }),
    giveUp: async (id) => {
      const end = await withTransaction(tools.pool, async (tx) => {
        const row = await taken(tx, id);
        if (row === null) return null;
        if (await store.hasHappenedSurely(tx, id)) return endAndTell(tx, tools, row);
        await getStuck(tx, tools, row);
        return 'STUCK';
      });
      if (end === 'STUCK') tools.report({ name: 'stuck', reference: referenceOf(id) });
      return end;
    },
  };
}
