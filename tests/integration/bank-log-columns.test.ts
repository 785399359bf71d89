/** The log notices a change of any column of the books, and of any byte of a text in them. */
import { expect, test } from 'vitest';
import { signingKey } from '../../src/bank/keys/index.ts';
import { verifyLog } from '../../src/bank/audit/log/verify.ts';
import { startLog } from '../../src/bank/audit/log/worker.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { firstIdAt } from '../../src/lib/ids.ts';
import { pay } from '../support/bank.ts';
import { withBank } from '../support/with-bank.ts';

const { bank, anna, ben, database } = withBank({
  balances: { anna: 1_000n, ben: 0n },
  leavesBooksUnchecked: true,
  // The test runs the round.
  settings: { logEveryMs: 3_600_000 },
});
const key = signingKey(Buffer.alloc(32, 5));
const memo = 'rent for May';

async function logAll(): Promise<void> {
  const log = startLog({
    pool: database.pool,
    clock: systemClock,
    announce: async () => {},
    extensions: async () => [],
    report: () => {},
    key,
    settledId: () => firstIdAt(systemClock.now() - 60_000),
    everyMs: 3_600_000,
  });
  await log.round();
  await log.close();
}

async function codes(): Promise<string[]> {
  const known = { key, checkpoints: [], nowMs: systemClock.now() };
  return (await verifyLog(database.pool, known)).findings.map(({ code }) => code);
}

interface Change {
  readonly table: string;
  readonly column: string;
  readonly value: string;
}

/** Each column, with another value of its type. */
const columnChanges: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  transactions: {
    kind: `CONCAT(kind, ' ')`,
    customer_id: 'customer_id + 1',
    initiator_id: 'initiator_id + 1',
    initiator_kind: `'BANK'`,
    fingerprint: 'REVERSE(fingerprint)',
    source_account_id: 'source_account_id + 1',
    source_seq: 'source_seq + 1',
    target_account_id: 'target_account_id + 1',
    target_seq: 'target_seq + 1',
    amount: 'amount + 1',
    booked_at: 'booked_at + INTERVAL 1 MICROSECOND',
    reverses_id: 'id - 1',
  },
  entries: {
    transaction_id: 'transaction_id + 1',
    kind: `CONCAT(kind, ' ')`,
    amount: 'amount - 1',
    balance_after: 'balance_after + 1',
    counterparty_account_id: 'counterparty_account_id + 1',
    memo: `CONCAT(memo, ' ')`,
    booked_at: 'booked_at + INTERVAL 1 MICROSECOND',
  },
};
const changes: readonly Change[] = [
  ...Object.entries(columnChanges).flatMap(([table, columns]) =>
    Object.entries(columns).map(([column, value]) => ({ table, column, value })),
  ),
  ...Array.from(memo, (_, at) => {
    const [before, after] = [memo.slice(0, at), memo.slice(at + 1)];
    return { table: 'entries', column: 'memo', value: `'${before}#${after}'` };
  }),
];

test('a change of any column of a transaction or of its entries is found', async () => {
  const { requestId } = await pay(bank, anna, ben, 9n, memo);
  await logAll();
  expect(await codes()).toEqual([]);
  for (const table of ['transactions', 'entries']) {
    await database.pool.write(`CREATE TABLE kept_${table} LIKE ${table}`);
    await database.pool.write(`INSERT INTO kept_${table} SELECT * FROM ${table}`);
  }
  const missed: string[] = [];
  for (const { table, column, value } of changes) {
    const id = table === 'entries' ? 'transaction_id' : 'id';
    const sql = `UPDATE ${table} SET ${column} = ${value} WHERE ${id} = ? LIMIT 1`;
    await database.pool.write(sql, [requestId]);
    const found = await codes();
    if (!found.includes('LEAF_CHANGED') && !found.includes('LEAF_ROW_MISSING')) {
      missed.push(`${table}.${column} = ${value}`);
    }
    await database.pool.write(`DELETE FROM ${table}`);
    await database.pool.write(`INSERT INTO ${table} SELECT * FROM kept_${table}`);
  }
  expect(missed).toEqual([]);
  expect(await codes()).toEqual([]);
});
