/** Tells every customer of a fee that will hold, a page of them at a time. */
import type { Pool } from '../../../db/pool.ts';
import { databaseNow } from '../../../db/time.ts';
import { type Tx, withTransaction } from '../../../db/transaction.ts';
import type { IdSource } from '../../../lib/ids.ts';
import type { JobQueue, OneTimeKind } from '../../jobs/index.ts';
import { insertMessages } from '../../messages/index.ts';
import type * as m from '../../model/index.ts';
import { customersAfter } from '../store/fee-customers.ts';

const kind = 'FEE_ANNOUNCEMENT';
const pageSize = 500;

/** In the transaction of the decision; `after` is the last customer of the page before. */
export async function enqueueAnnouncement(
  jobs: JobQueue,
  tx: Tx,
  { feeId, after = 0n }: { readonly feeId: m.RequestId; readonly after?: bigint },
): Promise<void> {
  await jobs.enqueue(tx, { kind, key: `${feeId}:${after}`, subject: { id: feeId } });
}

function placeIn(key: string): { readonly feeId: m.RequestId; readonly after: bigint } | null {
  const parts = /^(?<fee>\d{1,19}):(?<after>\d{1,19})$/.exec(key)?.groups;
  if (!parts) return null;
  return { feeId: BigInt(parts['fee'] ?? '') as m.RequestId, after: BigInt(parts['after'] ?? '') };
}

/** A page and the job of the next one are one transaction, so that each customer is told once. */
export const feeAnnouncements = (tools: {
  readonly pool: Pool;
  readonly nextId: IdSource;
  readonly jobs: JobQueue;
}): OneTimeKind => ({
  kind,
  attemptsMax: 20,
  leaseMs: 60_000,
  run: async (job) => {
    const place = placeIn(job.key);
    if (place === null) return;
    const { feeId, after } = place;
    await withTransaction(tools.pool, async (tx) => {
      const customers = await customersAfter(tx, after, pageSize);
      const messages = customers.map((customerId) => {
        const subject = { kind: 'FEE_ANNOUNCED', feeId } as const;
        return { id: tools.nextId(), customerId, subject };
      });
      if (messages.length > 0) await insertMessages(tx, messages, await databaseNow(tx));
      const last = customers.at(-1);
      if (last !== undefined && customers.length === pageSize) {
        await enqueueAnnouncement(tools.jobs, tx, { feeId, after: last });
      }
      await job.finish(tx);
    });
  },
});
