/** Transactions of several postings, and those that no session asked for. */
import { describe, expect, test } from 'vitest';
import { verifyBooks } from '../../src/bank/audit/index.ts';
import { cashAccount } from '../../src/bank/ledger/chart.ts';
import type * as m from '../../src/bank/model/index.ts';
import { balanceOf } from '../support/bank.ts';
import { accountId, fees, inSession, requestFor, theBank, withLedger } from '../support/ledger.ts';
import { takeMessages } from '../support/messages.ts';
import { reason, refusal } from '../support/staff.ts';
import { newRequestId } from '../support/bank.ts';
import { withBank } from '../support/with-bank.ts';

const { database, bank, anna, ben, cleo, staff } = withBank({
  hasStaff: true,
  settings: { fourEyesAbove: 10_000n },
  balances: { anna: 10_000n, ben: 0n, cleo: 0n },
});
const current = withLedger(database);

/** 20.00 to Ben, a fee of 0.30 and 0.70 to Cleo's savings: one transaction of three postings. */
async function threefold() {
  const [from, to, saved] = await Promise.all(
    [anna, ben, cleo].map(async (one) => accountId(database, one)),
  );
  return requestFor({
    initiator: inSession(anna),
    from: from!,
    to: to!,
    amount: 2_000n,
    further: [
      { kind: 'FEE', to: fees, amount: 30n },
      { kind: 'ROUND_UP', to: saved!, amount: 70n },
    ],
  });
}
const replays = async (): Promise<number> =>
  Number((await database.pool.rows('SELECT count FROM replays'))[0]?.['count'] ?? 0);
const balances = async () =>
  Promise.all([anna, ben, cleo].map(async (one) => balanceOf(bank, one)));

describe('a transaction of three postings', () => {
  test('is booked, replayed and quoted as one', async () => {
    const { ledger } = current();
    const request = await threefold();
    const told = { amount: 2_000n, fee: 30n, balanceBefore: 10_000n, balanceAfter: 7_900n };
    expect(await ledger.quote(request)).toMatchObject(told);
    const receipt = await ledger.book(request);
    expect(receipt).toMatchObject({ ...told, replayed: false });
    const before = await replays();
    expect(await ledger.book(request)).toEqual({ ...receipt, replayed: true });
    // A write, so that the receipt waits until the booking is on disk.
    expect(await replays()).toBe(before + 1);
    expect(await balances()).toEqual([7_900n, 2_000n, 70n]);
  });

  test('may take its fee from the money that it brings, but no more', async () => {
    const to = await accountId(database, ben);
    const asked = { initiator: theBank, kind: 'TRANSFER', from: cashAccount.id, to } as const;
    const withFee = (fee: bigint) => {
      const request = requestFor({ ...asked, amount: 500n });
      const taken = { kind: 'FEE', source: to, target: fees, amount: fee as m.Amount } as const;
      return { ...request, postings: [request.postings[0], taken] as const };
    };
    expect(await refusal(current().ledger.book(withFee(501n)))).toBe('FUNDS_INSUFFICIENT');
    const receipt = await current().ledger.book(withFee(10n));
    expect(receipt).toMatchObject({
      amount: 500n,
      fee: 10n,
      balanceBefore: 0n,
      balanceAfter: 490n,
    });
  });

  test('is refused as one: nothing of it moves', async () => {
    const request = await threefold();
    const poor = { ...request, postings: request.postings.map((one) => one) };
    const [first, ...others] = request.postings;
    const large = { ...first, amount: { kind: 'exact' as const, amount: 9_950n as never } };
    const refused = current().ledger.book({ ...poor, postings: [large, ...others] });
    expect(await refusal(refused)).toBe('FUNDS_INSUFFICIENT');
    expect(await balances()).toEqual([10_000n, 0n, 0n]);
  });

  test('lists each posting in the history, with a kind of its own', async () => {
    await current().ledger.book(await threefold());
    const page = await bank.statements.page(anna.session, { filter: {}, size: 3 });
    expect(
      page.entries.map(({ kind, amount, balanceAfter }) => [kind, amount, balanceAfter]),
    ).toEqual([
      ['ROUND_UP', 70n, 7_900n],
      ['FEE', 30n, 7_970n],
      ['TRANSFER', 2_000n, 8_000n],
    ]);
    const only = await bank.statements.page(anna.session, { filter: { kinds: ['FEE'] }, size: 3 });
    expect(only.entries.map(({ counterparty }) => counterparty.name)).toEqual(['Fees']);
  });

  test('is reversed as one by staff, and only once', async () => {
    const { requestId: transaction } = await current().ledger.book(await threefold());
    const asked = { requestId: newRequestId(), transaction, reason };
    await bank.corrections.reverse(staff.mona.session, asked);
    expect(await balances()).toEqual([10_000n, 0n, 0n]);
    const again = bank.corrections.reverse(staff.max.session, {
      ...asked,
      requestId: newRequestId(),
    });
    expect(await refusal(again)).toBe('REVERSAL_DONE');
  });

  test('verifies, and a changed or missing posting is found', async () => {
    await current().ledger.book(await threefold());
    expect((await verifyBooks(database.pool)).findings).toEqual([]);
    await database.pool.write('UPDATE postings SET amount = amount + 1 WHERE number = 2');
    expect((await verifyBooks(database.pool)).findings.length).toBeGreaterThan(0);
    await database.pool.write('UPDATE postings SET amount = amount - 1 WHERE number = 2');
    await database.pool.write('DELETE FROM postings WHERE number = 3');
    expect((await verifyBooks(database.pool)).findings.length).toBeGreaterThan(0);
    const columns = 'kind, source_account_id, source_seq, target_account_id, target_seq, amount';
    await database.pool.write(`INSERT INTO postings (transaction_id, number, ${columns})
      SELECT s.transaction_id, 3, s.kind, s.account_id, s.seq, g.account_id, g.seq, g.amount
      FROM entries AS s JOIN entries AS g ON g.transaction_id = s.transaction_id
      WHERE s.kind = 'ROUND_UP' AND g.kind = 'ROUND_UP' AND s.amount < 0 AND g.amount > 0`);
  });
});

