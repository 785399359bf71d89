/**
 * A ledger in which one customer has many entries and ten thousand others have as many together:
 * transfers between the one and each of the others in turn, written by the server itself.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { keepMark } from '../../../src/db/marks.ts';
import { readMigrations } from '../../../src/db/migrate-files.ts';
import { migrationsFolder } from '../../../src/app/places.ts';
import { createPool, type Pool } from '../../../src/db/pool.ts';
import { customerAt, insertPopulation, startBalance } from '../support/population.ts';
import type { BenchServer } from '../support/server.ts';

export const others = 10_000;
/** The first of the population has the long history. */
export const reader = customerAt(0);
export const otherAt = (index: number) => customerAt(1 + index);
/** Ids of these transactions are below all ids of `lib/ids.ts`. */
const firstTransaction = 1_000_000_000n;
const amount = 100;
const rowsAtOnce = 500_000;

const numbersTable = `
  CREATE TABLE numbers (n INT NOT NULL PRIMARY KEY) ENGINE=InnoDB`;
const firstNumber = `INSERT INTO numbers (n) VALUES (0)`;
const doubleNumbers = `
  INSERT INTO numbers (n)
  SELECT n + ? FROM numbers WHERE n + ? < ?`;

/** `r` counts transactions from 1; the reader pays when it is odd and is paid when it is even. */
const memoOf = (r: string) => `
  CASE WHEN ${r} <= 8 THEN 'zebra crossing' WHEN ${r} % 10 = 3 THEN 'Pizza night'
    WHEN ${r} % 3 = 0 THEN NULL ELSE CONCAT('Invoice ', ${r}) END`;
/** Spread over the year before today; a transaction has the same time in all statements. */
const timeOf = (r: string) =>
  `TIMESTAMPADD(SECOND, FLOOR(${r} * 31000000 / ?), CURRENT_DATE - INTERVAL 1 YEAR)`;

const insertTransactions = `
  INSERT INTO transactions
    (id, kind, customer_id, initiator_id, fingerprint, source_account_id, source_seq,
     target_account_id, target_seq, amount, booked_at)
  SELECT ? + r, 'TRANSFER', IF(r % 2 = 1, ?, other), IF(r % 2 = 1, ?, other), REPEAT('f', 32),
    IF(r % 2 = 1, ?, other), IF(r % 2 = 1, r, other_seq),
    IF(r % 2 = 1, other, ?), IF(r % 2 = 1, other_seq, r), ${amount}, ${timeOf('r')}
  FROM (
    SELECT r, ? + r % ? AS other, FLOOR((r - 1) / ?) + 1 AS other_seq
    FROM (SELECT ? + n AS r FROM numbers WHERE n < ? ORDER BY n) AS counted
  ) AS made
  ORDER BY r`;
const insertOfReader = `
  INSERT INTO entries
    (account_id, seq, transaction_id, kind, amount, balance_after, counterparty_account_id, memo,
     booked_at)
  SELECT ?, r, ? + r, 'TRANSFER', IF(r % 2 = 1, -${amount}, ${amount}),
    ? - IF(r % 2 = 1, ${amount}, 0), ? + r % ?, ${memoOf('r')}, ${timeOf('r')}
  FROM (SELECT ? + n AS r FROM numbers WHERE n < ? ORDER BY n) AS made
  ORDER BY r`;
// In the order of the primary key, account by account. The r-th transaction is with r % others.
const insertOfOthers = `
  INSERT INTO entries
    (account_id, seq, transaction_id, kind, amount, balance_after, counterparty_account_id, memo,
     booked_at)
  SELECT ? + other, seq, ? + r, 'TRANSFER', IF(r % 2 = 1, ${amount}, -${amount}),
    ? + IF(r % 2 = 1, ${amount}, -${amount}) * seq, ?, ${memoOf('r')}, ${timeOf('r')}
  FROM (
    SELECT other, seq, (seq - 1) * ? + IF(other = 0, ?, other) AS r
    FROM (
      SELECT FLOOR((? + n) / ?) AS other, (? + n) % ? + 1 AS seq
      FROM numbers WHERE n < ? ORDER BY n
    ) AS placed
  ) AS made
  ORDER BY other, seq`;
