/** The people of the chat as customers with money, sessions and some history. */
import type * as m from '../../../src/bank/model.ts';
import { amountOf } from '../../../src/bank/money.ts';
import { systemClock } from '../../../src/lib/clock.ts';
import { idSource } from '../../../src/lib/ids.ts';
import { openBank } from '../support/bank.ts';
import { customerAt, insertPopulation, type Customer } from '../support/population.ts';
import type { DatabaseAddress } from '../../../src/db/address.ts';

const nextId = idSource({ clock: systemClock, processNumber: 1_021n });
const entriesEach = 12;

export async function openAccounts(
  address: DatabaseAddress,
  people: readonly string[],
): Promise<Customer[]> {
  const customers = people.map((id, position) => customerAt(position, id));
  const { bank, pool, close } = await openBank(address);
  await insertPopulation(pool, customers);
  const payments = customers.flatMap((from, index) =>
    Array.from({ length: entriesEach }, async (_, turn) =>
      bank.payments.transfer(from.session, {
        requestId: nextId() as m.RequestId,
        wish: { kind: 'exact', amount: amountOf(100n) },
        memo: 'Pizza night',
        accountNumber: customers[(index + turn + 1) % customers.length]!.accountNumber,
      }),
    ),
  );
  await Promise.all(payments);
  // Their messages are not what is measured.
  await pool.write('DELETE FROM outbox');
  await close();
  return customers;
}
