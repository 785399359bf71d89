/** Money set aside: each hold ends once, and what is held is not available anywhere. */
import { describe, expect, test } from 'vitest';
import { verifyBooks } from '../../src/bank/audit/index.ts';
import { holdExpiry } from '../../src/bank/ledger/index.ts';
import type * as m from '../../src/bank/model/index.ts';
import { jobProcess } from '../support/jobs.ts';
import { allOf, balanceOf, exactly, newRequestId, shareOf } from '../support/bank.ts';
import {
  accountId,
  inSession,
  minuteMs,
  otherFingerprint,
  requestFor,
  theBank,
  withLedger,
} from '../support/ledger.ts';
import { refusal } from '../support/staff.ts';
import { withBank } from '../support/with-bank.ts';

const { database, bank, anna, ben } = withBank({ balances: { anna: 1_000n, ben: 0n } });
const current = withLedger(database);
const holds = () => current().ledger.holds;

const askHold = async (amount: bigint, requestId = newRequestId()) => {
  const [from, to] = [await accountId(database, anna), await accountId(database, ben)];
  return requestFor({ initiator: inSession(anna), from, to, amount, requestId });
};
const hold = async (amount: bigint, forMs = minuteMs) =>
  holds().authorise(await askHold(amount), forMs);
const capture = async (id: m.HoldId, amount?: bigint, requestId = newRequestId()) =>
  current().ledger.book(
    await holds().captureRequest(id, {
      requestId,
      initiator: theBank,
      fingerprint: otherFingerprint,
      ...(amount === undefined ? {} : { amount: amount as m.Amount }),
    }),
  );
const withdraw = async (amount: bigint) =>
  bank.payments.withdraw(anna.session, {
    requestId: newRequestId(),
    wish: exactly(amount),
    memo: null,
  });
const account = async () => (await bank.accounts.overview(anna.session))[0]!;
const countedToday = async () => {
  const sql = 'SELECT paid_out_that_day AS sum FROM accounts WHERE account_number = ?';
  const [row] = await database.pool.rows(sql, [anna.accountNumber]);
  return BigInt(String(row!['sum']));
};
/** The database's time moves on for this hold alone. */
const letExpire = async (id: m.HoldId) =>
  database.pool.write(
    `UPDATE holds SET held_at = held_at - INTERVAL 1 DAY, expires_at = held_at + INTERVAL 1 HOUR
     WHERE id = ?`,
    [id],
  );

describe('a hold', () => {
  test('keeps money in the balance and takes it from what is available', async () => {
    await hold(700n);
    expect(await account()).toMatchObject({ balance: 1_000n, held: 700n, available: 300n });
    expect(await refusal(withdraw(301n))).toBe('FUNDS_INSUFFICIENT');
    expect(await refusal(hold(301n))).toBe('FUNDS_INSUFFICIENT');
    const half = { wish: shareOf('half', 150n), memo: null };
    expect(await bank.payments.quoteWithdrawal(anna.session, half)).toMatchObject({ amount: 150n });
    expect(await holds().active(await accountId(database, anna))).toMatchObject([{ amount: 700n }]);
    expect(await refusal(withdraw(300n))).toBeNull();
  });

  test('asked twice with one id is one hold; another one under the id is refused', async () => {
    const request = await askHold(400n);
    const first = await holds().authorise(request, minuteMs);
    expect(await holds().authorise(request, minuteMs)).toEqual(first);
    const other = await askHold(401n, request.requestId);
    expect(await refusal(holds().authorise(other, minuteMs))).toBe('REQUEST_REUSED');
    expect(await account()).toMatchObject({ held: 400n });
  });

  test('captured as a whole becomes a payment', async () => {
    const { id } = await hold(700n);
    const requestId = newRequestId();
    const receipt = await capture(id, undefined, requestId);
    expect(receipt).toMatchObject({ amount: 700n, balanceAfter: 300n, replayed: false });
    expect(await capture(id, undefined, requestId)).toEqual({ ...receipt, replayed: true });
    expect(await account()).toMatchObject({ balance: 300n, held: 0n, available: 300n });
    expect(await balanceOf(bank, ben)).toBe(700n);
    expect(await refusal(capture(id))).toBe('HOLD_ENDED');
  });

  test('captured in part returns the rest, also to the limit of the day', async () => {
    const { id } = await hold(700n);
    expect(await countedToday()).toBe(700n);
    expect(await refusal(capture(id, 701n))).toBe('HOLD_EXCEEDED');
    await capture(id, 450n);
    expect(await account()).toMatchObject({ balance: 550n, held: 0n, available: 550n });
    expect(await countedToday()).toBe(450n);
  });

  test('voided is available again, once; later ends change nothing', async () => {
    const { id } = await hold(700n);
    expect(await holds().void(id)).toBe('VOIDED');
    expect(await holds().void(id)).toBe('VOIDED');
    expect(await holds().expire(id)).toBe('VOIDED');
    expect(await refusal(capture(id))).toBe('HOLD_ENDED');
    expect(await account()).toMatchObject({ held: 0n, available: 1_000n });
    expect(await countedToday()).toBe(0n);
  });

  test('is over by the database’s time, whether or not anything has ended it', async () => {
    const { id } = await hold(700n);
    expect(await holds().expire(id)).toBeNull();
    await letExpire(id);
    expect(await refusal(capture(id))).toBe('HOLD_ENDED');
    expect(await holds().active(await accountId(database, anna))).toEqual([]);
    const all = { wish: { kind: 'all' } as const, memo: null };
    expect(await bank.payments.quoteWithdrawal(anna.session, all)).toMatchObject({
      amount: 1_000n,
    });
    expect(await refusal(withdraw(1_000n))).toBeNull();
    expect(await holds().void(id)).toBe('EXPIRED');
    expect(await account()).toMatchObject({ balance: 0n, held: 0n });
  });

  test('that is over is not shown as held, before its job has run', async () => {
    const { id } = await hold(700n);
    await letExpire(id);
    expect(await account()).toMatchObject({ balance: 1_000n, held: 0n, available: 1_000n });
    await hold(200n);
    expect(await account()).toMatchObject({ balance: 1_000n, held: 200n, available: 800n });
  });

  test('of a frozen account is not captured, and an unknown one is refused', async () => {
    const { id } = await hold(700n);
    const freeze = 'UPDATE accounts SET status = ? WHERE account_number = ?';
    await database.pool.write(freeze, ['FROZEN', anna.accountNumber]);
    expect(await refusal(capture(id))).toBe('ACCOUNT_FROZEN');
    await database.pool.write(freeze, ['OPEN', anna.accountNumber]);
    expect(await refusal(capture(1n as m.HoldId))).toBe('HOLD_UNKNOWN');
    expect(await refusal(holds().void(1n as m.HoldId))).toBe('HOLD_UNKNOWN');
  });

  test('keeps its customer from being erased', async () => {
    await hold(1_000n);
    const erased = bank.privacy.erase(anna.session, { requestId: newRequestId(), isProved: true });
    expect(await refusal(erased)).toBe('ERASURE_IMPOSSIBLE');
  });
});