describe('what no session asked for', () => {
  const bonus = async () =>
    requestFor({
      initiator: theBank,
      kind: 'TRANSFER',
      from: cashAccount.id,
      to: await accountId(database, ben),
      amount: 500n,
    });
  const audited = async (action: string) => {
    const sql = 'SELECT target_customer_id, details FROM audit WHERE action = ?';
    return database.pool.rows(sql, [action]);
  };

  test('is booked for the bank itself, and shown so in history and audit', async () => {
    await takeMessages(bank);
    const receipt = await current().ledger.book(await bonus());
    expect(receipt).toMatchObject({ amount: 500n, balanceAfter: 500n, from: { numberTail: null } });
    const page = await bank.statements.page(ben.session, { filter: {}, size: 1 });
    expect(page.entries[0]).toMatchObject({ initiator: 'BANK', direction: 'in' });
    const [row] = await audited('BOOKED_BY_BANK');
    expect(String(row?.['details'])).toContain(receipt.reference);
    expect((await takeMessages(bank)).map(({ notice }) => notice.kind)).toEqual(['MONEY_RECEIVED']);
  });

  test('may be a standing order, which moves only the money of its own customer', async () => {
    const [from, to] = [await accountId(database, anna), await accountId(database, ben)];
    const order = { kind: 'ORDER', id: 42n, customerId: anna.session.customerId } as const;
    await bank.sessions.logout(anna.session);
    const request = requestFor({ initiator: order, from, to, amount: 300n });
    expect(await current().ledger.book(request)).toMatchObject({ amount: 300n });
    expect(await audited('BOOKED_BY_ORDER')).toHaveLength(1);
    const theirs = requestFor({ initiator: order, from: to, to: from, amount: 1n });
    expect(await refusal(current().ledger.book(theirs))).toBe('SESSION_EXPIRED');
  });

  test('is refused by a frozen payer, and the limits of a customer hold for an order', async () => {
    const [from, to] = [await accountId(database, anna), await accountId(database, ben)];
    const order = { kind: 'ORDER', id: 43n, customerId: anna.session.customerId } as const;
    const large = requestFor({ initiator: order, from, to, amount: 100_001n });
    expect(await refusal(current().ledger.book(large))).toBe('AMOUNT_ABOVE_LIMIT');
    await database.pool.write("UPDATE accounts SET status = 'FROZEN' WHERE id = ?", [from]);
    const frozen = requestFor({ initiator: order, from, to, amount: 1n });
    expect(await refusal(current().ledger.book(frozen))).toBe('ACCOUNT_FROZEN');
    await database.pool.write("UPDATE accounts SET status = 'OPEN' WHERE id = ?", [from]);
  });
});

test('a payment carries the time of its booking, beside one to an account that nobody has', async () => {
  const [from, to] = [await accountId(database, anna), await accountId(database, ben)];
  const initiator = inSession(anna);
  const good = requestFor({ initiator, from, to, amount: 100n });
  // The time comes with the account of the highest id, which here does not exist.
  const bad = requestFor({ initiator, from, to: (2n ** 62n) as m.AccountId, amount: 100n });
  const { ledger } = current();
  const before = Date.now();
  const [receipt, refused] = await Promise.all([ledger.book(good), refusal(ledger.book(bad))]);
  expect(refused).toBe('TARGET_UNAVAILABLE');
  expect(receipt.bookedAt.getTime()).toBeGreaterThan(before - 1_000);
  expect(await balances()).toEqual([9_900n, 100n, 0n]);
});
