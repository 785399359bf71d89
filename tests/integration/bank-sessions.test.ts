/** A session reads for a day where it began; money moves for 15 idle minutes, or with a proof. */
import { generateSync } from 'otplib';
import { beforeEach, describe, expect, test } from 'vitest';
import type * as m from '../../src/bank/model/index.ts';
import {
  balanceOf,
  exactly,
  newRequestId,
  openPerson,
  password,
  pay,
  type Person,
  place,
} from '../support/bank.ts';
import { withBank } from '../support/with-bank.ts';

const { bank, database, anna, ben } = withBank({
  settings: { stepUpAbove: 50_000n },
  balances: { anna: 10_000n, ben: 0n },
});
const elsewhere: m.Place = { guildId: '333333333333333333', channelId: '444444444444444444' };

const passTime = async (minutes: number) =>
  database.pool.write(
    `UPDATE sessions
     SET created_at = created_at - INTERVAL ? MINUTE,
       proved_at = proved_at - INTERVAL ? MINUTE,
       last_seen_at = last_seen_at - INTERVAL ? MINUTE`,
    [minutes, minutes, minutes],
  );
const sessionOf = async ({ discordUserId }: Person, from = place) =>
  (await bank.access.identify(discordUserId, from)).session;
const codeOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error as { code: string }).code,
  );
const transfer = async (from: Person, isProved: boolean) =>
  bank.payments.transfer(from.session, {
    requestId: newRequestId(),
    accountNumber: ben.accountNumber,
    wish: exactly(100n),
    memo: null,
    isProved,
  });

describe('20 hours after the login', () => {
  beforeEach(async () => {
    await passTime(20 * 60);
  });

  test('the customer reads where they logged in, and nowhere else', async () => {
    expect(await sessionOf(anna)).toMatchObject({ canMove: false });
    expect(await sessionOf(anna, elsewhere)).toBeNull();
    expect(await balanceOf(bank, anna)).toBe(10_000n);
    const page = await bank.statements.page(anna.session, { filter: {}, size: 8 });
    expect(page.entries).toHaveLength(1);
  });

  test('no kind of money movement works without a proof', async () => {
    const order = { wish: exactly(100n), memo: null };
    const { payments } = bank;
    expect(await codeOf(transfer(anna, false))).toBe('STEP_UP_NEEDED');
    for (const verb of ['deposit', 'withdraw'] as const) {
      const booking = payments[verb](anna.session, { ...order, requestId: newRequestId() });
      expect(await codeOf(booking), verb).toBe('STEP_UP_NEEDED');
    }
    expect(await balanceOf(bank, anna)).toBe(10_000n);
  });

  test('a payment with its own proof works', async () => {
    await transfer(anna, true);
    expect(await balanceOf(bank, anna)).toBe(9_900n);
  });

  test('a right proof brings back the time for money, everywhere', async () => {
    await bank.access.prove(anna.session, password);
    expect(await sessionOf(anna, elsewhere)).toMatchObject({ canMove: true });
    await pay(bank, anna, ben, 100n);
    await passTime(15);
    expect(await codeOf(pay(bank, anna, ben, 100n))).toBe('STEP_UP_NEEDED');
  });

  test('a wrong proof brings back nothing', async () => {
    expect(await codeOf(bank.access.prove(anna.session, 'wrong horse 12'))).toBe('PASSWORD_WRONG');
    expect(await sessionOf(anna)).toMatchObject({ canMove: false });
    expect(await codeOf(pay(bank, anna, ben, 100n))).toBe('STEP_UP_NEEDED');
  });

  test('changes of the account need a proof of their own', async () => {
    expect(await codeOf(bank.privacy.judgeErasure(anna.session))).toBe('SESSION_EXPIRED');
    const begun = bank.secondFactor.begin(anna.session, { isProved: true });
    expect(await codeOf(begun)).toBe('SESSION_EXPIRED');
  });

  test('the proof begins a new day of reading', async () => {
    await bank.access.prove(anna.session, password);
    await passTime(23 * 60);
    expect(await balanceOf(bank, anna)).toBe(10_000n);
    await passTime(61);
    expect(await codeOf(balanceOf(bank, anna))).toBe('SESSION_EXPIRED');
    expect(await sessionOf(anna)).toBeNull();
  });

  test('a session that was ended cannot be proved back', async () => {
    await bank.sessions.logout(anna.session);
    expect(await codeOf(bank.access.prove(anna.session, password))).toBe('SESSION_EXPIRED');
    expect(await codeOf(transfer(anna, true))).toBe('SESSION_EXPIRED');
  });
});

describe('a direct message is a place', () => {
  const direct: m.Place = { guildId: null, channelId: '555555555555555555' };
  const other: m.Place = { guildId: null, channelId: '666666666666666666' };

  test('of its own', async () => {
    const { discordUserId, accountNumber } = anna;
    await bank.sessions.login({ discordUserId, place: direct, accountNumber, password });
    await passTime(16);
    expect(await sessionOf(anna, direct)).not.toBeNull();
    expect(await sessionOf(anna, other)).toBeNull();
    expect(await sessionOf(anna, place)).toBeNull();
  });
});

describe('a first payment', () => {
  const quote = async ({ session, accountNumber }: Person, wish = 100n) => {
    const target = { accountNumber: ben.accountNumber };
    expect(accountNumber).not.toBe(ben.accountNumber);
    return bank.payments.quoteTransfer(session, { target, wish: exactly(wish), memo: null });
  };
  const fresh = async (person: Person): Promise<Person> => ({
    ...person,
    session: (await sessionOf(person))!,
  });

  test('needs no second proof within five minutes of the login', async () => {
    expect(await quote(await fresh(anna))).toMatchObject({ firstPayment: true, needsProof: false });
    await passTime(4);
    expect(await quote(await fresh(anna))).toMatchObject({ needsProof: false });
    await passTime(1);
    expect(await quote(await fresh(anna))).toMatchObject({ firstPayment: true, needsProof: true });
  });

  test('needs one above the amount that always needs one', async () => {
    const rich = await openPerson(bank, 100_000n);
    expect(await quote(rich, 50_001n)).toMatchObject({ needsProof: true });
    expect(await quote(rich, 50_000n)).toMatchObject({ needsProof: false });
  });

  test('needs the code of an authenticator app, which a login does not ask for', async () => {
    const { session } = anna;
    const { secret } = await bank.secondFactor.begin(session, { isProved: true });
    await bank.secondFactor.confirm(session, generateSync({ secret }));
    expect(await quote(await fresh(anna))).toMatchObject({ needsProof: true });
  });

  test('needs one to a name like that of a known payee', async () => {
    const twin = await openPerson(bank);
    await pay(bank, anna, twin, 100n);
    expect(await quote(await fresh(anna))).toMatchObject({ firstPayment: true, needsProof: true });
  });
});
