/** What became of the occurrences of standing orders. */
import type { Reader } from '../../../db/pool.ts';
import { bigintOrNull, integerOf, type Row, textOf, textOrNull } from '../../../db/rows.ts';
import type { Tx } from '../../../db/transaction.ts';
import type * as m from '../../model/index.ts';
import { amountOf } from '../../model/index.ts';

/** What the managers were asked for is shown as they decided. */
const columns = `c.number, c.due_date, c.transaction_id, c.amount, c.missed_before,
    CASE
      WHEN c.state <> 'ASKED' OR w.state = 'WAITING' THEN c.state
      WHEN w.state = 'APPROVED' THEN 'PAID' ELSE 'MISSED' END AS state,
    IF(c.state = 'ASKED' AND w.state NOT IN ('WAITING', 'APPROVED'), 'NOT_APPROVED', c.reason)
      AS reason`;
const tables = `order_occurrences AS c
  LEFT JOIN shared_approvals AS w ON w.id = c.transaction_id`;
const insertOne = `
  INSERT INTO order_occurrences
    (state, reason, transaction_id, amount, missed_before, order_id, number, due_date, due_at,
     decided_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NOW(6))`;
const decideWaiting = `
  UPDATE order_occurrences
  SET state = ?, reason = ?, transaction_id = ?, amount = ?, missed_before = missed_before + ?,
    decided_at = NOW(6)
  WHERE order_id = ? AND number = ? AND state = 'WAITING'`;
const selectOne = `
  SELECT ${columns}
  FROM ${tables}
  WHERE c.order_id = ? AND c.number = ?`;
const selectNewest = `
  SELECT ${columns}
  FROM ${tables}
  WHERE c.order_id = ?
  ORDER BY c.number DESC
  LIMIT ?`;

export type Verdict =
  | {
      readonly state: 'PAID' | 'ASKED';
      readonly reason: null;
      readonly transactionId: m.RequestId;
      readonly amount: m.Amount;
    }
  | {
      readonly state: Exclude<m.OccurrenceState, 'PAID' | 'ASKED'>;
      readonly reason: m.OccurrenceReason;
    };

const occurrenceIn = (row: Row): m.OccurrenceView => {
  const amount = bigintOrNull(row, 'amount');
  return {
    number: integerOf(row, 'number'),
    date: textOf(row, 'due_date'),
    state: textOf(row, 'state') as m.OccurrenceState,
    reason: textOrNull(row, 'reason') as m.OccurrenceReason | null,
    transactionId: bigintOrNull(row, 'transaction_id') as m.RequestId | null,
    amount: amount === null ? null : amountOf(amount),
    missedBefore: integerOf(row, 'missed_before'),
  };
};

/** The order's row must be locked. An occurrence is decided once, unless it was waiting. */
export async function saveOccurrence(
  tx: Tx,
  orderId: m.RequestId,
  decided: {
    readonly occurrence: m.Occurrence;
    readonly verdict: Verdict;
    readonly missedBefore?: number;
  },
): Promise<void> {
  const { occurrence, verdict, missedBefore = 0 } = decided;
  const { number, date, at } = occurrence;
  const { transactionId, amount } =
    verdict.reason === null ? verdict : { transactionId: null, amount: null };
  const facts = [verdict.state, verdict.reason, transactionId, amount, missedBefore];
  const { affectedRows } = await tx.write(decideWaiting, [...facts, orderId, number]);
  if (affectedRows === 0) await tx.write(insertOne, [...facts, orderId, number, date, at]);
}

export async function findOccurrence(
  reader: Reader,
  orderId: bigint,
  number: bigint | number,
): Promise<m.OccurrenceView | null> {
  const [row] = await reader.rows(selectOne, [orderId, number]);
  return row === undefined ? null : occurrenceIn(row);
}

/** Newest first. */
export async function newestOccurrences(
  reader: Reader,
  orderId: bigint,
  limit: number,
): Promise<m.OccurrenceView[]> {
  return (await reader.rows(selectNewest, [orderId, limit])).map(occurrenceIn);
}
