/** Rate limits delay only the people who exceed them. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type * as m from '../../src/bank/model/index.ts';
import { missPoints, throttleLimits } from '../../src/bank/throttle/limits.ts';
import { exactCounters, type ExactCounter } from '../../src/bank/throttle/exact.ts';
import { createThrottle, type Throttle } from '../../src/bank/throttle/throttle.ts';
import {
  balanceOf,
  detailsOf,
  discordId,
  exactly,
  newRequestId,
  openBank,
  openPerson,
  password,
  place,
  type Person,
  type TestBank,
} from '../support/bank.ts';
import { testDatabase } from '../support/database.ts';
import { outcomeOf, wrongCode } from '../support/messages.ts';

const database = testDatabase();
let bank: TestBank;
/** Another process of the same bank. */
let twin: TestBank;

beforeEach(async () => {
  const settings = { throttleFactor: 1, bcryptCost: 4 };
  bank = await openBank(database.pool, { settings });
  twin = await openBank(database.pool, { settings });
});
afterEach(async () => {
  await bank.close();
  await twin.close();
});

const nobody = '1000000009' as m.AccountNumber;
const tally = (outcomes: readonly string[]): Record<string, number> =>
  Object.fromEntries(
    [...new Set(outcomes)].map((one) => [one, outcomes.filter((other) => other === one).length]),
  );
const times = (count: number) => Array.from({ length: count }, (_, index) => index);

const cardFor = async (from: Person, to: m.AccountNumber, at: TestBank = bank) =>
  outcomeOf(
    at.payments.quoteTransfer(from.session, {
      target: { accountNumber: to },
      wish: exactly(1n),
      memo: null,
    }),
  );

describe('one person', () => {
  test('can try a limited count of account numbers as payees, over all processes', async () => {
    const anna = await openPerson(bank, 10_000n);
    const tries = throttleLimits.transfer.each / missPoints;
    const outcomes: string[] = [];
    for (const index of times(tries + 10)) {
      outcomes.push(await cardFor(anna, nobody, index % 2 === 0 ? bank : twin));
    }
    expect(tally(outcomes)).toEqual({ TARGET_UNAVAILABLE: tries, REQUESTS_TOO_MANY: 10 });
  });

  test('learns no more by asking simultaneously', async () => {
    const anna = await openPerson(bank, 10_000n);
    const tries = throttleLimits.transfer.each / missPoints;
    const outcomes = await Promise.all(times(100).map(async () => cardFor(anna, nobody)));
    expect(tally(outcomes)).toEqual({ TARGET_UNAVAILABLE: tries, REQUESTS_TOO_MANY: 100 - tries });
  });

  test('can pay known accounts often, and confirmations are never throttled', async () => {
    const [anna, ben] = [await openPerson(bank, 10_000n), await openPerson(bank)];
    const outcomes: string[] = [];
    for (const _ of times(60)) outcomes.push(await cardFor(anna, ben.accountNumber));
    expect(tally(outcomes)).toEqual({ done: 60 });
    for (const _ of times(30)) await cardFor(anna, nobody);
    expect(await cardFor(anna, ben.accountNumber)).toBe('REQUESTS_TOO_MANY');
    const order = { accountNumber: ben.accountNumber, wish: exactly(5n), memo: null };
    await bank.payments.transfer(anna.session, { ...order, requestId: newRequestId() });
    expect(await balanceOf(bank, ben)).toBe(5n);
  });

  test('has a limit per window for login, recovery and registration', async () => {
    const discordUserId = discordId();
    const login = { discordUserId, place, accountNumber: nobody, password };
    const logins = await Promise.all(
      times(40).map(async () => outcomeOf(bank.sessions.login(login))),
    );
    expect(tally(logins)['REQUESTS_TOO_MANY']).toBe(40 - throttleLimits.login.each);

    const proof = { discordUserId, place, code: wrongCode, password };
    // The password is needed there too, so it is the same window.
    expect(await outcomeOf(bank.locks.unlock(proof))).toBe('REQUESTS_TOO_MANY');
    const recoveries = await Promise.all(
      times(30).map(async () => outcomeOf(bank.recovery.complete(proof))),
    );
    expect(tally(recoveries)['REQUESTS_TOO_MANY']).toBe(30 - throttleLimits.recovery.each);

    const details = { ...detailsOf(999_999), dateOfBirth: '1980-01-01' };
    const checks: string[] = [];
    for (const _ of times(30)) {
      checks.push(await outcomeOf(bank.customers.checkRegistration(discordUserId, details)));
    }
    expect(tally(checks)).toEqual({
      done: throttleLimits.registration.each,
      REQUESTS_TOO_MANY: 30 - throttleLimits.registration.each,
    });
  });

  test('has the same limit for profile changes that reveal taken contacts', async () => {
    const [anna, ben] = [await openPerson(bank), await openPerson(bank)];
    const { fullName, phone } = anna.details;
    const { email } = ben.details;
    const changes = { fullName, email, phone, currentPassword: password };
    const outcomes: string[] = [];
    for (const _ of times(25)) {
      outcomes.push(await outcomeOf(bank.profile.update(anna.session, changes)));
    }
    expect(tally(outcomes)['REQUESTS_TOO_MANY']).toBe(25 - throttleLimits.registration.each);
  });
});

