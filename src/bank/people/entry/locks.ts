/** A customer locks their own account in an emergency, and unlocks it. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Tx } from '../../../db/transaction.ts';
import { elapsedMs } from '../../../lib/clock.ts';
import { type Keys, recoveryCodeHash } from '../../keys/index.ts';
import { noteOwnAct } from '../../messages/index.ts';
import type * as m from '../../model/index.ts';
import { BankError } from '../../model/index.ts';
import { changeOwn, type OwnData } from '../details/own.ts';
import { judgeCode, refusalOf, spend, type Verdict } from '../proofs/codes.ts';
import { type Attempts, forgive } from '../proofs/login-throttle.ts';
import type { Passwords } from '../proofs/password-hashing.ts';
import { findLoginOf, hasRecoveryCode } from '../store/credentials.ts';
import { findCustomer, lockCustomer } from '../store/customers.ts';
import { hasLock, lockAccounts, unlockAccounts } from '../store/locks.ts';
import type { CounterKey } from '../store/login-counters.ts';
import { endLiveSession } from '../store/sessions.ts';

/** The owner's lock: until it is lifted, the customer cannot log in and no money can leave. */
export interface LocksService {
  /** Works without a session. False when it was locked already. Throws NOT_REGISTERED. */
  lock(request: {
    readonly discordUserId: m.DiscordUserId;
    readonly place: m.Place;
  }): Promise<boolean>;
  /**
   * Needs the password and the code that a login mailed, or a recovery code. False when nothing
   * was locked. Throws LOCKED_OUT, CREDENTIALS_WRONG (also without an account), CODE_EXPIRED,
   * CODE_WRONG.
   */
  unlock(proof: {
    readonly discordUserId: m.DiscordUserId;
    readonly place: m.Place;
    readonly password: string;
    readonly code: m.ProofCode;
  }): Promise<boolean>;
}

interface LockTools {
  readonly own: OwnData;
  readonly attempts: Attempts;
  readonly passwords: Passwords;
  readonly loginFloorMs: number;
}

const purpose = 'UNLOCK';
type Proof = Parameters<LocksService['unlock']>[0];

async function lock(
  own: OwnData,
  { discordUserId, place }: Parameters<LocksService['lock']>[0],
): Promise<boolean> {
  const customerId = await findCustomer(own.pool, discordUserId);
  if (customerId === null) throw new BankError('NOT_REGISTERED');
  return changeOwn(own, async (tx, auditId) => {
    await lockCustomer(tx, customerId);
    await endLiveSession(tx, customerId, { ...own.limits, reason: 'LOCKED' });
    if (!(await lockAccounts(tx, customerId))) return false;
    const act = { auditId, action: 'ACCOUNT_LOCKED', sessionId: null } as const;
    await noteOwnAct(tx, own.notify, { ...act, customerId, discordUserId, place });
    return true;
  });
}

/** A recovery code works without a mailed code; the password check before it limits guesses. */
async function judge(
  tx: Tx,
  keys: Keys,
  customerId: m.CustomerId,
  { discordUserId, code }: Proof,
): Promise<Verdict> {
  if (code.kind === 'mailed') {
    const verdict = await judgeCode(tx, keys, { purpose, discordUserId }, code);
    // The code was mailed while this Discord user was bound to another customer.
    const foreign = verdict.kind === 'right' && verdict.code.row?.customerId !== customerId;
    return foreign ? { kind: 'none' } : verdict;
  }
  const recoveryHash = recoveryCodeHash(keys, code.text);
  const known = await hasRecoveryCode(tx, customerId, recoveryHash);
  return known
    ? { kind: 'right', code: { row: null, recoveryHash } }
    : { kind: 'wrong', triesLeft: 0 };
}

type Released = Verdict | { readonly kind: 'open' };

async function release(
  tx: Tx,
  { keys, notify }: OwnData,
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
  const verdict = await judge(tx, keys, customerId, proof);
  if (verdict.kind !== 'right') return verdict;
  if (!(await spend(tx, customerId, verdict.code))) return { kind: 'none' };
  await unlockAccounts(tx, customerId);
  await forgive(tx, [key]);
  const noted = { auditId, action: 'ACCOUNT_UNLOCKED', sessionId: null } as const;
  await noteOwnAct(tx, notify, { ...noted, customerId, discordUserId, place });
  return verdict;
}

async function unlock(tools: LockTools, proof: Proof): Promise<boolean> {
  const { own, attempts, passwords } = tools;
  const { discordUserId: actor } = proof;
  const found = await findLoginOf(own.pool, actor);
  const target = found?.customerId ?? null;
  const key: CounterKey =
    target === null
      ? { scope: 'PERSON', subject: actor }
      : { scope: 'ACCOUNT', subject: `${target}` };
  const failure = { key, actor, target, action: 'UNLOCK_FAILED' } as const;
  const matches = await attempts.judged([key], async () => passwords.verify(proof.password, found));
  if (!matches || target === null) {
    await attempts.noteFailure(failure);
    throw new BankError('CREDENTIALS_WRONG');
  }
  const released = await changeOwn(own, async (tx, auditId) =>
    release(tx, own, { auditId, customerId: target, key, proof }),
  );
  if (released.kind === 'open') return false;
  if (released.kind === 'right') return true;
  await attempts.noteFailure(failure);
  throw refusalOf(purpose, released);
}

export const createLocks = (tools: LockTools): LocksService => ({
  lock: async (request) => lock(tools.own, request),
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
