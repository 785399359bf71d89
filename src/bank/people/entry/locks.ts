/** The owner's emergency brake, and how it is released. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Tx } from '../../../db/transaction.ts';
import { elapsedMs } from '../../../lib/clock.ts';
import { changeOnce } from '../../audit/index.ts';
import { recoveryCodeHash } from '../../keys/index.ts';
import { noteOwnAct } from '../../messages/index.ts';
import type * as m from '../../model/index.ts';
import { BankError } from '../../model/index.ts';
import { judgeCode, refusalOf, spend, type Verdict } from '../proofs/codes.ts';
import { forgive, judged } from '../proofs/login-throttle.ts';
import { noteFailure } from '../proofs/proof.ts';
import { findLoginOf, hasRecoveryCode } from '../store/credentials.ts';
import { findCustomer, lockCustomer } from '../store/customers.ts';
import { hasLock, lockAccounts, unlockAccounts } from '../store/locks.ts';
import type { CounterKey } from '../store/login-counters.ts';
import { endLiveSession } from '../store/sessions.ts';
import type { LoginTools } from './login.ts';

/** The owner's lock: nobody can log in and no money can leave, until it is lifted. */
export interface LocksService {
  /** Works without a session. False when it was locked already. Throws NOT_REGISTERED. */
  lock(request: {
    readonly discordUserId: m.DiscordUserId;
    readonly place: m.Place;
  }): Promise<boolean>;
  /**
   * By the password and the code that a login mailed, or a recovery code. False when nothing was
   * locked. Throws LOCKED_OUT, CREDENTIALS_WRONG (also without an account), CODE_EXPIRED,
   * CODE_WRONG.
   */
  unlock(proof: {
    readonly discordUserId: m.DiscordUserId;
    readonly place: m.Place;
    readonly password: string;
    readonly code: m.ProofCode;
  }): Promise<boolean>;
}

const purpose = 'UNLOCK';
type Proof = Parameters<LocksService['unlock']>[0];

async function lock(
  tools: LoginTools,
  { discordUserId, place }: Parameters<LocksService['lock']>[0],
): Promise<boolean> {
  const customerId = await findCustomer(tools.pool, discordUserId);
  if (customerId === null) throw new BankError('NOT_REGISTERED');
  const auditId = tools.nextId();
  return changeOnce(tools, auditId, async (tx) => {
    await lockCustomer(tx, customerId);
    await endLiveSession(tx, customerId, { ...tools.limits, reason: 'LOCKED' });
    if (!(await lockAccounts(tx, customerId))) return false;
    const who = { customerId, discordUserId, place, sessionId: null };
    const action = 'ACCOUNT_LOCKED';
    await noteOwnAct(tx, tools, { ...who, auditId, action });
    return true;
  });
}

/** A recovery code needs nobody to have asked for one; the password has throttled guessing. */
async function judge(
  tx: Tx,
  tools: LoginTools,
  customerId: m.CustomerId,
  { discordUserId, code }: Proof,
): Promise<Verdict> {
  if (code.kind === 'mailed') {
    const verdict = await judgeCode(tx, tools.keys, { purpose, discordUserId }, code);
    // Asked for when this Discord user was somebody else's.
    const foreign = verdict.kind === 'right' && verdict.code.row?.customerId !== customerId;
    return foreign ? { kind: 'none' } : verdict;
  }
  const recoveryHash = recoveryCodeHash(tools.keys, code.text);
  const known = await hasRecoveryCode(tx, customerId, recoveryHash);
  return known
    ? { kind: 'right', code: { row: null, recoveryHash } }
    : { kind: 'wrong', triesLeft: 0 };
}

type Released = Verdict | { readonly kind: 'open' };

async function release(
  tx: Tx,
  tools: LoginTools,
  act: {
    readonly auditId: bigint;
    readonly customerId: m.CustomerId;
    readonly key: CounterKey;
    readonly proof: Proof;
  },
): Promise<Released> {
  const { auditId, customerId, key, proof } = act;
  const { discordUserId, place } = proof;
  await lockCustomer(tx, customerId);
  if (!(await hasLock(tx, customerId))) {
    await forgive(tx, [key]);
    return { kind: 'open' };
  }
  const verdict = await judge(tx, tools, customerId, proof);
  if (verdict.kind !== 'right') return verdict;
  if (!(await spend(tx, customerId, verdict.code))) return { kind: 'none' };
  await unlockAccounts(tx, customerId);
  await forgive(tx, [key]);
  const who = { customerId, discordUserId, place, sessionId: null };
  const action = 'ACCOUNT_UNLOCKED';
  await noteOwnAct(tx, tools, { ...who, auditId, action });
  return verdict;
}

async function unlock(tools: LoginTools, proof: Proof): Promise<boolean> {
  const { pool, clock, passwords, nextId } = tools;
  const { discordUserId: actor } = proof;
  const found = await findLoginOf(pool, actor);
  const target = found?.customerId ?? null;
  const key: CounterKey =
    target === null
      ? { scope: 'PERSON', subject: actor }
      : { scope: 'ACCOUNT', subject: `${target}` };
  const matches = await judged(pool, [key], clock, async () =>
    passwords.verify(proof.password, found),
  );
  if (!matches || target === null) {
    await noteFailure(tools, { key, actor, target, action: 'UNLOCK_FAILED' });
    throw new BankError('CREDENTIALS_WRONG');
  }
  const auditId = nextId();
  const released = await changeOnce(tools, auditId, async (tx) =>
    release(tx, tools, { auditId, customerId: target, key, proof }),
  );
  if (released.kind === 'open') return false;
  if (released.kind === 'right') return true;
  await noteFailure(tools, { key, actor, target, action: 'UNLOCK_FAILED' });
  throw refusalOf(purpose, released);
}

export const createLocks = (tools: LoginTools): LocksService => ({
  lock: async (request) => lock(tools, request),
  unlock: async (proof) => {
    const startedAt = elapsedMs();
    try {
      return await unlock(tools, proof);
    } catch (error) {
      await sleep(Math.max(0, startedAt + tools.loginFloorMs - elapsedMs()));
      throw error;
    }
  },
});
