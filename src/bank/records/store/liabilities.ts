/** The balances of all customers as of one moment of a day, and the root over them. */
import type { Reader } from '../../../db/pool.ts';
import { bigintOf, bytesOf, integerOf, textOf } from '../../../db/rows.ts';
import type { Tx } from '../../../db/transaction.ts';
import type { Balance, Published } from '../../../records/index.ts';

export interface LiabilitiesDay extends Published {
  /** 32 secret bytes. */
  readonly seed: Uint8Array;
}

const selectToday = `
  SELECT DATE_FORMAT(NOW(6), '%Y-%m-%d') AS today, (
    SELECT COUNT(*)
    FROM liabilities
    WHERE day = DATE(NOW(6))
  ) AS made`;
const copyBalances = `
  INSERT INTO liability_balances (day, account_id, balance)
  SELECT ?, id, balance
  FROM accounts
  WHERE kind = 'CUSTOMER'`;
const selectBalances = `
  SELECT a.account_number, b.balance
  FROM liability_balances AS b
  JOIN accounts AS a ON a.id = b.account_id
  WHERE b.day = ?
  ORDER BY b.account_id`;
const insertDay = `
  INSERT INTO liabilities (day, seed, leaves, total, root, made_at)
  VALUES (?, ?, ?, ?, ?, NOW(6))`;
const selectLatest = `
  SELECT DATE_FORMAT(day, '%Y-%m-%d') AS day_text, seed, leaves, total, root
  FROM liabilities
  ORDER BY day DESC
  LIMIT 1`;
const deleteOld = `
  DELETE FROM liability_balances
  WHERE day < ?
  LIMIT ?`;
const selectOldest = `
  SELECT DATE_FORMAT(MAX(day) - INTERVAL 7 DAY, '%Y-%m-%d') AS kept_from
  FROM liabilities`;

/** The database's day, and whether its balances were recorded. */
export async function readToday(
  reader: Reader,
): Promise<{ readonly today: string; readonly isMade: boolean }> {
  const [row = {}] = await reader.rows(selectToday);
  return { today: textOf(row, 'today'), isMade: bigintOf(row, 'made') > 0n };
}

export async function recordBalances(tx: Tx, day: string): Promise<void> {
  await tx.write(copyBalances, [day]);
}

export async function balancesOf(reader: Reader, day: string): Promise<Balance[]> {
  return (await reader.rows(selectBalances, [day])).map((row) => ({
    accountNumber: textOf(row, 'account_number'),
    balance: bigintOf(row, 'balance'),
  }));
}

export async function insertLiabilities(tx: Tx, made: LiabilitiesDay): Promise<void> {
  const { day, seed, leaves, total, root } = made;
  await tx.write(insertDay, [day, Buffer.from(seed), BigInt(leaves), total, Buffer.from(root)]);
}

export async function latestLiabilities(reader: Reader): Promise<LiabilitiesDay | null> {
  const [row] = await reader.rows(selectLatest);
  if (row === undefined) return null;
  return {
    day: textOf(row, 'day_text'),
    seed: bytesOf(row, 'seed'),
    leaves: integerOf(row, 'leaves'),
    total: bigintOf(row, 'total'),
    root: bytesOf(row, 'root'),
  };
}

/** Deletes balances that no proof needs; returns how many. */
export async function pruneBalances(tx: Tx, limit: number): Promise<number> {
  const [row = {}] = await tx.rows(selectOldest);
  if (row['kept_from'] === null || row['kept_from'] === undefined) return 0;
  return (await tx.write(deleteOld, [textOf(row, 'kept_from'), limit])).affectedRows;
}
