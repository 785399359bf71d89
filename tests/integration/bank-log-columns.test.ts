/** The log notices a change of any column of the books, and of any byte of a text in them. */
import { expect, test } from 'vitest';
import { signingKey } from '../../src/bank/keys/index.ts';
import { verifyLog } from '../../src/bank/audit/log/verify.ts';
import { amountOf } from '../../src/bank/model/index.ts';
import { bigintOf } from '../../src/db/rows.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { exactly, newRequestId, pay } from '../support/bank.ts';
import { openPot, roundUpInto } from '../support/pots.ts';
import { logRound } from '../support/log-round.ts';
import { withBank } from '../support/with-bank.ts';

const { bank, anna, ben, database } = withBank({
  balances: { anna: 10_000n, ben: 0n },
  leavesBooksUnchecked: true,
  // The test runs the round.
  settings: { logEveryMs: 3_600_000 },
});
const key = signingKey(Buffer.alloc(32, 5));
const memo = 'rent for May';

const logAll = async () => logRound(database.pool, { key, extensions: async () => [] });

async function codes(): Promise<string[]> {
  const known = { key, checkpoints: [], nowMs: systemClock.now() };
  return (await verifyLog(database.pool, known)).findings.map(({ code }) => code);
}

/** Each column, with another value of its type. */
const columns = {
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
  postings: {
    kind: `CONCAT(kind, ' ')`,
    source_account_id: 'source_account_id + 1',
    source_seq: 'source_seq + 1',
    target_account_id: 'target_account_id + 1',
    target_seq: 'target_seq + 1',
    amount: 'amount + 1',
  },
  entries: {
    transaction_id: 'transaction_id + 1',
    kind: `CONCAT(kind, ' ')`,
    amount: 'amount - 1',
    balance_after: 'balance_after + 1',
    counterparty_account_id: 'counterparty_account_id + 1',
    memo: `CONCAT(IFNULL(memo, ''), ' ')`,
    booked_at: 'booked_at + INTERVAL 1 MICROSECOND',
  },
  accounts: { account_number: 'REVERSE(account_number)' },
  audit: {
    occurred_at: 'occurred_at + INTERVAL 1 MICROSECOND',
    action: `CONCAT(action, ' ')`,
    actor_discord_user_id: `CONCAT(actor_discord_user_id, '0')`,
    target_customer_id: 'IFNULL(target_customer_id, 0) + 1',
    session_id: 'IFNULL(session_id, 0) + 1',
    details: `CONCAT(details, ' ')`,
    actor_role: `IF(actor_role IS NULL, 'MANAGER', NULL)`,
    reason: `CONCAT(IFNULL(reason, ''), ' ')`,
  },
} as const;
type Table = keyof typeof columns;

async function setAside(): Promise<void> {
  for (const table of Object.keys(columns)) {
    await database.pool.write(`DROP TABLE IF EXISTS kept_${table}`);
    await database.pool.write(`CREATE TABLE kept_${table} LIKE ${table}`);
    await database.pool.write(`INSERT INTO kept_${table} SELECT * FROM ${table}`);
  }
}

async function putBack(table: Table): Promise<void> {
  await database.pool.write(`DELETE FROM ${table}`);
  await database.pool.write(`INSERT INTO ${table} SELECT * FROM kept_${table}`);
}

/** Changes a column of one row, and returns whether the log is still found correct. */
async function isMissed(table: Table, set: string, where: string): Promise<boolean> {
  const { affectedRows } = await database.pool.write(
    `UPDATE ${table} SET ${set} WHERE ${where} LIMIT 1`,
  );
  expect(affectedRows, `${set} WHERE ${where}`).toBe(1);
  const found = await codes();
  await putBack(table);
  return !found.includes('LEAF_CHANGED') && !found.includes('LEAF_ROW_MISSING');
}

/** A payment with a round-up: two postings, four entries. */
async function payRounded(): Promise<bigint> {
  const pot = await openPot(bank, anna);
  await roundUpInto(bank, anna, pot);
  const { accountNumber } = ben;
  const wanted = { accountNumber, wish: exactly(950n), memo, requestId: newRequestId() };
  const roundUp = { amount: amountOf(50n), pot, potName: 'Trip' };
  const receipt = await bank.payments.transfer(anna.session, { ...wanted, roundUp });
  return receipt.requestId;
}

test('a change of any column of the books or the audit trail is found', async () => {
  const id = await payRounded();
  await logAll();
  expect(await codes()).toEqual([]);
  await setAside();
  const entries = await database.pool.rows(
    'SELECT account_id, seq FROM entries WHERE transaction_id = ?',
    [id],
  );
  expect(entries).toHaveLength(4);
  const [audited] = await database.pool.rows('SELECT MAX(id) AS id FROM audit');
  const places: Readonly<Record<Table, readonly string[]>> = {
    transactions: [`id = ${id}`],
    postings: [`transaction_id = ${id}`],
    entries: entries.map(
      (row) => `account_id = ${bigintOf(row, 'account_id')} AND seq = ${bigintOf(row, 'seq')}`,
    ),
    accounts: [`account_number = '${ben.accountNumber}'`],
    audit: [`id = ${bigintOf(audited!, 'id')}`],
  };
  const missed: string[] = [];
  for (const table of Object.keys(columns) as Table[]) {
    for (const [column, value] of Object.entries(columns[table])) {
      for (const where of places[table]) {
        if (await isMissed(table, `${column} = ${value}`, where)) missed.push(`${table} ${column}`);
      }
    }
  }
  expect(missed).toEqual([]);
  expect(await codes()).toEqual([]);
});

test('a change of any character of a memo is found', async () => {
  const { requestId } = await pay(bank, anna, ben, 9n, memo);
  await logAll();
  await setAside();
  const missed: number[] = [];
  for (let at = 0; at < memo.length; at += 1) {
    const changed = `${memo.slice(0, at)}#${memo.slice(at + 1)}`;
    const where = `transaction_id = ${requestId}`;
    if (await isMissed('entries', `memo = '${changed}'`, where)) missed.push(at);
  }
  expect(missed).toEqual([]);
});
