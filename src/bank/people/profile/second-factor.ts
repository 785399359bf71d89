/** A customer sets up an authenticator app, or turns it off. */
import type { Tx } from '../../../db/transaction.ts';
import type { Clock } from '../../../lib/clock.ts';
import { insertAudit } from '../../audit/index.ts';
import { noteOwnAct } from '../../messages/index.ts';
import type * as m from '../../model/index.ts';
import { BankError } from '../../model/index.ts';
import { changeOwn, lockOwn, type OwnData } from '../details/own.ts';
import { type Attempts, forgive } from '../proofs/login-throttle.ts';
import { assertProved } from '../proofs/proof.ts';
import { newTotp, sealTotp, stepOf } from '../proofs/totp.ts';
import type { CounterKey } from '../store/login-counters.ts';
import { isLiveSession } from '../store/sessions.ts';
import { beginTotp, deleteTotp, enableTotp, findTotp } from '../store/totp.ts';

/** The authenticator app. All throw SESSION_EXPIRED. */
export interface SecondFactorService {
  isEnabled(session: m.Session): Promise<boolean>;
  /** Returns a new secret; takes effect at `confirm`. Throws STEP_UP_NEEDED, TOTP_ENABLED. */
  begin(
    session: m.Session,
    proof: { readonly isProved: boolean },
  ): Promise<{ readonly secret: string; readonly uri: string }>;
  /** Throws TOTP_MISSING, TOTP_ENABLED, LOCKED_OUT, CODE_WRONG. */
  confirm(session: m.Session, code: string): Promise<void>;
  /** Throws STEP_UP_NEEDED, TOTP_MISSING. */
  disable(session: m.Session, proof: { readonly isProved: boolean }): Promise<void>;
}

interface SecondFactorTools {
  readonly own: OwnData;
  readonly clock: Clock;
  readonly attempts: Attempts;
  readonly bankName: string;
}

const note = async (
  tx: Tx,
  { notify }: OwnData,
  session: m.Session,
  act: { readonly auditId: bigint; readonly action: 'TOTP_ENABLED' | 'TOTP_DISABLED' },
): Promise<void> => noteOwnAct(tx, notify, { ...session, ...act, sessionId: session.id });

async function assertLive({ pool, limits }: OwnData, session: m.Session): Promise<void> {
  if (!(await isLiveSession(pool, session, limits))) throw new BankError('SESSION_EXPIRED');
}

/** Throttled like a login. Throws LOCKED_OUT, CODE_WRONG. */
async function judgeCode(
  attempts: Attempts,
  session: m.Session,
  judge: () => Promise<bigint | null>,
): Promise<bigint> {
  const { customerId, discordUserId } = session;
  const key: CounterKey = { scope: 'ACCOUNT', subject: `${customerId}` };
  const step = await attempts.judged([key], judge);
  if (step !== null) return step;
  const failed = { actor: discordUserId, target: customerId, action: 'CODE_REFUSED' } as const;
  await attempts.noteFailure({ key, ...failed });
  throw new BankError('CODE_WRONG', { hint: { kind: 'NEXT_APP_CODE' } });
}

export const createSecondFactor = ({
  own,
  clock,
  attempts,
  bankName,
}: SecondFactorTools): SecondFactorService => ({
  isEnabled: async (session) => {
    await assertLive(own, session);
    return (await findTotp(own.pool, session.customerId))?.isEnabled === true;
  },
  begin: async (session, { isProved }) => {
    assertProved(isProved);
    const { customerId, discordUserId } = session;
    const made = newTotp(bankName, `account of ${discordUserId.slice(-4)}`);
    const sealed = sealTotp(own.keys, customerId, made.secret);
    return changeOwn(own, async (tx, auditId) => {
      await lockOwn(tx, own, session);
      if ((await findTotp(tx, customerId))?.isEnabled === true) throw new BankError('TOTP_ENABLED');
      await beginTotp(tx, customerId, sealed);
      const who = { actor: discordUserId, target: customerId, sessionId: session.id };
      await insertAudit(tx, { id: auditId, action: 'TOTP_BEGUN', ...who, details: {} });
      return made;
    });
  },
  confirm: async (session, code) => {
    await assertLive(own, session);
    const { customerId } = session;
    const row = await findTotp(own.pool, customerId);
    if (row === null) throw new BankError('TOTP_MISSING');
    if (row.isEnabled) throw new BankError('TOTP_ENABLED');
    const step = await judgeCode(attempts, session, async () =>
      stepOf(own.keys, customerId, { sealed: row.sealed, code, now: clock.now() }),
    );
    await changeOwn(own, async (tx, auditId) => {
      await lockOwn(tx, own, session);
      if (!(await enableTotp(tx, customerId, step))) throw new BankError('TOTP_ENABLED');
      await forgive(tx, [{ scope: 'ACCOUNT', subject: `${customerId}` }]);
      await note(tx, own, session, { auditId, action: 'TOTP_ENABLED' });
    });
  },
  disable: async (session, { isProved }) => {
    assertProved(isProved);
    await changeOwn(own, async (tx, auditId) => {
      await lockOwn(tx, own, session);
      if (!(await deleteTotp(tx, session.customerId))) throw new BankError('TOTP_MISSING');
      await note(tx, own, session, { auditId, action: 'TOTP_DISABLED' });
    });
  },
});
