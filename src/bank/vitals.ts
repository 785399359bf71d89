/** What waits in the bank now: for metrics, and for those who decide whether it can serve. */
import type { Pool } from '../db/pool.ts';
import { findHalt } from './audit/index.ts';
import { countStuckConfirmations } from './conversations/index.ts';
import { countStuckJobs, jobBacklog } from './jobs/index.ts';
import { messageBacklog } from './messages/index.ts';
import { countLiveSessions } from './people/index.ts';

export interface Backlog {
  readonly count: number;
  /** Since the eldest was due; 0 when nothing waits. */
  readonly eldestMs: number;
}

export interface Vitals {
  readonly jobs: Backlog;
  /** Jobs and confirmations that wait for staff. */
  readonly stuck: number;
  /** Direct messages, mails and staff messages that are due. */
  readonly messages: Backlog;
  readonly sessions: number;
  /** Payments are stopped because the books are wrong. */
  readonly isHalted: boolean;
}

export interface VitalsService {
  read(): Promise<Vitals>;
}

export const createVitals = (pool: Pool): VitalsService => ({
  read: async () => ({
    jobs: await jobBacklog(pool),
    stuck: (await countStuckJobs(pool)) + (await countStuckConfirmations(pool)),
    messages: await messageBacklog(pool),
    sessions: await countLiveSessions(pool),
    isHalted: (await findHalt(pool)) !== null,
  }),
});
