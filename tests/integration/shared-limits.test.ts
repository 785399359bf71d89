/** Allowances and limits over ten shared accounts, and deposits that a teller approves. */
import { beforeEach, expect, test } from 'vitest';
import type * as m from '../../src/bank/model/index.ts';
import { accountFacts } from '../support/accounts.ts';
import { exactly, newRequestId } from '../support/bank.ts';
import { grantOf, joinShared, openShared } from '../support/shared.ts';
import { reason, refusal } from '../support/staff.ts';
import { withBank } from '../support/with-bank.ts';

const { database, bank, staff, anna, ben, cleo } = withBank({
  hasStaff: true,
  settings: { deposits: 'approval', limitPerDay: 11_000n, fourEyesAbove: 1_000_000n },
  balances: { anna: 0n, ben: 0n, cleo: 0n },
});

/** Money that counts nowhere. */
const give = async (accountNumber: m.AccountNumber, sum: bigint) =>
  bank.corrections.adjust(staff.mona.session, {
    requestId: newRequestId(),
    accountNumber,
    amount: sum as m.Amount,
    side: 'credit',
    reason,
  });
const withdraw = async (from: m.AccountNumber, sum: bigint) =>
  bank.payments.withdraw(ben.session, {
    requestId: newRequestId(),
    from,
    wish: exactly(sum),
    memo: null,
    isProved: true,
  });
const spentOn = async (account: m.AccountNumber): Promise<bigint | undefined> => {
  const { members } = await bank.shared.members(anna.session, account);
  return members.find(({ member }) => member === ben.discordUserId)?.spent;
};
const balanceOf = async (accountNumber: m.AccountNumber): Promise<bigint> =>
  (await bank.shared.find(anna.session, { accountNumber }, 'READ')).balance;

/** Ben spends from each of them, up to `allowance` a month. */
async function openTen(allowance: bigint): Promise<m.AccountNumber[]> {
  const accounts: m.AccountNumber[] = [];
  for (let count = 0; count < 10; count += 1) {
    const account = await openShared(bank, anna, `Club ${count}`);
    const grant = { role: 'SPENDER', allowance: allowance as m.Amount } as const;
    await joinShared(bank, account, { by: anna, person: ben, ...grant });
    await give(account, 10_000n);
    accounts.push(account);
  }
  return accounts;
}

let accounts: m.AccountNumber[];
const spend64 = async (sum: bigint) =>
  Promise.all(
    Array.from({ length: 64 }, async (_, index) => refusal(withdraw(accounts[index % 10]!, sum))),
  );

test('64 payments at once keep each of ten allowances', async () => {
  accounts = await openTen(1_000n);
  const codes = await spend64(200n);
  expect(codes.filter((code) => code === null)).toHaveLength(50);
  expect(codes.filter((code) => code === 'SHARED_ALLOWANCE')).toHaveLength(14);
  for (const account of accounts) {
    expect([await spentOn(account), await balanceOf(account)]).toEqual([1_000n, 9_000n]);
  }
});

test('64 payments at once keep the day’s limit of the one who pays', async () => {
  accounts = await openTen(9_000n);
  const codes = await spend64(500n);
  expect(codes.filter((code) => code === null)).toHaveLength(22);
  expect(codes.filter((code) => code === 'DAY_LIMIT_REACHED')).toHaveLength(42);
  const [own] = await accountFacts(database, ben);
  expect(own).toMatchObject({ paidOut: 11_000n });
  const balances = await Promise.all(accounts.map(balanceOf));
  expect(balances.reduce((sum, one) => sum + one, 0n)).toBe(100_000n - 11_000n);
});

let club: m.AccountNumber;
beforeEach(async () => {
  club = await openShared(bank, anna, 'Chess club');
});

test('a deposit into a shared account waits for a teller, by the role of its member', async () => {
  await joinShared(bank, club, { by: anna, person: ben, ...grantOf('DEPOSITOR') });
  await joinShared(bank, club, { by: anna, person: cleo, ...grantOf('VIEWER') });
  const ask = async (session: m.Session) =>
    bank.payments.askDeposit(session, {
      requestId: newRequestId(),
      into: club,
      wish: exactly(300n),
      memo: null,
    });
  expect(await refusal(ask(cleo.session))).toBe('SHARED_ROLE');
  const { approval } = await ask(ben.session);
  expect(approval.holder).toMatchObject({ name: 'Chess club' });
  expect(await balanceOf(club)).toBe(0n);
  await bank.approvals.decide(staff.teller.session, { id: approval.id, verdict: 'APPROVED' });
  expect(await balanceOf(club)).toBe(300n);
});
