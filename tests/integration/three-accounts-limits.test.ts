/** Limits, holds and day sums are the customer's: a further account does not add to them. */
import { beforeEach, describe, expect, test } from 'vitest';
import { cashAccount } from '../../src/bank/ledger/index.ts';
import { findFirstAccountIds } from '../../src/bank/accounts/store/directory.ts';
import { openAccount } from '../../src/bank/accounts/index.ts';
import { lockCustomer } from '../../src/bank/people/index.ts';
import type * as m from '../../src/bank/model/index.ts';
import { withTransaction } from '../../src/db/transaction.ts';
import {
  accountFacts,
  balancesOf,
  depositInto,
  openAnotherAccount,
  openThree,
} from '../support/accounts.ts';
import { exactly, gems, newRequestId, openBank, password, place } from '../support/bank.ts';
import {
  accountId,
  inSession,
  minuteMs,
  otherFingerprint,
  requestFor,
  theBank,
  withLedger,
} from '../support/ledger.ts';
import { proofCode } from '../support/messages.ts';
import { reason, refusal } from '../support/staff.ts';
import { withBank } from '../support/with-bank.ts';

const { database, bank, staff, anna, ben } = withBank({
  hasStaff: true,
  settings: { limitPerDay: 10_000n, fourEyesAbove: 1_000_000n },
  balances: { anna: 4_000n, ben: 0n },
});
const current = withLedger(database, { limitPerDay: 10_000n });
let main: m.AccountNumber;
let second: m.AccountNumber;
let third: m.AccountNumber;

beforeEach(async () => {
  [main, second, third] = await openThree(database, anna);
});

const order = (amount: bigint) => ({ wish: exactly(amount), memo: null });
const withdraw = async (from: m.AccountNumber, amount: bigint, session = anna.session) =>
  bank.payments.withdraw(session, { requestId: newRequestId(), from, ...order(amount) });
const sums = async () =>
  (await accountFacts(database, anna)).map(({ paidOut, deposited }) => [paidOut, deposited]);
/** Money that counts nowhere. */
const give = async (account: m.AccountNumber, amount: bigint) =>
  bank.corrections.adjust(staff.mona.session, {
    requestId: newRequestId(),
    accountNumber: account,
    amount: amount as m.Amount,
    side: 'credit',
    reason,
  });

describe('the limits of a day', () => {
  test('sum what leaves all accounts, and count it at the first', async () => {
    await give(second, 50_000n);
    await give(third, 50_000n);
    await withdraw(main, 3_000n);
    await withdraw(second, 3_000n);
    await withdraw(third, 3_000n);
    for (const from of [main, second, third]) {
      const refused = await withdraw(from, 1_001n).catch((error: unknown) => error);
      const code = from === main ? 'FUNDS_INSUFFICIENT' : 'DAY_LIMIT_REACHED';
      expect(refused).toMatchObject({ code });
    }
    await withdraw(second, 1_000n);
    expect(await refusal(withdraw(third, 1n))).toBe('DAY_LIMIT_REACHED');
    expect(await sums()).toEqual([
      [10_000n, 4_000n],
      [0n, 0n],
      [0n, 0n],
    ]);
  });

  test('sum what is deposited into all accounts', async () => {
    await depositInto(bank, anna, second, 3_000n);
    await depositInto(bank, anna, third, 3_000n);
    expect(await refusal(depositInto(bank, anna, second, 1n))).toBe('DAY_LIMIT_REACHED');
    expect(await refusal(depositInto(bank, anna, main, 1n))).toBe('DAY_LIMIT_REACHED');
    const quote = bank.payments.quoteDeposit(anna.session, { into: third, ...order(1n) });
    expect(await refusal(quote)).toBe('DAY_LIMIT_REACHED');
  });

  test('hold for transfers between one’s own accounts, also into the first', async () => {
    await give(second, 50_000n);
    const move = async (from: m.AccountNumber, to: m.AccountNumber, amount: bigint) =>
      bank.payments.transfer(anna.session, {
        requestId: newRequestId(),
        from,
        accountNumber: to,
        ...order(amount),
      });
    await move(second, main, 6_000n);
    await move(main, third, 4_000n);
    expect(await refusal(move(second, main, 1n))).toBe('DAY_LIMIT_REACHED');
    expect(await balancesOf(bank, anna)).toEqual([6_000n, 44_000n, 4_000n]);
    expect((await sums())[0]).toEqual([10_000n, 4_000n]);
  });

  test('hold over the counter too, whichever account staff serve', async () => {
    await give(second, 50_000n);
    const taken = async (accountNumber: m.AccountNumber, amount: bigint) =>
      bank.counter.withdraw(staff.teller.session, {
        requestId: newRequestId(),
        accountNumber,
        ...order(amount),
      });
    await taken(second, 7_000n);
    await taken(main, 3_000n);
    expect(await refusal(taken(second, 1n))).toBe('DAY_LIMIT_REACHED');
    expect(await refusal(withdraw(second, 1n))).toBe('DAY_LIMIT_REACHED');
  });

  test('a new account opened after the limit was reached has nothing left', async () => {
    await give(second, 50_000n);
    await withdraw(second, 10_000n);
    const fourth = await openAnotherAccount(database, anna);
    await give(fourth, 500n);
    expect(await refusal(withdraw(fourth, 1n))).toBe('DAY_LIMIT_REACHED');
  });

  test('count the next day from zero, also where another account moves first', async () => {
    await give(second, 50_000n);
    await withdraw(second, 10_000n);
    await database.pool.write('UPDATE accounts SET counted_day = counted_day - INTERVAL 1 DAY');
    await withdraw(second, 9_000n);
    expect(await refusal(withdraw(second, 1_001n))).toBe('DAY_LIMIT_REACHED');
    expect((await sums())[0]).toEqual([9_000n, 0n]);
  });
});

