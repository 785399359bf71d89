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

export interface BookedEnds {
  readonly sourceId: m.AccountId;
  readonly targetId: m.AccountId;
  readonly amount: bigint;
}

export interface BookedTransaction {
  readonly id: m.RequestId;
  readonly kind: m.TransactionKind;
  readonly amount: bigint;
  readonly source: TransactionSide;
  readonly target: TransactionSide;
  readonly initiator: m.InitiatorKind;
  /** All of them, the first one included. */
  readonly postings: readonly BookedEnds[];
  /** The owners of customers' accounts in it, payers first. */
  readonly customers: readonly m.CustomerId[];
  readonly bookedAt: Date;
}

const selectOne = `
  SELECT t.id, t.kind, t.amount, t.booked_at, t.initiator_kind,
    s.id AS s_id, s.customer_id AS s_customer, s.account_number AS s_number, s.holder_name AS s_name,
    g.id AS t_id, g.customer_id AS t_customer, g.account_number AS t_number, g.holder_name AS t_name
  FROM transactions AS t
  JOIN accounts AS s ON s.id = t.source_account_id
  JOIN accounts AS g ON g.id = t.target_account_id
  WHERE t.id = ?`;
const selectFurther = `
  SELECT p.source_account_id, p.target_account_id, p.amount,
    s.customer_id AS s_customer, g.customer_id AS t_customer
  FROM postings AS p
  JOIN accounts AS s ON s.id = p.source_account_id
  JOIN accounts AS g ON g.id = p.target_account_id
  WHERE p.transaction_id = ?
  ORDER BY p.number`;

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
  const further = await reader.rows(selectFurther, [id]);
  const [source, target] = [sideOf(row, 's'), sideOf(row, 't')];
  const amount = bigintOf(row, 'amount');
  const owners = [row, ...further].flatMap((one) => [
    bigintOrNull(one, 's_customer'),
    bigintOrNull(one, 't_customer'),
  ]);
  return {
    id,
    kind: textOf(row, 'kind') as m.TransactionKind,
    amount,
    source,
    target,
    initiator: textOf(row, 'initiator_kind') as m.InitiatorKind,
    postings: [
      { sourceId: source.accountId, targetId: target.accountId, amount },
      ...further.map((one) => ({
        sourceId: bigintOf(one, 'source_account_id') as m.AccountId,
        targetId: bigintOf(one, 'target_account_id') as m.AccountId,
        amount: bigintOf(one, 'amount'),
      })),
    ],
    customers: [...new Set(owners)].filter((one) => one !== null) as m.CustomerId[],
    bookedAt: instantOf(row, 'booked_at'),
  };
}

/** Its reversal, if there is one; nobody else reverses it until this transaction ends. */
export async function lockReversal(tx: Tx, id: m.RequestId): Promise<m.RequestId | null> {
  await tx.rows(lockOne, [id]);
  const [row] = await tx.rows(selectReversal, [id]);
  return row === undefined ? null : (bigintOf(row, 'id') as m.RequestId);
}
