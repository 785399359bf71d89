/** From which sum on payments of a shared account wait for its managers. */
import type { Reader } from '../../../db/pool.ts';
import { bigintOf, integerOf } from '../../../db/rows.ts';
import type { Tx } from '../../../db/transaction.ts';
import type * as m from '../../model/index.ts';
import { amountOf } from '../../model/index.ts';

const selectOne = `
  SELECT above, needed
  FROM shared_rules
  WHERE holder_id = ?`;
const deleteOne = `
  DELETE FROM shared_rules
  WHERE holder_id = ?`;
const insertOne = `
  INSERT INTO shared_rules (holder_id, above, needed, set_at)
  VALUES (?, ?, ?, NOW(6))`;

/** Null: no payment waits. */
export async function findRule(
  reader: Reader,
  holderId: m.CustomerId,
): Promise<m.SharedRule | null> {
  const [row] = await reader.rows(selectOne, [holderId]);
  if (row === undefined) return null;
  return { above: amountOf(bigintOf(row, 'above')), needed: integerOf(row, 'needed') };
}

/** The holder and the account must be locked. */
export async function saveRule(
  tx: Tx,
  holderId: m.CustomerId,
  rule: m.SharedRule | null,
): Promise<void> {
  await tx.write(deleteOne, [holderId]);
  if (rule !== null) await tx.write(insertOne, [holderId, rule.above, rule.needed]);
}
