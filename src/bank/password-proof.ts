/** Proof by password of somebody who is known: throttled as a login is, by the same counter. */
import type { Pool } from '../db/pool.ts';
import { withTransaction } from '../db/transaction.ts';
import type { Clock } from '../lib/clock.ts';
import type { IdSource } from '../lib/ids.ts';
import { BankError } from './errors.ts';
import { confirmFailure, forgive, judged } from './login-throttle.ts';
import type * as m from './model.ts';
import type { Passwords } from './passwords/hashing.ts';
import { insertAudit } from './store/audit.ts';
import { findLoginOf } from './store/credentials.ts';
import type { CounterKey } from './store/login-counters.ts';
import { isLiveSession, type SessionLimits } from './store/sessions.ts';

export interface ProofTools {
  readonly pool: Pool;
  readonly nextId: IdSource;
  readonly clock: Clock;
  readonly limits: SessionLimits;
  readonly passwords: Passwords;
}

/** Counts a failure and writes it down; `action` unless it locks the person out. */
export async function noteFailure(
  tools: Pick<ProofTools, 'pool' | 'nextId'>,
  failure: {
    readonly key: CounterKey;
    readonly actor: m.DiscordUserId;
    readonly target: m.CustomerId | null;
    readonly action: string;
  },
): Promise<void> {
  const { key, actor, target } = failure;
  const id = tools.nextId();
  await withTransaction(tools.pool, async (tx) => {
    const { locked } = await confirmFailure(tx, key);
    const action = locked ? 'LOCKED_OUT' : failure.action;
    const details = { counted: key.scope };
    await insertAudit(tx, { id, action, actor, target, sessionId: null, details });
  });
}

/** Throws SESSION_EXPIRED, LOCKED_OUT, PASSWORD_WRONG. */
export async function provePassword(
  tools: ProofTools,
  session: m.Session,
  password: string,
): Promise<void> {
  const { pool, clock, limits, passwords } = tools;
  const { discordUserId, customerId } = session;
  if (!(await isLiveSession(pool, session, limits))) throw new BankError('SESSION_EXPIRED');
  const found = await findLoginOf(pool, discordUserId);
  if (found?.customerId !== customerId) throw new BankError('SESSION_EXPIRED');
  const key: CounterKey = { scope: 'ACCOUNT', subject: `${customerId}` };
  const verify = async () => passwords.verify(password, found);
  if (await judged(pool, [key], clock, verify)) {
    await withTransaction(pool, async (tx) => forgive(tx, [key]));
    return;
  }
  const failure = { key, actor: discordUserId, target: customerId, action: 'PASSWORD_REFUSED' };
  await noteFailure(tools, failure);
  throw new BankError('PASSWORD_WRONG');
}
