/** Shared accounts by their number, whoever asks. */
import type { Reader } from '../../../db/pool.ts';
import { bigintOf, type Row, textOf, textOrNull } from '../../../db/rows.ts';
import type { Tx } from '../../../db/transaction.ts';
import type * as m from '../../model/index.ts';

export interface SharedAccountRow {
  readonly id: m.AccountId;
  readonly holderId: m.CustomerId;
  readonly accountNumber: m.AccountNumber;
  readonly name: string;
  readonly status: m.AccountStatus;
  readonly balance: bigint;
  readonly held: bigint;
  readonly lastSeq: bigint;
}

const selectOne = `
  SELECT id, customer_id, account_number, holder_name, status, balance, held, last_seq
  FROM accounts`;
const selectByNumber = `${selectOne}
  WHERE account_number = ? AND account_type = 'SHARED'`;
const selectByHolder = `${selectOne}
  WHERE customer_id = ? AND account_type = 'SHARED'`;
const selectName = `
  SELECT b.holder_name, IF(a.account_type = 'POT', a.account_name, NULL) AS pot_name,
    b.account_number AS shared_number
  FROM accounts AS a
  JOIN accounts AS b ON b.customer_id = a.customer_id AND b.account_type = 'SHARED'
  WHERE a.account_number = ?`;
const selectOpenPot = `
  SELECT id
  FROM accounts
  WHERE customer_id = ? AND account_type = 'POT' AND status <> 'CLOSED'
  LIMIT 1`;
const selectOrder = `
  SELECT id
  FROM orders
  WHERE source_account_id = ? AND state IN ('ACTIVE', 'PAUSED')
  LIMIT 1`;
const closeOne = `
  UPDATE accounts
  SET status = 'CLOSED'
  WHERE id = ?`;
const selectDeposit = `
  SELECT id
  FROM approvals
  WHERE account_id = ? AND kind = 'DEPOSIT' AND state = 'OPEN' AND expires_at > NOW(6)
  LIMIT 1`;

const accountOf = (row: Row): SharedAccountRow => ({
  id: bigintOf(row, 'id') as m.AccountId,
  holderId: bigintOf(row, 'customer_id') as m.CustomerId,
  accountNumber: textOf(row, 'account_number') as m.AccountNumber,
  name: textOf(row, 'holder_name'),
  status: textOf(row, 'status') as m.AccountStatus,
  balance: bigintOf(row, 'balance'),
  held: bigintOf(row, 'held'),
  lastSeq: bigintOf(row, 'last_seq'),
});

/** Null for an account that is not shared, and for an unknown number. */
export async function findSharedAccount(
  reader: Reader,
  number: m.AccountNumber,
): Promise<SharedAccountRow | null> {
  const [row] = await reader.rows(selectByNumber, [number]);
  return row === undefined ? null : accountOf(row);
}

/** Null for an account that is not shared. */
export const sharedNameOf = async (
  reader: Reader,
  number: m.AccountNumber,
): Promise<string | null> => (await findSharedAccount(reader, number))?.name ?? null;

/** A shared account, or a pot of one: the shared account, and what members call the place. */
export async function findSharedPlace(
  reader: Reader,
  number: m.AccountNumber,
): Promise<{
  readonly shared: m.SharedRef;
  readonly isPot: boolean;
  readonly name: string;
} | null> {
  const [row] = await reader.rows(selectName, [number]);
  if (row === undefined) return null;
  const [name, pot] = [textOf(row, 'holder_name'), textOrNull(row, 'pot_name')];
  const shared = { accountNumber: textOf(row, 'shared_number') as m.AccountNumber, name };
  return { shared, isPot: pot !== null, name: pot === null ? name : `${name} · ${pot}` };
}

/** Whether a pot of the account is open. */
export const hasOpenPot = async (reader: Reader, holderId: m.CustomerId): Promise<boolean> =>
  (await reader.rows(selectOpenPot, [holderId])).length > 0;

export async function findOfHolder(
  reader: Reader,
  holderId: m.CustomerId,
): Promise<SharedAccountRow | null> {
  const [row] = await reader.rows(selectByHolder, [holderId]);
  return row === undefined ? null : accountOf(row);
}

/** Waits for payments under way; later ones see what changes now. */
export async function lockSharedAccount(
  tx: Tx,
  holderId: m.CustomerId,
): Promise<SharedAccountRow | null> {
  const [row] = await tx.rows(`${selectByHolder}\n  FOR UPDATE`, [holderId]);
  return row === undefined ? null : accountOf(row);
}

/** The row must be locked. */
export async function saveSharedClosed(tx: Tx, id: m.AccountId): Promise<void> {
  await tx.write(closeOne, [id]);
}

/** Whether a member's standing order pays from the account. */
export const hasOrder = async (reader: Reader, id: m.AccountId): Promise<boolean> =>
  (await reader.rows(selectOrder, [id])).length > 0;

/** Whether a deposit into the account waits for a teller. */
export const hasDeposit = async (reader: Reader, id: m.AccountId): Promise<boolean> =>
  (await reader.rows(selectDeposit, [id])).length > 0;
