import type { Pool } from '../../db/pool.ts';
import { createAccessLog } from '../people/access-log.ts';
import type { AccountsService } from '../bank.ts';
import { BankError } from '../model/errors.ts';
import { accountsOfSession } from './store/accounts.ts';
import type { SessionLimits } from '../people/store/sessions.ts';

export const createAccounts = (pool: Pool, limits: SessionLimits): AccountsService => ({
  overview: async (session) => {
    const accounts = await accountsOfSession(pool, session, limits);
    // Every customer has an account, so nothing found means that the session is over.
    if (accounts.length === 0) throw new BankError('SESSION_EXPIRED');
    return accounts;
  },
  accessLog: createAccessLog(pool, limits),
});
