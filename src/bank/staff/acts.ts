/** What all acts of staff share: admission, the audit row, and committing a change once. */
import type { Pool } from '../../db/pool.ts';
import { databaseNow } from '../../db/time.ts';
import { type Tx, withTransaction } from '../../db/transaction.ts';
import type { IdSource } from '../../lib/ids.ts';
import { type AuditActionName, changeOnce, insertAudit } from '../audit/index.ts';
import { insertDeskMessages } from '../messages/index.ts';
import type * as m from '../model/index.ts';
import { BankError } from '../model/index.ts';
import {
  assertProved,
  lockLiveSession,
  lockRole,
  lockRoles,
  provesByApp,
} from '../people/index.ts';
import { hasPartIn } from '../shared/index.ts';
import { type Desk, helpsAsOwner } from './desk.ts';
import { mayAsStaff, type StaffRight, type Standing } from './base/rights.ts';
import { hasServed } from './store/staff-acts.ts';

export interface StaffAct {
  /** Of the audit row; a new one where it is left out. */
  readonly auditId?: bigint;
  readonly action: AuditActionName;
  readonly session: m.Session;
  readonly target: m.CustomerId | null;
  /** Null where a customer acts. */
  readonly standing: Standing | null;
  readonly reason?: string | null;
  /** Facts without personal data; `before` and `after` where a state changes. */
  readonly details?: Readonly<Record<string, string>>;
}

export interface StaffActs {
  /**
   * Locks the session and the role until the transaction ends. An act that moves money names the
   * `parties` whose money it is: their roles are locked too, so that acts on each other's money
   * are judged one after the other. Throws SESSION_EXPIRED and STAFF_RIGHT_MISSING.
   */
  admit(
    tx: Tx,
    session: m.Session,
    right: StaffRight,
    parties?: readonly m.CustomerId[],
  ): Promise<Standing>;
  /** Writes the audit row of an act, in the act's transaction, and its line for the staff log. */
  note(tx: Tx, act: StaffAct): Promise<void>;
  /** Runs `work` in a transaction of its own, after `admit`. */
  read<Value>(
    session: m.Session,
    right: StaffRight,
    work: (tx: Tx, standing: Standing) => Promise<Value>,
  ): Promise<Value>;
  /** Commits a change once; `work` writes the audit row `auditId`. Throws CHANGE_UNKNOWN. */
  change<Value>(work: (tx: Tx, auditId: bigint) => Promise<Value>): Promise<Value>;
}

export function createStaffActs(given: {
  readonly pool: Pool;
  readonly nextId: IdSource;
  readonly desk: Desk;
  readonly sessionLimits: m.SessionLimits;
}): StaffActs {
  const { pool, nextId, desk, sessionLimits } = given;
  const admit: StaffActs['admit'] = async (tx, session, right, parties = []) => {
    if (!(await lockLiveSession(tx, session, sessionLimits))) {
      throw new BankError('SESSION_EXPIRED');
    }
    const { customerId } = session;
    const staffRole =
      parties.length === 0
        ? await lockRole(tx, customerId, 'shared')
        : (await lockRoles(tx, [customerId, ...parties])).get(customerId);
    const standing = {
      staffRole: staffRole ?? null,
      helpsAsOwner: await helpsAsOwner(tx, desk, session.discordUserId),
    };
    if (!mayAsStaff(standing, right)) throw new BankError('STAFF_RIGHT_MISSING');
    return standing;
  };
  return {
    admit,
    note: async (tx, act) => {
      const { auditId = nextId(), action, session, target, standing } = act;
      const { reason = null, details = {} } = act;
      await insertAudit(tx, {
        id: auditId,
        action,
        actor: session.discordUserId,
        target,
        sessionId: session.id,
        ...(standing === null ? {} : { role: standing.staffRole ?? 'OWNER' }),
        ...(reason === null || reason === '' ? {} : { reason }),
        details,
      });
      if (!desk.log) return;
      const subject = { kind: 'STAFF_ACT', auditId } as const;
      const message = { id: nextId(), customerId: session.customerId, subject };
      await insertDeskMessages(tx, 'LOG', [message], await databaseNow(tx));
    },
    read: async (session, right, work) =>
      withTransaction(pool, async (tx) => work(tx, await admit(tx, session, right))),
    change: async (work) => {
      const auditId = nextId();
      return changeOnce({ pool }, auditId, async (tx) => work(tx, auditId));
    },
  };
}

/**
 * Keeps staff who move money from serving themselves or each other. In the transaction of an act
 * on the parties' money, after its maker was admitted with them (`StaffActs.admit`). Throws
 * STAFF_SELF, STAFF_CYCLE.
 */
export async function assertNoInsider(
  tx: Tx,
  { customerId: maker }: Pick<m.Session, 'customerId'>,
  parties: readonly m.CustomerId[],
): Promise<void> {
  if (await hasPartIn(tx, maker, parties)) throw new BankError('STAFF_SELF');
  for (const actor of parties) {
    // Two members of staff may not serve each other's accounts within a day.
    if (await hasServed(tx, { actor, party: maker })) throw new BankError('STAFF_CYCLE');
  }
}

/** Staff who move money prove themselves each time: an open session is not enough. */
export interface StaffProof {
  /** Throws STEP_UP_NEEDED, TOTP_NEEDED. */
  assertProved(session: m.Session, isProved: boolean | undefined): Promise<void>;
}

export const createStaffProof = (given: {
  readonly pool: Pool;
  readonly asksProof: boolean;
  /** Staff need an authenticator app; its codes are then their proof. */
  readonly staffTotp: boolean;
}): StaffProof => ({
  assertProved: async (session, isProved) => {
    if (!given.asksProof) return;
    assertProved(isProved);
    if (given.staffTotp && !(await provesByApp(given.pool, session.customerId))) {
      throw new BankError('TOTP_NEEDED');
    }
  },
});
