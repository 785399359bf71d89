/** A customer's requests in the export of their data. */
import type { Pool } from '../../../db/pool.ts';
import type * as m from '../../model/index.ts';
import { exportedGot, exportedMade } from './store/exported.ts';
import { blockedBy } from './store/payers.ts';

const duesMax = 2_000;
const blocksMax = 100;

/**
 * What the customer asked for and was asked for, the newest of each, and the people from whom the
 * customer accepts no requests. Names are those that the customer sees on cards.
 */
export const exportedRequests =
  (pool: Pool) =>
  async (customerId: m.CustomerId): Promise<unknown> => ({
    made: await exportedMade(pool, customerId, duesMax),
    got: await exportedGot(pool, customerId, duesMax),
    notAcceptedFrom: await blockedBy(pool, customerId, blocksMax),
  });
