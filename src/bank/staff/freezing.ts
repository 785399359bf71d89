/** Staff stop an account, and let it go on: stopping takes one person, freeing two. */
import type { Tx } from '../../db/transaction.ts';
import { changeOnce } from '../audit/index.ts';
import { tellOwner } from '../messages/index.ts';
import type * as m from '../model/index.ts';
import { BankError } from '../model/index.ts';
import { endLiveSession, lockCustomer, unlockAccounts } from '../people/index.ts';
import type { Perform } from './approvals.ts';
import { askApproval } from './asking.ts';
import { admitStaff, noteAct, type StaffTools } from './desk.ts';
import { servedBy } from './looking.ts';
import type { Standing } from './rights.ts';
import type { CounterService } from './serving.ts';
import { findServed, freezeAccounts, type ServedRow, unfreezeAccounts } from './store/customers.ts';

interface Change {
  readonly session: m.Session;
  readonly row: ServedRow;
  readonly auditId: bigint;
  readonly reason: string;
}

/** The target's row is locked, and the actor is admitted and somebody else. */
async function begin(tx: Tx, tools: StaffTools, { session, row }: Change): Promise<Standing> {
  await lockCustomer(tx, row.customerId);
  const standing = await admitStaff(tx, tools, session, 'serve');
  if (row.customerId === session.customerId) throw new BankError('STAFF_SELF');
  return standing;
}

async function note(
  tx: Tx,
  tools: StaffTools,
  change: Change & {
    readonly standing: Standing;
    readonly action: 'ACCOUNT_FROZEN' | 'ACCOUNT_UNLOCKED';
    readonly before: string;
    readonly after: string;
  },
): Promise<void> {
  const { row, auditId, before, after } = change;
  const target = row.customerId;
  await noteAct(tx, tools, { ...change, target, details: { before, after } });
  await tellOwner(tx, tools, { customerId: target, subject: { kind: 'SECURITY', auditId } });
}

async function freeze(tx: Tx, tools: StaffTools, change: Change): Promise<void> {
  const standing = await begin(tx, tools, change);
  const { customerId } = change.row;
  await endLiveSession(tx, customerId, { ...tools.limits, reason: 'FROZEN' });
  if (!(await freezeAccounts(tx, customerId))) {
    throw new BankError('STATE_UNCHANGED', { what: 'is frozen already, or closed' });
  }
  const states = { before: 'OPEN', after: 'FROZEN' };
  await note(tx, tools, { ...change, ...states, standing, action: 'ACCOUNT_FROZEN' });
}

async function unlock(tx: Tx, tools: StaffTools, change: Change): Promise<void> {
  const standing = await begin(tx, tools, change);
  if (!(await unlockAccounts(tx, change.row.customerId))) {
    throw new BankError('STATE_UNCHANGED', { what: 'is not locked by its owner' });
  }
  const states = { before: 'LOCKED', after: 'UNLOCKED' };
  await note(tx, tools, { ...change, ...states, standing, action: 'ACCOUNT_UNLOCKED' });
}

/** What an approved unfreezing does. */
export const performUnfreeze =
  (tools: StaffTools): Perform =>
  async (tx, { row, auditId }) => {
    if (!(await unfreezeAccounts(tx, row.target))) {
      throw new BankError('STATE_UNCHANGED', { what: 'is not frozen' });
    }
    await tellOwner(tx, tools, {
      customerId: row.target,
      subject: { kind: 'SECURITY', auditId },
    });
  };

export const createFreezing = (
  tools: StaffTools,
): Pick<CounterService, 'freeze' | 'unfreeze' | 'unlock'> => {
  const change = async <Value>(
    session: m.Session,
    given: { readonly accountNumber: m.AccountNumber; readonly reason: string },
    work: (tx: Tx, change: Change) => Promise<Value>,
  ): Promise<Value> => {
    const row = await servedBy(tools, given.accountNumber);
    const auditId = tools.nextId();
    const { reason } = given;
    return changeOnce(tools, auditId, async (tx) => work(tx, { session, row, auditId, reason }));
  };
  return {
    freeze: async (session, given) =>
      change(session, given, async (tx, one) => freeze(tx, tools, one)),
    unlock: async (session, given) =>
      change(session, given, async (tx, one) => unlock(tx, tools, one)),
    unfreeze: async (session, given) => {
      const id = tools.nextId() as m.RequestId;
      return change(session, given, async (tx, one) => {
        const standing = await begin(tx, tools, one);
        const now = await findServed(tx, given.accountNumber);
        if (now?.account.status !== 'FROZEN') {
          throw new BankError('STATE_UNCHANGED', { what: 'is not frozen' });
        }
        const target = one.row.customerId;
        const wish = { ...one, id, standing, kind: 'UNFREEZE', target, content: {} } as const;
        return { kind: 'asked', approval: await askApproval(tx, tools, wish) };
      });
    },
  };
};