test('the first hold of a day forgets what was deposited on an earlier day', async () => {
  const { accountNumber } = anna;
  await database.pool.write(
    `UPDATE accounts SET counted_day = CURRENT_DATE - INTERVAL 1 DAY, deposited_that_day = 900
     WHERE account_number = ?`,
    [accountNumber],
  );
  await hold(100n);
  const sql = 'SELECT deposited_that_day AS sum FROM accounts WHERE account_number = ?';
  const [row] = await database.pool.rows(sql, [accountNumber]);
  expect(BigInt(String(row!['sum']))).toBe(0n);
  expect(await countedToday()).toBe(100n);
});

test('a hold whose time is over is ended by its job, in any process', async () => {
  const { id } = await hold(700n);
  const { round } = jobProcess(database.pool, [holdExpiry(holds())]);
  expect(await round()).toBe(0);
  await letExpire(id);
  await database.pool.write("UPDATE jobs SET due_at = NOW(6) WHERE kind = 'HOLD_EXPIRY'");
  expect(await round()).toBe(1);
  expect(await account()).toMatchObject({ held: 0n, available: 1_000n });
  expect(await holds().void(id)).toBe('EXPIRED');
});

describe('many ends of one hold at once', () => {
  test.each([10, 11, 12])('one of capture, void and expiry wins (%i)', async (round) => {
    const { id } = await hold(600n);
    if (round === 12) await letExpire(id);
    const ends = await Promise.all(
      Array.from({ length: 24 }, async (_, index) => {
        const way = (index + round) % 3;
        if (way === 0)
          return capture(id, 500n).then(
            () => 'CAPTURED',
            (error: Error) => error,
          );
        return way === 1 ? holds().void(id) : holds().expire(id);
      }),
    );
    const codes = new Set(ends.map((one) => (one instanceof Error ? 'refused' : (one ?? 'open'))));
    codes.delete('refused');
    codes.delete('open');
    expect(codes.size).toBe(1);
    const captured = codes.has('CAPTURED');
    const captures = ends.filter((one, index) => one === 'CAPTURED' && (index + round) % 3 === 0);
    expect(captures).toHaveLength(captured ? 1 : 0);
    expect(await balanceOf(bank, ben)).toBe(captured ? 500n : 0n);
    expect(await account()).toMatchObject({ held: 0n, balance: captured ? 500n : 1_000n });
    expect((await verifyBooks(database.pool)).findings).toEqual([]);
  });

  test('holds and payments together never spend what is not there', async () => {
    const all = await allOf(bank, anna);
    const outcomes = await Promise.all(
      Array.from({ length: 30 }, async (_, index) =>
        refusal(index % 2 === 0 ? hold(90n) : withdraw(90n)),
      ),
    );
    expect(outcomes.filter((code) => code === null)).toHaveLength(11);
    expect(all).toMatchObject({ shown: 1_000n });
    expect(await account()).toMatchObject({ available: 10n });
  });
});
