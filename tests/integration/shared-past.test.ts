/** What members see of the past of a shared account, of its pots and of what those earn. */
import { beforeEach, describe, expect, test } from 'vitest';
import { utc } from '../../src/bank/model/index.ts';
import type * as m from '../../src/bank/model/index.ts';
import { pay, type Person } from '../support/bank.ts';
import { bookedAt, interestAt, openedAt, setRate } from '../support/interest.ts';
import { addTo, openPot } from '../support/pots.ts';
import { grantOf, joinShared, openShared, removeFrom } from '../support/shared.ts';
import { withBank } from '../support/with-bank.ts';

const { database, bank, anna, ben, cleo } = withBank({
  balances: { anna: 100_000n, ben: 500n, cleo: 0n },
});

let club: m.AccountNumber;
let trip: m.AccountNumber;
/** Anna's account has 50.00 from January, and a pot with 20.00 of it from February. */
beforeEach(async () => {
  club = await openShared(bank, anna);
  const id = await openedAt(database, club, '2024-01-01');
  await pay(bank, anna, { accountNumber: club } as Person, 5_000n);
  trip = await openPot(bank, anna, { of: club });
  const pot = await openedAt(database, trip, '2024-01-01');
  await addTo(bank, anna, trip, 2_000n);
  await bookedAt(database, { id, seq: 1n }, '2024-01-10T12:00:00');
  await bookedAt(database, { id, seq: 2n }, '2024-02-10T12:00:00');
  await bookedAt(database, { id: pot, seq: 1n }, '2024-02-10T12:00:00');
});

/** The member reads from 1 March 2024 on, or all of it. */
async function join(person: Person, { readsAll }: { readonly readsAll: boolean }): Promise<void> {
  await joinShared(bank, club, { by: anna, person, ...grantOf('VIEWER'), readsAll });
  const sql = `UPDATE shared_members SET joined_at = '2024-03-01' WHERE customer_id = ?`;
  await database.pool.write(sql, [person.session.customerId]);
}
const sharedAt = async ({ session }: Person, day: string) => {
  const when = { moment: { day, time: null }, zone: utc };
  const { shared } = await bank.accountStatements.balanceAt(session, when);
  return shared.map(({ name, potOf, balance }) => [potOf?.name ?? null, name, balance]);
};
const both = (account: bigint | null, pot: bigint | null) => [
  [null, 'Chess club', account],
  ['Chess club', 'Trip', pot],
];

describe('the balance at a time', () => {
  test('has the shared accounts and their pots, beside the customer’s own', async () => {
    expect(await sharedAt(anna, '2024-01-09')).toEqual(both(0n, 0n));
    expect(await sharedAt(anna, '2024-01-10')).toEqual(both(5_000n, 0n));
    expect(await sharedAt(anna, '2024-02-10')).toEqual(both(3_000n, 2_000n));
    const when = { moment: { day: '2024-02-10', time: null }, zone: utc };
    const past = await bank.accountStatements.balanceAt(anna.session, when);
    expect(past.balances).toHaveLength(1);
    expect(await sharedAt(ben, '2024-02-10')).toEqual([]);
  });

  test('shows a member who reads from joining on nothing before that time', async () => {
    await join(ben, { readsAll: false });
    expect(await sharedAt(ben, '2024-01-10')).toEqual(both(null, null));
    expect(await sharedAt(ben, '2024-02-29')).toEqual(both(3_000n, 2_000n));
    expect(await sharedAt(ben, '2024-02-28')).toEqual(both(null, null));
    await removeFrom(bank, club, { by: anna, person: ben });
    expect(await sharedAt(ben, '2024-03-01')).toEqual([]);
  });

  test('shows all of it to a member who reads all of it', async () => {
    await join(cleo, { readsAll: true });
    expect(await sharedAt(cleo, '2024-01-10')).toEqual(both(5_000n, 0n));
    expect(await sharedAt(cleo, '2024-02-28')).toEqual(both(3_000n, 2_000n));
  });
});

test('members see what a pot of the account has earned, others do not', async () => {
  await setRate(database, 'POT', { basisPoints: 366n, day: '2024-03-01' });
  await join(ben, { readsAll: false });
  const earned = async ({ session }: Person) => {
    const { accounts } = await interestAt(database.pool, '2024-03-31T00:00:01').overview(session);
    return accounts.map(({ name, potOf, basisPoints, earned: sum }) => [
      potOf?.name,
      name,
      basisPoints,
      sum,
    ]);
  };
  // 20.00 for 30 of 366 days at 3.66 %: 6 minor units.
  for (const person of [anna, ben]) {
    expect(await earned(person)).toEqual([['Chess club', 'Trip', 366n, 6n]]);
  }
  expect(await earned(cleo)).toEqual([]);
  const pots = (await bank.pots.shared(ben.session)).pots.map(({ accountNumber }) => accountNumber);
  expect(pots).toEqual([trip]);
});
