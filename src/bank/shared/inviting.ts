/** Managers invite customers, who accept or decline within some days. */
import type { Reader } from '../../db/pool.ts';
import { databaseNow } from '../../db/time.ts';
import type { Tx } from '../../db/transaction.ts';
import { countShared } from '../accounts/index.ts';
import { changeOnce } from '../audit/index.ts';
import { insertMessages } from '../messages/index.ts';
import type * as m from '../model/index.ts';
import { BankError, invitationDays, sharedAccountsMax, sharedMembersMax } from '../model/index.ts';
import { assertProved, lockCustomer, lockLiveSession } from '../people/index.ts';
import type { InvitationOrder, SharedService } from './service.ts';
import { lockSharedAccount } from './store/accounts.ts';
import {
  findInvitation,
  insertInvitation,
  type InvitationRow,
  lockInvitation,
  openInvitationsOf,
  openInvitationsTo,
  saveInvitation,
} from './store/invitations.ts';
import { findPerson, insertMember, membersOf, type PersonRow } from './store/members.ts';
import {
  assertReads,
  changeShared,
  managersOf,
  noteShared,
  readShared,
  refOf,
  type Shared,
  type SharedTools,
  tellMembers,
} from './tools.ts';

/** Whether the role pays, so that giving it needs a proof. */
export const pays = ({ role }: m.SharedGrant): boolean => role === 'SPENDER' || role === 'MANAGER';

/** Throws SHARED_SELF, SHARED_INVITEE_UNKNOWN, SHARED_ALREADY, SHARED_TOO_MANY. */
async function inviteeOf(
  reader: Reader,
  { account, members, own }: Shared,
  { member }: Pick<InvitationOrder, 'member'>,
): Promise<PersonRow> {
  if (member === own.member) throw new BankError('SHARED_SELF', { tried: 'INVITE' });
  const person = await findPerson(reader, member);
  if (person === null) throw new BankError('SHARED_INVITEE_UNKNOWN');
  const isIn = (list: readonly { readonly customerId: m.CustomerId }[]): boolean =>
    list.some(({ customerId }) => customerId === person.customerId);
  if (isIn(members)) throw new BankError('SHARED_ALREADY', { what: 'MEMBER' });
  const open = await openInvitationsOf(reader, account.holderId);
  if (isIn(open)) throw new BankError('SHARED_ALREADY', { what: 'INVITED' });
  if (members.length + open.length >= sharedMembersMax) {
    throw new BankError('SHARED_TOO_MANY', { what: 'MEMBERS', max: sharedMembersMax });
  }
  return person;
}

const invite = async (
  tools: SharedTools,
  session: m.Session,
  order: InvitationOrder & m.Confirmed,
): Promise<m.SharedRef> => {
  const { requestId, account: number, role, allowance, readsAll, isProved } = order;
  if (tools.asksProof && pays(order)) assertProved(isProved);
  const asked = { requestId, account: number, action: 'INVITE' } as const;
  return changeShared(tools, session, asked, async (tx, shared) => {
    const { customerId } = await inviteeOf(tx, shared, order);
    const { account, own } = shared;
    const grant = { role, allowance };
    const people = { holderId: account.holderId, customerId, inviterId: own.customerId };
    const invitation = { id: requestId, ...people, ...grant, readsAll, days: invitationDays };
    await insertInvitation(tx, invitation);
    const act = { auditId: requestId, action: 'SHARED_INVITED', account, customerId } as const;
    await noteShared(tx, session, { ...act, grant });
    const subject = { kind: 'SHARED_INVITED', invitationId: requestId } as const;
    const message = { id: tools.nextId(), customerId, subject };
    await insertMessages(tx, [message], await databaseNow(tx));
  });
};

/** Throws SHARED_ALREADY, SHARED_TOO_MANY. */
async function join(
  tx: Tx,
  tools: SharedTools,
  { id, holderId, customerId, role, allowance, readsAll }: InvitationRow,
): Promise<void> {
  const account = await lockSharedAccount(tx, holderId);
  if (account === null || account.status === 'CLOSED') throw new BankError('ACCOUNT_CLOSED');
  const members = await membersOf(tx, holderId);
  if (members.some((one) => one.customerId === customerId)) {
    throw new BankError('SHARED_ALREADY', { what: 'MEMBER' });
  }
  if ((await countShared(tx, customerId)) >= sharedAccountsMax) {
    throw new BankError('SHARED_TOO_MANY', { what: 'ACCOUNTS', max: sharedAccountsMax });
  }
  const readsAfter = readsAll ? 0n : account.lastSeq;
  const member = { id: tools.nextId(), holderId, customerId, role, allowance, readsAfter };
  await insertMember(tx, member);
  await saveInvitation(tx, id, 'ACCEPTED');
}

type Verdict = 'ACCEPTED' | 'DECLINED';

async function answerIn(
  tx: Tx,
  tools: SharedTools,
  {
    session,
    id,
    verdict,
    auditId,
  }: { session: m.Session; id: m.RequestId; verdict: Verdict; auditId: bigint },
): Promise<m.SharedInvitation> {
  const { customerId } = session;
  const known = await findInvitation(tx, id);
  await lockCustomer(tx, customerId);
  if (known !== null) await lockCustomer(tx, known.holderId);
  if (!(await lockLiveSession(tx, session, tools.limits))) throw new BankError('SESSION_EXPIRED');
  const found = known === null ? null : await lockInvitation(tx, id);
  if (found === null || found.customerId !== customerId) {
    throw new BankError('SHARED_INVITATION_OVER', { state: null });
  }
  if (found.state === verdict) return found;
  if (found.state !== 'OPEN') {
    throw new BankError('SHARED_INVITATION_OVER', { state: found.state });
  }
  if (verdict === 'ACCEPTED') await join(tx, tools, found);
  else await saveInvitation(tx, id, 'DECLINED');
  const account = (await lockSharedAccount(tx, found.holderId))!;
  const { role, allowance } = found;
  const action = verdict === 'ACCEPTED' ? 'SHARED_JOINED' : 'SHARED_DECLINED';
  const grant = { role, allowance };
  await noteShared(tx, session, { auditId, action, account, customerId, grant });
  const managers = managersOf(await membersOf(tx, found.holderId));
  const customers = managers.map((one) => one.customerId);
  await tellMembers(tx, tools, { auditId, actor: customerId, customers });
  return { ...found, state: verdict };
}

export const createInviting = (
  tools: SharedTools,
): Pick<SharedService, 'judgeInvitation' | 'invite' | 'invitations' | 'answer'> => ({
  judgeInvitation: async (session, order) => {
    const shared = await readShared(tools, session, { account: order.account, action: 'INVITE' });
    await inviteeOf(tools.pool, shared, order);
    return { account: refOf(shared.account), needsProof: tools.asksProof && pays(order) };
  },
  invite: async (session, order) => invite(tools, session, order),
  invitations: async (session) => {
    await assertReads(tools, session);
    return openInvitationsTo(tools.pool, session.customerId);
  },
  answer: async (session, id, verdict) => {
    const auditId = tools.nextId();
    return changeOnce(tools, auditId, async (tx) =>
      answerIn(tx, tools, { session, id, verdict, auditId }),
    );
  },
});
