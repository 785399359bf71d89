import { withTransaction } from '../../db/transaction.ts';
import { doneOrUnknown, insertAudit } from '../audit/index.ts';
import type * as m from '../model/index.ts';
import { BankError } from '../model/index.ts';
import { logIn, type LoginTools } from './login.ts';
import { endSession, isLiveSession, recentSessions } from './store/sessions.ts';

export interface SessionsService {
  /**
   * Ends the former session. Throws LOCKED_OUT, CREDENTIALS_WRONG, ACCOUNT_LOCKED (which also
   * mails a code that lifts the lock), BANK_BUSY.
   */
  login(login: {
    readonly discordUserId: m.DiscordUserId;
    readonly place: m.Place;
    readonly accountNumber: m.AccountNumber;
    readonly password: string;
  }): Promise<m.Session>;
  /** Ending an ended session is not an error. */
  logout(session: m.Session): Promise<void>;
  /** The newest logins, the live one first. Throws SESSION_EXPIRED. */
  recent(session: m.Session, limit: number): Promise<readonly m.SessionView[]>;
}

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
