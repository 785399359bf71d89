/** Tells staff of upkeep that fails: an audit row, and a card in the staff channel. */
import type { Pool } from '../db/pool.ts';
import { databaseNow } from '../db/time.ts';
import type { IdSource } from '../lib/ids.ts';
import { changeOnce, insertAudit } from './audit/index.ts';
import { insertDeskMessages, noCustomer } from './messages/index.ts';
import type * as m from './model/index.ts';
import type { Desk } from './staff/index.ts';

export interface UpkeepService {
  /** Call it once for a series of failures. */
  failed(task: m.UpkeepTask): Promise<void>;
}

export const createUpkeep = (tools: {
  readonly pool: Pool;
  readonly nextId: IdSource;
  readonly desk: Desk;
}): UpkeepService => ({
  failed: async (task) => {
    const { pool, nextId, desk } = tools;
    const auditId = nextId();
    await changeOnce({ pool }, auditId, async (tx) => {
      await insertAudit(tx, {
        id: auditId,
        action: 'UPKEEP_FAILED',
        actor: '' as m.DiscordUserId,
        target: null,
        sessionId: null,
        details: { task },
      });
      if (!desk.cards) return;
      const subject = { kind: 'UPKEEP_FAILED', auditId } as const;
      const message = { id: nextId(), customerId: noCustomer, subject };
      await insertDeskMessages(tx, 'STAFF', [message], await databaseNow(tx));
    });
  },
});
