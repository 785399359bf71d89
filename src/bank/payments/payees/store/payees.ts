import type { Reader, Writer } from '../../../../db/pool.ts';
import { bigintOf, booleanOf, instantOf, type Row, textOf } from '../../../../db/rows.ts';
import type * as m from '../../../model/index.ts';

export interface PayeeRow {
  readonly id: bigint;
  readonly nickname: string;
  readonly key: string;
  readonly accountId: m.AccountId;
  readonly accountNumber: m.AccountNumber;
  readonly isClosed: boolean;
  readonly savedAt: Date;
}

const payees = `
  SELECT p.id, p.nickname, p.nickname_key, p.saved_at, a.id AS account_id, a.account_number,
    a.status = 'CLOSED' AS is_closed
  FROM payees AS p
  JOIN accounts AS a ON a.id = p.account_id`;
const selectAll = `${payees}
  WHERE p.customer_id = ?
  ORDER BY p.nickname_key
  LIMIT ?`;
const selectByKey = `${payees}
  WHERE p.customer_id = ? AND p.nickname_key = ?`;
const selectById = `${payees}
  WHERE p.id = ?`;
const insertOne = `
  INSERT INTO payees (id, customer_id, account_id, nickname, nickname_key, saved_at)
  VALUES (?, ?, ?, ?, ?, NOW(6))`;
const updateOne = `
  UPDATE payees
  SET nickname = ?, nickname_key = ?
  WHERE id = ?`;
const deleteOne = `
  DELETE FROM payees
  WHERE id = ?`;
const selectCustomerAccount = `
  SELECT id, account_number
  FROM accounts
  WHERE account_number = ? AND customer_id IS NOT NULL AND status <> 'CLOSED'
    AND account_type <> 'POT'`;

const rowOf = (row: Row): PayeeRow => ({
  id: bigintOf(row, 'id'),
  nickname: textOf(row, 'nickname'),
  key: textOf(row, 'nickname_key'),
  accountId: bigintOf(row, 'account_id') as m.AccountId,
  accountNumber: textOf(row, 'account_number') as m.AccountNumber,
  isClosed: booleanOf(row, 'is_closed'),
  savedAt: instantOf(row, 'saved_at'),
});

/** In the order of their nicknames. */
export async function listPayees(
  reader: Reader,
  customerId: m.CustomerId,
  limit: number,
): Promise<PayeeRow[]> {
  return (await reader.rows(selectAll, [customerId, limit])).map(rowOf);
}

export async function findPayee(
  reader: Reader,
  customerId: m.CustomerId,
  key: string,
): Promise<PayeeRow | null> {
  const [row] = await reader.rows(selectByKey, [customerId, key]);
  return row === undefined ? null : rowOf(row);
}

export async function findPayeeById(reader: Reader, id: bigint): Promise<PayeeRow | null> {
  const [row] = await reader.rows(selectById, [id]);
  return row === undefined ? null : rowOf(row);
}

/** A customer's account that is not closed. */
export async function findPayable(
  reader: Reader,
  accountNumber: m.AccountNumber,
): Promise<m.AccountId | null> {
  const [row] = await reader.rows(selectCustomerAccount, [accountNumber]);
  return row === undefined ? null : (bigintOf(row, 'id') as m.AccountId);
}

export async function insertPayee(
  writer: Writer,
  payee: Pick<PayeeRow, 'id' | 'nickname' | 'key' | 'accountId'> & {
    readonly customerId: m.CustomerId;
  },
): Promise<void> {
  const { id, customerId, accountId, nickname, key } = payee;
  await writer.write(insertOne, [id, customerId, accountId, nickname, key]);
}

export async function renamePayee(
  writer: Writer,
  payee: Pick<PayeeRow, 'id' | 'nickname' | 'key'>,
): Promise<void> {
  await writer.write(updateOne, [payee.nickname, payee.key, payee.id]);
}

export async function deletePayee(writer: Writer, id: bigint): Promise<void> {
  await writer.write(deleteOne, [id]);
}
