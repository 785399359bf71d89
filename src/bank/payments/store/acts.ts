import type { Writer } from '../../../db/pool.ts';
import type * as m from '../../model/index.ts';

const insertOne = `
  INSERT IGNORE INTO payment_acts (transaction_id, act, done_at)
  VALUES (?, ?, NOW(6))`;
const deleteOne = `
  DELETE FROM payment_acts
  WHERE transaction_id = ? AND act = ?`;

export type PaymentAct = 'THANKED' | 'SHARED';

/** False if it was done before. */
export async function insertPaymentAct(
  writer: Writer,
  transactionId: m.RequestId,
  act: PaymentAct,
): Promise<boolean> {
  return (await writer.write(insertOne, [transactionId, act])).affectedRows === 1;
}

export async function deletePaymentAct(
  writer: Writer,
  transactionId: m.RequestId,
  act: PaymentAct,
): Promise<void> {
  await writer.write(deleteOne, [transactionId, act]);
}
