/** Staff roles: granting needs two people; one person revokes, with immediate effect. */
import type { Pool, Reader } from '../../db/pool.ts';
import type { Tx } from '../../db/transaction.ts';
import type { IdSource } from '../../lib/ids.ts';
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
import type { StaffActs } from './acts.ts';
import type { Perform } from './approvals.ts';
import type { Acted, ApprovalRequests } from './asking.ts';
import type { Desk, DeskArrangement } from './desk.ts';

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
  /** Called by the bot when it starts. */
  arrange(arrangement: DeskArrangement): void;
  /**
   * The owner grants MANAGER directly while there are fewer than two managers; every other grant
   * needs a second person. Throws CUSTOMER_UNKNOWN, ROLE_UNCHANGED, STAFF_SELF, APPROVAL_WAITING.
   */
  grantRole(session: m.Session, grant: RoleChange & { readonly role: m.StaffRole }): Promise<Acted>;
  /** Takes effect at once, also for acts in progress. Throws CUSTOMER_UNKNOWN, ROLE_UNCHANGED. */
  revokeRole(session: m.Session, change: RoleChange): Promise<m.StaffRole>;
  listRoles(session: m.Session): Promise<readonly StaffMember[]>;
}

const listedMax = 100;

const memberOf = ({ discordUserId, role, grantedAt }: StaffMember): StaffMember => ({
  discordUserId,
  role,
  grantedAt,
});

async function customerOf(reader: Reader, member: m.DiscordUserId): Promise<m.CustomerId> {
  const target = await findCustomer(reader, member);
  if (target === null) throw new BankError('CUSTOMER_UNKNOWN');
  return target;
}

type Grant = Parameters<StaffService['grantRole']>[1] & {
  readonly session: m.Session;
  readonly target: m.CustomerId;
  readonly auditId: bigint;
  readonly approvalId: m.RequestId;
};

async function grantIn(
  tx: Tx,
  { acts, requests }: { readonly acts: StaffActs; readonly requests: ApprovalRequests },
  grant: Grant,
): Promise<Acted> {
  const { session, target, role, reason, auditId } = grant;
  await lockCustomer(tx, target);
  const standing = await acts.admit(tx, session, 'roles');
  if (await isErased(tx, target)) throw new BankError('CUSTOMER_UNKNOWN');
  const before = await lockRole(tx, target, 'update');
  if (before === role) throw new BankError('ROLE_UNCHANGED', { role });
  if (standing.helpsAsOwner === true && role === 'MANAGER') {
    await saveRole(tx, target, role);
    const details = { before: before ?? 'none', after: role };
    const act = { auditId, action: 'ROLE_GRANTED' as const, session, standing, target, reason };
    await acts.note(tx, { ...act, details });
    return { kind: 'done' };
  }
  // The owner may grant only the role MANAGER.
  if (standing.staffRole !== 'MANAGER') throw new BankError('STAFF_RIGHT_MISSING');
  if (target === session.customerId) throw new BankError('STAFF_SELF');
  const approval = await requests.ask(tx, {
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

/** Carries out an approved grant. */
export const performGrant: Perform = async (tx, { row }) => {
  await saveRole(tx, row.target, row.content['role'] as m.StaffRole);
};

async function revokeIn(
  tx: Tx,
  acts: StaffActs,
  change: Omit<Grant, 'role' | 'approvalId'>,
): Promise<m.StaffRole> {
  const { session, target, reason, auditId } = change;
  await lockCustomer(tx, target);
  const standing = await acts.admit(tx, session, 'roles');
  const before = await lockRole(tx, target, 'update');
  if (before === null) throw new BankError('ROLE_UNCHANGED', { role: null });
  await deleteRole(tx, target);
  const details = { before, after: 'none' };
  const act = { auditId, action: 'ROLE_REVOKED' as const, session, standing, target, reason };
  await acts.note(tx, { ...act, details });
  return before;
}

export function createStaff(given: {
  readonly pool: Pool;
  readonly nextId: IdSource;
  readonly desk: Desk;
  readonly acts: StaffActs;
  readonly requests: ApprovalRequests;
}): StaffService {
  const { pool, nextId, desk, acts, requests } = given;
  return {
    arrange: (arrangement) => desk.arrange(arrangement),
    grantRole: async (session, grant) => {
      const target = await customerOf(pool, grant.member);
      const approvalId = nextId() as m.RequestId;
      return acts.change(async (tx, auditId) =>
        grantIn(tx, { acts, requests }, { ...grant, session, target, auditId, approvalId }),
      );
    },
    revokeRole: async (session, change) => {
      const target = await customerOf(pool, change.member);
      return acts.change(async (tx, auditId) =>
        revokeIn(tx, acts, { ...change, session, target, auditId }),
      );
    },
    listRoles: async (session) =>
      acts.read(session, 'roles', async (tx) => (await listStaff(tx, listedMax)).map(memberOf)),
  };
}
