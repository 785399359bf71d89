import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test, vi } from 'vitest';
import type { AccountNumber, BankError, DiscordUserId, Place } from '../../src/bank/index.ts';
import { randomAccountNumber } from '../../src/bank/model/parse/account-number.ts';
import { lockCounter } from '../../src/bank/people/store/login-counters.ts';
import { createPool } from '../../src/db/pool.ts';
import { textOf } from '../../src/db/rows.ts';
import { withTransaction, type Tx } from '../../src/db/transaction.ts';
import { inTime } from '../../src/words/en/common/times.ts';
import { balanceOf, discordId, openBank, openPerson, password, place } from '../support/bank.ts';
import { startCommitProxy } from '../support/commit-proxy.ts';
import { withBank } from '../support/with-bank.ts';

const { database, bank, anna } = withBank({ balances: { anna: 0n } });

interface Attempt {
  readonly who?: DiscordUserId;
  readonly number?: AccountNumber;
  readonly secret?: string;
  readonly from?: Place;
}
const login = async ({ who, number, secret = password, from = place }: Attempt = {}, on = bank) =>
  on.sessions.login({
    discordUserId: who ?? anna.discordUserId,
    place: from,
    accountNumber: number ?? anna.accountNumber,
    password: secret,
  });
const codeOf = async (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'in',
    (error: { code?: string }) => error.code,
  );
const unlock = async () => database.pool.write('UPDATE login_counters SET locked_until = NOW(6)');
const actions = async () =>
  (await database.pool.rows('SELECT action FROM audit ORDER BY id')).map((row) =>
    textOf(row, 'action'),
  );
const live = async (person = anna) =>
  (await bank.access.identify(person.discordUserId, place)).session;

describe('logging in', () => {
  test('opens one session and ends the previous one', async () => {
    const session = await login();
    expect(await live()).toMatchObject({ id: session.id });
    await expect(bank.accounts.overview(anna.session)).rejects.toMatchObject({
      code: 'SESSION_EXPIRED',
    });
    expect(await bank.accounts.overview(session)).toHaveLength(1);
    const rows = await database.pool.rows('SELECT end_reason FROM sessions ORDER BY id');
    expect(rows).toEqual([{ end_reason: 'REPLACED' }, { end_reason: null }]);
  });

  test('ten simultaneous logins leave one session', async () => {
    await Promise.all(Array.from({ length: 10 }, async () => codeOf(login())));
    const rows = await database.pool.rows('SELECT id FROM sessions WHERE ended_at IS NULL');
    expect(rows).toHaveLength(1);
  });

  test('gives one answer for a wrong password, an unknown account and another’s account', async () => {
    const ben = await openPerson(bank);
    const attempts: Attempt[] = [
      { secret: 'not the password' },
      { who: discordId(), number: randomAccountNumber() },
      { who: ben.discordUserId },
      { who: discordId() },
    ];
    const errors = await Promise.all(
      attempts.map(async (attempt) => login(attempt).catch((error: unknown) => error)),
    );
    const [first] = errors;
    for (const error of errors) expect(error).toEqual(first);
    expect(first).toMatchObject({ refused: { code: 'CREDENTIALS_WRONG', data: null } });
    expect(await live()).toMatchObject({ id: anna.session.id });
  });

  test('takes the minimum time for every refusal', async () => {
    const slow = await openBank(database.pool, { settings: { loginFloorMs: 120 } });
    for (const attempt of [{ secret: 'wrong' }, { who: discordId() }]) {
      const begun = performance.now();
      expect(await codeOf(login(attempt, slow))).toBe('CREDENTIALS_WRONG');
      expect(performance.now() - begun).toBeGreaterThan(115);
    }
  });

  test('hashes again if the cost has changed, and the password stays valid', async () => {
    const dearer = await openBank(database.pool, { settings: { bcryptCost: 5 } });
    await login({}, dearer);
    const [row] = await database.pool.rows('SELECT password_hash FROM credentials');
    expect(textOf(row!, 'password_hash')).toMatch(/^\$2b\$05\$/);
    expect(await codeOf(login({}, dearer))).toBe('in');
  });

  test.each(['request', 'answer'] as const)('survives a lost COMMIT (%s)', async (loss) => {
    const proxy = await startCommitProxy(database.address);
    const pool = createPool(proxy.address);
    // A higher cost makes it hash again: time to lose the second COMMIT, that of the session, after
    // the first, which counts the attempt.
    const there = await openBank(pool, { settings: { bcryptCost: 11 } });
    try {
      const losing = login({}, there);
      const counters = 'SELECT subject FROM login_counters';
      await vi.waitUntil(async () => (await database.pool.rows(counters)).length > 0, {
        interval: 1,
      });
      proxy.loseNext(loss);
      const session = await losing;
      expect(proxy.lost).toBe(1);
      expect((await live())?.id).toBe(session.id);
      expect((await actions()).filter((action) => action === 'LOGGED_IN')).toHaveLength(1);
    } finally {
      await there.close();
      await pool.close();
      await proxy.close();
    }
  });
});