test('the lowered limit after a recovery holds for all accounts, new ones too', async () => {
  await give(second, 50_000n);
  const { discordUserId, accountNumber, details } = anna;
  const { email, phone } = details;
  await bank.recovery.request({ discordUserId, place, accountNumber: third, email, phone });
  const code = proofCode(anna.recoveryCodes[0]!);
  const renewed = 'thunder olive basket 93';
  await bank.recovery.complete({ discordUserId, place, code, password: renewed });
  const session = await bank.sessions.login({
    discordUserId,
    place,
    accountNumber,
    password: renewed,
  });
  await withdraw(second, 600n, session);
  expect(await refusal(withdraw(second, 401n, session))).toBe('LIMIT_LOWERED');
  expect(await refusal(withdraw(main, 401n, session))).toBe('LIMIT_LOWERED');
  const fourth = await openAnotherAccount(database, anna);
  await give(fourth, 500n);
  expect(await refusal(withdraw(fourth, 401n, session))).toBe('LIMIT_LOWERED');
  await withdraw(main, 400n, session);
  const facts = await accountFacts(database, anna);
  expect(facts.map(({ limited }) => limited)).toEqual([true, true, true, true]);
  expect(password).not.toBe(renewed);
});

describe('a hold on a further account', () => {
  const holdOn = async (amount: bigint, forMs = minuteMs) => {
    const [from, to] = [
      await accountId(database, { ...anna, accountNumber: second }),
      await accountId(database, ben),
    ];
    const request = requestFor({ initiator: inSession(anna), from, to, amount });
    const countedAt = await accountId(database, anna);
    return current().ledger.holds.authorise({ ...request, countedAt }, forMs);
  };

  /** Its time is over on the same day; its job has not run. */
  const holdOver = async (amount: bigint): Promise<void> => {
    const { id } = await holdOn(amount);
    await database.pool.write(
      `UPDATE holds SET held_at = held_at - INTERVAL 1 SECOND,
        expires_at = held_at + INTERVAL 1 MICROSECOND WHERE id = ?`,
      [id],
    );
  };

  test('counts for the customer, and is returned to the day when it is voided', async () => {
    await give(second, 50_000n);
    const { id } = await holdOn(8_000n);
    expect(await refusal(withdraw(main, 2_001n))).toBe('DAY_LIMIT_REACHED');
    await current().ledger.holds.void(id);
    await withdraw(main, 2_001n);
    expect((await sums())[0]![0]).toBe(2_001n);
  });

  test('captured in part counts only what was captured', async () => {
    await give(second, 50_000n);
    const { id } = await holdOn(8_000n);
    const capture = {
      requestId: newRequestId(),
      initiator: theBank,
      fingerprint: otherFingerprint,
    };
    const request = await current().ledger.holds.captureRequest(id, {
      ...capture,
      amount: 3_000n as m.Amount,
    });
    await current().ledger.book(request);
    expect((await sums())[0]![0]).toBe(3_000n);
    expect(await balancesOf(bank, ben)).toEqual([3_000n]);
  });

  test('over by now is returned to the day by whatever locks that account next', async () => {
    await give(second, 50_000n);
    await holdOver(8_000n);
    const before = (await sums())[0]![0];
    // A correction is free of limits, so it does not name the account that counts.
    await bank.corrections.adjust(staff.mona.session, {
      requestId: newRequestId(),
      accountNumber: second,
      amount: 1n as m.Amount,
      side: 'debit',
      reason,
    });
    expect([before, (await sums())[0]![0]]).toEqual([8_000n, 0n]);
    const [, held] = await bank.accounts.overview(anna.session);
    expect(held).toMatchObject({ held: 0n, available: 49_999n });
  });

  test('over by now limits no quote of any account, before its job has run', async () => {
    await give(second, 50_000n);
    await holdOver(8_000n);
    const quoted = async (from: m.AccountNumber, amount: bigint) =>
      bank.payments.quoteWithdrawal(anna.session, { from, ...order(amount) });
    expect(await quoted(second, 10_000n)).toMatchObject({ amount: 10_000n });
    expect(await quoted(main, 3_000n)).toMatchObject({ amount: 3_000n });
    expect(await refusal(quoted(second, 10_001n))).toBe('DAY_LIMIT_REACHED');
    // Nothing was written: a quote changes nothing.
    expect((await sums())[0]![0]).toBe(8_000n);
    const [, shown] = await bank.accounts.overview(anna.session);
    expect(shown).toMatchObject({ held: 0n, available: 50_000n });
  });

  test('over by now limits no payment and no hold of another account', async () => {
    await give(second, 50_000n);
    await holdOver(8_000n);
    await withdraw(main, 3_000n);
    expect((await sums())[0]![0]).toBe(3_000n);
    await holdOver(7_000n);
    const [from, to] = [await accountId(database, anna), await accountId(database, ben)];
    const request = requestFor({ initiator: inSession(anna), from, to, amount: 900n });
    expect(await current().ledger.holds.authorise(request, minuteMs)).toMatchObject({
      amount: 900n,
    });
    expect((await sums())[0]![0]).toBe(3_900n);
    expect(await refusal(withdraw(second, 6_101n))).toBe('DAY_LIMIT_REACHED');
    await withdraw(second, 6_100n);
  });

  test('many payments at once after holds that are over keep the limit', async () => {
    await give(second, 50_000n);
    await give(third, 50_000n);
    await holdOver(5_000n);
    await holdOver(4_500n);
    const answers = await Promise.all(
      Array.from({ length: 24 }, async (_, index) =>
        refusal(withdraw([main, second, third][index % 3]!, 500n)),
      ),
    );
    expect(answers.filter((code) => code === null)).toHaveLength(20);
    expect((await sums())[0]![0]).toBe(10_000n);
  });
});

