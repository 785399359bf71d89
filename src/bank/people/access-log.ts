import type { Pool } from '../../db/pool.ts';
import type { AccountsService } from '../bank.ts';
import { BankError } from '../model/errors.ts';
import { pageOf } from '../model/pages.ts';
import { readAccessLog } from './store/access-log.ts';
import { isLiveSession, type SessionLimits } from './store/sessions.ts';

const sizeMax = 50;

export const createAccessLog =
  (pool: Pool, limits: SessionLimits): AccountsService['accessLog'] =>
  async (session, range) => {
    if (!(await isLiveSession(pool, session, limits))) throw new BankError('SESSION_EXPIRED');
    return pageOf(range, {
      sizeMax,
      read: async (cursor, limit) => readAccessLog(pool, session.customerId, { cursor, limit }),
      keyOf: ({ id }) => id,
    });
  };