const waitOf = (error: unknown): string | null => {
  const { refused } = error as BankError;
  return refused.code === 'LOCKED_OUT' ? inTime(refused.data.waitMs) : null;
};

describe('throttling', () => {
  test('grows with each failure and ends', async () => {
    expect(await codeOf(login({ secret: 'wrong' }))).toBe('CREDENTIALS_WRONG');
    const refusal = await login().catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'LOCKED_OUT' });
    expect(waitOf(refusal)).toBe('in 1 second');
    await unlock();
    expect(await codeOf(login())).toBe('in');
    expect(await database.pool.rows('SELECT * FROM login_counters')).toEqual([]);
    expect(await actions()).toEqual(['REGISTERED', 'LOGIN_FAILED', 'LOGGED_IN']);
  });

  test('refuses for 15 minutes after ten failures, even the right password', async () => {
    for (let failure = 0; failure < 10; failure += 1) {
      expect(await codeOf(login({ secret: 'wrong' }))).toBe('CREDENTIALS_WRONG');
      if (failure < 9) await unlock();
    }
    const refusal = await login().catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'LOCKED_OUT' });
    expect(waitOf(refusal)).toBe('in 15 minutes');
    expect((await actions()).at(-1)).toBe('LOCKED_OUT');
  });

  test('parallel guesses are checked one by one', async () => {
    // From the fourth failure on, the pause is longer than a slow machine needs.
    for (let failure = 0; failure < 4; failure += 1) {
      expect(await codeOf(login({ secret: 'wrong' }))).toBe('CREDENTIALS_WRONG');
      await unlock();
    }
    const guesses = Array.from({ length: 20 }, async () => codeOf(login({ secret: 'wrong' })));
    const codes = await Promise.all(guesses);
    expect(codes.filter((code) => code === 'CREDENTIALS_WRONG')).toHaveLength(1);
    expect(codes.filter((code) => code === 'LOCKED_OUT')).toHaveLength(19);
  });

  test('attempts that wait for one counter do not deadlock when it is released', async () => {
    const key = { scope: 'PERSON', subject: discordId() } as const;
    const once = { attemptsMax: 1 };
    const lock = async (tx: Tx) => lockCounter(tx, key, 60_000);
    await withTransaction(database.pool, lock);
    let waiting: Promise<unknown> = Promise.resolve();
    await withTransaction(database.pool, async (tx) => {
      await lock(tx);
      const others = Array.from({ length: 3 }, async () =>
        withTransaction(database.pool, lock, once),
      );
      waiting = Promise.all(others);
      waiting.catch(() => {});
      await sleep(200);
    });
    await expect(waiting).resolves.toHaveLength(3);
  });

  test('failures of other people lock out only themselves, never the owner', async () => {
    const stranger = discordId();
    for (let failure = 0; failure < 10; failure += 1) {
      await login({ who: stranger, secret: 'wrong' }).catch(() => {});
      await unlock();
    }
    await login({ who: stranger, secret: 'wrong' }).catch(() => {});
    expect(await codeOf(login())).toBe('in');
    expect(await codeOf(login({ who: stranger }))).toBe('LOCKED_OUT');
    expect(await codeOf(login({ who: stranger, number: randomAccountNumber() }))).toBe(
      'LOCKED_OUT',
    );
  });

  test('an attempt that the bank was too busy to check does not count', async () => {
    const closing = await openBank(database.pool);
    await closing.close();
    for (let attempt = 0; attempt < 12; attempt += 1) {
      expect(await codeOf(login({}, closing))).toBe('BANK_BUSY');
    }
    expect(await codeOf(login())).toBe('in');
  });

  test('failures are forgotten after a day', async () => {
    for (let failure = 0; failure < 9; failure += 1) {
      await login({ secret: 'wrong' }).catch(() => {});
      await unlock();
    }
    await database.pool.write('UPDATE login_counters SET failed_at = NOW(6) - INTERVAL 25 HOUR');
    await login({ secret: 'wrong' }).catch(() => {});
    const refusal = await login().catch((error: unknown) => error);
    expect(waitOf(refusal)).toBe('in 1 second');
  });
});

