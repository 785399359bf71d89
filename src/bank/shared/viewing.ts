/** What members see: their shared accounts, and who else uses them. */
import type { Pool } from '../../db/pool.ts';
import { sharedOfSession, type SharedRow } from '../accounts/index.ts';
import type * as m from '../model/index.ts';
import { BankError, mayAsMember, nicknameKey, numberTail } from '../model/index.ts';
import type { SharedService } from './service.ts';
import { findRule } from './store/rules.ts';
import { openInvitationsOf } from './store/invitations.ts';
import { membershipsOf } from './store/members.ts';
import { assertReads, readShared, refOf, type SharedTools } from './tools.ts';

/** Null means the only one. */
function matches({ accountNumber, name }: SharedRow, meant: m.OwnAccountRef | null): boolean {
  if (meant === null) return true;
  if ('accountNumber' in meant) return accountNumber === meant.accountNumber;
  if ('tail' in meant) return numberTail(accountNumber) === meant.tail;
  return nicknameKey(name) === nicknameKey(meant.name);
}

async function listOf(tools: SharedTools, session: m.Session): Promise<readonly SharedRow[]> {
  const all = await sharedOfSession(tools.pool, session, tools.limits);
  // No rows may also mean that the session is over.
  if (all.length === 0) await assertReads(tools, session);
  return all;
}

export const createViewing = (
  tools: SharedTools,
): Pick<SharedService, 'list' | 'find' | 'members'> => ({
  list: async (session) => listOf(tools, session),
  find: async (session, meant, action) => {
    const all = await listOf(tools, session);
    const [only, ...others] = all.filter((one) => one.status !== 'CLOSED' && matches(one, meant));
    if (only === undefined || others.length > 0) throw new BankError('ACCOUNT_UNKNOWN');
    const { role } = only.shared;
    if (!mayAsMember(role, action)) throw new BankError('SHARED_ROLE', { role, action });
    return only;
  },
  members: async (session, account) => {
    const shared = await readShared(tools, session, { account, action: 'READ' });
    const { members, own } = shared;
    const invitations = await openInvitationsOf(tools.pool, shared.account.holderId);
    const rule = await findRule(tools.pool, shared.account.holderId);
    return { account: refOf(shared.account), role: own.role, members, invitations, rule };
  },
});

/** What the export of a customer's data has of shared accounts: their own part in each. */
export const exportedShared =
  (pool: Pool) =>
  async (id: m.CustomerId): Promise<unknown> =>
    membershipsOf(pool, id);
