/**
 * Proves that the person asking is the session's customer: by the password until an authenticator
 * app is set up, then by a code of the app or a recovery code, which is used up. Wrong proofs count
 * like failed logins.
 */
import type { Pool } from '../../../db/pool.ts';
import { type Tx, withTransaction } from '../../../db/transaction.ts';
import type { Clock } from '../../../lib/clock.ts';
import { seenWithin } from '../../../lib/retry.ts';
import { type AuditActionName, untilKnown } from '../../audit/index.ts';
import { recoveryCodeHash } from '../../keys/index.ts';
import { noteOwnAct } from '../../messages/index.ts';
import type * as m from '../../model/index.ts';
import { BankError, parseAppCode, parseProofCode } from '../../model/index.ts';
import { changeOwn, type OwnData } from '../details/own.ts';
import { findLoginOf, type LoginRow, useRecoveryCode } from '../store/credentials.ts';
import type { CounterKey } from '../store/login-counters.ts';
import { isLiveSession, proveSession } from '../store/sessions.ts';
import { findTotp } from '../store/totp.ts';
import { type PasskeyProof, type Proof } from '../passkeys/challenge.ts';
import { refuseClone } from '../passkeys/clone.ts';
import { type PageAddress, verifyPasskey } from '../passkeys/verify.ts';
import { type Attempts, forgive } from './login-throttle.ts';
import type { Passwords } from './password-hashing.ts';
import { spendCode } from './totp.ts';

interface ProofTools {
  readonly own: OwnData;
  readonly clock: Clock;
  readonly attempts: Attempts;
  readonly passwords: Passwords;
  readonly page: PageAddress | null;
}

/** What a proof is for, where the same proof may arrive twice. */
export interface Purpose {
  /** True once an earlier proof was accepted; the new one is then neither judged nor used up. */
  readonly isDone: () => Promise<boolean>;
  /** Runs in the transaction that accepts the proof. */
  readonly write: (tx: Tx) => Promise<void>;
  /** What a passkey must have signed. */
  readonly about?: string;
}

/**
 * A right proof also begins the session's time for moving money anew. Throws SESSION_EXPIRED,
 * CODE_NEEDED, LOCKED_OUT, and PASSWORD_WRONG, CODE_WRONG, PASSKEY_WRONG or PASSKEY_CLONED.
 */
export type Prove = (session: m.Session, proof: Proof, purpose?: Purpose) => Promise<void>;

const noPurpose: Purpose = { isDone: async () => false, write: async () => {} };
/** How long a proof waits for the same proof, sent twice, to be judged. */
const twinWithinMs = 2_000;
const knownWithinMs = 8_000;

/** Throws STEP_UP_NEEDED. */
export function assertProved(isProved: boolean | undefined): void {
  if (isProved !== true) throw new BankError('STEP_UP_NEEDED');
}

/** Whether the customer proves themselves by an authenticator app instead of the password. */
export const provesByApp = async (pool: Pool, customerId: m.CustomerId): Promise<boolean> =>
  (await findTotp(pool, customerId))?.isEnabled === true;

/** False when there is no such code, or it was used before. Notifies the customer of the use. */
async function spendRecoveryCode(own: OwnData, session: m.Session, code: string): Promise<boolean> {
  const hash = recoveryCodeHash(own.keys, code);
  return changeOwn(own, async (tx, auditId) => {
    if (!(await useRecoveryCode(tx, session.customerId, hash))) return false;
    const act = { auditId, action: 'RECOVERY_CODE_USED' as const, sessionId: session.id };
    await noteOwnAct(tx, own.notify, { ...session, ...act });
    return true;
  });
}

interface Way {
  readonly verify: () => Promise<boolean>;
  /** The audit action of a wrong proof. */
  readonly action: AuditActionName;
  readonly refusal: BankError;
  /** Valid once: of the same right proof sent twice, the second is wrong. */
  readonly isSingleUse: boolean;
}

