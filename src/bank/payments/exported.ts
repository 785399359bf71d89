/** What the export of a customer's data has of requests, round-ups, limits and shared accounts. */
import type { Pool } from '../../db/pool.ts';
import { limitsOf } from '../ledger/index.ts';
import type * as m from '../model/index.ts';
import { exportedShared } from '../shared/index.ts';
import { findRoundUps } from './pots/store/round-ups.ts';
import { exportedRequests } from './requests/index.ts';

export const exportedOf = (pool: Pool) => ({
  requests: exportedRequests(pool),
  sharedAccounts: exportedShared(pool),
  roundUps: async (id: m.CustomerId) => findRoundUps(pool, id),
  limits: async (id: m.CustomerId) => limitsOf(pool, id),
});
