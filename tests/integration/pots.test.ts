/** A customer saves in pots: accounts that pay and are paid by their owner alone. */
import { describe, expect, test } from 'vitest';
import { verifyBooks } from '../../src/bank/audit/index.ts';
import { accountFacts, balancesOf, depositInto } from '../support/accounts.ts';
import { exactly, newRequestId, password, pay } from '../support/bank.ts';
import { expectBooksBalanced } from '../support/books.ts';
import { makeOrder } from '../support/orders.ts';
import { addTo, dayIn, openPot, takeFrom } from '../support/pots.ts';
import { wanted } from '../support/requests.ts';
import { reason, refusal } from '../support/staff.ts';
import { withBank } from '../support/with-bank.ts';

const { database, bank, anna, ben, staff } = withBank({
  hasStaff: true,
  settings: { fourEyesAbove: 10_000n },
  balances: { anna: 10_000n, ben: 500n },
});

describe('a pot', () => {
  test('is an account with a goal and its day, and is no main account', async () => {
    const goalDate = dayIn(200);
    const order = { name: 'Trip', goal: 50_000n as never, goalDate, requestId: newRequestId() };
    const made = await bank.pots.open(anna.session, order);
    expect(made).toMatchObject({ name: 'Trip', type: 'POT', isMain: false, balance: 0n });
    expect(made.pot).toEqual({ goal: 50_000n, goalDate, lock: null });
    expect(await bank.pots.open(anna.session, order)).toEqual(made);
    const { accountNumber: account } = made;
    const main = bank.accounts.makeMain(anna.session, { account, requestId: newRequestId() });
    expect(await refusal(main)).toBe('POT_ONLY_SAVES');
    expect(await bank.pots.find(anna.session, null)).toEqual(made);
    expect(await refusal(bank.pots.find(ben.session, { accountNumber: account }))).toBe(
      'POT_UNKNOWN',
    );
    const { accountNumber } = anna;
    expect(await refusal(bank.pots.find(anna.session, { accountNumber }))).toBe('POT_UNKNOWN');
  });

  test('is refused with a day of the goal that is past, or beyond ten years', async () => {
    const judge = async (goalDate: string) =>
      refusal(bank.pots.judgeOpening(anna.session, { name: 'Trip', goal: null, goalDate }));
    for (const days of [0, -1, 3_700]) {
      expect(await judge(dayIn(days))).toBe('POT_DATE');
      expect(await refusal(openPot(bank, anna, { goalDate: dayIn(days) }))).toBe('POT_DATE');
    }
    expect(await balancesOf(bank, anna)).toEqual([10_000n]);
    await openPot(bank, anna, { goalDate: dayIn(1) });
  });

  test('is counted among the twenty accounts', async () => {
    for (let count = 1; count < 20; count += 1) await openPot(bank, anna, { name: `Pot ${count}` });
    expect(await refusal(openPot(bank, anna, { name: 'More' }))).toBe('ACCOUNTS_TOO_MANY');
    const wish = { type: 'CURRENT', name: null } as const;
    expect(await refusal(bank.accounts.judgeOpening(anna.session, wish))).toBe('ACCOUNTS_TOO_MANY');
    expect(await refusal(openPot(bank, ben, { name: 'More' }))).toBeNull();
  });

  test('needs a name that no other open account has', async () => {
    await openPot(bank, anna);
    expect(await refusal(openPot(bank, anna, { name: 'TRIP' }))).toBe('ACCOUNT_NAME_TAKEN');
  });
});

