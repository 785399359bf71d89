/** Managers settle confirmations and jobs that could not be finished: they retry or give up. */
import type { Tx } from '../../db/transaction.ts';
import type { IdSource } from '../../lib/ids.ts';
import {
  endAndTell,
  freshMs,
  lockUnsettled,
  moveUnsettled,
  stuckRows,
  type UnsettledRow,
} from '../conversations/index.ts';
import type { Jobs } from '../jobs/index.ts';
import type * as m from '../model/index.ts';
import { BankError, referenceOf, type StuckConfirmation } from '../model/index.ts';
import type { StaffActs } from './acts.ts';

/** All throw SESSION_EXPIRED and STAFF_RIGHT_MISSING; the acts also STUCK_SETTLED, STAFF_SELF. */
export interface StuckService {
  /** Oldest first, behind the one with the id `after`. */
  list(
    session: m.Session,
    page: { readonly after: bigint; readonly limit: number },
  ): Promise<readonly m.Stuck[]>;
  /** Runs it again, with as many attempts as at first. TAKEN: a confirmation; DUE: a job. */
  tryAgain(session: m.Session, id: m.StuckId): Promise<'TAKEN' | 'DUE'>;
  /**
   * Stops running it. DONE: it had happened after all. The owner of a confirmation is sent a
   * message. GIVEN_UP: a job.
   */
  giveUp(session: m.Session, id: m.StuckId): Promise<'DONE' | 'CANCELLED' | 'GIVEN_UP'>;
}

export const stuckView = (row: UnsettledRow): StuckConfirmation => ({
  id: row.id,
  member: row.discordUserId,
  command: row.command,
  confirmedAt: row.takenAt,
});

/** A stuck row, locked, and the ways to settle it. */
interface Found {
  readonly customerId: m.CustomerId | null;
  readonly isOf: (session: m.Session) => boolean;
  /** For the audit. */
  readonly details: { readonly command: string } | { readonly job: string };
  readonly tryAgain: () => Promise<'TAKEN' | 'DUE'>;
  readonly giveUp: () => Promise<'DONE' | 'CANCELLED' | 'GIVEN_UP'>;
}

async function stuckConfirmation(tx: Tx, nextId: IdSource, id: m.StuckId): Promise<Found | null> {
  const requestId = id as m.RequestId;
  const row = await lockUnsettled(tx, requestId, freshMs);
  if (row?.state !== 'STUCK') return null;
  return {
    customerId: row.customerId,
    isOf: ({ discordUserId }) => discordUserId === row.discordUserId,
    details: { command: row.command },
    tryAgain: async () => {
      await moveUnsettled(tx, requestId, 'TAKEN');
      return 'TAKEN';
    },
    giveUp: async () => endAndTell(tx, { nextId }, row),
  };
}

async function stuckJob(tx: Tx, { stuck }: StuckJobs, id: m.StuckId): Promise<Found | null> {
  const row = await stuck.lock(tx, id as m.JobId);
  if (row === null) return null;
  return {
    customerId: row.customerId,
    isOf: ({ customerId }) => customerId === row.customerId,
    details: { job: row.job },
    tryAgain: async () => {
      await stuck.tryAgain(tx, row.id);
      return 'DUE';
    },
    giveUp: async () => {
      await stuck.giveUp(tx, row.id);
      return 'GIVEN_UP';
    },
  };
}

type StuckJobs = Pick<Jobs, 'stuck'>;

const actions = { tryAgain: 'STUCK_TRIED_AGAIN', giveUp: 'STUCK_GIVEN_UP' } as const;

export function createStuck(tools: {
  readonly nextId: IdSource;
  readonly acts: StaffActs;
  readonly jobs: StuckJobs;
}): StuckService {
  const { nextId, acts, jobs } = tools;
  const settle = async <Way extends keyof typeof actions>(
    session: m.Session,
    id: m.StuckId,
    way: Way,
  ) =>
    acts.change(async (tx, auditId) => {
      const found = (await stuckConfirmation(tx, nextId, id)) ?? (await stuckJob(tx, jobs, id));
      const standing = await acts.admit(tx, session, 'manage');
      if (found === null) throw new BankError('STUCK_SETTLED');
      if (found.isOf(session)) throw new BankError('STAFF_SELF');
      const after = (await found[way]()) as Awaited<ReturnType<Found[Way]>>;
      await acts.note(tx, {
        auditId,
        action: actions[way],
        session,
        standing,
        target: found.customerId,
        details: { ...found.details, reference: referenceOf(id), after },
      });
      return after;
    });
  return {
    list: async (session, page) =>
      acts.read(session, 'manage', async (tx) => {
        const confirmations = (await stuckRows(tx, { ...page, freshMs })).map(stuckView);
        // Ids of both are made by one source, in order of time.
        return [...confirmations, ...(await jobs.stuck.list(tx, page))]
          .toSorted((a, b) => (a.id < b.id ? -1 : 1))
          .slice(0, page.limit);
      }),
    tryAgain: async (session, id) => settle(session, id, 'tryAgain'),
    giveUp: async (session, id) => settle(session, id, 'giveUp'),
  };
}
