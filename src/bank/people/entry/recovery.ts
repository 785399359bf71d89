/**
 * Recovery of a forgotten password. Neither the answer to a request nor its time shows whether the
 * bank found an account.
 */
import { timingSafeEqual } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Tx } from '../../../db/transaction.ts';
import { elapsedMs } from '../../../lib/clock.ts';
import { dayMs } from '../../../lib/durations.ts';
import { insertAudit, placeDetails } from '../../audit/index.ts';
import { noteOwnAct } from '../../messages/index.ts';
import type * as m from '../../model/index.ts';
import { BankError } from '../../model/index.ts';
import { changeOwn, type OwnData } from '../details/own.ts';
import { contactIndexes, unsealDetails } from '../details/sealed.ts';
import {
  issueCode,
  judgeCode,
  refusalOf,
  type RightCode,
  spend,
  tooManyCodes,
} from '../proofs/codes.ts';
import { forgive } from '../proofs/login-throttle.ts';
import type { Passwords } from '../proofs/password-hashing.ts';
import type { JudgePassword } from '../proofs/password-strength.ts';
import { changePasswordHash, type PasswordHash } from '../store/credentials.ts';
import { findCustomer, findDetails, findRecoverable, lockCustomer } from '../store/customers.ts';
import { lowerLimit } from '../store/locks.ts';
import { lockCounter } from '../store/login-counters.ts';
import { endLiveSession } from '../store/sessions.ts';

/** For a customer who has forgotten the password; only the account's Discord user can use it. */
export interface RecoveryService {
  /**
   * Mails a code if account number, e-mail and phone belong to one customer and the caller is
   * that customer's Discord user. The answer and its time are the same otherwise. Throws
   * CODES_TOO_MANY (3 a day for each Discord user).
   */
  request(request: {
    readonly discordUserId: m.DiscordUserId;
    readonly place: m.Place;
    readonly accountNumber: m.AccountNumber;
    readonly email: string;
    readonly phone: string;
  }): Promise<void>;
  /**
   * Sets the password, ends all sessions and lowers the outgoing limit for a day. Needs the newest
   * request's code or a recovery code. Throws PASSWORD_WEAK, CODE_EXPIRED (also after 5 tries),
   * CODE_WRONG.
   */
  complete(proof: {
    readonly discordUserId: m.DiscordUserId;
    readonly place: m.Place;
    readonly code: m.ProofCode;
    readonly password: string;
  }): Promise<void>;
}

const purpose = 'RECOVERY';
const loweredForMs = dayMs;
const counterMs = dayMs;

type Request = Parameters<RecoveryService['request']>[0];
type Proof = Parameters<RecoveryService['complete']>[0];
interface RecoveryTools {
  readonly own: OwnData;
  readonly passwords: Passwords;
  readonly judgePassword: JudgePassword;
  readonly loginFloorMs: number;
}

const weak = (fault: m.PasswordFault): BankError => new BankError('PASSWORD_WEAK', { fault });

async function request(own: OwnData, asked: Request): Promise<void> {
  const { discordUserId, place, email } = asked;
  const found = await findRecoverable(own.pool, asked.accountNumber);
  const indexes = contactIndexes(own.keys, asked);
  const matches =
    found?.discordUserId === discordUserId &&
    timingSafeEqual(found.emailIndex, indexes.emailIndex) &&
    timingSafeEqual(found.phoneIndex, indexes.phoneIndex);
  const match = matches ? { customerId: found.customerId, address: email } : null;
  const issued = await changeOwn(own, async (tx, auditId) => {
    await lockCounter(tx, { scope: 'CODES', subject: discordUserId }, counterMs);
    const result = await issueCode(tx, own.notify, { purpose, discordUserId, match });
    await insertAudit(tx, {
      id: auditId,
      action: result.ok ? 'RECOVERY_ASKED' : 'RECOVERY_REFUSED',
      actor: discordUserId,
      target: found?.customerId ?? null,
      sessionId: null,
      details: { ...placeDetails(place), matched: `${matches}` },
    });
    return result;
  });
  if (!issued.ok) throw tooManyCodes(issued.againInMs);
}

