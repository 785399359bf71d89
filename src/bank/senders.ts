import type { Pool } from '../db/pool.ts';
import type { IdSource } from '../lib/ids.ts';
import type { Keys } from './keys/index.ts';
import { messageSources } from './message-sources.ts';
import { createDeskOutbox, createMail, createOutbox, createWelcomes } from './messages/index.ts';
import type * as m from './model/index.ts';
import type { ReportEvent } from './model/index.ts';
import { createInbox } from './people/index.ts';
import { createApprovalCards } from './staff/index.ts';

/** The queues of messages to send, one for each channel, and the inboxes. */
export function createSenders(tools: {
  readonly pool: Pool;
  readonly limits: m.SessionLimits;
  readonly report: ReportEvent;
  readonly nextId: IdSource;
  readonly keys: Keys;
  readonly desk: { readonly log: boolean };
}) {
  const { pool, limits, report, nextId, keys, desk } = tools;
  const sources = messageSources(pool, limits);
  return {
    outbox: createOutbox({ pool, sources, report, nextId, desk }),
    inbox: createInbox({ pool, limits, sources, report }),
    mail: createMail({ pool, sources, report, keys }),
    welcomes: createWelcomes(pool),
    approvalCards: createApprovalCards({ pool, report }),
    staffCards: createDeskOutbox({ pool, sources, report }, 'STAFF'),
    staffLog: createDeskOutbox({ pool, sources, report }, 'LOG'),
  };
}
