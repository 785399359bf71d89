/** Saved payees: nicknames, the accounts that they stand for, limits, erasure and the export. */
import { expect, test } from 'vitest';
import { payeesMax } from '../../src/bank/payments/payees/payees.ts';
import { exactly, newRequestId, pay, password } from '../support/bank.ts';
import { withBank } from '../support/with-bank.ts';

const { bank, database, anna, ben, cara } = withBank({
  balances: { anna: 10_000n, ben: 0n, cara: 0n },
});

const toBen = () => ({ accountNumber: ben.accountNumber });
const all = async () => (await bank.payees.list(anna.session, { size: payeesMax })).entries;

test('a nickname stands for an account, whatever its case and accents', async () => {
  await bank.payees.add(anna.session, { nickname: 'Café Ben', target: toBen() });
  const target = { nickname: 'CAFE BEN' };
  expect(await bank.payees.find(anna.session, target)).toBe(ben.accountNumber);
  const order = { target, wish: exactly(100n), memo: null };
  const quote = await bank.payments.quoteTransfer(anna.session, order);
  expect(quote.accountNumber).toBe(ben.accountNumber);
  await expect(bank.payees.find(ben.session, target)).rejects.toThrow('NICKNAME_UNKNOWN');
});

test('a name is shown only after a payment', async () => {
  await bank.payees.add(anna.session, { nickname: 'ben', target: toBen() });
  expect(await all()).toMatchObject([{ nickname: 'ben', name: null, isClosed: false }]);
  await pay(bank, anna, ben, 100n);
  const [shown] = await all();
  expect(shown?.name).toBe('Anna M.');
});

test('the same again is no error; another account is', async () => {
  const add = async (target: { accountNumber: typeof ben.accountNumber }) =>
    bank.payees.add(anna.session, { nickname: 'rent', target });
  await add(toBen());
  await add(toBen());
  expect(await all()).toHaveLength(1);
  await expect(add({ accountNumber: cara.accountNumber })).rejects.toThrow('NICKNAME_TAKEN');
  await expect(add({ accountNumber: anna.accountNumber })).rejects.toThrow('TARGET_SAME');
  const unknown = { nickname: 'x', target: { accountNumber: '1000000009' as never } };
  await expect(bank.payees.add(anna.session, unknown)).rejects.toThrow('TARGET_UNAVAILABLE');
  const nobody = { nickname: 'x', target: { discordUserId: '99999999999999999' as never } };
  await expect(bank.payees.add(anna.session, nobody)).rejects.toThrow('MEMBER_UNAVAILABLE');
});

test('a payee is renamed, also in case alone, and removed', async () => {
  await bank.payees.add(anna.session, { nickname: 'rent', target: toBen() });
  const toCara = { accountNumber: cara.accountNumber };
  await bank.payees.add(anna.session, { nickname: 'cara', target: toCara });
  await bank.payees.rename(anna.session, { from: 'RENT', to: 'Rent' });
  const clash = bank.payees.rename(anna.session, { from: 'rent', to: 'CARA' });
  await expect(clash).rejects.toThrow('NICKNAME_TAKEN');
  await bank.payees.rename(anna.session, { from: 'rent', to: 'landlord' });
  expect((await all()).map(({ nickname }) => nickname)).toEqual(['cara', 'landlord']);
  await bank.payees.remove(anna.session, 'Landlord');
  const again = bank.payees.remove(anna.session, 'Landlord');
  await expect(again).rejects.toThrow('NICKNAME_UNKNOWN');
});

test(`64 at once: at most ${payeesMax} payees, each nickname once`, async () => {
  for (let index = 0; index < payeesMax - 2; index += 1) {
    await database.pool.write(
      `INSERT INTO payees (id, customer_id, account_id, nickname, nickname_key, saved_at)
       SELECT ?, ?, id, ?, ?, NOW(6) FROM accounts WHERE account_number = ?`,
      [index + 1, anna.session.customerId, `p${index}`, `p${index}`, ben.accountNumber],
    );
  }
  const adding = Array.from({ length: 64 }, async (_, index) =>
    bank.payees.add(anna.session, { nickname: `new ${index % 8}`, target: toBen() }),
  );
  const outcomes = await Promise.allSettled(adding);
  const refusals = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
  expect(new Set(refusals)).toEqual(new Set(['PAYEES_TOO_MANY']));
  expect(await all()).toHaveLength(payeesMax);
});

test('a person paid before is found by name and last digits, if there is only one', async () => {
  await pay(bank, anna, ben, 100n);
  const [paid] = (await bank.payees.known(anna.session)).paid;
  expect(paid?.accountNumber).toBe(ben.accountNumber);
  const party = { name: paid!.name.toUpperCase(), numberTail: ben.accountNumber.slice(-4) };
  expect(await bank.payees.find(anna.session, { party })).toBe(ben.accountNumber);
  const other = bank.payees.find(anna.session, { party: { ...party, numberTail: '0000' } });
  await expect(other).rejects.toThrow('PAYEE_UNCLEAR');
  // Ben was paid by Anna, but has paid no one.
  const reverse = { name: 'Anna', numberTail: anna.accountNumber.slice(-4) };
  await expect(bank.payees.find(ben.session, { party: reverse })).rejects.toThrow('PAYEE_UNCLEAR');
});

test('a closed account is shown as such, and is offered and paid no more', async () => {
  await bank.payees.add(anna.session, { nickname: 'ben', target: toBen() });
  await bank.privacy.erase(ben.session, { requestId: newRequestId(), isProved: true });
  expect(await all()).toMatchObject([{ nickname: 'ben', name: null, isClosed: true }]);
  const find = bank.payees.find(anna.session, { nickname: 'ben' });
  await expect(find).rejects.toThrow('TARGET_UNAVAILABLE');
  const order = { target: { nickname: 'ben' }, wish: exactly(1n), memo: null };
  const quote = bank.payments.quoteTransfer(anna.session, order);
  await expect(quote).rejects.toThrow('TARGET_UNAVAILABLE');
});

test('the export has them without account numbers, and an erasure deletes them', async () => {
  await bank.payees.add(anna.session, { nickname: 'my landlord', target: toBen() });
  const { json } = await bank.privacy.export(anna.session, password);
  expect(json).toContain('my landlord');
  expect(json).not.toContain(ben.accountNumber);
  await bank.payments.withdraw(anna.session, {
    requestId: newRequestId(),
    wish: exactly(10_000n),
    memo: null,
  });
  await bank.privacy.erase(anna.session, { requestId: newRequestId(), isProved: true });
  expect(await database.pool.rows('SELECT id FROM payees', [])).toEqual([]);
});

test('nothing without a live session, and no change where it can only be read', async () => {
  await bank.payees.add(anna.session, { nickname: 'ben', target: toBen() });
  await database.pool.write(
    'UPDATE sessions SET last_seen_at = NOW(6) - INTERVAL 20 HOUR, created_at = last_seen_at',
  );
  expect(await all()).toHaveLength(1);
  const remove = bank.payees.remove(anna.session, 'ben');
  await expect(remove).rejects.toThrow('SESSION_EXPIRED');
  await bank.sessions.logout(anna.session);
  await expect(all()).rejects.toThrow('SESSION_EXPIRED');
  await expect(bank.payees.known(anna.session)).rejects.toThrow('SESSION_EXPIRED');
});
