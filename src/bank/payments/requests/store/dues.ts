/** What each payer is asked for. A due changes only while its row is locked. */
import { withList } from '../../../../db/text/placeholders.ts';
import type { Reader } from '../../../../db/pool.ts';
import { bigintOf, instantOf, type Row, textOf } from '../../../../db/rows.ts';
import type { Tx } from '../../../../db/transaction.ts';
import { assert } from '../../../../lib/assert.ts';
import type * as m from '../../../model/index.ts';
import { isPayable } from '../../../model/index.ts';

export interface DueRow {
  readonly id: m.RequestId;
  readonly requestId: m.RequestId;
  readonly payer: m.CustomerId;
  /** The account that is paid. */
  readonly accountId: m.AccountId;
  readonly amount: bigint;
  readonly paid: bigint;
  /** By the database's time when the row was read: EXPIRED also before anything has marked it. */
  readonly state: m.DueState;
  /** EXPIRED, and not marked so far. */
  readonly isUnmarked: boolean;
}

export interface NewDue {
  readonly id: m.RequestId;
  readonly requestId: m.RequestId;
  readonly place: number;
  readonly payer: m.CustomerId;
  readonly accountId: m.AccountId;
  readonly amount: m.Amount;
}

// Unlike NOW, SYSDATE is the time of each row: of a locked one, the time when its lock was held.
const selectDues = `
  SELECT id, request_id, payer_customer_id, account_id, amount, paid, state, expires_at,
    SYSDATE(6) AS read_at
  FROM request_dues`;
const selectByIds = `${selectDues}
  WHERE id IN (:list)
  ORDER BY id`;
const selectOfRequest = `${selectDues}
  WHERE request_id = ?
  ORDER BY id`;
const insertRows = `
  INSERT INTO request_dues
    (id, request_id, place, payer_customer_id, account_id, amount, state, changed_at, expires_at)
  VALUES :rows`;
const updateOne = `
  UPDATE request_dues
  SET paid = ?, state = ?, changed_at = ?
  WHERE id = ?`;
const insertPaymentRows = `
  INSERT INTO due_payments (transaction_id, due_id, amount)
  VALUES :rows`;
const markExpired = `
  UPDATE request_dues
  SET state = 'EXPIRED', changed_at = expires_at
  WHERE state IN ('OPEN', 'PART_PAID') AND expires_at <= NOW(6)
  ORDER BY state, expires_at
  LIMIT ?`;

export function dueOf(row: Row): DueRow {
  const stored = textOf(row, 'state') as m.DueState;
  const isOver = instantOf(row, 'expires_at').getTime() <= instantOf(row, 'read_at').getTime();
  const isUnmarked = isOver && isPayable(stored);
  return {
    id: bigintOf(row, 'id') as m.RequestId,
    requestId: bigintOf(row, 'request_id') as m.RequestId,
    payer: bigintOf(row, 'payer_customer_id') as m.CustomerId,
    accountId: bigintOf(row, 'account_id') as m.AccountId,
    amount: bigintOf(row, 'amount'),
    paid: bigintOf(row, 'paid'),
    state: isUnmarked ? 'EXPIRED' : stored,
    isUnmarked,
  };
}

/** In the order of their ids. */
export async function readDues(reader: Reader, ids: readonly bigint[]): Promise<DueRow[]> {
  const { sql, values } = withList(selectByIds, ids);
  return (await reader.rows(sql, values)).map(dueOf);
}

export async function lockDues(tx: Tx, ids: readonly bigint[]): Promise<DueRow[]> {
  const { sql, values } = withList(`${selectByIds}\n  FOR UPDATE`, ids);
  return (await tx.rows(sql, values)).map(dueOf);
}

export const readDuesOf = async (reader: Reader, requestId: m.RequestId): Promise<DueRow[]> =>
  (await reader.rows(selectOfRequest, [requestId])).map(dueOf);

export const lockDuesOf = async (tx: Tx, requestId: m.RequestId): Promise<DueRow[]> =>
  (await tx.rows(`${selectOfRequest}\n  FOR UPDATE`, [requestId])).map(dueOf);

export async function insertDues(
  tx: Tx,
  dues: readonly NewDue[],
  { at, expiresAt }: { readonly at: string; readonly expiresAt: Date },
): Promise<void> {
  await tx.writeRows(
    insertRows,
    dues.map(({ id, requestId, place, payer, accountId, amount }) => [
      id,
      requestId,
      place,
      payer,
      accountId,
      amount,
      'OPEN',
      at,
      expiresAt,
    ]),
  );
}

/** Of locked rows. */
export async function saveDues(
  tx: Tx,
  dues: readonly Pick<DueRow, 'id' | 'paid' | 'state'>[],
  at: string,
): Promise<void> {
  for (const { id, paid, state } of dues) {
    const { affectedRows } = await tx.write(updateOne, [paid, state, at, id]);
    assert(affectedRows === 1, 'every locked due takes its new state');
  }
}

export async function insertDuePayments(
  tx: Tx,
  payments: readonly {
    readonly transactionId: m.RequestId;
    readonly dueId: m.RequestId;
    readonly amount: bigint;
  }[],
): Promise<void> {
  await tx.writeRows(
    insertPaymentRows,
    payments.map(({ transactionId, dueId, amount }) => [transactionId, dueId, amount]),
  );
}

/** Marks rows that are over, so that they stay so if the clock is set back. The number of them. */
export async function markExpiredDues(
  writer: { write: Tx['write'] },
  limit: number,
): Promise<number> {
  return (await writer.write(markExpired, [limit])).affectedRows;
}
