import type { Pool } from '../../db/pool.ts';
import type * as m from '../model/index.ts';
import { BankError, type SessionLimits } from '../model/index.ts';
import { accountsOfSession } from './store/accounts.ts';

export interface AccountsService {
  /** The session's accounts, the main one first, then the oldest. Closed ones are among them. */
  overview(session: m.Session): Promise<readonly m.OwnAccount[]>;
}

export const createAccounts = (pool: Pool, limits: SessionLimits): AccountsService => ({
  overview: async (session) => {
    const accounts = await accountsOfSession(pool, session, limits);
    // Every customer has an account, so no rows mean that the session is over.
    if (accounts.length === 0) throw new BankError('SESSION_EXPIRED');
    return accounts;
  },
});
