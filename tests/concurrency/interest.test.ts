/** Interest is credited once by many processes, and after lost answers. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { verifyBooks } from '../../src/bank/index.ts';
import type * as m from '../../src/bank/model/index.ts';
import { createPool, type Pool } from '../../src/db/pool.ts';
import { exactly, gems, newRequestId } from '../support/bank.ts';
import { type CommitProxy, startCommitProxy } from '../support/commit-proxy.ts';
import { bookedAt, creditAt, creditsOf, openedAt, setRate } from '../support/interest.ts';
import { openLedger } from '../support/ledger.ts';
import { openPot } from '../support/pots.ts';
import { withBank } from '../support/with-bank.ts';

const { database, bank, anna, ben } = withBank({ balances: { anna: 80_000n, ben: 80_000n } });
let proxy: CommitProxy;
let pool: Pool;

beforeEach(async () => {
  proxy = await startCommitProxy(database.address);
  pool = createPool(proxy.address);
});
afterEach(async () => {
  await pool.close();
  await proxy.close();
});

/** Three pots each of two customers, 10,000 units since the end of 2023. */
async function pots(): Promise<m.AccountId[]> {
  const ids: m.AccountId[] = [];
  for (const customer of [anna, ben]) {
    for (const name of ['One', 'Two', 'Three']) {
      const pot = await openPot(bank, customer, { name });
      const id = await openedAt(database, pot, '2023-12-31');
      const move = { pot, wish: exactly(10_000n), requestId: newRequestId() };
      await bank.pots.add(customer.session, move);
      await bookedAt(database, { id, seq: 1n }, '2023-12-31T12:00:00');
      ids.push(id);
    }
  }
  await setRate(database, 'POT', { basisPoints: 366n, day: '2024-01-01' });
  return ids;
}

const expected = ['2024-01-01 31', '2024-02-01 29', '2024-03-01 31'];

async function expectOnce(ids: readonly m.AccountId[]): Promise<void> {
  for (const id of ids) expect(await creditsOf(database, id)).toEqual(expected);
  const sql = "SELECT COUNT(*) AS n FROM transactions WHERE kind = 'INTEREST'";
  const [row] = await database.pool.rows(sql);
  expect(Number(row!['n'])).toBe(expected.length * ids.length);
  expect((await verifyBooks(database.pool)).findings).toEqual([]);
}

test('by four processes that begin together', async () => {
  const ids = await pots();
  const credit = async (processNumber: bigint) => {
    const { ledger } = openLedger(database.pool, {}, processNumber);
    await creditAt({ pool: database.pool, ledger, currency: gems }, '2024-04-02T00:00:00');
    await ledger.close();
  };
  await Promise.all([901n, 902n, 903n, 904n].map(credit));
  await expectOnce(ids);
});

test.each(['request', 'answer'] as const)('when every third COMMIT loses its %s', async (loss) => {
  const ids = await pots();
  const { ledger } = openLedger(pool);
  for (let attempt = 0; attempt < 6; attempt += 1) {
    proxy.letPass(2);
    proxy.loseNext(loss);
  }
  await creditAt({ pool, ledger, currency: gems }, '2024-04-02T00:00:00');
  expect(proxy.lost).toBe(6);
  await creditAt({ pool, ledger, currency: gems }, '2024-04-03T00:00:00');
  await ledger.close();
  await expectOnce(ids);
});
