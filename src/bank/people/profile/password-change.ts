/** A customer who knows the password changes it, or makes new recovery codes. */
import { databaseNow } from '../../../db/time.ts';
import type { Tx } from '../../../db/transaction.ts';
import { changeOnce } from '../../audit/index.ts';
import { newRecoveryCodes, recoveryCodeHash } from '../../keys/index.ts';
import { noteOwnAct } from '../../messages/index.ts';
import type * as m from '../../model/index.ts';
import { BankError } from '../../model/index.ts';
import { unsealDetails } from '../details/sealed.ts';
import type { LoginTools } from '../entry/login.ts';
import type { CustomersService } from '../entry/registration.ts';
import { proveSelf } from '../proofs/proof.ts';
import {
  changePasswordHash,
  deleteRecoveryCodes,
  findLoginOf,
  insertRecoveryCodes,
} from '../store/credentials.ts';
import { findDetails, lockCustomer } from '../store/customers.ts';
import { endLiveSession, findSession, insertSession, lockLiveSession } from '../store/sessions.ts';

export type ProfileTools = LoginTools & {
  readonly judgePassword: CustomersService['judgePassword'];
};
export interface PasswordChange {
  readonly currentPassword: string;
  readonly password: string;
  readonly place: m.Place;
}

/** In the bank's lock order; throws SESSION_EXPIRED. */
export async function lockOwn(tx: Tx, tools: LoginTools, session: m.Session): Promise<void> {
  await lockCustomer(tx, session.customerId);
  const live = await lockLiveSession(tx, session, tools.limits);
  if (!live) throw new BankError('SESSION_EXPIRED');
}

async function assertStrong(tools: ProfileTools, session: m.Session, change: PasswordChange) {
  const row = await findDetails(tools.pool, session.customerId);
  const details = row && unsealDetails(tools.keys, row);
  const judged = tools.judgePassword(change.password, details);
  if (!judged.ok) throw new BankError('PASSWORD_WEAK', { why: judged.reason });
  const present = await findLoginOf(tools.pool, session.discordUserId);
  if (await tools.passwords.verify(change.password, present)) {
    throw new BankError('PASSWORD_WEAK', { why: 'It is the one you have now.' });
  }
}

export async function changePassword(
  tools: ProfileTools,
  session: m.Session,
  change: PasswordChange,
): Promise<m.Session> {
  const { nextId, limits, passwords } = tools;
  const { customerId, discordUserId } = session;
  const { place } = change;
  await proveSelf(tools, session, change.currentPassword);
  await assertStrong(tools, session, change);
  const password = await passwords.hash(change.password);
  const auditId = nextId();
  const sessionId = nextId() as m.SessionId;
  return changeOnce(tools, auditId, async (tx) => {
    await lockOwn(tx, tools, session);
    await changePasswordHash(tx, customerId, password);
    await endLiveSession(tx, customerId, { ...limits, reason: 'PASSWORD_CHANGED' });
    await insertSession(tx, { id: sessionId, customerId, discordUserId, place });
    const act = { auditId, action: 'PASSWORD_CHANGED' as const };
    await noteOwnAct(tx, tools, { ...act, customerId, discordUserId, place, sessionId });
    const replacing = await findSession(tx, sessionId, limits);
    if (replacing === null) throw new BankError('SESSION_EXPIRED');
    return replacing;
  });
}

export async function renewRecoveryCodes(
  tools: ProfileTools,
  session: m.Session,
  currentPassword: string,
): Promise<readonly string[]> {
  const { customerId } = session;
  await proveSelf(tools, session, currentPassword);
  const codes = newRecoveryCodes();
  const auditId = tools.nextId();
  return changeOnce(tools, auditId, async (tx) => {
    await lockOwn(tx, tools, session);
    await deleteRecoveryCodes(tx, customerId);
    await insertRecoveryCodes(tx, customerId, {
      hashes: codes.map((code) => recoveryCodeHash(tools.keys, code)),
      createdAt: await databaseNow(tx),
    });
    const act = { auditId, action: 'RECOVERY_CODES_RENEWED' as const };
    await noteOwnAct(tx, tools, { ...session, ...act, sessionId: session.id });
    return codes;
  });
}
