import { describe, expect, test } from 'vitest';
import type { PersonalDetails } from '../../src/bank/index.ts';
import { bytesOf, textOf } from '../../src/db/rows.ts';
import { detailsOf, discordId, openBank, password, place } from '../support/bank.ts';
import { startCommitProxy } from '../support/commit-proxy.ts';
import { createPool } from '../../src/db/pool.ts';
import { withBank } from '../support/with-bank.ts';

const { database, bank } = withBank();

let number = 5_000;
const fresh = (changes: Partial<PersonalDetails> = {}): PersonalDetails => ({
  ...detailsOf((number += 1)),
  ...changes,
});
const register = async (details = fresh(), discordUserId = discordId(), secret = password) =>
  bank.customers.register({ discordUserId, place, details, password: secret });
const count = async (table: string) =>
  textOf((await database.pool.rows(`SELECT CAST(COUNT(*) AS CHAR) AS n FROM ${table}`))[0]!, 'n');

const codes = async (attempts: Promise<unknown>[]) =>
  (await Promise.allSettled(attempts)).map((one) =>
    one.status === 'fulfilled' ? 'registered' : (one.reason as { code?: string }).code,
  );
const tally = (list: (string | undefined)[]) =>
  [...new Set(list)].toSorted((one, other) => `${one}`.localeCompare(`${other}`));

describe('registration', () => {
  test('creates a customer, an empty account, a session and eight codes', async () => {
    const discordUserId = discordId();
    const { account, session, recoveryCodes } = await register(fresh(), discordUserId);
    expect(account).toMatchObject({ status: 'OPEN', balance: 0n, held: 0n, available: 0n });
    expect(new Set(recoveryCodes).size).toBe(8);
    expect(session.moneyUntil.getTime() - session.createdAt.getTime()).toBe(15 * 60_000);
    expect(session.expiresAt.getTime() - session.createdAt.getTime()).toBe(24 * 60 * 60_000);
    expect(await bank.access.identify(discordUserId, place)).toEqual({
      discordUserId,
      customerId: session.customerId,
      accountNumber: account.accountNumber,
      session: { ...session, ageMs: expect.any(Number) as number },
      language: { choice: null, locale: null },
      staffRole: null,
    });
    const audit = await database.pool.rows('SELECT action, actor_discord_user_id FROM audit');
    expect(audit).toEqual([{ action: 'REGISTERED', actor_discord_user_id: discordUserId }]);
  });

  test('stores no personal data, password or code in clear', async () => {
    const details = fresh();
    const { recoveryCodes } = await register(details);
    const tables = ['customers', 'customer_details', 'credentials', 'recovery_codes', 'accounts'];
    const secrets = [details.fullName, details.email, details.phone.slice(1), '1990-12-31'];
    for (const table of [...tables, 'sessions', 'audit']) {
      const rows = await database.pool.rows(`SELECT * FROM ${table}`);
      const values = rows.flatMap((row) => Object.values(row));
      const dump = values.map((value) =>
        Buffer.isBuffer(value) ? value.toString('latin1') : value,
      );
      for (const secret of [...secrets, password, ...recoveryCodes]) {
        expect(dump.join('\n')).not.toContain(secret);
      }
    }
    const [row] = await database.pool.rows('SELECT password_hash, pepper_id FROM credentials');
    expect(textOf(row!, 'password_hash')).toMatch(/^\$2b\$04\$/);
    expect(bytesOf(row!, 'pepper_id').length).toBe(4);
  });

  test.each<[string, () => Promise<unknown>]>([
    ['UNDER_AGE', async () => register(fresh({ dateOfBirth: '2020-01-01' }))],
    ['PASSWORD_WEAK', async () => register(fresh(), discordId(), 'password1234')],
  ])('%s: nothing is saved', async (code, attempt) => {
    await expect(attempt()).rejects.toMatchObject({ code });
    expect(await count('customers')).toBe('0');
  });

  test('a taken e-mail and a taken phone get the same answer', async () => {
    const first = fresh();
    await register(first);
    const taken = [fresh({ email: first.email }), fresh({ phone: first.phone })];
    for (const details of taken) {
      const refusal = { code: 'CONTACT_TAKEN' };
      await expect(bank.customers.checkRegistration(discordId(), details)).rejects.toMatchObject(
        refusal,
      );
      await expect(register(details)).rejects.toMatchObject(refusal);
    }
  });

  test('a Discord user can register only once', async () => {
    const discordUserId = discordId();
    await register(fresh(), discordUserId);
    await expect(register(fresh(), discordUserId)).rejects.toMatchObject({
      code: 'ALREADY_REGISTERED',
    });
  });

  test('ten simultaneous registrations of one person or e-mail make one account', async () => {
    const discordUserId = discordId();
    const samePerson = Array.from({ length: 10 }, async () => register(fresh(), discordUserId));
    const { email } = fresh();
    const sameEmail = Array.from({ length: 10 }, async () => register(fresh({ email })));
    const [first, second] = await Promise.all([codes(samePerson), codes(sameEmail)]);
    expect(tally(first)).toEqual(['ALREADY_REGISTERED', 'registered']);
    expect(tally(second)).toEqual(['CONTACT_TAKEN', 'registered']);
    expect(await count('accounts WHERE customer_id IS NOT NULL')).toBe('2');
  });

  test('unparsed input is a defect and registers no customer', async () => {
    await expect(register(fresh({ email: 'Not Normal@Example.com' }))).rejects.toThrow('Defect');
  });

  test.each(['request', 'answer'] as const)(
    'a lost COMMIT (%s) makes one customer',
    async (loss) => {
      const proxy = await startCommitProxy(database.address);
      const pool = createPool(proxy.address);
      const there = await openBank(pool);
      try {
        proxy.loseNext(loss);
        const discordUserId = discordId();
        const details = fresh();
        const registered = await there.customers.register({
          discordUserId,
          place,
          details,
          password,
        });
        expect(proxy.lost).toBe(1);
        const identity = await bank.access.identify(discordUserId, place);
        expect(identity.accountNumber).toBe(registered.account.accountNumber);
        expect(await count('customers')).toBe('1');
        expect(await count('recovery_codes')).toBe('8');
      } finally {
        await there.close();
        await pool.close();
        await proxy.close();
      }
    },
  );
});

describe('the bank’s own books', () => {
  test('another currency or scale is refused at the start', async () => {
    for (const currency of [
      { code: 'GEM', scale: 0 },
      { code: 'EUR', scale: 2 },
    ]) {
      await expect(openBank(database.pool, { settings: { currency } })).rejects.toMatchObject({
        name: 'CurrencyMismatch',
        stored: { code: 'GEM', scale: 2 },
        wanted: currency,
      });
    }
  });

  test('a second start changes nothing', async () => {
    const before = await database.pool.rows('SELECT * FROM accounts ORDER BY id');
    await openBank(database.pool);
    expect(await database.pool.rows('SELECT * FROM accounts ORDER BY id')).toEqual(before);
    expect(before.length).toBe(5);
  });
});
