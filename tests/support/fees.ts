/** Fees that hold already, without the days of their announcement. */
import { insertFee } from '../../src/bank/ledger/index.ts';
import type * as m from '../../src/bank/model/index.ts';
import type { Pool } from '../../src/db/pool.ts';
import { withTransaction } from '../../src/db/transaction.ts';
import { newRequestId } from './bank.ts';

/** Banks that read fees before each decision. */
export const freshFees = { feesEveryMs: 0 };

export async function charge(
  { pool }: { readonly pool: Pool },
  kind: m.FeeKind,
  terms: Partial<m.FeeTerms>,
  from = new Date(Date.now() - 1_000),
): Promise<void> {
  const zero = { flat: 0n, perMille: 0n, least: 0n, most: null, free: 0 };
  const fee = { ...zero, ...terms, id: newRequestId(), kind, from };
  await withTransaction(pool, async (tx) => insertFee(tx, fee));
}
