/** Staff freeze, unfreeze and unlock accounts; only unfreezing needs a second person. */
import type { Pool } from '../../db/pool.ts';
import type { Tx } from '../../db/transaction.ts';
import type { IdSource } from '../../lib/ids.ts';
import { type TellingTools, tellOwner } from '../messages/index.ts';
import type * as m from '../model/index.ts';
import { BankError } from '../model/index.ts';
import { endLiveSession, lockCustomer, unlockAccounts } from '../people/index.ts';
import { hasPartIn } from '../shared/index.ts';
import type { StaffActs } from './acts.ts';
import type { Perform } from './approvals.ts';
import type { ApprovalRequests } from './asking.ts';
import { servedBy } from './looking.ts';
import type { Standing } from './base/rights.ts';
import type { CounterService } from './serving.ts';
import { freezeAccounts, isFrozen, type ServedRow, unfreezeAccounts } from './store/customers.ts';

interface Change {
  readonly session: m.Session;
  readonly row: ServedRow;
  readonly auditId: bigint;
  readonly reason: string;
}

interface Tools {
  readonly pool: Pool;
  readonly nextId: IdSource;
  readonly acts: StaffActs;
  readonly requests: ApprovalRequests;
  readonly notices: TellingTools;
  readonly sessionLimits: m.SessionLimits;
}

/** Locks the target's row and admits the actor. Throws STAFF_SELF. */
async function begin(tx: Tx, acts: StaffActs, { session, row }: Change): Promise<Standing> {
  await lockCustomer(tx, row.customerId);
  const standing = await acts.admit(tx, session, 'serve');
  if (await hasPartIn(tx, session.customerId, [row.customerId])) throw new BankError('STAFF_SELF');
  return standing;
}

async function note(
  tx: Tx,
  { acts, notices }: Pick<Tools, 'acts' | 'notices'>,
  change: Change & {
    readonly standing: Standing;
    readonly action: 'ACCOUNT_FROZEN' | 'ACCOUNT_UNLOCKED';
    readonly before: string;
    readonly after: string;
  },
): Promise<void> {
  const { row, auditId, before, after } = change;
  const target = row.customerId;
  await acts.note(tx, { ...change, target, details: { before, after } });
  await tellOwner(tx, notices, { customerId: target, subject: { kind: 'SECURITY', auditId } });
}

async function freeze(tx: Tx, tools: Tools, change: Change): Promise<void> {
  const standing = await begin(tx, tools.acts, change);
  const { customerId } = change.row;
  await endLiveSession(tx, customerId, { ...tools.sessionLimits, reason: 'FROZEN' });
  if (!(await freezeAccounts(tx, customerId))) {
    throw new BankError('STATE_UNCHANGED', { state: 'FROZEN_OR_CLOSED' });
  }
  const states = { before: 'OPEN', after: 'FROZEN' };
  await note(tx, tools, { ...change, ...states, standing, action: 'ACCOUNT_FROZEN' });
}

async function unlock(tx: Tx, tools: Tools, change: Change): Promise<void> {
  const standing = await begin(tx, tools.acts, change);
  if (!(await unlockAccounts(tx, change.row.customerId))) {
    throw new BankError('STATE_UNCHANGED', { state: 'NOT_LOCKED' });
  }
  const states = { before: 'LOCKED', after: 'UNLOCKED' };
  await note(tx, tools, { ...change, ...states, standing, action: 'ACCOUNT_UNLOCKED' });
}

/** Carries out an approved unfreezing. */
export const performUnfreeze =
  (notices: TellingTools): Perform =>
  async (tx, { row, auditId }) => {
    if (!(await unfreezeAccounts(tx, row.target))) {
      throw new BankError('STATE_UNCHANGED', { state: 'NOT_FROZEN' });
    }
    const subject = { kind: 'SECURITY', auditId } as const;
    await tellOwner(tx, notices, { customerId: row.target, subject });
  };

export const createFreezing = (
  tools: Tools,
): Pick<CounterService, 'freeze' | 'unfreeze' | 'unlock'> => {
  const change = async <Value>(
    session: m.Session,
    given: { readonly accountNumber: m.AccountNumber; readonly reason: string },
    work: (tx: Tx, change: Change) => Promise<Value>,
  ): Promise<Value> => {
    const row = await servedBy(tools.pool, given.accountNumber);
    const { reason } = given;
    return tools.acts.change(async (tx, auditId) => work(tx, { session, row, auditId, reason }));
  };
  return {
    freeze: async (session, given) =>
      change(session, given, async (tx, one) => freeze(tx, tools, one)),
    unlock: async (session, given) =>
      change(session, given, async (tx, one) => unlock(tx, tools, one)),
    unfreeze: async (session, given) => {
      const id = tools.nextId() as m.RequestId;
      return change(session, given, async (tx, one) => {
        const standing = await begin(tx, tools.acts, one);
        const { customerId: target, accountId } = one.row;
        if (!(await isFrozen(tx, target))) {
          throw new BankError('STATE_UNCHANGED', { state: 'NOT_FROZEN' });
        }
        const about = { kind: 'UNFREEZE', target, accountId, content: {} } as const;
        const request = { ...one, ...about, id, standing };
        return { kind: 'asked', approval: await tools.requests.ask(tx, request) };
      });
    },
  };
};