describe('money', () => {
  test('goes into a pot and out of it, once per request, and counts towards no limit', async () => {
    const pot = await openPot(bank, anna);
    const before = await accountFacts(database, anna);
    const requestId = newRequestId();
    const move = { pot, wish: exactly(4_000n), requestId };
    expect(await bank.pots.quoteAdd(anna.session, move)).toMatchObject({
      amount: 4_000n,
      balanceAfter: 6_000n,
      needsProof: false,
      firstPayment: false,
      to: { name: 'Trip' },
    });
    const receipt = await bank.pots.add(anna.session, move);
    expect(receipt).toMatchObject({ kind: 'POT_ADD', to: { name: 'Trip' }, replayed: false });
    expect(await bank.pots.add(anna.session, move)).toEqual({ ...receipt, replayed: true });
    await takeFrom(bank, anna, pot, 1_500n);
    expect(await balancesOf(bank, anna)).toEqual([7_500n, 2_500n]);
    const after = await accountFacts(database, anna);
    expect(after.map(({ paidOut, deposited }) => [paidOut, deposited])).toEqual([
      [before[0]!.paidOut, before[0]!.deposited],
      [0n, 0n],
    ]);
    const page = await bank.statements.page(anna.session, { filter: {}, size: 5, account: pot });
    expect(page.entries.map(({ kind, direction }) => [kind, direction])).toEqual([
      ['POT_TAKE', 'out'],
      ['POT_ADD', 'in'],
    ]);
    await expectBooksBalanced(database.pool);
    expect((await verifyBooks(database.pool)).findings).toEqual([]);
  });

  test('of another account of the customer reaches it too; half and all are shares', async () => {
    const { accountNumber: second } = await bank.accounts.open(anna.session, {
      type: 'CURRENT',
      name: 'Second',
      requestId: newRequestId(),
    });
    await depositInto(bank, anna, second, 800n);
    const pot = await openPot(bank, anna);
    const half = { pot, account: second, wish: { kind: 'half' } as const };
    expect(await bank.pots.quoteAdd(anna.session, half)).toMatchObject({ amount: 400n });
    const wish = { kind: 'half', shown: 400n as never } as const;
    await bank.pots.add(anna.session, { ...half, wish, requestId: newRequestId() });
    expect(await balancesOf(bank, anna)).toEqual([10_000n, 400n, 400n]);
    expect(await refusal(addTo(bank, anna, pot, 10_001n))).toBe('FUNDS_INSUFFICIENT');
    expect(await refusal(takeFrom(bank, anna, pot, 401n))).toBe('FUNDS_INSUFFICIENT');
  });

  test('that was moved is answered again after the session and the pot have ended', async () => {
    const pot = await openPot(bank, anna);
    const move = { pot, wish: exactly(40n), requestId: newRequestId() };
    const receipt = await bank.pots.add(anna.session, move);
    await takeFrom(bank, anna, pot, 40n);
    await bank.accounts.close(anna.session, { account: pot, requestId: newRequestId() });
    await bank.sessions.logout(anna.session);
    expect(await bank.pots.add(anna.session, move)).toEqual({ ...receipt, replayed: true });
    expect(await refusal(addTo(bank, anna, pot, 5n))).toBe('SESSION_EXPIRED');
  });

  test('does not move between accounts of which none is a pot', async () => {
    const { accountNumber } = await bank.accounts.open(anna.session, {
      type: 'SAVINGS',
      name: null,
      requestId: newRequestId(),
    });
    expect(await refusal(addTo(bank, anna, accountNumber, 5n))).toBe('POT_UNKNOWN');
  });

  test('reaches only one’s own pots', async () => {
    const pot = await openPot(bank, anna);
    expect(await refusal(addTo(bank, ben, pot, 5n))).toBe('POT_UNKNOWN');
    expect(await refusal(takeFrom(bank, ben, pot, 5n))).toBe('POT_UNKNOWN');
  });
});

describe('a pot pays and is paid by nobody else', () => {
  const move = { wish: exactly(5n), memo: null };

  test('in transfers, deposits and withdrawals', async () => {
    const pot = await openPot(bank, anna);
    await addTo(bank, anna, pot, 500n);
    const { payments } = bank;
    const target = { accountNumber: pot };
    const toBen = { from: pot, target: { accountNumber: ben.accountNumber }, ...move };
    const refused = [
      payments.quoteTransfer(anna.session, toBen),
      payments.quoteTransfer(anna.session, { target, ...move }),
      payments.quoteWithdrawal(anna.session, { from: pot, ...move }),
      payments.quoteDeposit(anna.session, { into: pot, ...move }),
    ];
    expect(await Promise.all(refused.map(refusal))).toEqual(refused.map(() => 'POT_ONLY_SAVES'));
    const fromBen = payments.quoteTransfer(ben.session, { target, ...move });
    expect(await refusal(fromBen)).toBe('TARGET_UNAVAILABLE');
    expect(await refusal(pay(bank, ben, { ...anna, accountNumber: pot }, 5n))).toBe(
      'TARGET_UNAVAILABLE',
    );
    expect(await balancesOf(bank, anna)).toEqual([9_500n, 500n]);
  });

  test('in standing orders, requests and the list of payees', async () => {
    const pot = await openPot(bank, anna);
    const fromPot = makeOrder(bank, { from: anna, to: ben }, { from: pot });
    expect(await refusal(fromPot)).toBe('POT_ONLY_SAVES');
    const intoPot = makeOrder(bank, { from: anna, to: { ...anna, accountNumber: pot } }, {});
    expect(await refusal(intoPot)).toBe('POT_ONLY_SAVES');
    const byBen = makeOrder(bank, { from: ben, to: { ...anna, accountNumber: pot } }, {});
    expect(await refusal(byBen)).toBe('TARGET_UNAVAILABLE');
    const request = { ...wanted([ben], { each: 5n }), into: pot };
    expect(await refusal(bank.requests.quote(anna.session, request))).toBe('POT_ONLY_SAVES');
    const saved = bank.payees.add(ben.session, {
      nickname: 'anna',
      target: { accountNumber: pot },
    });
    expect(await refusal(saved)).toBe('TARGET_UNAVAILABLE');
    expect((await bank.payees.known(anna.session)).own).toEqual([]);
  });

  test('at the counter of the bank; a correction reaches it', async () => {
    const pot = await openPot(bank, anna);
    await addTo(bank, anna, pot, 500n);
    const { teller, mona } = staff;
    const about = { accountNumber: pot, reason, ...move, requestId: newRequestId() };
    expect(await refusal(bank.counter.deposit(teller.session, about))).toBe('POT_ONLY_SAVES');
    expect(await refusal(bank.counter.withdraw(teller.session, about))).toBe('POT_ONLY_SAVES');
    await bank.corrections.adjust(mona.session, {
      accountNumber: pot,
      amount: 70n as never,
      side: 'credit',
      reason,
      requestId: newRequestId(),
    });
    expect(await balancesOf(bank, anna)).toEqual([9_500n, 570n]);
  });
});

