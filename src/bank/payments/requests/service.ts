/** Requests as customers use them. */
import type { Pool, Reader } from '../../../db/pool.ts';
import { withTransaction } from '../../../db/transaction.ts';
import type { IdSource } from '../../../lib/ids.ts';
import { readDone } from '../../audit/index.ts';
import type * as m from '../../model/index.ts';
import { BankError } from '../../model/index.ts';
import { lockLiveSession } from '../../people/index.ts';
import { makeRequest, quoteRequest } from './asking.ts';
import { createBlocks } from './blocking.ts';
import { cancelRequest, declineDue, remindPayers } from './ending.ts';
import type { RequestsService } from './offered.ts';
import { findRequest } from './store/requests.ts';
import { assertReads, createViews, dueShownTo, shownTo } from './viewing.ts';

export function createRequests(tools: {
  readonly pool: Pool;
  readonly nextId: IdSource;
  readonly limits: m.SessionLimits;
  readonly currency: m.Currency;
}): RequestsService {
  const { pool, nextId, limits } = tools;
  const reads = async (reader: Reader, session: m.Session) => assertReads(reader, session, limits);
  /** A session that only reads changes something only with a proof. */
  const changes = async (reader: Reader, session: m.Session, isProved = false) => {
    await reads(reader, session);
    if (isProved) return;
    const moves = await withTransaction(pool, async (tx) => lockLiveSession(tx, session, limits));
    if (!moves) throw new BankError('STEP_UP_NEEDED');
  };
  const asking = { pool, nextId, assertReads: reads };
  const views = createViews(tools);
  const { due } = views;
  return {
    ...views,
    ...createBlocks(tools),
    quote: async (session, wanted) => quoteRequest(asking, session, wanted),
    create: async (session, { isProved, ...order }) => {
      await changes(pool, session, isProved);
      await makeRequest(asking, session, order);
      return readDone(async () => shownTo(pool, session.customerId, order.requestId));
    },
    remind: async (session, { isProved, ...reminder }) => {
      await changes(pool, session, isProved);
      return remindPayers({ pool, nextId }, session.customerId, reminder);
    },
    cancel: async (session, id, isProved) => {
      await changes(pool, session, isProved);
      return cancelRequest({ pool, nextId }, session.customerId, id);
    },
    decline: async (session, dueId) => {
      const { request } = await due(session, dueId);
      const found = await findRequest(pool, request.id);
      if (found === null) throw new BankError('REQUEST_UNKNOWN');
      await declineDue({ pool, nextId }, session.customerId, { id: dueId, asker: found.asker });
      return readDone(async () => dueShownTo(pool, session.customerId, dueId));
    },
  };
}
