/** What is not decided in time ends, and its asker and the managers read of it. */
import { minuteMs } from '../../lib/durations.ts';
import { withTransaction } from '../../db/transaction.ts';
import type { RecurringKind } from '../jobs/index.ts';
import { lockCustomer } from '../people/index.ts';
import { findApproval, lockApproval, overdueIds } from './store/approvals.ts';
import { type EndingTools, endApproval } from './ending.ts';

const pageSize = 100;

async function expireOne(tools: EndingTools, id: bigint): Promise<void> {
  await withTransaction(tools.pool, async (tx) => {
    const known = await findApproval(tx, id);
    if (known === null) return;
    await lockCustomer(tx, known.holderId);
    const row = await lockApproval(tx, id);
    const isOverdue = row?.state === 'EXPIRED' && !row.isEnded;
    if (isOverdue) await endApproval(tx, tools, row, { state: 'EXPIRED', by: null });
  });
}

export const approvalExpiry = (tools: EndingTools): RecurringKind => ({
  kind: 'END_APPROVALS',
  everyMs: minuteMs,
  leaseMs: minuteMs,
  run: async () => {
    for (;;) {
      const ids = await overdueIds(tools.pool, pageSize);
      for (const id of ids) await expireOne(tools, id);
      if (ids.length < pageSize) return;
    }
  },
});
