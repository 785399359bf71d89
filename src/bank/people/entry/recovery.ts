/**
 * Back in without the password: what finds an account proves nothing, and nothing told from outside
 * says whether an account was found.
 */
import { timingSafeEqual } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Tx } from '../../../db/transaction.ts';
import { elapsedMs } from '../../../lib/clock.ts';
import { dayMs } from '../../../lib/durations.ts';
import { changeOnce, insertAudit, placeDetails } from '../../audit/index.ts';
import { noteOwnAct } from '../../messages/index.ts';
import type * as m from '../../model/index.ts';
import { BankError } from '../../model/index.ts';
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
import { changePasswordHash, type PasswordHash } from '../store/credentials.ts';
import { findCustomer, findDetails, findRecoverable, lockCustomer } from '../store/customers.ts';
import { lowerLimit } from '../store/locks.ts';
import { lockCounter } from '../store/login-counters.ts';
import { endLiveSession } from '../store/sessions.ts';
import type { LoginTools } from './login.ts';
import type { CustomersService } from './registration.ts';

/** For somebody who has forgotten the password; only for the Discord user of the account. */
export interface RecoveryService {
  /**
   * Mails a code where account number, e-mail and phone are one customer's and the asker is their
   * Discord user. The answer and its time are the same whether or not that is so. Throws
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
   * Sets the password by the newest request's code or a recovery code, ends all sessions and lowers
   * the outgoing limit for a day. Throws PASSWORD_WEAK, CODE_EXPIRED (also after 5 tries),
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
type Judge = CustomersService['judgePassword'];
export type RecoveryTools = LoginTools & { readonly judgePassword: Judge };

const weak = (why: string): BankError => new BankError('PASSWORD_WEAK', { why });

async function request(tools: RecoveryTools, asked: Request): Promise<void> {
  const { pool, keys, nextId } = tools;
  const { discordUserId, place, email } = asked;
  const found = await findRecoverable(pool, asked.accountNumber);
  const indexes = contactIndexes(keys, asked);
  const matches =
    found?.discordUserId === discordUserId &&
    timingSafeEqual(found.emailIndex, indexes.emailIndex) &&
    timingSafeEqual(found.phoneIndex, indexes.phoneIndex);
  const match = matches ? { customerId: found.customerId, address: email } : null;
  const auditId = nextId();
  const issued = await changeOnce(tools, auditId, async (tx) => {
    await lockCounter(tx, { scope: 'CODES', subject: discordUserId }, counterMs);
    const result = await issueCode(tx, tools, { purpose, discordUserId, match });
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

/** Whose account it is, once the code was right. Throws CODE_EXPIRED and CODE_WRONG. */
async function judge(
  tools: RecoveryTools,
  { discordUserId, place, code }: Proof,
): Promise<{ readonly customerId: m.CustomerId; readonly details: m.PersonalDetails }> {
  const auditId = tools.nextId();
  const judged = await changeOnce(tools, auditId, async (tx) => {
    const verdict = await judgeCode(tx, tools.keys, { purpose, discordUserId }, code);
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
  return { customerId: sealed.customerId, details: unsealDetails(tools.keys, sealed) };
}

async function replacePassword(
  tx: Tx,
  tools: RecoveryTools,
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
  await endLiveSession(tx, customerId, { ...tools.limits, reason: 'RECOVERED' });
  await lowerLimit(tx, customerId, loweredForMs);
  await forgive(tx, [{ scope: 'ACCOUNT', subject: `${customerId}` }]);
  const { discordUserId, place } = proof;
  await noteOwnAct(tx, tools, {
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
  const { keys, nextId } = tools;
  const { discordUserId, code } = proof;
  const { customerId, details } = await judge(tools, proof);
  const judged = tools.judgePassword(proof.password, details);
  if (!judged.ok) throw weak(judged.reason);
  const password = await tools.passwords.hash(proof.password);
  const auditId = nextId();
  const changed = await changeOnce(tools, auditId, async (tx) => {
    await lockCustomer(tx, customerId);
    // The account may have been bound to another Discord user since the code was asked for.
    if ((await findCustomer(tx, discordUserId)) !== customerId) return false;
    // The code was right before the hashing; it may have been used or replaced since.
    const verdict = await judgeCode(tx, keys, { purpose, discordUserId }, code);
    if (verdict.kind !== 'right' || verdict.code.row?.customerId !== customerId) return false;
    const change = { customerId, auditId, password, proof, code: verdict.code };
    return replacePassword(tx, tools, change);
  });
  if (!changed) throw refusalOf(purpose, { kind: 'none' });
}

export function createRecovery(tools: RecoveryTools): RecoveryService {
  const { loginFloorMs } = tools;
  /** No answer comes earlier, also a refusal: time tells nothing. */
  const atFloor = async (work: Promise<void>): Promise<void> => {
    const startedAt = elapsedMs();
    try {
      await work;
    } finally {
      await sleep(Math.max(0, startedAt + loginFloorMs - elapsedMs()));
    }
  };
  return {
    request: async (asked) => atFloor(request(tools, asked)),
    complete: async (proof) => {
      // Told before anything is looked up, so it tells nothing of an account.
      const judged = tools.judgePassword(proof.password, null);
      if (!judged.ok) throw weak(judged.reason);
      await atFloor(complete(tools, proof));
    },
  };
}
