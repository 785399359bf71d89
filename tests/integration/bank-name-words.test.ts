/** Words of names can be found, also for earlier customers, and are not stored in clear. */
import { expect, test } from 'vitest';
import { openBank, openPerson, password } from '../support/bank.ts';
import { testDatabase } from '../support/database.ts';
import { openStaff } from '../support/staff.ts';

const database = testDatabase();

test('a changed name is found by its new words, not by the old ones', async () => {
  const bank = await openBank(database.pool);
  const { teller } = await openStaff(bank);
  const anna = await openPerson(bank);
  const { email, phone } = anna.details;
  const changes = { fullName: 'Zoë Quist', email, phone };
  await bank.profile.update(anna.session, { ...changes, currentPassword: password });
  const find = async (query: string) =>
    (await bank.counter.find(teller.session, { query })).map(({ member }) => member);
  expect(await find('zoe')).toEqual([anna.discordUserId]);
  expect(await find('Miller')).not.toContain(anna.discordUserId);
  await bank.close();
});

test('customers registered before the word index are found after the next start', async () => {
  const first = await openBank(database.pool);
  const { teller } = await openStaff(first);
  await database.pool.write('DELETE FROM name_words');
  expect(await first.counter.find(teller.session, { query: 'Miller' })).toEqual([]);
  await first.close();
  const second = await openBank(database.pool);
  expect(await second.counter.find(teller.session, { query: 'Miller' })).toHaveLength(4);
  await second.close();
});

test('unreadable details are reported, and do not stop the start or the index of others', async () => {
  const first = await openBank(database.pool);
  const { teller } = await openStaff(first);
  const { session } = await openPerson(first);
  await database.pool.write('DELETE FROM name_words');
  await database.pool.write("UPDATE customer_details SET sealed = x'00' WHERE customer_id = ?", [
    session.customerId,
  ]);
  await first.close();
  const second = await openBank(database.pool);
  expect(second.events).toEqual([{ name: 'unreadable', what: 'customer', id: session.customerId }]);
  expect(await second.counter.find(teller.session, { query: 'Miller' })).toHaveLength(4);
  await second.close();
});
