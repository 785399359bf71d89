/** Managers settle confirmed commands that could not be finished: they retry or cancel them. */
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
import type * as m from '../model/index.ts';
import { BankError, referenceOf, type StuckConfirmation } from '../model/index.ts';
import type { StaffActs } from './acts.ts';

/** All throw SESSION_EXPIRED and STAFF_RIGHT_MISSING; the acts also STUCK_SETTLED, STAFF_SELF. */
export interface StuckService {
  /** Oldest first, those that follow the one with the id `after`. */
  list(
    session: m.Session,
    page: { readonly after: bigint; readonly limit: number },
  ): Promise<readonly StuckConfirmation[]>;
  /** Runs it again, with the same number of attempts as after it was confirmed. */
  tryAgain(session: m.Session, id: m.RequestId): Promise<void>;
  /** Stops running it and sends its owner a message. DONE: it had happened after all. */
  giveUp(session: m.Session, id: m.RequestId): Promise<'DONE' | 'CANCELLED'>;
}

export const stuckView = (row: UnsettledRow): StuckConfirmation => ({
  id: row.id,
  member: row.discordUserId,
  command: row.command,
  confirmedAt: row.takenAt,
});

const actions = { again: 'STUCK_TRIED_AGAIN', up: 'STUCK_GIVEN_UP' } as const;

type Settle = (tx: Tx, row: UnsettledRow) => Promise<'TAKEN' | 'DONE' | 'CANCELLED'>;

export function createStuck({
  nextId,
  acts,
}: {
  readonly nextId: IdSource;
  readonly acts: StaffActs;
}): StuckService {
  const settle = async (
    session: m.Session,
    { id, way, work }: { id: m.RequestId; way: keyof typeof actions; work: Settle },
  ) =>
    acts.change(async (tx, auditId) => {
      const row = await lockUnsettled(tx, id, freshMs);
      const standing = await acts.admit(tx, session, 'manage');
      if (row?.state !== 'STUCK') throw new BankError('STUCK_SETTLED');
      if (row.discordUserId === session.discordUserId) throw new BankError('STAFF_SELF');
      const after = await work(tx, row);
      await acts.note(tx, {
        auditId,
        action: actions[way],
        session,
        standing,
        target: row.customerId,
        details: { command: row.command, reference: referenceOf(id), after },
      });
      return after;
    });
  return {
    list: async (session, page) =>
      acts.read(session, 'manage', async (tx) =>
        (await stuckRows(tx, { ...page, freshMs })).map(stuckView),
      ),
    tryAgain: async (session, id) => {
      const work: Settle = async (tx) => {
        await moveUnsettled(tx, id, 'TAKEN');
        return 'TAKEN';
      };
      await settle(session, { id, way: 'again', work });
    },
    giveUp: async (session, id) => {
      const after = await settle(session, {
        id,
        way: 'up',
        work: async (tx, row) => endAndTell(tx, { nextId }, row),
      });
      return after === 'DONE' ? 'DONE' : 'CANCELLED';
    },
  };
}
