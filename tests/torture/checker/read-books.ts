/** Reads the whole books of one schema directly, in pages that fit into memory. */
import type { Pool } from '../../../src/db/pool.ts';
import { bigintOf, bigintOrNull, textOf, textOrNull, type Row } from '../../../src/db/rows.ts';
import type { Books } from './books.ts';

const pageSize = 20_000n;

const selectAccounts = `
  SELECT id, kind, account_number, customer_id, balance, held, last_seq
  FROM accounts`;
const selectTransactions = `
  SELECT id, kind, customer_id, initiator_id, source_account_id, source_seq, target_account_id,
    target_seq, amount
  FROM transactions
  WHERE id > ?
  ORDER BY id
  LIMIT ?`;
const selectEntries = `
  SELECT account_id, seq, transaction_id, amount, balance_after, memo
  FROM entries
  WHERE (account_id, seq) > (?, ?)
  ORDER BY account_id, seq
  LIMIT ?`;
const selectAudit = `
  SELECT action, actor_discord_user_id, session_id, target_customer_id
  FROM audit`;

async function all(
  page: (last: Row | undefined) => Promise<readonly Row[]>,
  take: (row: Row) => void,
): Promise<void> {
  let last: Row | undefined;
  for (;;) {
    const rows = await page(last);
    for (const row of rows) take(row);
    last = rows.at(-1);
    if (BigInt(rows.length) < pageSize) return;
  }
}

export async function readBooks(pool: Pool): Promise<Books> {
  const accounts = (await pool.rows(selectAccounts)).map((row) => ({
    id: bigintOf(row, 'id'),
    kind: textOf(row, 'kind'),
    number: textOrNull(row, 'account_number'),
    customerId: bigintOrNull(row, 'customer_id'),
    balance: bigintOrNull(row, 'balance'),
    held: bigintOf(row, 'held'),
    lastSeq: bigintOf(row, 'last_seq'),
  }));
  const transactions: Books['transactions'][number][] = [];
  await all(
    async (last) =>
      pool.rows(selectTransactions, [last === undefined ? -1n : bigintOf(last, 'id'), pageSize]),
    (row) =>
      transactions.push({
        id: bigintOf(row, 'id'),
        kind: textOf(row, 'kind'),
        customerId: bigintOf(row, 'customer_id'),
        sessionId: bigintOf(row, 'initiator_id'),
        source: bigintOf(row, 'source_account_id'),
        sourceSeq: bigintOf(row, 'source_seq'),
        target: bigintOf(row, 'target_account_id'),
        targetSeq: bigintOf(row, 'target_seq'),
        amount: bigintOf(row, 'amount'),
      }),
  );
  const entries: Books['entries'][number][] = [];
  await all(
    async (last) =>
      pool.rows(selectEntries, [
        last === undefined ? -1n : bigintOf(last, 'account_id'),
        last === undefined ? -1n : bigintOf(last, 'seq'),
        pageSize,
      ]),
    (row) =>
      entries.push({
        account: bigintOf(row, 'account_id'),
        seq: bigintOf(row, 'seq'),
        transactionId: bigintOf(row, 'transaction_id'),
        amount: bigintOf(row, 'amount'),
        balanceAfter: bigintOrNull(row, 'balance_after'),
        memo: textOrNull(row, 'memo'),
      }),
  );
  const audit = (await pool.rows(selectAudit)).map((row) => ({
    action: textOf(row, 'action'),
    actor: textOf(row, 'actor_discord_user_id'),
    sessionId: bigintOrNull(row, 'session_id'),
    customerId: bigintOrNull(row, 'target_customer_id'),
  }));
  return { accounts, transactions, entries, audit };
}