describe('the first account', () => {
  test('stays the first, even when the clock of the process that opens another is behind', async () => {
    const { customerId } = anna.session;
    const first = await accountId(database, anna);
    const early = 5n as m.AccountId;
    await withTransaction(database.pool, async (tx) => {
      await lockCustomer(tx, customerId);
      const opening = { customerId, holderName: 'Anna M.', currency: gems.code };
      expect(await openAccount(tx, { ...opening, id: early })).toBeGreaterThan(first);
    });
    const found = await findFirstAccountIds(database.pool, [customerId]);
    expect(found.get(customerId)).toBe(first);
  });

  test('is not asked for when the bank itself pays into another one', async () => {
    const to = await accountId(database, { ...anna, accountNumber: third });
    const bonus = { initiator: theBank, from: cashAccount.id, to, amount: 9n };
    await current().ledger.book(requestFor(bonus));
    expect(await balancesOf(bank, anna)).toEqual([4_000n, 0n, 9n]);
    const sql = "SELECT details FROM audit WHERE action = 'BOOKED_BY_BANK'";
    expect(String((await database.pool.rows(sql))[0]!['details'])).toContain(third);
  });

  test('of a second bank process is the same', async () => {
    await give(second, 50_000n);
    await withdraw(second, 6_000n);
    const other = await openBank(database.pool, { settings: { limitPerDay: 10_000n } });
    const more = { requestId: newRequestId(), from: second, ...order(4_001n) };
    expect(await refusal(other.payments.withdraw(anna.session, more))).toBe('DAY_LIMIT_REACHED');
    await other.close();
  });
});
