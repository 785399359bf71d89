/** Everything together: a payment from a shared account with a fee and a round-up. */
import { expect, test } from 'vitest';
import { verifyBooks } from '../../src/bank/audit/index.ts';
import type * as m from '../../src/bank/model/index.ts';
import { accountFacts, balancesOf } from '../support/accounts.ts';
import { exactly, newRequestId, pay, type Person } from '../support/bank.ts';
import { expectBooksBalanced } from '../support/books.ts';
import { charge, freshFees } from '../support/fees.ts';
import { messagesTo, sendAll } from '../support/notices.ts';
import { openPot, roundUpInto, takeFrom } from '../support/pots.ts';
import { agreeRule, grantOf, joinShared, openShared } from '../support/shared.ts';
import { reason, refusal } from '../support/staff.ts';
import { withBank } from '../support/with-bank.ts';

const { database, bank, anna, ben, cleo, staff } = withBank({
  hasStaff: true,
  settings: { ...freshFees, fourEyesAbove: 10_000n },
  balances: { anna: 100_000n, ben: 500n, cleo: 0n },
});

/** Ben may pay 50.00 a month; payments are rounded up to one unit; each costs 0.25. */
async function saving() {
  const account = await openShared(bank, anna);
  await pay(bank, anna, { accountNumber: account } as Person, 9_000n);
  await joinShared(bank, account, { by: anna, person: ben, ...grantOf('SPENDER') });
  const pot = await openPot(bank, anna, { of: account });
  await roundUpInto(bank, anna, pot);
  await charge(database, 'TRANSFER', { flat: 25n });
  return { account, pot };
}
const quote = async (from: m.AccountNumber, by: Person, sum: bigint) =>
  bank.payments.quoteTransfer(by.session, {
    from,
    target: { accountNumber: cleo.accountNumber },
    wish: exactly(sum),
    memo: 'rent',
  });
const payAs = async (from: m.AccountNumber, by: Person, sum: bigint) => {
  const { fee, roundUp } = await quote(from, by, sum);
  const { isSkipped: _, ...kept } = roundUp!;
  return bank.payments.transfer(by.session, {
    from,
    accountNumber: cleo.accountNumber,
    wish: exactly(sum),
    memo: 'rent',
    fee,
    roundUp: kept,
    requestId: newRequestId(),
  });
};
const moneyOf = async () => {
  const [shared] = await bank.shared.list(anna.session);
  const { pots } = await bank.pots.shared(anna.session);
  const { lines } = await bank.books.trialBalance();
  return {
    account: shared!.balance,
    pot: pots[0]!.balance,
    payee: (await balancesOf(bank, cleo))[0],
    fees: lines.find(({ kind }) => kind === 'FEES')?.balance,
  };
};

test('is one transaction of three postings that names the member, and reverses whole', async () => {
  const { account, pot } = await saving();
  const before = await moneyOf();
  expect(await quote(account, ben, 1_230n)).toMatchObject({
    fee: 25n,
    roundUp: { amount: 70n, pot, isSkipped: false },
    balanceAfter: 7_675n,
  });
  for (const person of [anna, ben]) await sendAll(bank, person);
  const receipt = await payAs(account, ben, 1_230n);
  expect(await moneyOf()).toEqual({
    account: 7_675n,
    pot: 70n,
    payee: 1_230n,
    fees: (before.fees ?? 0n) + 25n,
  });
  const page = async (number: m.AccountNumber) =>
    (await bank.statements.page(anna.session, { account: number, filter: {}, size: 3 })).entries;
  const facts = (await page(account)).map(({ kind, reference, actor }) => [kind, reference, actor]);
  expect(facts).toHaveLength(3);
  for (const kind of ['TRANSFER', 'FEE', 'ROUND_UP']) {
    expect(facts).toContainEqual([kind, receipt.reference, 'Anna M.']);
  }
  const [saved] = await page(pot);
  expect(saved).toMatchObject({ kind: 'ROUND_UP', reference: receipt.reference, actor: 'Anna M.' });
  const issued = await bank.receipts.of(anna.session, receipt.requestId);
  expect(issued).toMatchObject({ actor: 'Anna M.' });
  expect(issued.further).toHaveLength(2);
  expect(issued.further).toContainEqual({ kind: 'FEE', amount: 25n });
  expect(issued.further).toContainEqual({ kind: 'ROUND_UP', amount: 70n });
  const told = await messagesTo(bank, anna);
  expect(told.map(({ notice }) => notice.kind)).toEqual(['SHARED_MOVED']);

  await bank.corrections.reverse(staff.mona.session, {
    requestId: newRequestId(),
    transaction: receipt.requestId,
    reason,
  });
  expect(await moneyOf()).toEqual(before);
  await expectBooksBalanced(database.pool);
  expect((await verifyBooks(database.pool)).findings).toEqual([]);
});

