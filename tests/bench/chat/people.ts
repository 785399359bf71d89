/** The people in the chat as customers with money, sessions and some history. */
import type * as m from '../../../src/bank/model/index.ts';
import { amountOf } from '../../../src/bank/model/base/money.ts';
import { systemClock } from '../../../src/lib/clock.ts';
import { idSource } from '../../../src/lib/ids.ts';
import { createPasswords } from '../../../src/bank/people/proofs/password-hashing.ts';
import { deriveKeys } from '../../../src/bank/keys/keys.ts';
import { settingDefaults } from '../../../src/bank/model/base/settings.ts';
import { createPool } from '../../../src/db/pool.ts';
import { openBank, pepperText } from '../support/bank.ts';
import { customerAt, insertPopulation, type Customer } from '../support/population.ts';
import type { DatabaseAddress } from '../../../src/lib/database-address.ts';

const nextId = idSource({ clock: systemClock, processNumber: 1_021n });
const entriesEach = 12;

export async function openAccounts(
  address: DatabaseAddress,
  people: readonly string[],
): Promise<Customer[]> {
  const customers = people.map((id, position) => customerAt(position, id));
  const { bank, pool, close } = await openBank(address);
  await insertPopulation(pool, customers);
  // All at once would wait too long for the database of a busy machine.
  for (let turn = 0; turn < entriesEach; turn += 1) {
    const payments = customers.map(async (from, index) =>
      bank.payments.transfer(from.session, {
        requestId: nextId() as m.RequestId,
        wish: { kind: 'exact', amount: amountOf(100n) },
        memo: 'Pizza night',
        accountNumber: customers[(index + turn + 1) % customers.length]!.accountNumber,
      }),
    );
    await Promise.all(payments);
  }
  // Their messages are not measured.
  await pool.write('DELETE FROM outbox');
  await close();
  return customers;
}

export const password = 'quartz lantern voyage 41';

const insertCredentials = `
  INSERT INTO credentials (customer_id, password_hash, pepper_id, changed_at)
  VALUES :rows`;

/** The same password, and even the same hash, for everybody: comparing takes just as long. */
export async function givePasswords(
  address: DatabaseAddress,
  customers: readonly Customer[],
): Promise<void> {
  const keys = deriveKeys({ pepper: Buffer.from(pepperText), piiKey: Buffer.alloc(32, 3) });
  const { bcryptCost: cost } = settingDefaults;
  const passwords = await createPasswords({ keys, cost, report: () => {} });
  const { hash, pepperId } = await passwords.hash(password);
  await passwords.close();
  const pool = createPool(address, { limits: { connections: 1 } });
  const now = new Date();
  const rows = customers.map(({ session }) => [session.customerId, hash, pepperId, now]);
  await pool.writeRows(insertCredentials, rows);
  await pool.close();
}
