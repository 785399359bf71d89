/** Managers settle what was confirmed and could not be finished: once more, or given up. */
import { withTransaction, type Tx } from '../../db/transaction.ts';
import type { StuckConfirmation, StuckService } from './service.ts';
import { BankError } from '../model/errors.ts';
import type * as m from '../model/types.ts';
import { changeOnce } from '../audit/once.ts';
import { referenceOf } from '../model/parse/reference.ts';
import * as store from '../conversations/store/unsettled.ts';
import { endAndTell, freshMs } from '../conversations/unsettled.ts';
import { admitStaff, noteAct, type StaffTools } from './desk.ts';

export const stuckView = (row: store.UnsettledRow): StuckConfirmation => ({
  id: row.id,
  member: row.discordUserId,
  command: row.command,
  confirmedAt: row.takenAt,
});

const actions = { again: 'STUCK_TRIED_AGAIN', up: 'STUCK_GIVEN_UP' } as const;

type Settle = (tx: Tx, row: store.UnsettledRow) => Promise<'TAKEN' | 'DONE' | 'CANCELLED'>;

export function createStuck(tools: StaffTools): StuckService {
  const settle = async (
    session: m.Session,
    { id, way, work }: { id: m.RequestId; way: keyof typeof actions; work: Settle },
  ) => {
    const auditId = tools.nextId();
    return changeOnce(tools, auditId, async (tx) => {
      const row = await store.lockUnsettled(tx, id, freshMs);
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
        return (await store.stuckRows(tx, { ...page, freshMs })).map(stuckView);
      }),
    tryAgain: async (session, id) => {
      const work: Settle = async (tx) => {
        await store.moveUnsettled(tx, id, 'TAKEN');
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
