/** One booked transaction, with both its sides as they are now. */
import type { Reader } from '../../../db/pool.ts';
import {
  bigintOf,
  bigintOrNull,
  instantOf,
  type Row,
  textOf,
  textOrNull,
} from '../../../db/rows.ts';
import type { Tx } from '../../../db/transaction.ts';
import type * as m from '../../model/index.ts';

export interface TransactionSide {
  readonly accountId: m.AccountId;
  /** Null on the bank's own accounts, like the number. */
  readonly customerId: m.CustomerId | null;
  readonly accountNumber: m.AccountNumber | null;
  readonly holderName: string;
}

export interface BookedTransaction {
  readonly id: m.RequestId;
  readonly kind: m.TransactionKind;
  readonly amount: bigint;
  readonly source: TransactionSide;
  readonly target: TransactionSide;
  readonly bookedAt: Date;
}

const selectOne = `
  SELECT t.id, t.kind, t.amount, t.booked_at,
    s.id AS s_id, s.customer_id AS s_customer, s.account_number AS s_number, s.holder_name AS s_name,
    g.id AS t_id, g.customer_id AS t_customer, g.account_number AS t_number, g.holder_name AS t_name
  FROM transactions AS t
  JOIN accounts AS s ON s.id = t.source_account_id
  JOIN accounts AS g ON g.id = t.target_account_id
  WHERE t.id = ?`;

const lockOne = `
  SELECT id
  FROM transactions
  WHERE id = ?
  FOR UPDATE`;
const selectReversal = `
  SELECT id
  FROM transactions
  WHERE reverses_id = ?`;

const sideOf = (row: Row, prefix: 's' | 't'): TransactionSide => ({
  accountId: bigintOf(row, `${prefix}_id`) as m.AccountId,
  customerId: bigintOrNull(row, `${prefix}_customer`) as m.CustomerId | null,
  accountNumber: textOrNull(row, `${prefix}_number`) as m.AccountNumber | null,
  holderName: textOf(row, `${prefix}_name`),
});

export async function findTransaction(
  reader: Reader,
  id: m.RequestId,
): Promise<BookedTransaction | null> {
  const [row] = await reader.rows(selectOne, [id]);
  if (row === undefined) return null;
  return {
    id,
    kind: textOf(row, 'kind') as m.TransactionKind,
    amount: bigintOf(row, 'amount'),
    source: sideOf(row, 's'),
    target: sideOf(row, 't'),
    bookedAt: instantOf(row, 'booked_at'),
  };
}

/** Its reversal, if there is one; nobody else reverses it until this transaction ends. */
export async function lockReversal(tx: Tx, id: m.RequestId): Promise<m.RequestId | null> {
  await tx.rows(lockOne, [id]);
  const [row] = await tx.rows(selectReversal, [id]);
  return row === undefined ? null : (bigintOf(row, 'id') as m.RequestId);
}
