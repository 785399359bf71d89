/** Managers settle what was confirmed and could not be finished: once more, or given up. */
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
import type * as m from '../model/index.ts';
import { BankError, referenceOf, type StuckConfirmation } from '../model/index.ts';
import { admitStaff, noteAct, type StaffTools } from './desk.ts';

/** All throw SESSION_EXPIRED and STAFF_RIGHT_MISSING; the acts also STUCK_SETTLED, STAFF_SELF. */
export interface StuckService {
  /** Oldest first, behind the one with the id `after`. */
  list(
    session: m.Session,
    page: { readonly after: bigint; readonly limit: number },
  ): Promise<readonly StuckConfirmation[]>;
  /** It is run again, as often as after it was confirmed. */
  tryAgain(session: m.Session, id: m.RequestId): Promise<void>;
  /** It is not run any more. DONE: it had happened after all. Its owner is sent a message. */
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

export function createStuck(tools: StaffTools): StuckService {
  const settle = async (
    session: m.Session,
    { id, way, work }: { id: m.RequestId; way: keyof typeof actions; work: Settle },
  ) => {
    const auditId = tools.nextId();
    return changeOnce(tools, auditId, async (tx) => {
      const row = await lockUnsettled(tx, id, freshMs);
      const standing = await admitStaff(tx, tools, session, 'manage');
      if (row?.state !== 'STUCK') throw new BankError('STUCK_SETTLED');
      if (row.discordUserId === session.discordUserId) throw new BankError('STAFF_SELF');
      const after = await work(tx, row);
      await noteAct(tx, tools, {
        auditId,
        action: actions[way],
        session,
        standing,
        target: row.customerId,
        reason: null,
        details: { command: row.command, reference: referenceOf(id), after },
      });
      return after;
    });
  };
  return {
    list: async (session, page) =>
      withTransaction(tools.pool, async (tx) => {
        await admitStaff(tx, tools, session, 'manage');
        return (await stuckRows(tx, { ...page, freshMs })).map(stuckView);
      }),
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
        work: async (tx, row) => endAndTell(tx, tools, row),
      });
      return after === 'DONE' ? 'DONE' : 'CANCELLED';
    },
  };
}
