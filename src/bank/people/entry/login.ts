/** A login: who may, what it writes, and the same answer for everything that is wrong. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Tx } from '../../../db/transaction.ts';
import { elapsedMs } from '../../../lib/clock.ts';
import { changeOnce, insertAudit } from '../../audit/index.ts';
import { type TellingTools, tellOwner } from '../../messages/index.ts';
import type * as m from '../../model/index.ts';
import { BankError } from '../../model/index.ts';
import { unsealDetails } from '../details/sealed.ts';
import { issueCode } from '../proofs/codes.ts';
import { forgive, judged } from '../proofs/login-throttle.ts';
import { noteFailure, type ProofTools } from '../proofs/proof.ts';
import {
  findLogin,
  lockCredential,
  type LoginRow,
  type PasswordHash,
  replaceHash,
} from '../store/credentials.ts';
import { findDetails, lockCustomer } from '../store/customers.ts';
import { hasLock } from '../store/locks.ts';
import type { CounterKey } from '../store/login-counters.ts';
import * as store from '../store/sessions.ts';

export interface SessionsService {
  /**
   * Ends the former session. Throws LOCKED_OUT, CREDENTIALS_WRONG, ACCOUNT_LOCKED (which also
   * mails a code that lifts the lock), BANK_BUSY.
   */
  login(login: {
    readonly discordUserId: m.DiscordUserId;
    readonly place: m.Place;
    readonly accountNumber: m.AccountNumber;
    readonly password: string;
  }): Promise<m.Session>;
  /** Ending an ended session is not an error. */
  logout(session: m.Session): Promise<void>;
  /** The newest logins, the live one first. Throws SESSION_EXPIRED. */
  recent(session: m.Session, limit: number): Promise<readonly m.SessionView[]>;
}

export interface LoginTools extends ProofTools, TellingTools {
  /** A refusal answers no earlier, so that time does not tell what was wrong. */
  readonly loginFloorMs: number;
}

export type Login = Parameters<SessionsService['login']>[0];
type CounterKeys = readonly [CounterKey, ...CounterKey[]];

/** The bound person's failures count on the account, anybody else's on themselves. */
function counterKeys(login: Login, bound: LoginRow | null): CounterKeys {
  const person: CounterKey = { scope: 'PERSON', subject: login.discordUserId };
  return bound ? [{ scope: 'ACCOUNT', subject: `${bound.customerId}` }, person] : [person];
}

/** Everything a login writes, with ids made before the first attempt. */
interface Opening {
  readonly login: Login;
  readonly found: LoginRow;
  readonly keys: CounterKeys;
  readonly sessionId: m.SessionId;
  readonly auditId: bigint;
  /** The password in today's form, when the stored one is older. */
  readonly renewed: PasswordHash | null;
}

type Opened =
  | { readonly kind: 'open'; readonly session: m.Session }
  | { readonly kind: 'locked'; readonly how: string }
  /** The password was changed meanwhile. */
  | { readonly kind: 'refused' };

/** The password was right but the account is locked: the way out is mailed. */
async function refuseLocked(tx: Tx, tools: LoginTools, opening: Opening): Promise<Opened> {
  const { login, found, auditId } = opening;
  const { customerId } = found;
  const { discordUserId } = login;
  const details = await findDetails(tx, customerId);
  const address = details === null ? null : unsealDetails(tools.keys, details).email;
  const match = address === null ? null : { customerId, address };
  const issued = await issueCode(tx, tools, { purpose: 'UNLOCK', discordUserId, match });
  const mailed = issued.ok && tools.canMail;
  await forgive(tx, opening.keys);
  await insertAudit(tx, {
    id: auditId,
    action: 'LOGIN_REFUSED_LOCKED',
    actor: discordUserId,
    target: customerId,
    sessionId: null,
    details: { mailed: `${mailed}` },
  });
  const proof = mailed
    ? 'the code we have just mailed to you, or a recovery code'
    : 'a recovery code';
  return { kind: 'locked', how: `Unlock it with your password and ${proof}.` };
}

async function openSession(tx: Tx, tools: LoginTools, opening: Opening): Promise<Opened> {
  const { login, found, sessionId } = opening;
  const { customerId } = found;
  const { discordUserId, place } = login;
  await lockCustomer(tx, customerId);
  const stored = await lockCredential(tx, customerId);
  if (stored?.hash !== found.hash) return { kind: 'refused' };
  if (await hasLock(tx, customerId)) return refuseLocked(tx, tools, opening);
  const ending = { ...tools.limits, reason: 'REPLACED' } as const;
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
    await tellOwner(tx, tools, { customerId, subject: { kind: 'NEW_LOGIN', sessionId } });
  }
  const session = await store.findSession(tx, sessionId, tools.limits);
  return session ? { kind: 'open', session } : { kind: 'refused' };
}

export async function logIn(tools: LoginTools, login: Login): Promise<m.Session> {
  const { pool, clock, nextId, passwords } = tools;
  const startedAt = elapsedMs();
  const row = await findLogin(pool, login.accountNumber);
  // Only the bound Discord user may log in; everybody else gets the answer of a wrong password.
  const found = row?.discordUserId === login.discordUserId ? row : null;
  const keys = counterKeys(login, found);
  const matches = await judged(pool, keys, clock, async () =>
    passwords.verify(login.password, row),
  );
  if (matches && found) {
    const outdated = passwords.isOutdated(found);
    const opening: Opening = {
      login,
      found,
      keys,
      sessionId: nextId() as m.SessionId,
      auditId: nextId(),
      renewed: outdated ? await passwords.hash(login.password) : null,
    };
    const opened = await changeOnce(tools, opening.auditId, async (tx) =>
      openSession(tx, tools, opening),
    );
    if (opened.kind === 'open') return opened.session;
    if (opened.kind === 'locked') throw new BankError('ACCOUNT_LOCKED', { how: opened.how });
  }
  await noteFailure(tools, {
    key: keys[0],
    actor: login.discordUserId,
    target: row?.customerId ?? null,
    action: 'LOGIN_FAILED',
  });
  await sleep(Math.max(0, startedAt + tools.loginFloorMs - elapsedMs()));
  throw new BankError('CREDENTIALS_WRONG');
}