const closeReader = `
  UPDATE accounts
  SET balance = ?, last_seq = ?
  WHERE id = ?`;
const closeOthers = `
  UPDATE accounts
  SET balance = ? + IF((id - ?) % 2 = 1, ${amount}, -${amount}) * ?, last_seq = ?
  WHERE kind = 'CUSTOMER' AND id <> ?`;

async function fillNumbers(pool: Pool): Promise<void> {
  await pool.write(numbersTable);
  await pool.write(firstNumber);
  for (let size = 1; size < rowsAtOnce; size *= 2) {
    await pool.write(doubleNumbers, [size, size, rowsAtOnce]);
  }
}

/** In parts, so that no statement takes minutes. */
async function inParts(
  total: number,
  write: (from: number, count: number) => Promise<unknown>,
): Promise<void> {
  for (let from = 0; from < total; from += rowsAtOnce) {
    await write(from, Math.min(rowsAtOnce, total - from));
  }
}

async function fill(pool: Pool, entries: number, progress: (line: string) => void): Promise<void> {
  const each = entries / others;
  const customers = [reader, ...Array.from({ length: others }, (_, index) => otherAt(index))];
  // Their histories are numbered from 1 below.
  await insertPopulation(pool, customers, { deposits: false });
  await fillNumbers(pool);
  const [own, first] = [reader.accountId, otherAt(0).accountId];
  await inParts(entries, async (from, count) => {
    const sides = [firstTransaction, own, own, own, own, entries];
    await pool.write(insertTransactions, [...sides, first, others, others, from + 1, count]);
    progress(`  ${from + count} of ${entries} transactions`);
  });
  await inParts(entries, async (from, count) => {
    const sides = [own, firstTransaction, startBalance, first, others, entries];
    await pool.write(insertOfReader, [...sides, from + 1, count]);
  });
  progress('  the long history');
  await inParts(entries, async (from, count) => {
    const sides = [first, firstTransaction, startBalance, own, entries, others, others];
    await pool.write(insertOfOthers, [...sides, from, each, from, each, count]);
  });
  progress('  the others');
  await pool.write(closeReader, [startBalance, entries, own]);
  await pool.write(closeOthers, [startBalance, first, each, each, own]);
  await pool.write('DROP TABLE numbers');
  for (const table of ['accounts', 'entries', 'transactions']) {
    await pool.rows(`ANALYZE TABLE ${table}`);
  }
}

/** Changes with the schema and with this file, so that an old data set is rebuilt. */
async function versionOf(entries: number): Promise<string> {
  const hash = createHash('sha256').update(readFileSync(fileURLToPath(import.meta.url)));
  for (const { sha256 } of await readMigrations(migrationsFolder)) hash.update(sha256);
  return `${entries} ${hash.digest('hex')}`;
}

/** Expired sessions of an earlier run start again. */
const refreshSessions = `
  UPDATE sessions
  SET created_at = NOW(6), last_seen_at = NOW(6)`;

export interface LongLedger {
  readonly pool: Pool;
  readonly address: ReturnType<BenchServer['address']>;
}

/** Kept between runs, because ten million entries take minutes to make. */
export async function longLedger(
  server: BenchServer,
  entries: number,
  progress: (line: string) => void,
): Promise<LongLedger> {
  const schema = `bench_history_${entries}`;
  const limits = { connections: 8, statementMs: 1_800_000 };
  const version = await versionOf(entries);
  const known = createPool(server.address(schema), { limits });
  const mark = { name: 'bench', value: version };
  const kept = await known
    .rows('SELECT value FROM marks WHERE name = ?', [mark.name])
    .catch(() => []);
  if (kept[0]?.['value'] === version) {
    await known.write(refreshSessions);
    return { pool: known, address: server.address(schema) };
  }
  await known.close();
  progress(`Making a history of ${entries} entries…`);
  const address = await server.freshSchema(schema);
  const pool = createPool(address, { limits });
  await fill(pool, entries, progress);
  await keepMark(pool, mark);
  return { pool, address };
}