/** Throws CODE_NEEDED when the proof has the form of neither code. */
function byApp({ own, clock }: ProofTools, session: m.Session, proof: string): Way {
  const isAppCode = parseAppCode(proof).ok;
  const code = parseProofCode(proof);
  const recovery = code.ok && code.value.kind === 'recovery' ? code.value.text : null;
  if (!isAppCode && recovery === null) throw new BankError('CODE_NEEDED');
  return {
    verify: async () =>
      recovery === null
        ? spendCode(own, session.customerId, { code: proof, now: clock.now() })
        : spendRecoveryCode(own, session, recovery),
    action: 'CODE_REFUSED',
    refusal: new BankError('CODE_WRONG', { hint: { kind: 'APP_OR_RECOVERY_CODE' } }),
    isSingleUse: true,
  };
}

const byPassword = ({ passwords }: ProofTools, found: LoginRow, proof: string): Way => ({
  verify: async () => passwords.verify(proof, found),
  action: 'PASSWORD_REFUSED',
  refusal: new BankError('PASSWORD_WRONG'),
  isSingleUse: false,
});

/** A passkey proves its owner also where an authenticator app is set up. */
function byPasskey(
  { own, page }: ProofTools,
  session: m.Session,
  given: { readonly proof: PasskeyProof; readonly about: string },
): Way {
  return {
    verify: async () => {
      const { customerId } = session;
      const verdict = await verifyPasskey(own.pool, page, { customerId, ...given });
      if (verdict === 'CLONED') await refuseClone(own, session);
      return verdict === 'RIGHT';
    },
    action: 'PASSKEY_REFUSED',
    refusal: new BankError('PASSKEY_WRONG'),
    isSingleUse: true,
  };
}

/** Of the same right proof sent twice, one is refused as LOCKED_OUT: it waits for the other. */
async function orDoneByTwin(attempt: Promise<boolean>, isDone: Purpose['isDone']) {
  return attempt.catch(async (error: unknown) => {
    const isLockedOut = error instanceof BankError && error.code === 'LOCKED_OUT';
    if (isLockedOut && (await seenWithin(twinWithinMs, isDone))) return true;
    throw error;
  });
}

export function createProve(tools: ProofTools): Prove {
  const { attempts } = tools;
  const { pool, limits } = tools.own;
  return async (session, proof, purpose) => {
    const { discordUserId, customerId } = session;
    if (!(await isLiveSession(pool, session, limits))) throw new BankError('SESSION_EXPIRED');
    const found = await findLoginOf(pool, discordUserId);
    if (found?.customerId !== customerId) throw new BankError('SESSION_EXPIRED');
    const { isDone, write } = purpose ?? noPurpose;
    if (await isDone()) return;
    const { verify, action, refusal, isSingleUse } =
      typeof proof !== 'string'
        ? byPasskey(tools, session, { proof, about: purpose?.about ?? '' })
        : (await provesByApp(pool, customerId))
          ? byApp(tools, session, proof)
          : byPassword(tools, found, proof);
    const key: CounterKey = { scope: 'ACCOUNT', subject: `${customerId}` };
    const accept = async (): Promise<void> =>
      withTransaction(pool, async (tx) => {
        // In the lock order of a login: sessions, then counters.
        await proveSession(tx, session.id);
        await forgive(tx, [key]);
        await write(tx);
      });
    const attempt = attempts.judged([key], async () => (await isDone()) || verify());
    const isRight = await (purpose === undefined ? attempt : orDoneByTwin(attempt, isDone));
    // A used code may be the same one that another request is having accepted.
    const waitMs = isSingleUse && purpose !== undefined ? twinWithinMs : 0;
    if (isRight || (await seenWithin(waitMs, isDone))) {
      return untilKnown(accept, { withinMs: knownWithinMs });
    }
    await attempts.noteFailure({ key, actor: discordUserId, target: customerId, action });
    throw refusal;
  };
}
