import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from '../db/pool.ts';
import { withTransaction, type Tx } from '../db/transaction.ts';
import type { Clock } from '../lib/clock.ts';
import type { IdSource } from '../lib/ids.ts';
import type { SessionsService } from './bank.ts';
import { BankError } from './errors.ts';
import { admit, confirmFailure, forgive } from './login-throttle.ts';
import type * as m from './model.ts';
import { untilKnown } from './outcome.ts';
import type { Passwords } from './passwords/hashing.ts';
import { insertAudit } from './store/audit.ts';
import {
  findLogin,
  lockCredential,
  replaceHash,
  type LoginRow,
  type PasswordHash,
} from './store/credentials.ts';
import { lockCustomer } from './store/customers.ts';
import type { CounterKey } from './store/login-counters.ts';
import { insertMessages } from './store/outbox.ts';
import * as store from './store/sessions.ts';
import { databaseNow } from './store/time.ts';

export interface SessionTools {
  readonly pool: Pool;
  readonly nextId: IdSource;
  readonly clock: Clock;
  readonly limits: store.SessionLimits;
  readonly passwords: Passwords;
  /** A refusal answers no earlier, so that time does not tell what was wrong. */
  readonly loginFloorMs: number;
}

type Login = Parameters<SessionsService['login']>[0];
type CounterKeys = readonly [CounterKey, ...CounterKey[]];

const knownWithinMs = 8_000;

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
  readonly noticeId: bigint;
  /** The password in today's form, when the stored one is older. */
  readonly renewed: PasswordHash | null;
}

/** Null when the password was changed meanwhile. */
async function openSession(
  tx: Tx,
  tools: SessionTools,
  opening: Opening,
): Promise<m.Session | null> {
  const { login, found, sessionId } = opening;
  const { customerId } = found;
  const { discordUserId, place } = login;
  await lockCustomer(tx, customerId);
  const earlier = await store.findSession(tx, sessionId, tools.limits);
  if (earlier) return earlier;
  const stored = await lockCredential(tx, customerId);
  if (stored?.hash !== found.hash) return null;
  const replaced = await store.endLiveSession(tx, customerId, tools.limits);
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
    const subject = { kind: 'NEW_LOGIN', sessionId } as const;
    const message = { id: opening.noticeId, customerId, subject };
    await insertMessages(tx, [message], await databaseNow(tx));
  }
  return store.findSession(tx, sessionId, tools.limits);
}

async function noteFailure(
  tools: SessionTools,
  failure: {
    readonly key: CounterKey;
    readonly actor: m.DiscordUserId;
    readonly target: m.CustomerId | null;
  },
): Promise<void> {
  const { key, actor, target } = failure;
  const id = tools.nextId();
  await withTransaction(tools.pool, async (tx) => {
    const { locked } = await confirmFailure(tx, key);
    const action = locked ? 'LOCKED_OUT' : 'LOGIN_FAILED';
    const details = { counted: key.scope };
    await insertAudit(tx, { id, action, actor, target, sessionId: null, details });
  });
}

async function logIn(tools: SessionTools, login: Login): Promise<m.Session> {
  const { pool, clock, nextId, passwords } = tools;
  const startedAt = clock.now();
  const row = await findLogin(pool, login.accountNumber);
  // Only the bound Discord user may log in; everybody else gets the answer of a wrong password.
  const found = row?.discordUserId === login.discordUserId ? row : null;
  const keys = counterKeys(login, found);
  await admit(pool, keys, clock);
  const matches = await passwords.verify(login.password, row);
  if (matches && found) {
    const outdated = passwords.isOutdated(found);
    const opening: Opening = {
      login,
      found,
      keys,
      sessionId: nextId() as m.SessionId,
      auditId: nextId(),
      noticeId: nextId(),
      renewed: outdated ? await passwords.hash(login.password) : null,
    };
    const session = await untilKnown(
      async () => withTransaction(pool, async (tx) => openSession(tx, tools, opening)),
      { clock, withinMs: knownWithinMs },
    );
    if (session) return session;
  }
  const target = row?.customerId ?? null;
  await noteFailure(tools, { key: keys[0], actor: login.discordUserId, target });
  await sleep(Math.max(0, startedAt + tools.loginFloorMs - clock.now()));
  throw new BankError('CREDENTIALS_WRONG');
}

async function logOut(tools: SessionTools, session: m.Session): Promise<void> {
  const id = tools.nextId();
  await withTransaction(tools.pool, async (tx) => {
    if (!(await store.endSession(tx, session))) return;
    await insertAudit(tx, {
      id,
      action: 'LOGGED_OUT',
      actor: session.discordUserId,
      target: session.customerId,
      sessionId: session.id,
      details: {},
    });
  });
}

export const createSessions = (tools: SessionTools): SessionsService => ({
  login: async (login) => logIn(tools, login),
  logout: async (session) => {
    await untilKnown(async () => logOut(tools, session), {
      clock: tools.clock,
      withinMs: knownWithinMs,
    });
  },
});