test('counts towards the allowance with its amount alone', async () => {
  const { account } = await saving();
  await payAs(account, ben, 3_050n);
  const { members } = await bank.shared.members(anna.session, account);
  expect(members.find(({ member }) => member === ben.discordUserId)?.spent).toBe(3_050n);
  await payAs(account, ben, 1_950n);
  expect(await refusal(quote(account, ben, 1n))).toBe('SHARED_ALLOWANCE');
});

test('is not reversed where the pot is empty, and not rounded up where managers approve', async () => {
  const { account, pot } = await saving();
  const receipt = await payAs(account, ben, 1_230n);
  await takeFrom(bank, anna, pot, 70n);
  const reversal = { requestId: newRequestId(), transaction: receipt.requestId, reason };
  expect(await refusal(bank.corrections.reverse(staff.mona.session, reversal))).toBe(
    'REVERSAL_SHORT',
  );
  await joinShared(bank, account, { by: anna, person: staff.max, ...grantOf('MANAGER') });
  await agreeRule(bank, account, { by: anna, approver: staff.max, above: 1_000n });
  const card = await quote(account, ben, 1_001n);
  expect(card.approvals).toBe(1);
  expect(card).not.toHaveProperty('roundUp');
  expect(await quote(account, ben, 999n)).toHaveProperty('roundUp');
});

test('goes on without the round-up once it is stopped', async () => {
  const { account } = await saving();
  const order = { pot: null, units: 1, of: account, requestId: newRequestId() } as const;
  expect(await refusal(bank.pots.setRoundUps(ben.session, order))).toBe('SHARED_ROLE');
  expect(await bank.pots.setRoundUps(anna.session, order)).toBeNull();
  expect(await quote(account, ben, 1_230n)).not.toHaveProperty('roundUp');
});

test('counts towards the day without its fee, whether it waits or is booked at once', async () => {
  const { account } = await saving();
  await charge(database, 'WITHDRAWAL', { flat: 30n });
  const paidOut = async () => (await accountFacts(database, ben))[0]?.paidOut;
  await payAs(account, ben, 930n);
  expect(await paidOut()).toBe(930n);
  await joinShared(bank, account, { by: anna, person: staff.max, ...grantOf('MANAGER') });
  await agreeRule(bank, account, { by: anna, approver: staff.max, above: 1_000n });
  const limit = { period: 'DAY', amount: 4_930n as m.Amount, requestId: newRequestId() } as const;
  await bank.limits.set(ben.session, limit);
  const ask = async (sum: bigint) => {
    const wanted = { from: account, wish: exactly(sum), memo: null, fee: 30n as m.Balance };
    const confirmed = { requestId: newRequestId(), isProved: true };
    return bank.payments.askManagers(ben.session, { ...wanted, ...confirmed });
  };
  const approved = await ask(2_000n);
  expect(await paidOut()).toBe(2_930n);
  expect(await refusal(ask(2_001n))).toBe('OWN_LIMIT_REACHED');
  const declined = await ask(2_000n);
  expect(await paidOut()).toBe(4_930n);
  await bank.shared.decide(anna.session, approved.id, 'APPROVED');
  expect(await paidOut()).toBe(4_930n);
  await bank.shared.decide(anna.session, declined.id, 'DECLINED');
  expect(await paidOut()).toBe(2_930n);
  const funds = await bank.shared.find(anna.session, { accountNumber: account }, 'READ');
  expect(funds.held).toBe(0n);
});
