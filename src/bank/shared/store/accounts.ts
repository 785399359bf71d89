/** Shared accounts by their number, whoever asks. */
import type { Reader } from '../../../db/pool.ts';
import { bigintOf, type Row, textOf } from '../../../db/rows.ts';
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

/** Whether a deposit into the account waits for a teller. */
export const hasDeposit = async (reader: Reader, id: m.AccountId): Promise<boolean> =>
  (await reader.rows(selectDeposit, [id])).length > 0;
