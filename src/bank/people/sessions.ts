import { withTransaction } from '../../db/transaction.ts';
import type { SessionsService } from '../bank.ts';
import { BankError } from '../model/errors.ts';
import { logIn, type LoginTools } from './login.ts';
import type * as m from '../model/types.ts';
import { doneOrUnknown } from '../audit/outcome.ts';
import { insertAudit } from '../audit/store/trail.ts';
import { endSession, isLiveSession, recentSessions } from './store/sessions.ts';

async function logOut(tools: LoginTools, session: m.Session): Promise<void> {
  const id = tools.nextId();
  await withTransaction(tools.pool, async (tx) => {
    if (!(await endSession(tx, session))) return;
    await insertAudit(tx, {
      id,
      action: 'LOGGED_OUT',
      actor: session.discordUserId,
      target: session.customerId,
      sessionId: session.id,
      details: {},
    });
  });
}

export const createSessions = (tools: LoginTools): SessionsService => ({
  login: async (login) => logIn(tools, login),
  logout: async (session) => {
    await doneOrUnknown(async () => logOut(tools, session));
  },
  recent: async (session, limit) => {
    const { pool, limits } = tools;
    if (!(await isLiveSession(pool, session, limits))) throw new BankError('SESSION_EXPIRED');
    return recentSessions(pool, session.customerId, { ...limits, limit });
  },
});
