import { withTransaction } from '../../../db/transaction.ts';
import { doneOrUnknown, insertAudit } from '../../audit/index.ts';
import type * as m from '../../model/index.ts';
import { BankError } from '../../model/index.ts';
import type { OwnData } from '../details/own.ts';
import { endSession, isLiveSession, recentSessions } from '../store/sessions.ts';
import { logIn, logInByPasskey, type LoginTools, type SessionsService } from './login.ts';

async function logOut({ pool, nextId }: OwnData, session: m.Session): Promise<void> {
  const id = nextId();
  await withTransaction(pool, async (tx) => {
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
  loginByPasskey: async (login) => logInByPasskey(tools, login),
  logout: async (session) => {
    await doneOrUnknown(async () => logOut(tools.own, session));
  },
  recent: async (session, limit) => {
    const { pool, limits } = tools.own;
    if (!(await isLiveSession(pool, session, limits))) throw new BankError('SESSION_EXPIRED');
    return recentSessions(pool, session.customerId, { ...limits, limit });
  },
});
