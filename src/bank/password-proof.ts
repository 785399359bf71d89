/**
 * Proof by password, or by a code of the app, of somebody who is known: throttled as a login is, by
 * the same counter.
 */
import type { Pool } from '../db/pool.ts';
import { withTransaction } from '../db/transaction.ts';
import type { Clock } from '../lib/clock.ts';
import type { IdSource } from '../lib/ids.ts';
import { BankError } from './errors.ts';
import { confirmFailure, forgive, judged } from './login-throttle.ts';
import type * as m from './model.ts';
import { parseAppCode } from './parse/app-code.ts';
import type { Passwords } from './passwords/hashing.ts';
import { insertAudit } from './store/audit.ts';
import { findLoginOf } from './store/credentials.ts';
import type { CounterKey } from './store/login-counters.ts';
import type { Keys } from './secrets.ts';
import { isLiveSession, type SessionLimits } from './store/sessions.ts';
import { findRole } from './store/staff.ts';
import { findTotp } from './store/totp.ts';
import { spendCode } from './totp.ts';

export interface ProofTools {
  readonly pool: Pool;
  readonly nextId: IdSource;
  readonly clock: Clock;
  readonly limits: SessionLimits;
  readonly passwords: Passwords;
  readonly keys: Keys;
  /** Staff with an app prove themselves with it alone. */
  readonly staffTotp: boolean;
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

/** What is confirmed says itself whether it was with a proof. Throws STEP_UP_NEEDED. */
export function assertProved(isProved: boolean | undefined): void {
  if (isProved !== true) throw new BankError('STEP_UP_NEEDED');
}

/** Whether the password will not do, since this is one of the staff and has an app. */
async function needsCode(tools: ProofTools, customerId: m.CustomerId): Promise<boolean> {
  if (!tools.staffTotp || (await findRole(tools.pool, customerId)) === null) return false;
  return (await findTotp(tools.pool, customerId))?.isEnabled === true;
}

/** Throws SESSION_EXPIRED, LOCKED_OUT, TOTP_NEEDED, PASSWORD_WRONG. */
export async function provePassword(
  tools: ProofTools,
  session: m.Session,
  proof: string,
): Promise<void> {
  const { pool, clock, limits, passwords } = tools;
  const { discordUserId, customerId } = session;
  if (!(await isLiveSession(pool, session, limits))) throw new BankError('SESSION_EXPIRED');
  const found = await findLoginOf(pool, discordUserId);
  if (found?.customerId !== customerId) throw new BankError('SESSION_EXPIRED');
  const key: CounterKey = { scope: 'ACCOUNT', subject: `${customerId}` };
  // No password is as short as a code.
  const isCode = parseAppCode(proof).ok;
  if (!isCode && (await needsCode(tools, customerId))) {
    throw new BankError('TOTP_NEEDED', { how: 'Enter the six digits that your app shows.' });
  }
  const verify = async () =>
    isCode ? spendCode(tools, customerId, proof) : passwords.verify(proof, found);
  if (await judged(pool, [key], clock, verify)) {
    await withTransaction(pool, async (tx) => forgive(tx, [key]));
    return;
  }
  const failure = { key, actor: discordUserId, target: customerId, action: 'PASSWORD_REFUSED' };
  await noteFailure(tools, failure);
  throw new BankError('PASSWORD_WRONG');
}
