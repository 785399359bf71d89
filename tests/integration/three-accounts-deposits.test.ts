/** Deposits that staff approve reach the account that the customer of three accounts named. */
import { beforeEach, expect, test } from 'vitest';
import type * as m from '../../src/bank/model/index.ts';
import { accountFacts, balancesOf, openThree } from '../support/accounts.ts';
import { exactly, newRequestId } from '../support/bank.ts';
import { takeAll, takeMessages } from '../support/messages.ts';
import { refusal } from '../support/staff.ts';
import { withBank } from '../support/with-bank.ts';

const { database, bank, staff, anna, ben } = withBank({
  settings: { deposits: 'approval', limitPerDay: 2_000n },
  hasStaff: true,
  balances: { anna: 0n, ben: 0n },
});
let main: m.AccountNumber;
let second: m.AccountNumber;
let third: m.AccountNumber;

beforeEach(async () => {
  [main, second, third] = await openThree(database, anna);
});

const ask = async (into: m.AccountNumber | undefined, amount: bigint, requestId = newRequestId()) =>
  (
    await bank.payments.askDeposit(anna.session, {
      requestId,
      into,
      wish: exactly(amount),
      memo: null,
    })
  ).approval;
const decide = async (id: m.RequestId, verdict: 'APPROVED' | 'DECLINED' = 'APPROVED') =>
  bank.approvals.decide(staff.teller.session, { id, verdict });

test('each request names and keeps its account', async () => {
  const asked = [await ask(third, 100n), await ask(second, 200n), await ask(undefined, 300n)];
  const tails = [third, second, main].map((number) => number.slice(-4));
  expect(asked.map(({ holder }) => holder.numberTail)).toEqual(tails);
  const open = await bank.approvals.open(staff.teller.session, { after: 0n, limit: 9 });
  expect(open.map(({ holder }) => holder.numberTail)).toEqual(tails);
  const cards = (await takeAll(bank.staffCards)).flatMap(({ notice }) =>
    notice.kind === 'APPROVAL' ? [notice.approval.holder.numberTail] : [],
  );
  expect(cards.slice(-3)).toEqual(tails);
  for (const { id } of asked) await decide(id);
  expect(await balancesOf(bank, anna)).toEqual([300n, 200n, 100n]);
  const facts = await accountFacts(database, anna);
  expect(facts.map(({ deposited }) => deposited)).toEqual([600n, 0n, 0n]);
});

test('the same request again is the same one, with its account', async () => {
  const { id } = await ask(second, 100n);
  const again = await ask(third, 100n, id);
  expect(again).toMatchObject({ id, holder: { numberTail: second.slice(-4) } });
  await decide(id);
  expect(await refusal(decide(id))).toBeNull();
  expect(await balancesOf(bank, anna)).toEqual([0n, 100n, 0n]);
});

test('the customer’s day is checked when it is asked and when it is booked', async () => {
  const [one, two] = [await ask(second, 1_500n), await ask(third, 1_500n)];
  await decide(one.id);
  expect(await refusal(decide(two.id))).toBe('DAY_LIMIT_REACHED');
  expect(await refusal(ask(main, 501n))).toBe('DAY_LIMIT_REACHED');
  expect(await balancesOf(bank, anna)).toEqual([0n, 1_500n, 0n]);
});

test('five may wait for one customer, over all accounts', async () => {
  for (const into of [main, second, third, main, second]) await ask(into, 1n);
  expect(await refusal(ask(third, 1n))).toBe('DEPOSITS_WAITING');
});

test('another customer’s account is refused', async () => {
  expect(await refusal(ask(ben.accountNumber, 1n))).toBe('SESSION_EXPIRED');
  expect(await refusal(ask('1234567897' as m.AccountNumber, 1n))).toBe('SESSION_EXPIRED');
});

test('a request made before accounts were named is for the first one', async () => {
  const { id } = await ask(main, 70n);
  await database.pool.write('UPDATE approvals SET account_id = NULL WHERE id = ?', [id]);
  expect(await decide(id)).toMatchObject({ holder: { numberTail: main.slice(-4) } });
  expect(await balancesOf(bank, anna)).toEqual([70n, 0n, 0n]);
});

test('the decision’s message and audit row name the account', async () => {
  const [approved, declined] = [await ask(third, 100n), await ask(second, 50n)];
  await takeMessages(bank);
  await decide(approved.id);
  await decide(declined.id, 'DECLINED');
  const tails = (await takeMessages(bank)).flatMap(({ notice }) =>
    notice.kind === 'MOVED_BY_STAFF' || notice.kind === 'DEPOSIT_DECIDED'
      ? [`${notice.kind} ${notice.numberTail}`]
      : [],
  );
  expect(tails).toEqual([
    `MOVED_BY_STAFF ${third.slice(-4)}`,
    `DEPOSIT_DECIDED ${second.slice(-4)}`,
  ]);
  const actions = ['DEPOSIT_ASKED', 'DEPOSIT_APPROVED', 'DEPOSIT_DECLINED'] as const;
  const query = { filter: { actions }, size: 10 };
  const { entries } = await bank.oversight.audit(staff.auditor.session, query);
  expect(entries.map(({ action, about }) => `${action} ${about?.numberTail}`)).toEqual([
    `DEPOSIT_DECLINED ${second.slice(-4)}`,
    `DEPOSIT_APPROVED ${third.slice(-4)}`,
    `DEPOSIT_ASKED ${second.slice(-4)}`,
    `DEPOSIT_ASKED ${third.slice(-4)}`,
  ]);
});
