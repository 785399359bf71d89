import type { Pool } from '../../db/pool.ts';
import type * as m from '../model/index.ts';
import { BankError, pageOf, type SessionLimits } from '../model/index.ts';
import { readAccessLog } from './store/access-log.ts';
import { isLiveSession } from './store/sessions.ts';

const sizeMax = 50;

/** What staff did with the account of the session's customer. Throws SESSION_EXPIRED. */
export type AccessLog = (session: m.Session, range: m.PageRange) => Promise<m.AccessPage>;

export const createAccessLog =
  (pool: Pool, limits: SessionLimits): AccessLog =>
  async (session, range) => {
    if (!(await isLiveSession(pool, session, limits))) throw new BankError('SESSION_EXPIRED');
    return pageOf(range, {
      sizeMax,
      read: async (cursor, limit) => readAccessLog(pool, session.customerId, { cursor, limit }),
      keyOf: ({ id }) => id,
    });
  };