describe('other customers', () => {
  test('log in and pay while one person floods every command', async () => {
    const [anna, ben] = [await openPerson(bank, 10_000n), await openPerson(bank)];
    const flooder = discordId();
    const eve = await openPerson(bank, 10_000n);
    const { accountNumber } = anna;
    const flood = [
      ...times(400).map(async () =>
        outcomeOf(
          bank.sessions.login({ discordUserId: flooder, place, accountNumber, password: 'x' }),
        ),
      ),
      ...times(400).map(async () => cardFor(eve, nobody)),
      ...times(400).map(async () => outcomeOf(bank.throttle.admitForm(flooder, place))),
    ];
    const { discordUserId } = anna;
    const session = await bank.sessions.login({ discordUserId, place, accountNumber, password });
    expect(await cardFor({ ...anna, session }, ben.accountNumber)).toBe('done');
    expect(await outcomeOf(bank.throttle.admitForm(anna.discordUserId, place))).toBe('done');
    await Promise.all(flood);
    // The flood does not count for the server either: only admitted requests count there.
    const select = `SELECT points FROM throttles WHERE name = 'login:all'`;
    await bank.close();
    const [row] = await database.pool.rows(select);
    expect(Number(row?.['points'] ?? 0)).toBeLessThanOrEqual(throttleLimits.login.each + 1);
  });

  test('are not locked out by strangers who try their account', async () => {
    const anna = await openPerson(bank);
    const { accountNumber, discordUserId } = anna;
    await Promise.all(
      times(60).map(async () => {
        const stranger = { discordUserId: discordId(), place, accountNumber, password: 'wrong' };
        expect(await outcomeOf(bank.sessions.login(stranger))).toBe('CREDENTIALS_WRONG');
      }),
    );
    const session = await bank.sessions.login({ discordUserId, place, accountNumber, password });
    expect(session.customerId).toBe(anna.session.customerId);
  });
});

describe('a count in the database', () => {
  const kinds = { kind: 'exact', points: 30, windowMs: 600_000 } as const;
  const takes = async (counter: ExactCounter, subject: string, count: number) =>
    Promise.all(times(count).map(async () => counter.take(subject, 1)));

  test('admits exactly the limit, with many simultaneous requests in several processes', async () => {
    const counters = [bank, twin].map(() => exactCounters(database.pool)(kinds));
    const subjects = ['person 1', 'person 2', 'account 3'];
    const waits = await Promise.all(
      subjects.flatMap((subject) =>
        counters.map(async (counter) => ({ subject, waits: await takes(counter, subject, 100) })),
      ),
    );
    for (const subject of subjects) {
      const mine = waits.filter((one) => one.subject === subject).flatMap((one) => one.waits);
      expect(mine.filter((wait) => wait === 0)).toHaveLength(kinds.points);
      expect(Math.max(...mine)).toBeLessThanOrEqual(kinds.windowMs);
    }
  });

  test('starts again after its window, and subtracts points that were given back', async () => {
    const counter = exactCounters(database.pool)({ ...kinds, points: 2 });
    expect(await takes(counter, 'person', 3)).toEqual([0, 0, expect.any(Number)]);
    await counter.giveBack('person', 2);
    expect((await takes(counter, 'person', 2)).filter((wait) => wait === 0)).toHaveLength(1);
    await database.pool.write('UPDATE throttles SET begun_at = begun_at - INTERVAL 11 MINUTE');
    expect(await takes(counter, 'person', 2)).toEqual([0, 0]);
    await counter.giveBack('person', 9);
    const [row] = await database.pool.rows('SELECT points FROM throttles');
    expect(row).toEqual({ points: 0 });
  });
});

describe('many people together', () => {
  let throttle: Throttle;
  beforeEach(() => {
    throttle = createThrottle(database.pool, 0.01);
  });
  afterEach(async () => throttle.close());

  test('reach the limit of their server before the total limit', async () => {
    const { server, all } = throttleLimits.form;
    const one = { guildId: '1', channelId: '1' };
    const there = await Promise.all(
      times(200).map(async () =>
        outcomeOf(throttle.admit('form', { discordUserId: discordId(), place: one })),
      ),
    );
    expect(tally(there)['done']).toBe(server * 0.01);
    const elsewhere = await Promise.all(
      times(800).map(async (index) =>
        outcomeOf(
          throttle.admit('form', {
            discordUserId: discordId(),
            place: { guildId: `${index + 2}`, channelId: '1' },
          }),
        ),
      ),
    );
    expect(tally(elsewhere)['done']).toBe((all - server) * 0.01);
  });

  test('are counted over all processes within a second', async () => {
    const other = createThrottle(database.pool, 0.01);
    const one = { guildId: '1', channelId: '1' };
    const ask = async (at: Throttle) =>
      outcomeOf(at.admit('form', { discordUserId: discordId(), place: one }));
    await Promise.all(times(120).map(async () => ask(throttle)));
    const select = `SELECT points FROM throttles WHERE name = 'form:server 1'`;
    const counted = async () => database.pool.rows(select);
    await expect.poll(counted, { timeout: 10_000 }).toEqual([{ points: 120 }]);
    // It has counted nothing itself yet, and learns the counts with its first exchange.
    expect(await ask(other)).toBe('done');
    await expect.poll(async () => ask(other), { timeout: 10_000 }).toBe('REQUESTS_TOO_MANY');
    await other.close();
  });
});
