/** Rows that are of no use any more, deleted or marked by recurring jobs: a row each. */
import type { Pool } from '../db/pool.ts';
import type { Clock } from '../lib/clock.ts';
import { dayMs, hourMs, minuteMs } from '../lib/durations.ts';
import { firstIdAt } from '../lib/ids.ts';
import { prunePending } from './conversations/index.ts';
import type { RecurringKind } from './jobs/index.ts';
import { pruneLinks } from './links/index.ts';
import { pruneInbox } from './messages/index.ts';
import { markExpiredDues } from './payments/index.ts';
import { deleteCodesBefore, deleteSessionsBefore, pruneLoginCounters } from './people/index.ts';
import { pruneInvitations } from './shared/index.ts';
import { forgetThrottles } from './throttle/index.ts';

const leaseMs = minuteMs;
/** Codes are valid for minutes; support may ask about one for some weeks. */
const codesKeptMs = 30 * dayMs;

/** Far more than the days in which one can be accepted. */
const invitationsKeptMs = 90 * dayMs;

/** Deletes page after page, so that no statement locks many rows. */
const pruning = (
  kind: string,
  { everyMs, pageSize }: { readonly everyMs: number; readonly pageSize: number },
  prune: (limit: number) => Promise<number>,
): RecurringKind => ({
  kind,
  everyMs,
  leaseMs,
  run: async () => {
    while ((await prune(pageSize)) === pageSize);
  },
});

export const housekeeping = (tools: {
  readonly pool: Pool;
  readonly clock: Clock;
  /** How long ended sessions are kept. */
  readonly sessionsKeptMs: number;
}): readonly RecurringKind[] => [
  pruning('PRUNE_PENDING', { everyMs: minuteMs, pageSize: 500 }, async (limit) =>
    prunePending(tools, limit),
  ),
  pruning('PRUNE_THROTTLES', { everyMs: 10 * minuteMs, pageSize: 5_000 }, async (limit) =>
    forgetThrottles(tools.pool, limit),
  ),
  pruning('PRUNE_PAGE_LINKS', { everyMs: hourMs, pageSize: 500 }, async (limit) =>
    pruneLinks(tools.pool, firstIdAt(tools.clock.now() - dayMs), limit),
  ),
  pruning('PRUNE_INBOXES', { everyMs: hourMs, pageSize: 1_000 }, async (limit) =>
    pruneInbox(tools.pool, limit),
  ),
  pruning('MARK_EXPIRED_REQUESTS', { everyMs: 10 * minuteMs, pageSize: 500 }, async (limit) =>
    markExpiredDues(tools.pool, limit),
  ),
  pruning('PRUNE_LOGIN_COUNTERS', { everyMs: dayMs, pageSize: 500 }, async (limit) =>
    pruneLoginCounters(tools.pool, limit),
  ),
  pruning('PRUNE_SESSIONS', { everyMs: dayMs, pageSize: 1_000 }, async (limit) =>
    deleteSessionsBefore(tools.pool, { before: tools.clock.now() - tools.sessionsKeptMs, limit }),
  ),
  pruning('PRUNE_INVITATIONS', { everyMs: dayMs, pageSize: 500 }, async (limit) =>
    pruneInvitations(tools.pool, firstIdAt(tools.clock.now() - invitationsKeptMs), limit),
  ),
  pruning('PRUNE_CODES', { everyMs: dayMs, pageSize: 1_000 }, async (limit) =>
    deleteCodesBefore(tools.pool, { before: tools.clock.now() - codesKeptMs, limit }),
  ),
];
