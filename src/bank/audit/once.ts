import type { Pool } from '../../db/pool.ts';
import { type Tx, withTransaction } from '../../db/transaction.ts';
import { doneOrUnknown } from './outcome.ts';
import { isAudited } from './store/trail.ts';

/**
 * Commits a change that writes the audit row `auditId`, once. When the answer to a COMMIT is lost,
 * the row shows whether it was committed; the value is then that of the attempt that wrote it.
 * Throws CHANGE_UNKNOWN when that cannot be found out in time.
 */
export async function changeOnce<Value>(
  tools: { readonly pool: Pool },
  auditId: bigint,
  work: (tx: Tx) => Promise<Value>,
): Promise<Value> {
  let attempted: { readonly value: Value } | null = null;
  const attempt = async (tx: Tx): Promise<Value> => {
    if (attempted !== null && (await isAudited(tx, auditId))) return attempted.value;
    const value = await work(tx);
    attempted = { value };
    return value;
  };
  return doneOrUnknown(async () => withTransaction(tools.pool, attempt));
}