/** The customer for whom the code is right. Throws CODE_EXPIRED and CODE_WRONG. */
async function judge(
  own: OwnData,
  { discordUserId, place, code }: Proof,
): Promise<{ readonly customerId: m.CustomerId; readonly details: m.PersonalDetails }> {
  const judged = await changeOwn(own, async (tx, auditId) => {
    const verdict = await judgeCode(tx, own.keys, { purpose, discordUserId }, code);
    if (verdict.kind === 'none') return { verdict, sealed: null };
    const customerId = verdict.kind === 'right' ? (verdict.code.row?.customerId ?? null) : null;
    if (customerId !== null) return { verdict, sealed: await findDetails(tx, customerId) };
    const details = placeDetails(place);
    const row = { id: auditId, action: 'RECOVERY_CODE_WRONG' as const, actor: discordUserId };
    await insertAudit(tx, { ...row, target: null, sessionId: null, details });
    return { verdict, sealed: null };
  });
  const { verdict, sealed } = judged;
  if (verdict.kind !== 'right') throw refusalOf(purpose, verdict);
  if (sealed === null) throw refusalOf(purpose, { kind: 'none' });
  return { customerId: sealed.customerId, details: unsealDetails(own.keys, sealed) };
}

async function replacePassword(
  tx: Tx,
  own: OwnData,
  change: {
    readonly customerId: m.CustomerId;
    readonly auditId: bigint;
    readonly password: PasswordHash;
    readonly proof: Proof;
    readonly code: RightCode;
  },
): Promise<boolean> {
  const { customerId, auditId, password, proof, code } = change;
  if (!(await spend(tx, customerId, code))) return false;
  await changePasswordHash(tx, customerId, password);
  await endLiveSession(tx, customerId, { ...own.limits, reason: 'RECOVERED' });
  await lowerLimit(tx, customerId, loweredForMs);
  await forgive(tx, [{ scope: 'ACCOUNT', subject: `${customerId}` }]);
  const { discordUserId, place } = proof;
  await noteOwnAct(tx, own.notify, {
    auditId,
    action: 'PASSWORD_RECOVERED',
    customerId,
    discordUserId,
    place,
    sessionId: null,
    details: { by: proof.code.kind },
  });
  return true;
}

async function complete(tools: RecoveryTools, proof: Proof): Promise<void> {
  const { own } = tools;
  const { discordUserId, code } = proof;
  const { customerId, details } = await judge(own, proof);
  const judged = tools.judgePassword(proof.password, details);
  if (!judged.ok) throw weak(judged.reason);
  const password = await tools.passwords.hash(proof.password);
  const changed = await changeOwn(own, async (tx, auditId) => {
    await lockCustomer(tx, customerId);
    // The account may have been bound to another Discord user since the code was asked for.
    if ((await findCustomer(tx, discordUserId)) !== customerId) return false;
    // The code was right before the hashing; it may have been used or replaced since.
    const verdict = await judgeCode(tx, own.keys, { purpose, discordUserId }, code);
    if (verdict.kind !== 'right' || verdict.code.row?.customerId !== customerId) return false;
    const change = { customerId, auditId, password, proof, code: verdict.code };
    return replacePassword(tx, own, change);
  });
  if (!changed) throw refusalOf(purpose, { kind: 'none' });
}

export function createRecovery(tools: RecoveryTools): RecoveryService {
  const { loginFloorMs } = tools;
  /** Answers and refusals take at least this long. */
  const atFloor = async (work: Promise<void>): Promise<void> => {
    const startedAt = elapsedMs();
    try {
      await work;
    } finally {
      await sleep(Math.max(0, startedAt + loginFloorMs - elapsedMs()));
    }
  };
  return {
    request: async (asked) => atFloor(request(tools.own, asked)),
    complete: async (proof) => {
      // Judged before the account is read, so the refusal shows nothing about it.
      const judged = tools.judgePassword(proof.password, null);
      if (!judged.ok) throw weak(judged.reason);
      await atFloor(complete(tools, proof));
    },
  };
}