describe('closing a pot', () => {
  const close = async (account: Awaited<ReturnType<typeof openPot>>) =>
    bank.accounts.close(anna.session, { account, requestId: newRequestId() });

  test('needs it empty, and names what is in it', async () => {
    const pot = await openPot(bank, anna);
    await addTo(bank, anna, pot, 30n);
    await expect(close(pot)).rejects.toMatchObject({
      refused: { code: 'POT_NOT_EMPTY', data: { balance: { units: 30n }, pot } },
    });
    await takeFrom(bank, anna, pot, 30n);
    expect(await close(pot)).toMatchObject({ status: 'CLOSED', type: 'POT' });
    expect(await refusal(addTo(bank, anna, pot, 5n))).toBe('ACCOUNT_CLOSED');
    expect(await refusal(bank.pots.find(anna.session, null))).toBe('POT_UNKNOWN');
    const all = await bank.accounts.overview(anna.session);
    expect(all.map(({ status }) => status)).toEqual(['OPEN', 'CLOSED']);
  });

  test('and money put in at the same time: one of them is refused', async () => {
    const pot = await openPot(bank, anna);
    const [added, closed] = await Promise.allSettled([addTo(bank, anna, pot, 5n), close(pot)]);
    expect([added.status, closed.status].toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await balancesOf(bank, anna))[1]).toBe(added.status === 'fulfilled' ? 5n : 0n);
  });
});

test('a frozen or locked customer moves nothing into a pot or out of it', async () => {
  const pot = await openPot(bank, anna);
  await addTo(bank, anna, pot, 500n);
  const set = async (change: string) =>
    database.pool.write(`UPDATE accounts SET ${change} WHERE customer_id = ?`, [
      anna.session.customerId,
    ]);
  await set("status = 'FROZEN'");
  expect(await refusal(addTo(bank, anna, pot, 5n))).toBe('ACCOUNT_FROZEN');
  expect(await refusal(takeFrom(bank, anna, pot, 5n))).toBe('ACCOUNT_FROZEN');
  expect(await refusal(openPot(bank, anna, { name: 'More' }))).toBe('ACCOUNT_FROZEN');
  await set("status = 'OPEN', locked_at = NOW(6)");
  expect(await refusal(addTo(bank, anna, pot, 5n))).toBe('ACCOUNT_LOCKED');
  expect(await refusal(takeFrom(bank, anna, pot, 5n))).toBe('ACCOUNT_LOCKED');
  expect(await balancesOf(bank, anna)).toEqual([9_500n, 500n]);
});

test('an erasure needs the pots empty, and deletes their goals', async () => {
  const pot = await openPot(bank, ben, { goal: 900n as never });
  await addTo(bank, ben, pot, 500n);
  const erase = async () =>
    bank.privacy.erase(ben.session, { requestId: newRequestId(), isProved: true });
  expect(await refusal(erase())).toBe('ERASURE_IMPOSSIBLE');
  await takeFrom(bank, ben, pot, 500n);
  await pay(bank, ben, anna, 500n);
  await erase();
  expect(await database.pool.rows('SELECT * FROM pots')).toEqual([]);
});

test('the export of a customer’s data has the pots', async () => {
  await openPot(bank, anna, { goal: 900n as never });
  const { json } = await bank.privacy.export(anna.session, password);
  const { accounts, roundUps } = JSON.parse(json) as {
    accounts: { type: string; pot?: unknown }[];
    roundUps: unknown;
  };
  expect(accounts.map(({ type }) => type)).toEqual(['CURRENT', 'POT']);
  expect(accounts[1]!.pot).toEqual({ goal: '900', goalDate: null, lock: null });
  expect(roundUps).toBeNull();
});
