/** Logging in: every wrong login gets the same answer after the same time. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Tx } from '../../../db/transaction.ts';
import { elapsedMs } from '../../../lib/clock.ts';
import { insertAudit } from '../../audit/index.ts';
import { tellOwner } from '../../messages/index.ts';
import type * as m from '../../model/index.ts';
import { BankError } from '../../model/index.ts';
import { changeOwn, type OwnData } from '../details/own.ts';
import { unsealDetails } from '../details/sealed.ts';
import { aboutPerson, type PasskeyProof } from '../passkeys/challenge.ts';
import { refuseClone } from '../passkeys/clone.ts';
import { type PageAddress, verifyPasskey } from '../passkeys/verify.ts';
import { issueCode } from '../proofs/codes.ts';
import { type Attempts, type CounterKeys, forgive } from '../proofs/login-throttle.ts';
import type { Passwords } from '../proofs/password-hashing.ts';
import {
  findLogin,
  findLoginOf,
  lockCredential,
  type LoginRow,
  type PasswordHash,
  replaceHash,
} from '../store/credentials.ts';
import { findDetails, lockCustomer } from '../store/customers.ts';
import { hasLock } from '../store/locks.ts';
import type { CounterKey } from '../store/login-counters.ts';
import * as store from '../store/sessions.ts';

interface Asking {
  readonly discordUserId: m.DiscordUserId;
  readonly place: m.Place;
}

export interface SessionsService {
  /**
   * Ends the former session. Throws LOCKED_OUT, CREDENTIALS_WRONG, ACCOUNT_LOCKED (and mails a
   * code that lifts the lock), BANK_BUSY.
   */
  login(
    login: Asking & { readonly accountNumber: m.AccountNumber; readonly password: string },
  ): Promise<m.Session>;
  /** As `login`, for the customer of the Discord user. Throws PASSKEY_WRONG, PASSKEY_CLONED too. */
  loginByPasskey(login: Asking & { readonly passkey: PasskeyProof }): Promise<m.Session>;
  /** Ending an ended session is not an error. */
  logout(session: m.Session): Promise<void>;
  /** The newest logins, the live one first. Throws SESSION_EXPIRED. */
  recent(session: m.Session, limit: number): Promise<readonly m.SessionView[]>;
}

export interface LoginTools {
  readonly own: OwnData;
  readonly attempts: Attempts;
  readonly passwords: Passwords;
  readonly page: PageAddress | null;
  /** A refusal takes at least this long, so that its time does not show what was wrong. */
  readonly loginFloorMs: number;
}

export type Login = Parameters<SessionsService['login']>[0];

/** Failures of the account's own Discord user count on the account, other people's on them. */
function counterKeys(login: Asking, bound: LoginRow | null): CounterKeys {
  const person: CounterKey = { scope: 'PERSON', subject: login.discordUserId };
  return bound ? [{ scope: 'ACCOUNT', subject: `${bound.customerId}` }, person] : [person];
}

/** What a login writes; the session's id is made before the first attempt. */
interface Opening {
  readonly login: Asking;
  readonly found: LoginRow;
  readonly keys: CounterKeys;
  readonly sessionId: m.SessionId;
  readonly auditId: bigint;
  /** The new hash, where the stored one is outdated. */
  readonly renewed: PasswordHash | null;
}

type Opened =
  | { readonly kind: 'open'; readonly session: m.Session }
  | { readonly kind: 'locked'; readonly mailed: boolean }
  /** The password was changed meanwhile. */
  | { readonly kind: 'refused' };

/** The password was right but the account is locked: mails a code that lifts the lock. */
async function refuseLocked(tx: Tx, own: OwnData, opening: Opening): Promise<Opened> {
  const { login, found, auditId } = opening;
  const { customerId } = found;
  const { discordUserId } = login;
  const details = await findDetails(tx, customerId);
  const address = details === null ? null : unsealDetails(own.keys, details).email;
  const match = address === null ? null : { customerId, address };
  const issued = await issueCode(tx, own.notify, { purpose: 'UNLOCK', discordUserId, match });
  const mailed = issued.ok && own.notify.canMail;
  await forgive(tx, opening.keys);
  await insertAudit(tx, {
    id: auditId,
    action: 'LOGIN_REFUSED_LOCKED',
    actor: discordUserId,
    target: customerId,
    sessionId: null,
    details: { mailed: `${mailed}` },
  });
  return { kind: 'locked', mailed };
}

