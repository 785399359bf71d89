/** Rates of interest by kind of account. */
import type { Reader } from '../../../../db/pool.ts';
import { bigintOf, instantOf, textOf } from '../../../../db/rows.ts';
import type { Tx } from '../../../../db/transaction.ts';
import type * as m from '../../../model/index.ts';

const selectAll = `
  SELECT id, account_type, basis_points, valid_from
  FROM interest_rates
  ORDER BY valid_from, id`;
const insertOne = `
  INSERT INTO interest_rates (id, account_type, basis_points, valid_from, decided_at)
  VALUES (?, ?, ?, ?, NOW(6))`;

/** All rates that there were, are and will be, by the time from which they hold. */
export const readRates = async (reader: Reader): Promise<m.InterestRate[]> =>
  (await reader.rows(selectAll)).map((row) => ({
    id: bigintOf(row, 'id') as m.RequestId,
    type: textOf(row, 'account_type') as m.InterestType,
    basisPoints: bigintOf(row, 'basis_points'),
    from: instantOf(row, 'valid_from'),
  }));

export async function insertRate(tx: Tx, rate: m.InterestRate): Promise<void> {
  await tx.write(insertOne, [rate.id, rate.type, rate.basisPoints, rate.from]);
}
