/** A customer sets up an authenticator app, and turns it off again. */
import type { Tx } from '../../../db/transaction.ts';
import { changeOnce, insertAudit } from '../../audit/index.ts';
import { noteOwnAct } from '../../messages/index.ts';
import type * as m from '../../model/index.ts';
import { BankError } from '../../model/index.ts';
import { forgive, judged } from '../proofs/login-throttle.ts';
import { assertProved, noteFailure } from '../proofs/proof.ts';
import { newTotp, sealTotp, stepOf } from '../proofs/totp.ts';
import type { CounterKey } from '../store/login-counters.ts';
import { isLiveSession } from '../store/sessions.ts';
import { beginTotp, deleteTotp, enableTotp, findTotp } from '../store/totp.ts';
import { lockOwn, type ProfileTools } from './password-change.ts';

/** The authenticator app. All throw SESSION_EXPIRED. */
export interface SecondFactorService {
  isEnabled(session: m.Session): Promise<boolean>;
  /** A new secret, which proves nothing until confirmed. Throws STEP_UP_NEEDED, TOTP_ENABLED. */
  begin(
    session: m.Session,
    proof: { readonly isProved: boolean },
  ): Promise<{ readonly secret: string; readonly uri: string }>;
  /** Throws TOTP_MISSING, TOTP_ENABLED, LOCKED_OUT, CODE_WRONG. */
  confirm(session: m.Session, code: string): Promise<void>;
  /** Throws STEP_UP_NEEDED, TOTP_MISSING. */
  disable(session: m.Session, proof: { readonly isProved: boolean }): Promise<void>;
}

export interface SecondFactorTools extends ProfileTools {
  readonly bankName: string;
}

const note = async (
  tx: Tx,
  tools: SecondFactorTools,
  session: m.Session,
  act: { readonly auditId: bigint; readonly action: 'TOTP_ENABLED' | 'TOTP_DISABLED' },
): Promise<void> => noteOwnAct(tx, tools, { ...session, ...act, sessionId: session.id });

async function assertLive({ pool, limits }: SecondFactorTools, session: m.Session): Promise<void> {
  if (!(await isLiveSession(pool, session, limits))) throw new BankError('SESSION_EXPIRED');
}

/** Judged like a login, since it may be guessed. */
async function judgeCode(
  tools: SecondFactorTools,
  session: m.Session,
  judge: () => Promise<bigint | null>,
): Promise<bigint> {
  const { customerId, discordUserId } = session;
  const key: CounterKey = { scope: 'ACCOUNT', subject: `${customerId}` };
  const step = await judged(tools.pool, [key], tools.clock, judge);
  if (step !== null) return step;
  const failure = {
    key,
    actor: discordUserId,
    target: customerId,
    action: 'CODE_REFUSED' as const,
  };
  await noteFailure(tools, failure);
  throw new BankError('CODE_WRONG', { next: 'Wait for the next one that the app shows.' });
}

export const createSecondFactor = (tools: SecondFactorTools): SecondFactorService => ({
  isEnabled: async (session) => {
    await assertLive(tools, session);
    return (await findTotp(tools.pool, session.customerId))?.isEnabled === true;
  },
  begin: async (session, { isProved }) => {
    assertProved(isProved);
    const { customerId, discordUserId } = session;
    const made = newTotp(tools.bankName, `account of ${discordUserId.slice(-4)}`);
    const sealed = sealTotp(tools.keys, customerId, made.secret);
    const auditId = tools.nextId();
    return changeOnce(tools, auditId, async (tx) => {
      await lockOwn(tx, tools, session);
      if ((await findTotp(tx, customerId))?.isEnabled === true) throw new BankError('TOTP_ENABLED');
      await beginTotp(tx, customerId, sealed);
      const who = { actor: discordUserId, target: customerId, sessionId: session.id };
      await insertAudit(tx, { id: auditId, action: 'TOTP_BEGUN', ...who, details: {} });
      return made;
    });
  },
  confirm: async (session, code) => {
    await assertLive(tools, session);
    const { customerId } = session;
    const row = await findTotp(tools.pool, customerId);
    if (row === null) throw new BankError('TOTP_MISSING');
    if (row.isEnabled) throw new BankError('TOTP_ENABLED');
    const step = await judgeCode(tools, session, async () =>
      stepOf(tools, customerId, { sealed: row.sealed, code }),
    );
    const auditId = tools.nextId();
    await changeOnce(tools, auditId, async (tx) => {
      await lockOwn(tx, tools, session);
      if (!(await enableTotp(tx, customerId, step))) throw new BankError('TOTP_ENABLED');
      await forgive(tx, [{ scope: 'ACCOUNT', subject: `${customerId}` }]);
      await note(tx, tools, session, { auditId, action: 'TOTP_ENABLED' });
    });
  },
  disable: async (session, { isProved }) => {
    assertProved(isProved);
    const auditId = tools.nextId();
    await changeOnce(tools, auditId, async (tx) => {
      await lockOwn(tx, tools, session);
      if (!(await deleteTotp(tx, session.customerId))) throw new BankError('TOTP_MISSING');
      await note(tx, tools, session, { auditId, action: 'TOTP_DISABLED' });
    });
  },
});
