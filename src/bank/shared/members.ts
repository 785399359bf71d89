/** Roles change, members are removed, and members leave: at once, and for open cards too. */
import type { Reader } from '../../db/pool.ts';
import type * as m from '../model/index.ts';
import { BankError, mayAsMember } from '../model/index.ts';
import { assertProved } from '../people/index.ts';
import type { Tx } from '../../db/transaction.ts';
import { withdrawApprovals } from './ending.ts';
import { assertEnoughWithout } from './rules.ts';
import { pays } from './inviting.ts';
import type { MemberOrder, RoleOrder, SharedService } from './service.ts';
import { type InvitationRow, openInvitationsOf, saveInvitation } from './store/invitations.ts';
import { deleteMember, type MemberRow, saveRole } from './store/members.ts';
import {
  changeShared,
  managersOf,
  noteShared,
  readShared,
  refOf,
  type Shared,
  type SharedTools,
  tellMembers,
} from './tools.ts';

const idsOf = (members: readonly MemberRow[]): readonly m.CustomerId[] =>
  members.map(({ customerId }) => customerId);

/** Throws SHARED_SELF, SHARED_MEMBER_UNKNOWN, SHARED_ALREADY. */
function memberToChange({ members, own }: Shared, order: RoleOrder): MemberRow {
  if (order.member === own.member) throw new BankError('SHARED_SELF', { tried: 'CHANGE_ROLE' });
  const found = members.find(({ member }) => member === order.member);
  if (found === undefined) throw new BankError('SHARED_MEMBER_UNKNOWN');
  if (found.role === order.role && found.allowance === order.allowance) {
    throw new BankError('SHARED_ALREADY', { what: 'ROLE' });
  }
  return found;
}

/** What the member asked for ends, and where they may no longer pay also their standing orders. */
async function endAsked(
  tx: Tx,
  tools: SharedTools,
  {
    account: { id: accountId, holderId },
    customerId,
    role,
  }: {
    readonly account: Shared['account'];
    readonly customerId: m.CustomerId;
    /** Null: a member no more. */
    readonly role: m.SharedRole | null;
  },
): Promise<void> {
  await withdrawApprovals(tx, tools, { holderId, customerId });
  if (role !== null && mayAsMember(role, 'PAY')) return;
  await tools.endOrders(tx, { customerId, accountId });
}

const changeRole = async (
  tools: SharedTools,
  session: m.Session,
  order: RoleOrder & m.Confirmed,
): Promise<m.SharedRef> => {
  const { requestId: auditId, account: number, role, allowance, isProved } = order;
  if (tools.asksProof && pays(order)) assertProved(isProved);
  const asked = { requestId: auditId, account: number, action: 'CHANGE_ROLE' } as const;
  return changeShared(tools, session, asked, async (tx, shared) => {
    const changed = memberToChange(shared, order);
    const { id, customerId } = changed;
    const { account, members } = shared;
    const grant = { role, allowance };
    if (role !== 'MANAGER') await assertEnoughWithout(tx, shared, changed);
    await saveRole(tx, id, grant);
    await endAsked(tx, tools, { account, customerId, role });
    const act = { auditId, action: 'SHARED_ROLE_CHANGED', account, customerId, grant } as const;
    await noteShared(tx, session, act);
    const customers = [...idsOf(managersOf(members)), customerId];
    await tellMembers(tx, tools, { auditId, actor: session.customerId, customers });
  });
};

type Removed =
  { readonly member: MemberRow } | { readonly member: null; readonly invitation: InvitationRow };

/** Throws SHARED_SELF, SHARED_MEMBER_UNKNOWN. */
async function toRemove(
  reader: Reader,
  { account, members, own }: Shared,
  { member: wanted }: MemberOrder,
): Promise<Removed> {
  if (wanted === own.member) throw new BankError('SHARED_SELF', { tried: 'REMOVE' });
  const member = members.find((one) => one.member === wanted);
  if (member !== undefined) return { member };
  const open = await openInvitationsOf(reader, account.holderId);
  const invitation = open.find(({ invited }) => invited.member === wanted);
  if (invitation === undefined) throw new BankError('SHARED_MEMBER_UNKNOWN');
  return { member: null, invitation };
}

