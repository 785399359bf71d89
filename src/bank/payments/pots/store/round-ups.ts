/** Into which pot a customer's payments are rounded up. */
import type { Reader } from '../../../../db/pool.ts';
import { bigintOf, integerOf, textOf, textOrNull } from '../../../../db/rows.ts';
import type { Tx } from '../../../../db/transaction.ts';
import type * as m from '../../../model/index.ts';

const selectOne = `
  SELECT r.units, r.account_id, a.account_number, a.account_name
  FROM round_ups AS r
  JOIN accounts AS a ON a.id = r.account_id
  WHERE r.customer_id = ? AND a.status <> 'CLOSED'`;
const deleteOne = `
  DELETE FROM round_ups
  WHERE customer_id = ?`;
const insertOne = `
  INSERT INTO round_ups (customer_id, account_id, units)
  VALUES (?, ?, ?)`;

export interface RoundUpRow {
  readonly units: m.RoundUpUnits;
  readonly id: m.AccountId;
  readonly pot: m.AccountNumber;
  readonly potName: string;
}

/** Null: the customer's payments are not rounded up. */
export async function findRoundUps(
  reader: Reader,
  customerId: m.CustomerId,
): Promise<RoundUpRow | null> {
  const [row] = await reader.rows(selectOne, [customerId]);
  if (row === undefined) return null;
  return {
    units: integerOf(row, 'units') as m.RoundUpUnits,
    id: bigintOf(row, 'account_id') as m.AccountId,
    pot: textOf(row, 'account_number') as m.AccountNumber,
    potName: textOrNull(row, 'account_name') ?? '',
  };
}

/** The customer's row must be locked. */
export async function saveRoundUps(
  tx: Tx,
  customerId: m.CustomerId,
  wanted: { readonly id: m.AccountId; readonly units: m.RoundUpUnits } | null,
): Promise<void> {
  await tx.write(deleteOne, [customerId]);
  if (wanted !== null) await tx.write(insertOne, [customerId, wanted.id, wanted.units]);
}
