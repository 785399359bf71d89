/** Who works here: granted by two people, revoked by one, at once. */
import { type Tx, withTransaction } from '../../db/transaction.ts';
import { changeOnce } from '../audit/index.ts';
import type * as m from '../model/index.ts';
import { BankError } from '../model/index.ts';
import {
  deleteRole,
  findCustomer,
  isErased,
  listStaff,
  lockCustomer,
  lockRole,
  saveRole,
} from '../people/index.ts';
import type { Perform } from './approvals.ts';
import { type Acted, askApproval } from './asking.ts';
import { admitStaff, type DeskArrangement, noteAct, type StaffTools } from './desk.ts';

export interface StaffMember {
  readonly discordUserId: m.DiscordUserId;
  readonly role: m.StaffRole;
  readonly grantedAt: Date;
}

export interface RoleChange {
  readonly member: m.DiscordUserId;
  readonly reason: string;
}

/** All throw SESSION_EXPIRED and STAFF_RIGHT_MISSING. */
export interface StaffService {
  /** Told by the bot at its start. */
  arrange(arrangement: DeskArrangement): void;
  /**
   * The owner makes managers at once while there are fewer than two; all else is asked of a second
   * person. Throws CUSTOMER_UNKNOWN, ROLE_UNCHANGED, STAFF_SELF, APPROVAL_WAITING.
   */
  grantRole(session: m.Session, grant: RoleChange & { readonly role: m.StaffRole }): Promise<Acted>;
  /** Holds at once, also for what is under way. Throws CUSTOMER_UNKNOWN, ROLE_UNCHANGED. */
  revokeRole(session: m.Session, change: RoleChange): Promise<m.StaffRole>;
  listRoles(session: m.Session): Promise<readonly StaffMember[]>;
}

const listedMax = 100;

async function customerOf(tools: StaffTools, member: m.DiscordUserId): Promise<m.CustomerId> {
  const target = await findCustomer(tools.pool, member);
  if (target === null) throw new BankError('CUSTOMER_UNKNOWN');
  return target;
}

type Grant = Parameters<StaffService['grantRole']>[1] & {
  readonly session: m.Session;
  readonly target: m.CustomerId;
  readonly auditId: bigint;
  readonly approvalId: m.RequestId;
};

async function grantIn(tx: Tx, tools: StaffTools, grant: Grant): Promise<Acted> {
  const { session, target, role, reason, auditId } = grant;
  await lockCustomer(tx, target);
  const standing = await admitStaff(tx, tools, session, 'roles');
  if (await isErased(tx, target)) throw new BankError('CUSTOMER_UNKNOWN');
  const before = await lockRole(tx, target, 'update');
  if (before === role) throw new BankError('ROLE_UNCHANGED', { role });
  if (standing.helpsAsOwner === true && role === 'MANAGER') {
    await saveRole(tx, target, role);
    const details = { before: before ?? 'none', after: role };
    const act = { auditId, action: 'ROLE_GRANTED' as const, session, standing, target, reason };
    await noteAct(tx, tools, { ...act, details });
    return { kind: 'done' };
  }
  // The owner makes managers, and nobody else.
  if (standing.staffRole !== 'MANAGER') throw new BankError('STAFF_RIGHT_MISSING');
  if (target === session.customerId) throw new BankError('STAFF_SELF');
  const approval = await askApproval(tx, tools, {
    id: grant.approvalId,
    auditId,
    kind: 'ROLE_GRANT',
    session,
    standing,
    target,
    content: { role },
    reason,
  });
  return { kind: 'asked', approval };
}

/** What an approved grant does. */
export const performGrant: Perform = async (tx, { row }) => {
  await saveRole(tx, row.target, row.content['role'] as m.StaffRole);
};

async function revokeIn(
  tx: Tx,
  tools: StaffTools,
  change: Omit<Grant, 'role' | 'approvalId'>,
): Promise<m.StaffRole> {
  const { session, target, reason, auditId } = change;
  await lockCustomer(tx, target);
  const standing = await admitStaff(tx, tools, session, 'roles');
  const before = await lockRole(tx, target, 'update');
  if (before === null) throw new BankError('ROLE_UNCHANGED', { role: null });
  await deleteRole(tx, target);
  const details = { before, after: 'none' };
  const act = { auditId, action: 'ROLE_REVOKED' as const, session, standing, target, reason };
  await noteAct(tx, tools, { ...act, details });
  return before;
}

export const createStaff = (tools: StaffTools): StaffService => ({
  arrange: (arrangement) => tools.desk.arrange(arrangement),
  grantRole: async (session, grant) => {
    const target = await customerOf(tools, grant.member);
    const auditId = tools.nextId();
    const approvalId = tools.nextId() as m.RequestId;
    return changeOnce(tools, auditId, async (tx) =>
      grantIn(tx, tools, { ...grant, session, target, auditId, approvalId }),
    );
  },
  revokeRole: async (session, change) => {
    const target = await customerOf(tools, change.member);
    const auditId = tools.nextId();
    return changeOnce(tools, auditId, async (tx) =>
      revokeIn(tx, tools, { ...change, session, target, auditId }),
    );
  },
  listRoles: async (session) =>
    withTransaction(tools.pool, async (tx) => {
      await admitStaff(tx, tools, session, 'roles');
      const rows = await listStaff(tx, listedMax);
      return rows.map(({ discordUserId, role, grantedAt }) => ({ discordUserId, role, grantedAt }));
    }),
});