const remove = async (
  tools: SharedTools,
  session: m.Session,
  order: MemberOrder & m.Confirmed,
): Promise<m.SharedRef> => {
  const { requestId: auditId, account: number } = order;
  const asked = { requestId: auditId, account: number, action: 'REMOVE' } as const;
  return changeShared(tools, session, asked, async (tx, shared) => {
    const { account, members } = shared;
    const found = await toRemove(tx, shared, order);
    if (found.member === null) {
      const { id, customerId } = found.invitation;
      await saveInvitation(tx, id, 'WITHDRAWN');
      const act = { auditId, action: 'SHARED_WITHDRAWN', account, customerId } as const;
      await noteShared(tx, session, act);
      return;
    }
    const { id, customerId } = found.member;
    await assertEnoughWithout(tx, shared, found.member);
    await deleteMember(tx, id);
    await endAsked(tx, tools, { account, customerId, role: null });
    const act = { auditId, action: 'SHARED_REMOVED', account, customerId } as const;
    await noteShared(tx, session, act);
    const customers = [...idsOf(managersOf(members)), customerId];
    await tellMembers(tx, tools, { auditId, actor: session.customerId, customers });
  });
};

function assertMayLeave({ members, own }: Shared): void {
  const others = managersOf(members).filter(({ id }) => id !== own.id);
  if (own.role === 'MANAGER' && others.length === 0) throw new BankError('SHARED_LAST_MANAGER');
}

const leave = async (
  tools: SharedTools,
  session: m.Session,
  { requestId: auditId, account: number }: { readonly account: m.AccountNumber } & m.Confirmed,
): Promise<m.SharedRef> => {
  const asked = { requestId: auditId, account: number, action: 'LEAVE' } as const;
  return changeShared(tools, session, asked, async (tx, shared) => {
    assertMayLeave(shared);
    const { account, members, own } = shared;
    const { customerId } = own;
    await assertEnoughWithout(tx, shared, own);
    await deleteMember(tx, own.id);
    await endAsked(tx, tools, { account, customerId, role: null });
    await noteShared(tx, session, { auditId, action: 'SHARED_LEFT', account, customerId });
    const customers = idsOf(managersOf(members));
    await tellMembers(tx, tools, { auditId, actor: customerId, customers });
  });
};

export const createMembers = (
  tools: SharedTools,
): Pick<
  SharedService,
  'judgeRole' | 'changeRole' | 'judgeRemoval' | 'remove' | 'judgeLeaving' | 'leave'
> => ({
  judgeRole: async (session, order) => {
    const about = { account: order.account, action: 'CHANGE_ROLE' } as const;
    const shared = await readShared(tools, session, about);
    const { role, allowance } = memberToChange(shared, order);
    const needsProof = tools.asksProof && pays(order);
    return { account: refOf(shared.account), before: { role, allowance }, needsProof };
  },
  changeRole: async (session, order) => changeRole(tools, session, order),
  judgeRemoval: async (session, order) => {
    const shared = await readShared(tools, session, { account: order.account, action: 'REMOVE' });
    const { member } = await toRemove(tools.pool, shared, order);
    return { account: refOf(shared.account), isInvited: member === null };
  },
  remove: async (session, order) => remove(tools, session, order),
  judgeLeaving: async (session, account) => {
    const shared = await readShared(tools, session, { account, action: 'LEAVE' });
    assertMayLeave(shared);
    await assertEnoughWithout(tools.pool, shared, shared.own);
    return refOf(shared.account);
  },
  leave: async (session, order) => leave(tools, session, order),
});
