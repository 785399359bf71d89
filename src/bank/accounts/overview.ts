import type { Pool } from '../../db/pool.ts';
import type * as m from '../model/index.ts';
import { BankError, type SessionLimits } from '../model/index.ts';
import { accountsOfSession } from './store/accounts.ts';

export interface AccountsService {
  /** The session's accounts, oldest first. */
  overview(session: m.Session): Promise<readonly m.AccountView[]>;
}

export const createAccounts = (pool: Pool, limits: SessionLimits): AccountsService => ({
  overview: async (session) => {
    const accounts = await accountsOfSession(pool, session, limits);
    // Every customer has an account, so no rows mean that the session is over.
    if (accounts.length === 0) throw new BankError('SESSION_EXPIRED');
    return accounts;
  },
});
