/**
 * A proof that it is the person of a session. Until an app is set up that is the password; from
 * then on a code of the app, or a recovery code, which is used up. Throttled as a login is, by the
 * same counter.
 */
import type { Pool } from '../../../db/pool.ts';
import { type Tx, withTransaction } from '../../../db/transaction.ts';
import type { Clock } from '../../../lib/clock.ts';
import type { IdSource } from '../../../lib/ids.ts';
import { seenWithin } from '../../../lib/retry.ts';
import { type AuditActionName, changeOnce, insertAudit, untilKnown } from '../../audit/index.ts';
import { recoveryCodeHash } from '../../keys/index.ts';
import { noteOwnAct, type TellingTools } from '../../messages/index.ts';
import type * as m from '../../model/index.ts';
import { BankError, parseAppCode, parseProofCode, type SessionLimits } from '../../model/index.ts';
import { findLoginOf, type LoginRow, useRecoveryCode } from '../store/credentials.ts';
import type { CounterKey } from '../store/login-counters.ts';
import { isLiveSession } from '../store/sessions.ts';
import { findTotp } from '../store/totp.ts';
import { confirmFailure, forgive, judged } from './login-throttle.ts';
import type { Passwords } from './password-hashing.ts';
import { spendCode } from './totp.ts';

export interface ProofTools extends TellingTools {
  readonly pool: Pool;
  readonly nextId: IdSource;
  readonly clock: Clock;
  readonly limits: SessionLimits;
  readonly passwords: Passwords;
}

/** What is proved once, however often the proof arrives. */
export interface Purpose {
  /** An earlier proof has done it: this one is not looked at and not used up. */
  readonly isDone: () => Promise<boolean>;
  /** In the transaction that accepts the proof. */
  readonly write: (tx: Tx) => Promise<void>;
}

const nothingElse: Purpose = { isDone: async () => false, write: async () => {} };
/** The longest that a proof waits for its twin to be judged. */
const twinWithinMs = 2_000;
const knownWithinMs = 8_000;

/** Counts a failure and writes it down; `action` unless it locks the person out. */
export async function noteFailure(
  tools: Pick<ProofTools, 'pool' | 'nextId'>,
  failure: {
    readonly key: CounterKey;
    readonly actor: m.DiscordUserId;
    readonly target: m.CustomerId | null;
    readonly action: AuditActionName;
  },
): Promise<void> {
  const { key, actor, target } = failure;
  const id = tools.nextId();
  await changeOnce(tools, id, async (tx) => {
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

/** Whether the app, and no longer the password, proves that it is this customer. */
export const provesByApp = async (pool: Pool, customerId: m.CustomerId): Promise<boolean> =>
  (await findTotp(pool, customerId))?.isEnabled === true;

/** False when there is no such code, or it was used before; its owner is told of the use. */
async function spendRecoveryCode(
  tools: ProofTools,
  session: m.Session,
  code: string,
): Promise<boolean> {
  const hash = recoveryCodeHash(tools.keys, code);
  const auditId = tools.nextId();
  return changeOnce(tools, auditId, async (tx) => {
    if (!(await useRecoveryCode(tx, session.customerId, hash))) return false;
    const act = { auditId, action: 'RECOVERY_CODE_USED' as const, sessionId: session.id };
    await noteOwnAct(tx, tools, { ...session, ...act });
    return true;
  });
}

interface Way {
  readonly verify: () => Promise<boolean>;
  /** In the audit. */
  readonly action: AuditActionName;
  readonly refusal: BankError;
}

/** Throws CODE_NEEDED, before anything is judged, for what cannot be a code. */
function byApp(tools: ProofTools, session: m.Session, proof: string): Way {
  const isAppCode = parseAppCode(proof).ok;
  const code = parseProofCode(proof);
  const recovery = code.ok && code.value.kind === 'recovery' ? code.value.text : null;
  if (!isAppCode && recovery === null) throw new BankError('CODE_NEEDED');
  return {
    verify: async () =>
      recovery === null
        ? spendCode(tools, session.customerId, proof)
        : spendRecoveryCode(tools, session, recovery),
    action: 'CODE_REFUSED',
    refusal: new BankError('CODE_WRONG', { hint: { kind: 'APP_OR_RECOVERY_CODE' } }),
  };
}

const byPassword = ({ passwords }: ProofTools, found: LoginRow, proof: string): Way => ({
  verify: async () => passwords.verify(proof, found),
  action: 'PASSWORD_REFUSED',
  refusal: new BankError('PASSWORD_WRONG'),
});

/** Attempts are judged one by one: a twin of a right one is turned away, and need not be. */
async function orDoneByTwin(attempt: Promise<boolean>, isDone: Purpose['isDone']) {
  return attempt.catch(async (error: unknown) => {
    const isTurnedAway = error instanceof BankError && error.code === 'LOCKED_OUT';
    if (isTurnedAway && (await seenWithin(twinWithinMs, isDone))) return true;
    throw error;
  });
}

/** Throws SESSION_EXPIRED, CODE_NEEDED, LOCKED_OUT, and PASSWORD_WRONG or CODE_WRONG. */
export async function proveSelf(
  tools: ProofTools,
  session: m.Session,
  proof: string,
  purpose?: Purpose,
): Promise<void> {
  const { pool, clock, limits } = tools;
  const { discordUserId, customerId } = session;
  if (!(await isLiveSession(pool, session, limits))) throw new BankError('SESSION_EXPIRED');
  const found = await findLoginOf(pool, discordUserId);
  if (found?.customerId !== customerId) throw new BankError('SESSION_EXPIRED');
  const { isDone, write } = purpose ?? nothingElse;
  if (await isDone()) return;
  const way = (await provesByApp(pool, customerId))
    ? byApp(tools, session, proof)
    : byPassword(tools, found, proof);
  const key: CounterKey = { scope: 'ACCOUNT', subject: `${customerId}` };
  const accept = async (): Promise<void> =>
    withTransaction(pool, async (tx) => {
      await forgive(tx, [key]);
      await write(tx);
    });
  const attempt = judged(pool, [key], clock, async () => (await isDone()) || way.verify());
  const isRight = await (purpose === undefined ? attempt : orDoneByTwin(attempt, isDone));
  if (isRight) return untilKnown(accept, { withinMs: knownWithinMs });
  await noteFailure(tools, { key, actor: discordUserId, target: customerId, action: way.action });
  throw way.refusal;
}
