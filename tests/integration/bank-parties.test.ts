/** What sentences about past payments need: the people on the other side, and sums. */
import { expect, test } from 'vitest';
import { exactly, newRequestId, pay } from '../support/bank.ts';
import { withBank } from '../support/with-bank.ts';

const { bank, anna, ben } = withBank({ balances: { anna: 10_000n, ben: 0n } });

test('a customer without payments knows no one', async () => {
  expect(await bank.statements.parties(ben.session)).toEqual([]);
  const nothing = { count: 0, total: 0n };
  expect(await bank.statements.sums(ben.session, {})).toEqual({ in: nothing, out: nothing });
});

test('both sides of a payment know each other, and the sums agree', async () => {
  await pay(bank, anna, ben, 250n);
  await pay(bank, anna, ben, 50n);
  await bank.payments.withdraw(ben.session, {
    requestId: newRequestId(),
    wish: exactly(100n),
    memo: 'cash',
  });
  const [known] = await bank.statements.parties(anna.session);
  expect(known).toMatchObject({ accountNumber: ben.accountNumber, isClosed: false });
  expect(await bank.statements.parties(ben.session)).toHaveLength(1);
  expect(await bank.statements.sums(anna.session, { direction: 'out' })).toMatchObject({
    in: { count: 0, total: 0n },
    out: { count: 2, total: 300n },
  });
  const bens = await bank.statements.sums(ben.session, {});
  expect(bens).toEqual({ in: { count: 2, total: 300n }, out: { count: 1, total: 100n } });
  const fromAnna = { counterparty: anna.accountNumber };
  expect((await bank.statements.sums(ben.session, fromAnna)).out.count).toBe(0);
  const transfers = { kinds: ['TRANSFER'], toDate: '2020-01-01' } as const;
  expect((await bank.statements.sums(ben.session, transfers)).in.count).toBe(0);
});

test('a page can be limited to one direction', async () => {
  await pay(bank, anna, ben, 250n);
  const only = async (direction: 'in' | 'out') => {
    const range = { filter: { direction }, size: 8 };
    const { entries } = await bank.statements.page(ben.session, range);
    return entries.map((entry) => entry.direction);
  };
  expect(await only('in')).toEqual(['in']);
  expect(await only('out')).toEqual([]);
});

test('an ended session sees nothing', async () => {
  await bank.sessions.logout(ben.session);
  await expect(bank.statements.parties(ben.session)).rejects.toThrow('SESSION_EXPIRED');
  await expect(bank.statements.sums(ben.session, {})).rejects.toThrow('SESSION_EXPIRED');
});
