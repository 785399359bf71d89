/**
 * Ends a confirmed action that cannot be run again: as done, as cancelled, or as stuck until staff
 * decide.
 */
import type { Pool } from '../../db/pool.ts';
import { databaseNow } from '../../db/time.ts';
import { type Tx, withTransaction } from '../../db/transaction.ts';
import type { IdSource } from '../../lib/ids.ts';
import { insertDeskMessages, insertMessages, noCustomer } from '../messages/index.ts';
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
  /** Whether cards are posted to a staff channel. */
  readonly desk: { readonly cards: boolean };
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
  await insertMessages(tx, [{ ...message, recipient: discordUserId }], await databaseNow(tx));
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

export function createEnds(tools: UnsettledTools): Pick<PendingService, 'conclude' | 'giveUp'> {
  return {
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