const age = async (column: string, minutes: number) =>
  database.pool.write(
    `UPDATE sessions SET ${column} = NOW(6) - INTERVAL ? MINUTE WHERE ended_at IS NULL`,
    [minutes],
  );

describe('a session ends', () => {
  test('by logout, once', async () => {
    await bank.sessions.logout(anna.session);
    await bank.sessions.logout(anna.session);
    expect(await live()).toBeNull();
    expect(await actions()).toEqual(['REGISTERED', 'LOGGED_OUT']);
    await expect(balanceOf(bank, anna)).rejects.toMatchObject({ code: 'SESSION_EXPIRED' });
  });

  test('for money after 15 idle minutes', async () => {
    await age('last_seen_at', 14);
    expect(await live()).toMatchObject({ canMove: true });
    // The request was activity: the time starts again.
    await age('created_at', 60);
    expect((await live())!.moneyUntil.getTime()).toBeGreaterThan(Date.now() + 14 * 60_000);
    await age('last_seen_at', 15);
    expect(await live()).toMatchObject({ canMove: false });
    // Reading is no activity that brings it back.
    expect(await live()).toMatchObject({ canMove: false });
  });

  test('for money after 8 hours of activity', async () => {
    await age('created_at', 8 * 60 - 1);
    const session = await live();
    expect(session!.moneyUntil.getTime()).toBeLessThan(Date.now() + 61_000);
    await age('created_at', 8 * 60);
    expect(await live()).toMatchObject({ canMove: false });
  });

  test('a day after the login', async () => {
    await age('last_seen_at', 24 * 60 - 1);
    await age('created_at', 24 * 60 - 1);
    expect(await live()).toMatchObject({ canMove: false });
    await age('created_at', 24 * 60);
    expect(await live()).toBeNull();
    expect(await codeOf(login())).toBe('in');
    const rows = await database.pool.rows('SELECT end_reason FROM sessions ORDER BY id');
    expect(rows).toEqual([{ end_reason: 'EXPIRED' }, { end_reason: null }]);
  });

  test('activity is written at most every 30 seconds', async () => {
    const seen = async () =>
      textOf((await database.pool.rows('SELECT last_seen_at FROM sessions'))[0]!, 'last_seen_at');
    const before = await seen();
    await live();
    expect(await seen()).toBe(before);
    await database.pool.write('UPDATE sessions SET last_seen_at = NOW(6) - INTERVAL 31 SECOND');
    await live();
    expect((await seen()) > before).toBe(true);
  });
});

describe('identifying', () => {
  test('a stranger has no identity', async () => {
    const discordUserId = discordId();
    expect(await bank.access.identify(discordUserId, place)).toEqual({
      discordUserId,
      customerId: null,
      accountNumber: null,
      session: null,
      staffRole: null,
    });
  });

  test('a staff member is identified by their row', async () => {
    const { customerId } = anna.session;
    await database.pool.write(
      `INSERT INTO staff (customer_id, role, granted_at) VALUES (?, 'MANAGER', NOW(6))`,
      [customerId],
    );
    const identity = await bank.access.identify(anna.discordUserId, place);
    expect(identity.staffRole).toBe('MANAGER');
  });
});

describe('a login from a new place', () => {
  const elsewhere: Place = { guildId: '333333333333333333', channelId: '444444444444444444' };
  const directMessage: Place = { guildId: null, channelId: '555555555555555555' };

  test('is reported once per server, and once for direct messages', async () => {
    await login();
    expect(await bank.outbox.claim(10)).toEqual([]);
    for (const from of [elsewhere, directMessage]) {
      await login({ from });
      const [message] = await bank.outbox.claim(10);
      expect(message).toMatchObject({
        recipient: anna.discordUserId,
        notice: { kind: 'NEW_LOGIN', place: from },
      });
      await bank.outbox.sent(message!.ids);
      await login({ from });
      expect(await bank.outbox.claim(10)).toEqual([]);
    }
  });
});
