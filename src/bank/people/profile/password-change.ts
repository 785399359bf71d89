/** A customer changes the password, or replaces the recovery codes. */
import { databaseNow } from '../../../db/time.ts';
import { newRecoveryCodes, recoveryCodeHash } from '../../keys/index.ts';
import { noteOwnAct } from '../../messages/index.ts';
import type * as m from '../../model/index.ts';
import { BankError } from '../../model/index.ts';
import { changeOwn, lockOwn, type OwnData } from '../details/own.ts';
import { unsealDetails } from '../details/sealed.ts';
import type { Passwords } from '../proofs/password-hashing.ts';
import type { JudgePassword } from '../proofs/password-strength.ts';
import type { Prove } from '../proofs/proof.ts';
import {
  changePasswordHash,
  deleteRecoveryCodes,
  findLoginOf,
  insertRecoveryCodes,
} from '../store/credentials.ts';
import { findDetails } from '../store/customers.ts';
import { endLiveSession, findSession, insertSession } from '../store/sessions.ts';

export interface ProfileTools {
  readonly own: OwnData;
  readonly prove: Prove;
  readonly passwords: Passwords;
  readonly judgePassword: JudgePassword;
}

export interface PasswordChange {
  readonly currentPassword: string;
  readonly password: string;
  readonly place: m.Place;
}

async function assertStrong(tools: ProfileTools, session: m.Session, change: PasswordChange) {
  const { pool, keys } = tools.own;
  const row = await findDetails(pool, session.customerId);
  const details = row && unsealDetails(keys, row);
  const judged = tools.judgePassword(change.password, details);
  if (!judged.ok) throw new BankError('PASSWORD_WEAK', { fault: judged.reason });
  const present = await findLoginOf(pool, session.discordUserId);
  if (await tools.passwords.verify(change.password, present)) {
    throw new BankError('PASSWORD_WEAK', { fault: { kind: 'UNCHANGED' } });
  }
}

export async function changePassword(
  tools: ProfileTools,
  session: m.Session,
  change: PasswordChange,
): Promise<m.Session> {
  const { own, passwords } = tools;
  const { limits, notify } = own;
  const { customerId, discordUserId } = session;
  const { place } = change;
  await tools.prove(session, change.currentPassword);
  await assertStrong(tools, session, change);
  const password = await passwords.hash(change.password);
  const sessionId = own.nextId() as m.SessionId;
  return changeOwn(own, async (tx, auditId) => {
    await lockOwn(tx, own, session);
    await changePasswordHash(tx, customerId, password);
    await endLiveSession(tx, customerId, { ...limits, reason: 'PASSWORD_CHANGED' });
    await insertSession(tx, { id: sessionId, customerId, discordUserId, place });
    const act = { auditId, action: 'PASSWORD_CHANGED' as const };
    await noteOwnAct(tx, notify, { ...act, customerId, discordUserId, place, sessionId });
    const replacing = await findSession(tx, sessionId, limits);
    if (replacing === null) throw new BankError('SESSION_EXPIRED');
    return replacing;
  });
}

export async function renewRecoveryCodes(
  { own, prove }: ProfileTools,
  session: m.Session,
  currentPassword: string,
): Promise<readonly string[]> {
  const { customerId } = session;
  await prove(session, currentPassword);
  const codes = newRecoveryCodes();
  return changeOwn(own, async (tx, auditId) => {
    await lockOwn(tx, own, session);
    await deleteRecoveryCodes(tx, customerId);
    await insertRecoveryCodes(tx, customerId, {
      hashes: codes.map((code) => recoveryCodeHash(own.keys, code)),
      createdAt: await databaseNow(tx),
    });
    const act = { auditId, action: 'RECOVERY_CODES_RENEWED' as const };
    await noteOwnAct(tx, own.notify, { ...session, ...act, sessionId: session.id });
    return codes;
  });
}