async function openSession(tx: Tx, own: OwnData, opening: Opening): Promise<Opened> {
  const { login, found, sessionId } = opening;
  const { customerId } = found;
  const { discordUserId, place } = login;
  await lockCustomer(tx, customerId);
  const stored = await lockCredential(tx, customerId);
  if (stored?.hash !== found.hash) return { kind: 'refused' };
  if (await hasLock(tx, customerId)) return refuseLocked(tx, own, opening);
  const ending = { ...own.limits, reason: 'REPLACED' } as const;
  const replaced = await store.endLiveSession(tx, customerId, ending);
  const knownPlace = await store.isKnownPlace(tx, customerId, place);
  await store.insertSession(tx, { id: sessionId, customerId, discordUserId, place });
  if (opening.renewed) await replaceHash(tx, customerId, opening.renewed);
  await forgive(tx, opening.keys);
  await insertAudit(tx, {
    id: opening.auditId,
    action: 'LOGGED_IN',
    actor: discordUserId,
    target: customerId,
    sessionId,
    details: { place: place.guildId ?? 'direct message', replaced: `${replaced}` },
  });
  if (!knownPlace) {
    await tellOwner(tx, own.notify, { customerId, subject: { kind: 'NEW_LOGIN', sessionId } });
  }
  const session = await store.findSession(tx, sessionId, own.limits);
  return session ? { kind: 'open', session } : { kind: 'refused' };
}

/** The new session; null when the password was changed meanwhile. Throws ACCOUNT_LOCKED. */
async function opened(
  own: OwnData,
  given: Pick<Opening, 'login' | 'found' | 'keys' | 'renewed'>,
): Promise<m.Session | null> {
  const sessionId = own.nextId() as m.SessionId;
  const made = await changeOwn(own, async (tx, auditId) =>
    openSession(tx, own, { ...given, sessionId, auditId }),
  );
  if (made.kind === 'open') return made.session;
  if (made.kind === 'refused') return null;
  throw new BankError('ACCOUNT_LOCKED', {
    unlockBy: made.mailed ? 'MAILED_CODE' : 'RECOVERY_CODE',
  });
}

export async function logIn(tools: LoginTools, login: Login): Promise<m.Session> {
  const { own, attempts, passwords } = tools;
  const startedAt = elapsedMs();
  const row = await findLogin(own.pool, login.accountNumber);
  // Only the account's Discord user may log in; other people get the answer of a wrong password.
  const found = row?.discordUserId === login.discordUserId ? row : null;
  const keys = counterKeys(login, found);
  const matches = await attempts.judged(keys, async () => passwords.verify(login.password, row));
  if (matches && found) {
    const outdated = passwords.isOutdated(found);
    const renewed = outdated ? await passwords.hash(login.password) : null;
    const session = await opened(own, { login, found, keys, renewed });
    if (session !== null) return session;
  }
  await attempts.noteFailure({
    key: keys[0],
    actor: login.discordUserId,
    target: row?.customerId ?? null,
    action: 'LOGIN_FAILED',
  });
  await sleep(Math.max(0, startedAt + tools.loginFloorMs - elapsedMs()));
  throw new BankError('CREDENTIALS_WRONG');
}

export async function logInByPasskey(
  tools: LoginTools,
  login: Parameters<SessionsService['loginByPasskey']>[0],
): Promise<m.Session> {
  const { own, attempts, page } = tools;
  const { discordUserId, place, passkey: proof } = login;
  const startedAt = elapsedMs();
  const found = await findLoginOf(own.pool, discordUserId);
  const keys = counterKeys(login, found);
  const about = aboutPerson('login', discordUserId);
  const verdict = await attempts.judged(keys, async () =>
    found === null
      ? 'WRONG'
      : verifyPasskey(own.pool, page, { customerId: found.customerId, proof, about }),
  );
  if (verdict === 'RIGHT' && found !== null) {
    const session = await opened(own, { login, found, keys, renewed: null });
    if (session !== null) return session;
  }
  const target = found?.customerId ?? null;
  const failed = { actor: discordUserId, target, action: 'PASSKEY_REFUSED' } as const;
  await attempts.noteFailure({ key: keys[0], ...failed });
  if (verdict === 'CLONED' && found !== null) await refuseClone(own, { ...found, place });
  await sleep(Math.max(0, startedAt + tools.loginFloorMs - elapsedMs()));
  throw new BankError('PASSKEY_WRONG');
}
