/** Fees by kind of movement, and how many movements of a customer were free this month. */
import { withList } from '../../../db/text/placeholders.ts';
import type { Reader } from '../../../db/pool.ts';
import { rowsStatement } from '../../../db/text/row-statements.ts';
import {
  bigintOf,
  bigintOrNull,
  instantOf,
  integerOf,
  type Row,
  textOf,
} from '../../../db/rows.ts';
import type { Tx } from '../../../db/transaction.ts';
import type * as m from '../../model/index.ts';

const selectAll = `
  SELECT id, kind, flat, per_mille, fee_min, fee_max, free_count, valid_from
  FROM fees
  ORDER BY valid_from, id`;
const insertOne = `
  INSERT INTO fees
    (id, kind, flat, per_mille, fee_min, fee_max, free_count, valid_from, decided_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, NOW(6))`;
const selectCounts = `
  SELECT account_id, kind, counted_month, used
  FROM fee_counts
  WHERE account_id IN (:list)`;
const replaceCounts = `
  REPLACE INTO fee_counts (account_id, kind, counted_month, used)
  VALUES :rows`;

/** Movements of one kind that a customer had for free in a month. */
export interface FreeUse {
  /** The customer's first account. */
  readonly at: m.AccountId;
  readonly kind: m.TransactionKind;
  /** YYYY-MM in UTC. */
  readonly month: string;
  readonly used: number;
}

export const freeKey = ({ at, kind }: Pick<FreeUse, 'at' | 'kind'>): string => `${at} ${kind}`;

const feeOf = (row: Row): m.Fee => ({
  id: bigintOf(row, 'id') as m.RequestId,
  kind: textOf(row, 'kind') as m.FeeKind,
  flat: bigintOf(row, 'flat'),
  perMille: bigintOf(row, 'per_mille'),
  least: bigintOf(row, 'fee_min'),
  most: bigintOrNull(row, 'fee_max'),
  free: integerOf(row, 'free_count'),
  from: instantOf(row, 'valid_from'),
});

/** All fees that there were, are and will be, by the time from which they hold. */
export const readFees = async (reader: Reader): Promise<m.Fee[]> =>
  (await reader.rows(selectAll)).map(feeOf);

export async function insertFee(tx: Tx, fee: m.Fee): Promise<void> {
  const { id, kind, flat, perMille, least, most, free, from } = fee;
  await tx.write(insertOne, [id, kind, flat, perMille, least, most, free, from]);
}

/** By `freeKey`. Written under the lock of the first account. */
export async function readFreeUses(
  reader: Reader,
  accountIds: readonly m.AccountId[],
): Promise<ReadonlyMap<string, FreeUse>> {
  const { sql, values } = withList(selectCounts, accountIds);
  const uses = (await reader.rows(sql, values)).map((row): FreeUse => ({
    at: bigintOf(row, 'account_id') as m.AccountId,
    kind: textOf(row, 'kind') as m.TransactionKind,
    month: textOf(row, 'counted_month'),
    used: integerOf(row, 'used'),
  }));
  return new Map(uses.map((use) => [freeKey(use), use]));
}

export const freeUsesStatement = (uses: readonly FreeUse[]) =>
  rowsStatement(
    replaceCounts,
    uses.map(({ at, kind, month, used }) => [at, kind, month, used]),
  );
