/** Tells every customer of a fee or a rate that will hold, a page of them at a time. */
import type { Pool } from '../../db/pool.ts';
import { databaseNow } from '../../db/time.ts';
import { type Tx, withTransaction } from '../../db/transaction.ts';
import type { IdSource } from '../../lib/ids.ts';
import type { JobQueue, OneTimeKind } from '../jobs/index.ts';
import { insertMessages } from '../messages/index.ts';
import type * as m from '../model/index.ts';
import { customersAfter } from './store/all-customers.ts';

const pageSize = 500;

/** What is announced, with the kinds of its job and of its message. */
const announced = {
  FEE: {
    job: 'FEE_ANNOUNCEMENT',
    subject: (feeId: m.RequestId) => ({ kind: 'FEE_ANNOUNCED', feeId }) as const,
  },
  INTEREST: {
    job: 'INTEREST_ANNOUNCEMENT',
    subject: (rateId: m.RequestId) => ({ kind: 'INTEREST_ANNOUNCED', rateId }) as const,
  },
};
type Announced = keyof typeof announced;

/** In the transaction of the decision; `after` is the last customer of the page before. */
export async function enqueueAnnouncement(
  jobs: JobQueue,
  tx: Tx,
  about: { readonly what: Announced; readonly id: m.RequestId; readonly after?: bigint },
): Promise<void> {
  const { what, id, after = 0n } = about;
  await jobs.enqueue(tx, { kind: announced[what].job, key: `${id}:${after}`, subject: { id } });
}

function placeIn(key: string): { readonly id: m.RequestId; readonly after: bigint } | null {
  const parts = /^(?<id>\d{1,19}):(?<after>\d{1,19})$/.exec(key)?.groups;
  if (!parts) return null;
  return { id: BigInt(parts['id'] ?? '') as m.RequestId, after: BigInt(parts['after'] ?? '') };
}

interface Tools {
  readonly pool: Pool;
  readonly nextId: IdSource;
  readonly jobs: JobQueue;
}

/** A page and the job of the next one are one transaction, so that each customer is told once. */
const announcement = (tools: Tools, what: Announced): OneTimeKind => ({
  kind: announced[what].job,
  attemptsMax: 20,
  leaseMs: 60_000,
  run: async (job) => {
    const place = placeIn(job.key);
    if (place === null) return;
    const { id, after } = place;
    await withTransaction(tools.pool, async (tx) => {
      const customers = await customersAfter(tx, after, pageSize);
      const subject = announced[what].subject(id);
      const messages = customers.map((customerId) => ({
        id: tools.nextId(),
        customerId,
        subject,
      }));
      if (messages.length > 0) await insertMessages(tx, messages, await databaseNow(tx));
      const last = customers.at(-1);
      if (last !== undefined && customers.length === pageSize) {
        await enqueueAnnouncement(tools.jobs, tx, { what, id, after: last });
      }
      await job.finish(tx);
    });
  },
});

export const announcements = (tools: Tools): readonly OneTimeKind[] => [
  announcement(tools, 'FEE'),
  announcement(tools, 'INTEREST'),
];
