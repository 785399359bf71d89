/** Managers settle what could not be finished, a confirmation or a job: once more, or given up. */
import { type Tx, withTransaction } from '../../db/transaction.ts';
import { changeOnce } from '../audit/index.ts';
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
import { admitStaff, noteAct, type StaffTools } from './desk.ts';

/** All throw SESSION_EXPIRED and STAFF_RIGHT_MISSING; the acts also STUCK_SETTLED, STAFF_SELF. */
export interface StuckService {
  /** Oldest first, behind the one with the id `after`. */
  list(
    session: m.Session,
    page: { readonly after: bigint; readonly limit: number },
  ): Promise<readonly m.Stuck[]>;
  /** It is run again, as often as at first. TAKEN: a confirmation; DUE: a job. */
  tryAgain(session: m.Session, id: m.StuckId): Promise<'TAKEN' | 'DUE'>;
  /**
   * It is not run any more. DONE: it had happened after all. The owner of a confirmation is sent a
   * message. GIVEN_UP: a job.
   */
  giveUp(session: m.Session, id: m.StuckId): Promise<'DONE' | 'CANCELLED' | 'GIVEN_UP'>;
}

export interface StuckTools extends StaffTools {
  readonly jobs: Pick<Jobs, 'stuck'>;
}

export const stuckView = (row: UnsettledRow): StuckConfirmation => ({
  id: row.id,
  member: row.discordUserId,
  command: row.command,
  confirmedAt: row.takenAt,
});

/** A stuck row, locked, and how it is settled. */
interface Found {
  /** Whose it is. */
  readonly customerId: m.CustomerId | null;
  readonly isOf: (session: m.Session) => boolean;
  /** For the audit. */
  readonly details: { readonly command: string } | { readonly job: string };
  readonly tryAgain: () => Promise<'TAKEN' | 'DUE'>;
  readonly giveUp: () => Promise<'DONE' | 'CANCELLED' | 'GIVEN_UP'>;
}

async function stuckConfirmation(tx: Tx, tools: StuckTools, id: m.StuckId): Promise<Found | null> {
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
    giveUp: async () => endAndTell(tx, tools, row),
  };
}

async function stuckJob(tx: Tx, { jobs }: StuckTools, id: m.StuckId): Promise<Found | null> {
  const row = await jobs.stuck.lock(tx, id as m.JobId);
  if (row === null) return null;
  return {
    customerId: row.customerId,
    isOf: ({ customerId }) => customerId === row.customerId,
    details: { job: row.job },
    tryAgain: async () => {
      await jobs.stuck.tryAgain(tx, row.id);
      return 'DUE';
    },
    giveUp: async () => {
      await jobs.stuck.giveUp(tx, row.id);
      return 'GIVEN_UP';
    },
  };
}

const actions = { tryAgain: 'STUCK_TRIED_AGAIN', giveUp: 'STUCK_GIVEN_UP' } as const;

export function createStuck(tools: StuckTools): StuckService {
  const settle = async <Way extends keyof typeof actions>(
    session: m.Session,
    id: m.StuckId,
    way: Way,
  ) => {
    const auditId = tools.nextId();
    return changeOnce(tools, auditId, async (tx) => {
      const found = (await stuckConfirmation(tx, tools, id)) ?? (await stuckJob(tx, tools, id));
      const standing = await admitStaff(tx, tools, session, 'manage');
      if (found === null) throw new BankError('STUCK_SETTLED');
      if (found.isOf(session)) throw new BankError('STAFF_SELF');
      const after = (await found[way]()) as Awaited<ReturnType<Found[Way]>>;
      await noteAct(tx, tools, {
        auditId,
        action: actions[way],
        session,
        standing,
        target: found.customerId,
        reason: null,
        details: { ...found.details, reference: referenceOf(id), after },
      });
      return after;
    });
  };
  return {
    list: async (session, page) =>
      withTransaction(tools.pool, async (tx) => {
        await admitStaff(tx, tools, session, 'manage');
        const confirmations = (await stuckRows(tx, { ...page, freshMs })).map(stuckView);
        const jobs = await tools.jobs.stuck.list(tx, page);
        // Ids of both are made by one source, in order of time.
        return [...confirmations, ...jobs]
          .toSorted((a, b) => (a.id < b.id ? -1 : 1))
          .slice(0, page.limit);
      }),
    tryAgain: async (session, id) => settle(session, id, 'tryAgain'),
    giveUp: async (session, id) => settle(session, id, 'giveUp'),
  };
}
